import { describe, expect, it } from "vitest";
import { read } from "../../../src/source/read.ts";
import { memoryTree } from "../../../src/source/tree.ts";

const stack = `
Parameters:
  Size: { Type: Number, AllowedValues: [1, 3] }
  Zones: { Type: CommaDelimitedList, Default: a }
  Password: { Type: String, NoEcho: true }
Resources:
  It: { Type: AWS::EKS::Cluster, Properties: { Size: !Ref Size, Zones: !Ref Zones, Password: !Ref Password } }
`;

function given(text: string, template?: string) {
  const tree = memoryTree({ "stack.yaml": stack, "other.yaml": stack });
  return read(tree, { wanted: () => true, parameters: [{ file: "prod.json", text, template }] });
}

function properties(text: string, template?: string) {
  const { declarations, failures } = given(text, template);
  expect(failures).toEqual([]);
  return declarations.map(({ root }) => root);
}

describe("a file of parameters", () => {
  it.each([
    [
      "the AWS CLI",
      '[{"ParameterKey": "Size", "ParameterValue": "3"}, {"ParameterKey": "Zones", "ParameterValue": "x, y"}]',
    ],
    ["aws cloudformation deploy", '["Size=3", "Zones=x,y"]'],
    ["CodePipeline", '{"Parameters": {"Size": "3", "Zones": "x,y"}}'],
    ["a map", '{"Size": 3, "Zones": ["x", "y"]}'],
    ["YAML", "Size: 3\nZones: [x, 'y']\n"],
    ["lines", '# production\n\nSize = 3\nZones="x,y"\n'],
  ])("may be written for %s", (_, text) => {
    const [first] = properties(text);
    expect(first?.get("Size").json).toBe(3);
    expect(first?.get("Zones").json).toEqual(["x", "y"]);
  });

  it("counts for every template that declares the parameter, or for the one it is for", () => {
    expect(properties("Size=3").map((root) => root.get("Size").json)).toEqual([3, 3]);
    expect(properties("Size=3", "stack.yaml").map((root) => root.get("Size").json)).toEqual([undefined, 3]);
  });

  it("keeps a secret, and does not know the value that a stack already has", () => {
    const [secret] = properties("Password=hunter2");
    expect(secret?.get("Password")).toMatchObject({ state: "known", sensitive: true });
    const [kept] = properties('[{"ParameterKey": "Zones", "UsePreviousValue": true}]');
    expect(kept?.get("Zones").missing).toMatchObject({
      attribute: "Zones",
      reason: "what the stack already has",
    });
  });

  it.each([
    ["Sise=3", "no template has a parameter `Sise`", { line: 1, column: 1 }],
    [
      '{\n  "Zones": "Size",\n  "Size": "2"\n}',
      "`2` is not allowed for parameter `Size`",
      { line: 2, column: 13 },
    ],
    ['["Size"]', "these are no parameters", {}],
    ["just a text", "these are no parameters", {}],
    ["Size: { a: 1 }", "the value of parameter `Size` is no text", {}],
  ])("%s is refused with its place", (text, message, place) => {
    const [failure] = given(text).failures;
    expect(failure).toMatchObject({ code: "usage", message, at: { file: "prod.json", ...place } });
    expect(failure?.hint).toBeDefined();
  });

  it("that is secret and not allowed is not shown", () => {
    const tree = memoryTree({
      "stack.yaml": stack.replace("NoEcho: true", "NoEcho: true, AllowedValues: [a]"),
    });
    const parameters = [{ file: "prod.env", text: "Password=hunter2", template: undefined }];
    const [failure] = read(tree, { wanted: () => true, parameters }).failures;
    expect(failure?.message).toBe("the value is not allowed for parameter `Password`");
  });

  it("for a template that was not read is refused", () => {
    expect(given("Size=3", "stak.yaml").failures[0]).toMatchObject({
      message: "there is no template `stak.yaml` for these parameters",
      hint: "it is no template that was read by itself; did you mean `stack.yaml`?",
    });
  });
});
