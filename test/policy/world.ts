import type { Ref } from "../../src/base/place.ts";
import { Unknown, type Value } from "../../src/base/value.ts";
import type { Entity, Graph, Reading } from "../../src/graph/graph.ts";
import type { TypeDeclaration, Vocabulary } from "../../src/graph/vocabulary.ts";
import { type Facts, readFacts } from "../../src/policy/facts.ts";
import { type Loaded, loadPolicies } from "../../src/policy/load.ts";
import type { Override } from "../../src/policy/override.ts";

/** A vocabulary small enough to hold in mind: groups with rules. */
export const vocabulary: Vocabulary = {
  types: [
    type("Group", {
      name: "string",
      size: "int",
      wide: "bool",
      owner: "string?",
      zones: "list<string>",
      rules: "list<Rule>",
      parent: "Group",
    }),
    type("Rule", { port: "int", open: "bool" }),
    { ...type("Tag", { key: "string" }), selectable: false },
    { ...type("Ghost", { name: "string" }), formats: [] },
  ],
};

function type(name: string, fields: Readonly<Record<string, string>>): TypeDeclaration {
  return {
    name,
    doc: `A ${name.toLowerCase()}.`,
    selectable: true,
    fields: Object.entries(fields).map(([field, fieldType]) => ({
      name: field,
      type: fieldType,
      doc: `Its ${field}.`,
      formats: ["terraform"],
    })),
    methods: [],
    formats: ["terraform"],
  };
}

export const facts: Facts = readFacts(
  "facts.yaml",
  'limits: { groups: { value: 3 } }\nversions:\n  "1.34": { ends: 2026-12-02 }\n',
).facts;

/** An entity whose fields are written where their names say; those in `secret` are sensitive. */
export function entity(
  concept: string,
  resource: string,
  fields: Readonly<Record<string, Value>>,
  secret: readonly string[] = [],
): Entity {
  const reading = (field: string): Reading | undefined => {
    const value = fields[field];
    if (value === undefined) return undefined;
    return { value, ref: ref(resource, field), sensitive: secret.includes(field), origin: "written" };
  };
  return {
    concept,
    id: `${concept} ${resource}`,
    resource,
    ref: ref(resource),
    count: undefined,
    get: (field) => reading(field)?.value,
    reading,
  };
}

export function ref(owner: string, ...path: readonly string[]): Ref {
  return { format: "terraform", file: "plan.json", owner, document: 0, path };
}

export function graphOf(...entities: readonly Entity[]): Graph {
  return {
    vocabulary,
    entities: (concept) => entities.filter((each) => each.concept === concept),
    size: entities.length,
  };
}

/** A value that is written at `owner.field` and not known yet. */
export function unknown(owner: string, field: string): Unknown {
  return new Unknown([
    { attribute: `${owner}.${field}`, reason: "known after apply", ref: ref(owner, field) },
  ]);
}

/** The text of a policy file: the given lines, and whatever else a policy must have. */
export function policyText(lines: string): string {
  const parts: Readonly<Record<string, string>> = {
    title: "A group is too small",
    severity: "high",
    select: "Group",
    assert: "self.size >= 2",
    message: '"group {self.name} has {self.size}"',
    why: "Small groups fall over.",
    fix: "Make it larger.",
    cases: `
  - { violated: one, kubernetes: x }
  - { satisfied: two, kubernetes: x }
  - { unresolved: not known, kubernetes: x }`,
  };
  const given = `${lines.trim()}\n`;
  const missing = Object.entries(parts).filter(([key]) => !new RegExp(`^${key}:`, "m").test(given));
  return given.trimStart() + missing.map(([key, value]) => `${key}: ${value}\n`).join("");
}

export function load(
  files: Readonly<Record<string, string>>,
  overrides: readonly Override[] = [],
): Promise<Loaded> {
  const texts = Object.entries(files).map(([file, text]) => ({ file, text }));
  return loadPolicies(texts, { vocabulary, facts, overrides });
}

/** The mistakes of one policy file, as `line:column message`. */
export async function mistakesIn(
  text: string,
  file = "policies/sizes/group-too-small.yaml",
): Promise<readonly string[]> {
  const { mistakes } = await load({ [file]: text });
  return mistakes.map(({ at, message }) => `${at.line}:${at.column ?? 0} ${message}`);
}
