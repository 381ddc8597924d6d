import { describe, expect, it } from "vitest";
import { Failure } from "../../../src/base/failure.ts";
import { type Dialect, loadYaml } from "../../../src/source/yaml/load.ts";

const manifest = (text: string) => loadYaml(text, "a.yaml", "manifest")[0];
const template = (text: string) => loadYaml(text, "a.yaml", "template")[0];

describe("plain scalars are read as kubectl and CloudFormation read them", () => {
  it.each([
    ["yes", true],
    ["On", true],
    ["n", false],
    ["OFF", false],
    ["0644", 420],
    ["0o644", 420],
    ["0x1F", 31],
    ["0b11", 3],
    ["1_000", 1000],
    ["-010", -8],
    ["012345678901", 12345678901],
    ["22:22", "22:22"],
    ["2012-10-17", "2012-10-17"],
    ["1e3", 1000],
    ["~", null],
    ["'yes'", "yes"],
    ["yesterday", "yesterday"],
    ["1.31", 1.31],
  ])("%s", (text, value) => {
    expect(manifest(`value: ${text}`)).toEqual({ value });
  });

  it("a key is a text, whatever it looks like", () => {
    expect(manifest("on: 1\n8080: 2")).toEqual({ true: 1, 8080: 2 });
  });

  it("merge keys are merged", () => {
    expect(manifest("a: &a {x: 1, z: 2}\nb: {<<: *a, z: 3}")).toMatchObject({ b: { x: 1, z: 3 } });
  });
});

describe("documents", () => {
  it("empty ones keep their place", () => {
    expect(loadYaml("---\na: 1\n---\n---\nb: 2\n", "a.yaml", "manifest")).toEqual([{ a: 1 }, null, { b: 2 }]);
  });

  it("a bracket may stand as far left as its key", () => {
    const text = 'spec:\n  command: [\n    "sh"\n  ]\n  text: "one\n  two"\n  last: 1\n';
    expect(manifest(text)).toEqual({ spec: { command: ["sh"], text: "one two", last: 1 } });
  });

  it("a place after such a bracket is on the author's own line", () => {
    expect(refusal("spec:\n  command: [\n    sh\n  ]\n  a: b: c\n", "manifest").at).toMatchObject({
      line: 5,
    });
  });
});

describe("short forms of CloudFormation", () => {
  it.each([
    ["!Ref Name", { Ref: "Name" }],
    ["!GetAtt Role.Arn", { "Fn::GetAtt": ["Role", "Arn"] }],
    ["!GetAtt Stack.Outputs.Vpc", { "Fn::GetAtt": ["Stack", "Outputs.Vpc"] }],
    ["!Sub 'a-${B}'", { "Fn::Sub": "a-${B}" }],
    ["!Sub ['${x}', {x: !Ref Y}]", { "Fn::Sub": ["${x}", { x: { Ref: "Y" } }] }],
    ["!If [Prod, !Ref A, 1]", { "Fn::If": ["Prod", { Ref: "A" }, 1] }],
    ["!Condition Prod", { Condition: "Prod" }],
    ["!GetAZs ''", { "Fn::GetAZs": "" }],
    ["!Transform {Name: AWS::Include}", { "Fn::Transform": { Name: "AWS::Include" } }],
    ["!Rain::Embed a.sh", { "Fn::Rain::Embed": "a.sh" }],
  ])("%s", (text, value) => {
    expect(template(`value: ${text}`)).toEqual({ value });
  });

  it("are a mistake in a manifest", () => {
    expect(refusal("a: !Ref b", "manifest").at).toEqual({ file: "a.yaml", line: 1, column: 4 });
  });
});

describe("what is refused", () => {
  it.each(["template", "strict"] as const)("a key that stands twice, in a %s", (dialect) => {
    expect(refusal("a: 1\nb: 2\na: 3\n", dialect)).toMatchObject({
      message: "this key is already there in the same map",
      at: { file: "a.yaml", line: 3, column: 1 },
    });
  });

  it("in a manifest the last one counts", () => {
    expect(manifest("a: 1\na: 2")).toEqual({ a: 2 });
  });

  it("shows the reason and never the file", () => {
    const failure = refusal("password: hunter2\n b: [", "manifest");
    expect(failure.message).not.toContain("hunter2");
    expect(failure.at).toMatchObject({ line: 2 });
  });

  it("aliases that stand for more than anyone writes", () => {
    const levels = ["a: &a [1,1,1,1,1,1,1,1,1,1]"];
    for (const [before, name] of ["ab", "bc", "cd", "de", "ef", "fg"].map(([x, y]) => [x, y])) {
      levels.push(`${name}: &${name} [${Array.from({ length: 10 }, () => `*${before}`).join(",")}]`);
    }
    expect(refusal(levels.join("\n"), "manifest").message).toContain("aliases");
  });

  it("a value that contains itself", () => {
    expect(refusal("a: &a [*a]", "manifest").message).toContain("aliases");
  });

  it("nesting without end", () => {
    expect(refusal("[".repeat(5000), "manifest").message).toContain("nesting");
  });
});

it("a key cannot reach the prototype", () => {
  const value = manifest("__proto__: {admin: true}\na: 1");
  expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
  expect(Object.hasOwn(Object(value), "__proto__")).toBe(true);
});

function refusal(text: string, dialect: Dialect): Failure {
  try {
    loadYaml(text, "a.yaml", dialect);
  } catch (error) {
    if (error instanceof Failure) return error;
  }
  throw new Error("it was not refused");
}
