import { readFileSync } from "node:fs";
import type { Attribute, Declaration } from "../../../src/source/declaration.ts";
import { type Plan, readPlan } from "../../../src/source/terraform/plan.ts";
import type { DocumentOptions } from "../../../src/source/terraform/read-document.ts";
import { memoryTree } from "../../../src/source/tree.ts";

/** A plan that Terraform made of the `.tf` files beside it. */
export function planOf(name: string, options: Partial<DocumentOptions> = {}): Plan {
  return planFrom(textOf(name), options);
}

export function planFrom(
  content: string | Uint8Array | object,
  options: Partial<DocumentOptions> = {},
): Plan {
  const bytes =
    typeof content === "string" || content instanceof Uint8Array ? content : JSON.stringify(content);
  return readPlan("plan.json", memoryTree({ "plan.json": bytes }), { wanted: isWanted, ...options });
}

export function textOf(name: string): string {
  return readFileSync(new URL(`../../fixtures/terraform/${name}/plan.json`, import.meta.url), "utf8");
}

/** Of everything in the fixtures, elastic addresses are what nobody asks for. */
export function isWanted(type: string): boolean {
  return type !== "aws_eip" && type !== "time_sleep" && type !== "aws_availability_zones";
}

export function find(plan: Plan, owner: string): Declaration {
  const found = plan.declarations.find((declaration) => declaration.owner === owner);
  if (found === undefined)
    throw new Error(`no ${owner} among ${plan.declarations.map((one) => one.owner).join(", ")}`);
  return found;
}

/** Who is referred to, and how sure that is. */
export function linked(attribute: Attribute): { to: string[]; exact: boolean; closed: boolean } {
  const { targets, exact, closed } = attribute.links;
  return { to: targets.map(({ owner, path }) => [owner, ...path].join(" ")), exact, closed };
}

/** A plan of one module, for what is rare in real ones. */
export function smallPlan(
  resources: Record<string, object>,
  changes: Record<string, object>,
  modules: object = {},
) {
  const parts = (address: string) => {
    const [local = "", key] = address.split("[");
    const [type = "", name = ""] = local.split(".");
    return {
      address,
      mode: "managed",
      type,
      name,
      ...(key === undefined ? {} : { index: Number.parseInt(key, 10) }),
    };
  };
  return planFrom({
    resource_changes: Object.entries(changes).map(([address, change]) => ({
      ...parts(address),
      change: { actions: ["create"], before: null, after: {}, after_sensitive: {}, ...change },
    })),
    configuration: {
      root_module: {
        resources: Object.entries(resources).map(([address, rest]) => ({ ...parts(address), ...rest })),
        module_calls: modules,
      },
    },
  });
}
