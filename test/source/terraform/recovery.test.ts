import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Attribute } from "../../../src/source/declaration.ts";
import { readPlan } from "../../../src/source/terraform/plan.ts";
import { memoryTree } from "../../../src/source/tree.ts";

const folder = new URL("../../fixtures/terraform/applied", import.meta.url).pathname;
const files = Object.fromEntries(
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => {
      const full = join(entry.parentPath, entry.name);
      return [full.slice(folder.length + 1), readFileSync(full, "utf8")];
    }),
);

/** What Terraform itself made of each list once the subnets were there, by node group: addresses, or ids. */
const applied: Readonly<Record<string, readonly string[]>> = JSON.parse(files["applied.json"] ?? "");

const { declarations } = readPlan("plan.json", memoryTree(files), { wanted: () => true });
const groups = declarations.filter(({ type }) => type === "aws_eks_node_group");

/** Expressions of functions that are not worked out. */
const open = ["aws_eks_node_group.w47", "aws_eks_node_group.w49"];

describe("a list of subnets that are still to be created", () => {
  it.each(groups.map(({ owner, root }) => ({ owner, subnets: root.get("subnet_ids"), code: codeOf(owner) })))(
    "is what Terraform makes of it: $owner $code",
    ({ owner, subnets }) => {
      const expected = applied[owner] ?? [];
      if (open.includes(owner)) {
        expect(subnets.state).toBe("unknown");
        const { targets, closed, exact } = subnets.links;
        expect({ closed, exact }).toEqual({ closed: true, exact: false });
        expect(targets.map((target) => target.owner)).toEqual(expect.arrayContaining([...expected]));
      } else {
        expect(subnets.state).toBe("known");
        expect([...new Set(subnets.items().map(nameOf))].sort()).toEqual(expected);
      }
    },
  );
});

function nameOf(subnet: Attribute): unknown {
  if (subnet.json !== undefined) return subnet.json;
  const { targets, exact, closed } = subnet.links;
  expect({ exact, closed, targets: targets.length }).toEqual({ exact: true, closed: true, targets: 1 });
  return targets[0]?.owner;
}

function codeOf(owner: string): string {
  const block = (files["main.tf"] ?? "").split(`"aws_eks_node_group" "${owner.split(".")[1]}"`)[1];
  return /subnet_ids +=(.*)/.exec(block ?? "")?.[1]?.trim() ?? "";
}
