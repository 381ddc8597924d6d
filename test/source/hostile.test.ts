import { describe, expect, it } from "vitest";
import { read } from "../../src/source/read.ts";
import { memoryTree } from "../../src/source/tree.ts";

const group = {
  address: "aws_security_group.open",
  mode: "managed",
  type: "aws_security_group",
  name: "open",
  change: { actions: ["create"], before: null, after: { ingress: [] }, after_unknown: {} },
};
const stack = "Resources:\n  A:\n    Type: AWS::EC2::VPC\n    Properties: {}\n";
const map = "apiVersion: v1\nkind: ConfigMap\nmetadata: { name: a }\n";
const deep = `${"[".repeat(100_000)}${"]".repeat(100_000)}`;

describe("what a plan says is never passed over", () => {
  it.each([
    [
      "a list of changes that is none",
      { resource_changes: { 0: group } },
      "`resource_changes` is not a list",
    ],
    ["an entry that is no object", { resource_changes: ["x", group] }, "an entry of `resource_changes`"],
    ["a resource without its change", { resource_changes: [{ ...group, change: undefined }] }, "no `change`"],
    [
      "values that are none",
      { resource_changes: [{ ...group, change: { ...group.change, after: "x" } }] },
      "`change.after`",
    ],
    [
      "marks that are none",
      { resource_changes: [{ ...group, change: { ...group.change, after_unknown: "x" } }] },
      "`change.after_unknown`",
    ],
    ["a module that is none", { planned_values: { root_module: { child_modules: [5] } } }, "a module of"],
    ["planned values that are none", { planned_values: [] }, "a module of `planned_values`"],
    [
      "planned resources without values",
      { planned_values: { root_module: { resources: [{ ...group, values: 5 }] } } },
      "no `values`",
    ],
    ["planning that failed", { resource_changes: [group], errored: true }, "planning ended with an error"],
    ["a format of the future", { resource_changes: [group], format_version: "9.0" }, "`9.0`"],
  ])("%s", (_, parts, said) => {
    const plan = JSON.stringify({ format_version: "1.2", terraform_version: "1.9.0", ...parts });
    expect(refusals({ "plan.json": plan })).toEqual([expect.stringContaining(said)]);
  });

  it("reads what is only refreshed, and what is deferred to a later plan", () => {
    const resources = [{ ...group, values: group.change.after }];
    const refreshed = {
      format_version: "1.2",
      resource_changes: [],
      planned_values: { root_module: { resources } },
    };
    const deferred = {
      format_version: "1.2",
      resource_changes: [],
      deferred_changes: [{ reason: "x", resource_change: group }],
    };
    for (const plan of [refreshed, deferred]) {
      const { declarations, failures } = sources({ "plan.json": JSON.stringify(plan) });
      expect(failures).toEqual([]);
      expect(declarations.map(({ owner }) => owner)).toEqual(["aws_security_group.open"]);
    }
  });

  it("leaves out what is deposed, and nothing that only has a place for it", () => {
    const changes = [
      { ...group, deposed: "3f6a" },
      { ...group, deposed: null },
    ];
    const text = JSON.stringify({ format_version: "1.2", resource_changes: changes });
    expect(sources({ "plan.json": text }).declarations).toHaveLength(1);
  });

  const plan = JSON.stringify({ format_version: "1.2", resource_changes: [group] });
  it.each([
    ["inside another document", `{"plan":${plan}}`],
    ["in a list", `[${plan}]`],
    ["behind other text", `Refreshing state...\n${plan}`],
    ["with comments", `// mine\n${plan}`],
    ["behind another document", `{"a":1}\n${plan}`],
  ])("a plan %s is refused", (_, text) => {
    expect(refusals({ "plan.json": text })).toEqual([expect.stringContaining("plan")]);
  });

  it.each(["", " \n", "[command]/usr/bin/terraform show -json tfplan\n"])(
    "an empty plan is refused %#",
    (text) => {
      expect(refusals({ "infra/tfplan.json": text })).toEqual(["this plan is empty"]);
      expect(refusals({ "infra/values.json": "" })).toEqual([]);
    },
  );
});

describe("what a template says is never passed over", () => {
  it.each([
    ["Resources: { A: { Type: AWS::EC2::VPC, Properties: [x] } }", "`Properties`"],
    ["Resources: { A: { Type: AWS::EC2::VPC, properties: {} } }", "`properties`"],
    ["Resources: { A: { Type: AWS::EC2::VPC }, Fn::Transform: { Name: AWS::Include } }", "`Fn::Transform`"],
    ["Fn::Transform: { Name: AWS::Include }\nResources: { A: { Type: AWS::EC2::VPC } }", "`Fn::Transform`"],
    ["Resources: { A: { Type: AWS::EC2::VPC }, Fn::ForEach::B: [I, [x], y] }", "`Fn::ForEach`"],
    [
      "Resources: { A: { Type: AWS::EC2::VPC }, Fn::ForEach::B: [I, [x], { C: { Properties: {} } }] }",
      "no `Type`",
    ],
    [`${stack}---\n${stack}`, "one of several documents"],
    [`${map}---\n${stack}`, "one of several documents"],
    [`${stack}---\n${map}`, "one of several documents"],
  ])("%s", (text, said) => {
    expect(refusals({ "stack.yaml": text })).toEqual([expect.stringContaining(said)]);
  });

  it.each([
    "? Resources\n: A: { Type: AWS::EC2::VPC }\n",
    '"R\\x65sources":\n  A: { Type: AWS::EC2::VPC }\n',
    '{"R\\u0065sources":{"A":{"Type":"AWS::EC2::VPC"}}}',
    "# mine\n--- { Resources: { A: { Type: AWS::EC2::VPC } } }\n",
    "&a Resources:\n  A: { Type: AWS::EC2::VPC }\n",
  ])("is a template however its keys are written: %s", (text) => {
    expect(sources({ "stack.yaml": text }).inputs).toMatchObject([{ format: "cloudformation", declares: 1 }]);
  });
});

describe("what a list of manifests holds is never passed over", () => {
  it.each(["[a]", "[null]", "[{ metadata: { name: a } }]"])("%s", (items) => {
    const list = `apiVersion: v1\nkind: List\nitems: ${items}\n`;
    expect(refusals({ "list.yaml": list })).toEqual([expect.stringContaining("`items[0]` of this list")]);
  });
});

describe("bytes that are no text", () => {
  it.each([
    Buffer.from(stack.replace("VPC", "V\0PC")),
    Buffer.from(`\uFEFF${stack.replace("VPC", "V\0PC")}`, "utf16le"),
    Buffer.concat([Buffer.from(`\uFEFF${stack}`, "utf16le"), Buffer.from("x")]),
  ])("are refused where they claim to be input %#", (bytes) => {
    expect(refusals({ "stack.yaml": bytes })).toHaveLength(1);
  });

  it("are refused in a manifest that is too large to be held", () => {
    expect(refusals({ "large.yaml": `${map}#${" ".repeat(33 * 2 ** 20)}\n` })).toEqual([
      "this file is too large to be read",
    ]);
  });
});

describe("nesting and repetition without end", () => {
  const change = (after: string) =>
    `{"format_version":"1.2","resource_changes":[{"address":"a.b","mode":"managed","type":"a","change":{"actions":["create"],"after":{"x":${after}}}}]}`;
  it.each([
    ["plan.json", change(deep)],
    ["large.json", change(`"${"x".repeat(5 * 2 ** 20)}","y":${deep}`)],
    [
      "stack.json",
      `{"Resources":{"A":{"Type":"AWS::IAM::Role","Properties":{"AssumeRolePolicyDocument":${deep}}}}}`,
    ],
    ["pod.json", `{"apiVersion":"v1","kind":"Pod","metadata":{"name":"a"},"spec":${deep}}`],
    ["list.json", `{"apiVersion":"v1","kind":"List","items":[`.repeat(20_000) + "]}".repeat(20_000)],
    ["chain.yaml", `${map}a0: &a0 [x]\n${times(500, (n) => `a${n + 1}: &a${n + 1} [*a${n}]\n`)}`],
    ["cycle.yaml", `${map}spec: &s { template: *s }\n`],
  ])("%s is refused", (file, text) => {
    expect(refusals({ [file]: text })).toEqual([expect.stringMatching(/levels deep|aliases expand/)]);
  });

  it.each([
    ["main.tf", "\n".repeat(300_000)],
    ["main.tf", `source${" ".repeat(300_000)}`],
    ["pod.yaml", `apiVersion: v1\nkind: Pod\nmetadata: { name: "${"${A".repeat(60_000)}" }\n`],
    ["pod.yaml", `apiVersion: v1\nkind: Pod\nmetadata: { name: "${"{{ ".repeat(60_000)}" }\n`],
    ["stack.yaml", `${stack.replace("{}", "")}      CidrBlock: !Sub "${"${".repeat(200_000)}"\n`],
  ])("a long text in %s takes no long time %#", (file, text) => {
    const started = performance.now();
    for (const { root } of sources({ [file]: text }).declarations) {
      expect(root.get("metadata", "name").state).not.toBe("never");
      expect(root.get("CidrBlock").state).not.toBe("never");
    }
    expect(performance.now() - started).toBeLessThan(2_000);
  });
});

describe("a password that cannot be read", () => {
  const secret = "apiVersion: v1\nkind: Secret\nmetadata: { name: a }\nstringData:\n";
  it.each([
    ["secret.yaml", `${secret}  a: *hunter2\n`],
    ["secret.yaml", `${secret}  a: !hunter2 x\n`],
    ["secret.yaml", `${secret}  a: !hunter2!x y\n`],
    ["secret.yaml", `${secret}  a: !<hunter2> y\n`],
    ["secret.yaml", `${secret}  a: !hunter2[{ y\n`],
    ["secret.yaml", `${secret}  a: "hunter2\n`],
    ["secret.yaml", `${secret}  a: @hunter2\n`],
    ["secret.yaml", `${secret}  a: %hunter2\n b: c\n`],
    ["secret.json", '{"apiVersion":"v1","kind":"Secret","metadata":{},"data":{"a":hunter2}}'],
    ["plan.json", '{"format_version":"1.2","resource_changes":[{"after":{"password":hunter2}}]}'],
  ])("is not repeated: %s %#", (file, text) => {
    const [failure, ...others] = sources({ [file]: text }).failures;
    expect(others).toEqual([]);
    expect(failure?.message).toMatch(/not valid/);
    expect(`${failure?.message} ${failure?.hint}`).not.toContain("hunter2");
  });
});

function times(number: number, line: (n: number) => string): string {
  return Array.from({ length: number }, (_, n) => line(n)).join("");
}

function sources(files: Readonly<Record<string, string | Uint8Array>>) {
  return read(memoryTree(files), { wanted: () => true });
}

function refusals(files: Readonly<Record<string, string | Uint8Array>>): readonly string[] {
  return sources(files).failures.map(({ message }) => message);
}
