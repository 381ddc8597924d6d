import { readFileSync } from "node:fs";
import { Ajv } from "ajv";
import { describe, expect, test } from "vitest";
import { readInventories } from "../../src/policy/inventory.ts";
import {
  clusterShape,
  countsShape,
  inventoryShape,
  roleShape,
  ruleShape,
  securityGroupShape,
  subnetShape,
} from "../../src/policy/inventory-shape.ts";
import { plain, readYaml } from "../../src/policy/yaml.ts";

const head = 'version: 1\nasOf: 2026-11-20\naccount: "111122223333"\nregion: eu-west-1\n';
const schema = JSON.parse(readFileSync("policies/inventory.schema.json", "utf8"));
const ajv = new Ajv({ allowUnionTypes: true });

function mistakesIn(...texts: readonly string[]): readonly string[] {
  const { mistakes } = readInventories(texts.map((text, index) => ({ file: `${index}.yaml`, text })));
  return mistakes.map(({ at, message }) => `${at.file}:${at.line}:${at.column}: ${message}`);
}

const schemaTakes = (text: string) => {
  const { root } = readYaml("inventory.yaml", text);
  return ajv.validate(schema, root === undefined ? undefined : plain(root));
};

describe("an inventory", () => {
  test("that has everything is right, as YAML and as JSON", () => {
    const example = readFileSync("examples/inventory/inventory.yaml", "utf8");
    const { root } = readYaml("inventory.yaml", example);
    const asJson = JSON.stringify(root === undefined ? undefined : plain(root), undefined, 2);
    expect([...mistakesIn(example), ...mistakesIn(asJson)]).toEqual([]);
    expect(ajv.validate(schema, JSON.parse(asJson)), ajv.errorsText()).toBe(true);
  });

  test.each([
    [
      "another version",
      "version: 2\nmore: 1\n",
      "0.yaml:1:10: `version` must be 1, the only version there is",
    ],
    ["no version", head.replace("version: 1\n", ""), "0.yaml:1:1: `version` is missing"],
    ["a mistyped part", `${head}subnet: []\n`, "0.yaml:5:1: unknown key `subnet`; did you mean `subnets`?"],
    [
      "a mistyped key of a member",
      `${head}subnets:\n  - { id: subnet-a, zone: eu-west-1a, az: x }\n`,
      "0.yaml:6:39: unknown key `az`; did you mean `id`?",
    ],
    [
      "a version that YAML reads as a number",
      `${head}clusters:\n  - { name: prod, version: 1.30 }\n`,
      "0.yaml:6:28: `version` must be text, not `1.30`",
    ],
    [
      "a count of something else",
      `${head}counts: { cluster: 1 }\n`,
      "0.yaml:5:11: unknown key `cluster`; did you mean `clusters`?",
    ],
    [
      "a quota that is no number",
      `${head}quotas: { nodeGroupsPerCluster: many }\n`,
      "0.yaml:5:33: `nodeGroupsPerCluster` must be a number, not `many`",
    ],
    [
      "a rule with two other sides",
      `${head}securityGroups:\n  - id: sg-1\n    rules:\n      - { direction: ingress, protocol: tcp, cidr: 10.0.0.0/8, peer: sg-2 }\n`,
      "0.yaml:8:9: a rule has one of `cidr`, `peer` and `prefixList`, and one only",
    ],
  ])("with %s is told so where it stands", (_, text, mistake) => {
    expect(mistakesIn(text)).toEqual([mistake]);
    expect(schemaTakes(text)).toBe(false);
  });

  test("needs the digits of its account, which may begin with a zero", () => {
    expect(mistakesIn(head.replace('"111122223333"', "prod"))).toEqual([
      "0.yaml:3:10: `account` must be the 12 digits of an account",
    ]);
    const { inventories } = readInventories([
      { file: "a.yaml", text: head.replace('"111122223333"', "001122223333") },
    ]);
    expect(inventories[0]?.document).toMatchObject({ account: "001122223333" });
  });

  test("names a thing once", () => {
    const subnet = "  - { id: subnet-a, zone: eu-west-1a }\n";
    expect(mistakesIn(`${head}subnets:\n${subnet}${subnet}`)).toEqual([
      "0.yaml:7:11: `subnet-a` is written twice",
    ]);
  });

  test("that is empty, or not YAML, is no inventory", () => {
    expect(mistakesIn("")).toEqual(["0.yaml:1:undefined: the inventory is empty"]);
    expect(mistakesIn("a: [")[0]).toContain("not valid YAML");
  });

  test("that is nested without end is refused and stops nothing", () => {
    for (const closed of ["", "]".repeat(100_000)])
      expect(mistakesIn(`${head}roles: ${"[".repeat(100_000)}${closed}`)).toHaveLength(1);
  });
});

describe("two inventories", () => {
  const other = head.replace("eu-west-1", "us-east-1");
  const role = (service: string, more = "") =>
    `roles:\n  - arn: arn:aws:iam::111122223333:role/app\n    trust: { Statement: [{ Effect: Allow, Principal: { Service: ${service} } }]${more} }\n`;

  test("may tell of the same role, if they say the same, in whatever order", () => {
    const reordered = role("a").replace(
      "Effect: Allow, Principal: { Service: a }",
      "Principal: { Service: a }, Effect: Allow",
    );
    expect(mistakesIn(`${head}${role("a")}`, `${other}${reordered}`)).toEqual([]);
  });

  test("that contradict one another are a mistake", () => {
    expect(mistakesIn(`${head}${role("a")}`, `${other}${role("b")}`)).toEqual([
      "1.yaml:6:10: `arn:aws:iam::111122223333:role/app` has another `trust` here than in `0.yaml`; make both inventories again",
    ]);
  });

  test("of one account and Region are a mistake", () => {
    expect(mistakesIn(head, head)).toEqual([
      "1.yaml:3:11: `0.yaml` is of `111122223333 eu-west-1` as well; make one inventory of both",
    ]);
  });
});

test("the schema for editors has the keys that are read", () => {
  const { properties, definitions } = schema;
  const pairs = [
    [schema, inventoryShape],
    [properties.subnets.items, subnetShape],
    [properties.securityGroups.items, securityGroupShape],
    [definitions.rule, ruleShape],
    [properties.roles.items, roleShape],
    [properties.clusters.items, clusterShape],
    [properties.counts, countsShape],
  ] as const;
  for (const [described, { entries }] of pairs)
    expect(Object.keys(described.properties)).toEqual(Object.keys(entries));
});
