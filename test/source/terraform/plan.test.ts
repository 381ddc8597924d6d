import { describe, expect, test } from "vitest";
import { Failure } from "../../../src/base/failure.ts";
import type { Attribute } from "../../../src/source/declaration.ts";
import type { Plan } from "../../../src/source/terraform/plan.ts";
import { find, isWanted, linked, planFrom, planOf, textOf } from "./planned.ts";

describe("a plan over what exists", () => {
  const living = planOf("living");

  test("says what will happen to each resource", () => {
    expect(living.declarations.map(({ owner, change }) => [owner, change])).toEqual([
      ["aws_eks_cluster.main", "replace"],
      ["aws_eks_node_group.handed_over", "delete"],
      ["aws_eks_node_group.retired", "delete"],
      ["aws_eks_node_group.workers", "replace"],
      ["aws_iam_role.cluster", "none"],
      ["aws_subnet.a", "none"],
      ["aws_subnet.b", "none"],
    ]);
  });

  test("has what was beside what will be", () => {
    const cluster = find(living, "aws_eks_cluster.main");
    expect(cluster.before?.get("version").json).toBe("1.31");
    expect(cluster.root.get("version").json).toBe("1.32");
    expect(cluster.before?.get("arn").state).toBe("known");
    expect(cluster.root.get("arn").state).not.toBe("known");
    expect(cluster.before?.get("role_arn").links).toEqual({ targets: [], exact: true, closed: true });
  });

  test("leaves nothing of what goes", () => {
    const retired = find(living, "aws_eks_node_group.retired");
    expect(retired.root.state).toBe("absent");
    expect(retired.root.get("subnet_ids").state).toBe("absent");
    expect(retired.before?.get("node_group_name").json).toBe("retired");
  });

  test("follows references of values that are known", () => {
    const subnets = find(living, "aws_eks_cluster.main").root.get("vpc_config", 0, "subnet_ids");
    expect(subnets.state).toBe("known");
    expect(linked(subnets)).toEqual({
      to: ["aws_subnet.a id", "aws_subnet.b id"],
      exact: true,
      closed: true,
    });
  });
});

describe("data sources", () => {
  test("that were read while planning are there, with what was read", () => {
    const document = find(
      planOf("shop"),
      'module.cluster["shop \\"green\\""].data.aws_iam_policy_document.cluster',
    );
    expect(document).toMatchObject({ mode: "data", change: "none", type: "aws_iam_policy_document" });
    expect(document.root.get("statement", 0, "principals", 0, "identifiers").json).toEqual([
      "eks.amazonaws.com",
    ]);
  });

  test("that will be read again are there once", () => {
    const owners = planOf("shop").declarations.map(({ owner }) => owner);
    expect(new Set(owners).size).toBe(owners.length);
  });
});

describe("what is read", () => {
  test("counts everything and keeps what is wanted", () => {
    const plan = planOf("shop");
    expect(plan.declares).toBe(43);
    expect(plan.declarations.some(({ type }) => type === "aws_eip")).toBe(false);
    const one = planOf("shop", { wanted: (type) => type === "aws_eks_cluster" });
    expect(one.declares).toBe(43);
    expect(one.declarations).toHaveLength(4);
  });

  test("does not include what a failed replacement left behind", () => {
    const entry = { address: "a.b", mode: "managed", type: "a", name: "b" };
    const change = { actions: ["delete"], before: {}, after: null };
    const plan = planFrom({
      resource_changes: [
        { ...entry, change },
        { ...entry, deposed: "0123abcd", change },
      ],
    });
    expect(plan.declarations).toHaveLength(1);
  });

  test("tells where modules come from, what they hold and what variables are", () => {
    const { modules, variables } = planOf("shop").configuration();
    expect(modules.map(({ path, source }) => [path.join("."), source])).toEqual([
      ["", undefined],
      ["cluster", "./modules/cluster"],
      ["cluster.nodes", "../nodes"],
      ["network", "./modules/network"],
    ]);
    expect(modules[1]?.resources).toContain("data.aws_iam_policy_document.irsa");
    expect(modules[1]?.arguments).toContain("additional_subnets");
    expect(variables.get("operator_password")).toEqual({ value: "not-a-password", sensitive: true });
    expect(variables.get("allowed")).toEqual({ value: null, sensitive: false });
  });
});

describe("a plan too large for one piece", () => {
  const huge = Number.POSITIVE_INFINITY;

  test.each(["shop", "living"])("reads the same: %s", (name) => {
    for (const wanted of [isWanted, (type: string) => type === "aws_iam_policy_document"]) {
      expect(everything(planOf(name, { wanted, fileSize: huge }))).toEqual(
        everything(planOf(name, { wanted })),
      );
    }
  });

  test("reads the same with indentation, with sorted keys, in UTF-16 and behind a command line", () => {
    const plan = JSON.parse(textOf("shop"));
    const expected = everything(planOf("shop"));
    const indented = JSON.stringify(plan, null, 2);
    expect(everything(planFrom(indented, { fileSize: huge }))).toEqual(expected);
    expect(everything(planFrom(JSON.stringify(sorted(plan)), { fileSize: huge })).resources).toEqual(
      expected.resources,
    );
    expect(everything(planFrom(Buffer.from(`\uFEFF${indented}`, "utf16le"), { fileSize: huge }))).toEqual(
      expected,
    );
    expect(everything(planFrom(`\uFEFF${indented}`, { fileSize: huge }))).toEqual(expected);
    const wrapped = `[command]/home/ci/terraform-bin show -json tfplan\n${indented}\n\n::debug::Terraform exited with code 0.\n`;
    expect(everything(planFrom(wrapped, { fileSize: huge }))).toEqual(expected);
    expect(everything(planFrom(wrapped))).toEqual(expected);
  });

  test("falls back to planned values when it has no changes", () => {
    const { resource_changes: _, ...rest } = JSON.parse(textOf("shop"));
    const large = planFrom(rest, { fileSize: huge });
    expect(everything(large)).toEqual(everything(planFrom(rest)));
    expect(find(large, "aws_eks_cluster.plain").change).toBe("declared");
    expect(find(large, "aws_eks_cluster.plain").root.get("role_arn").state).toBe("unknown");
  });
});

describe("a file that is no readable plan is refused with the next step", () => {
  const refusal = (content: string | object, fileSize = 0): Failure => {
    try {
      planFrom(content, { fileSize });
    } catch (error) {
      if (error instanceof Failure) return error;
      throw error;
    }
    throw new Error("it was read");
  };

  test.each([0, Number.POSITIVE_INFINITY])("cut short, size %s", (fileSize) => {
    const text = JSON.stringify(JSON.parse(textOf("living")), null, 1);
    const failure = refusal(text.slice(0, 3000), fileSize);
    expect(failure.code).toBe("unreadable");
    expect(failure.message).toMatch(/^this plan is cut short/);
    expect(failure.hint).toContain("terraform show -json");
    expect(failure.at?.line).toBeGreaterThan(1);
  });

  test.each([0, Number.POSITIVE_INFINITY])("malformed, size %s, with line and column", (fileSize) => {
    const text = '{\n  "resource_changes": [\n    { "address": "a.b", "type": aws }\n  ]\n}';
    const failure = refusal(text, fileSize);
    expect(failure.message).toBe("this plan is not valid JSON: expected a value, found `aws`");
    expect(failure.at).toEqual({ file: "plan.json", line: 3, column: 33 });
    const behind = refusal(`[command]terraform show\n${text}`, fileSize);
    expect(behind.at).toEqual({ file: "plan.json", line: 4, column: 33 });
  });

  test("a shell took its quotes", () => {
    const failure = refusal("{format_version:1.2,resource_changes:[]}");
    expect(failure.message).toBe(
      "this plan is not valid JSON: expected a key in double quotes or `}`, found `format_version`",
    );
    expect(failure.at).toEqual({ file: "plan.json", line: 1, column: 2 });
  });

  test("a state", () => {
    expect(refusal({ format_version: "1.0", values: { root_module: {} } }).message).toContain("state");
    expect(refusal({ version: 4, serial: 1, lineage: "x", resources: [] }).hint).toContain(
      "terraform plan -out",
    );
  });

  test("a plan without resources to read", () => {
    expect(refusal({ format_version: "1.2" }).message).toContain("`resource_changes`");
    expect(refusal({ format_version: "1.2" }, Number.POSITIVE_INFINITY).message).toContain(
      "`resource_changes`",
    );
  });

  test("a resource without an address", () => {
    expect(refusal({ resource_changes: [{ type: "aws_eks_cluster" }] }).message).toContain("`address`");
  });
});

describe("a key that stands twice", () => {
  const entry = (
    name: string,
  ) => `{"address": "aws_vpc.${name}", "mode": "managed", "type": "aws_vpc", "name": "${name}",
    "change": {"actions": ["create"], "before": null, "after": {"a": "first"}, "after": {"a": "last"}, "after_unknown": {}}}`;
  const list = (name: string) => `"resource_changes": [${entry(name)}]`;
  const padding = `"x": "${"y".repeat(5 * 2 ** 20)}"`;

  test("at the top of a plan makes it nothing to judge by, for every reader takes it differently", () => {
    for (const more of ["", `, ${padding}`]) {
      const twice = `{"format_version": "1.2", ${list("a")}, ${list("b")}${more}}`;
      expect(() => planFrom(twice)).toThrow("`resource_changes` is there twice");
    }
  });

  test("in a resource counts as its last, as for Terraform", () => {
    for (const more of ["", `, ${padding}`]) {
      const plan = planFrom(`{"format_version": "1.2", ${list("a")}${more}}`);
      expect(plan.declarations[0]?.root.get("a").json).toBe("last");
    }
  });

  test("is not one that merely is named again further down", () => {
    const text = `{"format_version": "1.2", ${list("a")}, "y": {"resource_changes": ["resource_changes"]}}`;
    expect(planFrom(text).declares).toBe(1);
  });
});

test("a plan that changes nothing is a plan", () => {
  expect(planFrom({ format_version: "1.2", planned_values: { root_module: {} } })).toMatchObject({
    declares: 0,
    declarations: [],
  });
});

/** All that can be asked of a plan. */
function everything(plan: Plan): { declares: number; resources: unknown[] } {
  const resources = plan.declarations.map(({ root, before, ...rest }) => [
    rest,
    described(root),
    before && described(before),
  ]);
  return { declares: plan.declares, resources };
}

function described(attribute: Attribute): unknown {
  const { state, json, sensitive, missing, links } = attribute;
  const below = [...attribute.items(), ...attribute.entries().map(([, value]) => value)].map(described);
  return { state, json, sensitive, missing, links, below };
}

function sorted(json: unknown): unknown {
  if (Array.isArray(json)) return json.map(sorted);
  if (typeof json !== "object" || json === null) return json;
  return Object.fromEntries(
    Object.entries(json)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, value]) => [key, sorted(value)]),
  );
}
