import { readdirSync, readFileSync } from "node:fs";
import { Ajv } from "ajv";
import { load as yaml } from "js-yaml";
import { describe, expect, it } from "vitest";
import { vocabulary } from "../../src/graph/words.ts";
import { schemaPages } from "../../src/policy/pages/schema.ts";

const pages = schemaPages(vocabulary);

// Rewritten by `npm test -- -u`.
describe("the schemas for editors", () => {
  it.each(Object.entries(pages))("%s says what the shapes say", async (file, text) => {
    await expect(text).toMatchFileSnapshot(`../../policies/${file}`);
  });
});

const ajv = new Ajv({ allowUnionTypes: true, keywords: ["enumDescriptions"] });
const validate = {
  policy: ajv.compile(JSON.parse(pages["policy.schema.json"] ?? "")),
  configuration: ajv.compile(JSON.parse(pages["configuration.schema.json"] ?? "")),
  waivers: ajv.compile(JSON.parse(pages["waivers.schema.json"] ?? "")),
};

/** Whether a text of YAML is right, as an editor would tell. */
function accepts(schema: keyof typeof validate, text: string): boolean {
  return validate[schema](yaml(text.replaceAll(/!ref |!unknown/g, ""))) === true;
}

const policy = `
title: A group is too small
severity: high
select: NodeGroup
assert: self.desiredSize > 1
message: "{self.resource}"
why: It falls over.
fix: Make it larger.
cases: [{ violated: one, kubernetes: x }]
`;

describe("an editor that goes by the schemas", () => {
  it("finds nothing wrong in the policies that come with the gate", () => {
    const files = readdirSync("policies", { recursive: true, encoding: "utf8" }).filter((file) =>
      /^(?!sets)[\w-]+\/[\w-]+\.yaml$/.test(file),
    );
    expect(files.length).toBeGreaterThan(100);
    const refused = files.filter((file) => !accepts("policy", readFileSync(`policies/${file}`, "utf8")));
    expect(refused).toEqual([]);
  });

  it.each([
    ["a key that means nothing", "notes: hm\n"],
    ["an empty text", 'let: {}\nat: " "\n'],
    ["a word that is no enforcement", "enforcement: block\n"],
    ["a parameter without its words", "params: { limit: { type: int, default: 3 } }\n"],
  ])("refuses %s in a policy", (_, line) => {
    expect(accepts("policy", policy)).toBe(true);
    expect(accepts("policy", `${policy}${line}`)).toBe(false);
  });

  it("offers the concepts that can be asked, each with what it is", () => {
    const { select } = JSON.parse(pages["policy.schema.json"] ?? "").properties;
    const [named] = select.anyOf;
    expect(named.enum).toContain("NodeGroup");
    expect(named.enum).not.toContain("PortRange");
    expect(named.enumDescriptions).toHaveLength(named.enum.length);
    expect(accepts("policy", policy.replace("NodeGroup", "Nodegroup"))).toBe(false);
  });

  it("takes everything that a configuration can say", () => {
    const text = `
policies: [recommended, ./policies, github: acme/eks-policies@v3]
override: { node-groups-over-quota: { params: { limit: 60 } }, "workloads/*": { enforcement: { from: '2027-01-15', deny }, severity: low } }
sources: { exclude: ["**/testdata/**"] }
clusters: { prod: { manifests: ["k8s/**"] }, dev: }
gate: { unresolved: warn, new-only: true }
waivers: waivers.yaml
`;
    expect(accepts("configuration", text)).toBe(true);
    expect(
      accepts("configuration", text.replace("waivers: waivers.yaml", "waivers: { inline: allow }")),
    ).toBe(true);
    expect(accepts("configuration", "null")).toBe(true);
    expect(accepts("configuration", "waivers: { inline: sometimes }")).toBe(false);
    expect(accepts("configuration", "gates: { unresolved: warn }")).toBe(false);
  });

  it("asks a waiver for its owner and its day", () => {
    const waiver =
      "- { policy: a, resource: b, reason: c, owner: '@acme/network', expires: '2027-03-31', match: glob }";
    expect(accepts("waivers", waiver)).toBe(true);
    expect(accepts("waivers", waiver.replace("owner: '@acme/network', ", ""))).toBe(false);
    expect(accepts("waivers", waiver.replace("2027-03-31", "someday"))).toBe(false);
  });
});
