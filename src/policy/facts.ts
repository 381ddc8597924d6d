import type { Fields, Value } from "../base/value.ts";
import type { TypeShape } from "../expr/environment.ts";
import type { Mistake } from "./policy.ts";
import { type MapNode, type Node, readYaml, type ScalarNode } from "./yaml.ts";

/** The numbers and dates policies stand on, and their types for the checker. */
export interface Facts {
  readonly value: Fields;
  /** The type of `facts`; its parts are in `types`. */
  readonly type: string;
  readonly types: readonly TypeShape[];
  /** The text that `facts.instanceTypes` is read from, where there is one. */
  readonly instanceTypes?: string;
}

/** The file of the facts, and the table of instance types beside it. */
export interface FactsText {
  readonly file: string;
  readonly text: string;
  readonly instanceTypes?: string | undefined;
}

/**
 * Reads `facts.yaml`. A map whose keys are all names becomes a group (`facts.quotas.subnetsPerVpc`); any other
 * becomes a table that is read by key (`facts.versions["1.34"]`), whose rows have every field that any row has,
 * `null` where a row lacks it. Dates are texts.
 */
export function readFacts(
  file: string,
  text: string,
): { readonly facts: Facts; readonly mistakes: readonly Mistake[] } {
  const document = readYaml(file, text);
  const mistakes: Mistake[] = [...document.mistakes];
  const types: TypeShape[] = [];
  const root = document.root;
  if (root?.kind !== "map") {
    if (mistakes.length === 0) mistakes.push({ at: { file, line: 1 }, message: "the facts must be a map" });
    return { facts: noFacts, mistakes };
  }
  const complain = (node: Node, message: string) =>
    mistakes.push({ at: document.source.place(node.start, node.end), message });
  const read = group([root], "facts", types, complain);
  const value = read.value(root);
  return { facts: { value: isFields(value) ? value : noFacts.value, type: "facts", types }, mistakes };
}

const noFacts: Facts = {
  value: fields("facts", new Map()),
  type: "facts",
  types: [{ name: "facts", fields: {} }],
};

/** A checker's message with the types of facts as authors write them: `facts.limits` for `facts_limits`. */
export function inAuthorsWords(message: string): string {
  return message.replace(/`facts(_\w+)`/g, (type) => type.replaceAll("_", "."));
}

/** How the values of one place of the file are typed and made; rows of a table share one. */
interface Reader {
  readonly type: string;
  readonly value: (node: Node) => Value;
}

type Complain = (node: Node, message: string) => void;

const namePattern = /^[a-z][A-Za-z0-9]*$/;

function reader(nodes: readonly Node[], name: string, types: TypeShape[], complain: Complain): Reader {
  const first = nodes[0];
  const other = nodes.find((node) => node.kind !== first?.kind);
  if (first === undefined || other !== undefined) {
    if (other !== undefined) complain(other, `\`${name}\` is of another kind in another row`);
    return { type: "string", value: () => null };
  }
  switch (first.kind) {
    case "scalar":
      return scalars(nodes.filter(isScalar), name, complain);
    case "list": {
      const items = nodes.flatMap((node) => (node.kind === "list" ? node.items : []));
      const item =
        items.length === 0 ? { type: "string", value: () => null } : reader(items, name, types, complain);
      return {
        type: `list<${item.type}>`,
        value: (node) => (node.kind === "list" ? node.items.map(item.value) : null),
      };
    }
    case "map": {
      const maps = nodes.filter(isMap);
      const isGroup = maps.every((map) => map.entries.every(({ key }) => namePattern.test(key.text)));
      return isGroup ? group(maps, name, types, complain) : table(maps, name, types, complain);
    }
  }
}

function scalars(nodes: readonly ScalarNode[], name: string, complain: Complain): Reader {
  const kinds = [
    ...new Set(nodes.map(({ value }) => scalarType(value)).filter((type) => type !== undefined)),
  ];
  const type = kinds.includes("double") ? "double" : kinds[0];
  const odd = nodes.find(({ value }) => !isOneOf(scalarType(value), type));
  if (odd !== undefined) complain(odd, `\`${name}\` is ${type} in another row`);
  const optional = nodes.some(({ value }) => value === null) ? "?" : "";
  return {
    type: `${type ?? "string"}${optional}`,
    value: (node) => (node.kind === "scalar" ? node.value : null),
  };
}

function group(maps: readonly MapNode[], name: string, types: TypeShape[], complain: Complain): Reader {
  const names = [...new Set(maps.flatMap((map) => map.entries.map(({ key }) => key.text)))];
  const readers = new Map(
    names.map((field) => {
      const values = maps.flatMap((map) =>
        map.entries.filter(({ key }) => key.text === field).map((each) => each.value),
      );
      const made = reader(values, `${name}_${field}`, types, complain);
      const optional = values.length < maps.length && !made.type.endsWith("?");
      return [field, { ...made, type: optional ? `${made.type}?` : made.type }];
    }),
  );
  types.push({
    name,
    fields: Object.fromEntries([...readers].map(([field, { type }]) => [field, type])),
  });
  return {
    type: name,
    value: (node) => {
      if (node.kind !== "map") return null;
      const given = new Map(node.entries.map(({ key, value }) => [key.text, value]));
      const read = [...readers].map(([field, { value }]): [string, Value] => {
        const written = given.get(field);
        return [field, written === undefined ? null : value(written)];
      });
      return fields(name, new Map(read));
    },
  };
}

function table(maps: readonly MapNode[], name: string, types: TypeShape[], complain: Complain): Reader {
  const rows = maps.flatMap((map) => map.entries.map(({ value }) => value));
  const row = reader(rows, `${name}_row`, types, complain);
  return {
    type: `map<${row.type}>`,
    value: (node) =>
      node.kind === "map"
        ? new Map(node.entries.map(({ key, value }): [string, Value] => [key.text, row.value(value)]))
        : null,
  };
}

function isOneOf(type: string | undefined, expected: string | undefined): boolean {
  return type === undefined || type === expected || (type === "int" && expected === "double");
}

function fields(concept: string, values: ReadonlyMap<string, Value>): Fields {
  return { concept, get: (field) => values.get(field) };
}

function isFields(value: Value): value is Fields {
  return typeof value === "object" && value !== null && "concept" in value;
}

function isScalar(node: Node): node is ScalarNode {
  return node.kind === "scalar";
}

function isMap(node: Node): node is MapNode {
  return node.kind === "map";
}

function scalarType(value: ScalarNode["value"]): string | undefined {
  switch (typeof value) {
    case "string":
      return "string";
    case "boolean":
      return "bool";
    case "number":
      return Number.isInteger(value) ? "int" : "double";
    default:
      return undefined;
  }
}
