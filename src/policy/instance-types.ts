import type { Fields, Value } from "../base/value.ts";
import type { TypeShape } from "../expr/environment.ts";
import type { Facts } from "./facts.ts";

const field = "instanceTypes";
const row = `facts_${field}_row`;

/** What is known of an instance type, in the order of the file's columns. */
const columns = {
  interfaces: "int",
  addresses: "int",
  pods: "int",
  podInterfaces: "int?",
  vcpus: "int",
  architecture: "string",
  nitro: "bool",
} as const;

/** `policies/instance-types.json`, which `.ci/instance-types.mjs` makes. */
interface InstanceTypes {
  readonly types: Readonly<Record<string, readonly (number | string | boolean | null)[]>>;
}

/**
 * The facts with what is known of instance types: `facts.instanceTypes["m5.large"].interfaces`. Few policies ask for
 * it, so the text is only read when one does.
 */
export function withInstanceTypes(facts: Facts, text: string): Facts {
  let read: Value | undefined;
  const value: Fields = {
    concept: facts.value.concept,
    get: (name) => {
      if (name !== field) return facts.value.get(name);
      read ??= rowsOf(text);
      return read;
    },
  };
  return {
    ...facts,
    value,
    types: [...facts.types.map(withField), { name: row, fields: columns }],
    instanceTypes: text,
  };
}

/** The facts as they were before; the text stays with them. */
export function withoutInstanceTypes(facts: Facts): Facts {
  const types = facts.types.filter(({ name }) => name !== row);
  return { ...facts, types: types.map(withoutField) };
}

function withoutField(shape: TypeShape): TypeShape {
  if (shape.name !== "facts") return shape;
  const { [field]: _, ...fields } = shape.fields;
  return { ...shape, fields };
}

function withField(shape: TypeShape): TypeShape {
  return shape.name === "facts" ? { ...shape, fields: { ...shape.fields, [field]: `map<${row}>` } } : shape;
}

function rowsOf(text: string): Value {
  const { types }: InstanceTypes = JSON.parse(text);
  return new Map(Object.entries(types).map(([type, values]) => [type, rowOf(values)]));
}

const names = Object.keys(columns);

function rowOf(values: InstanceTypes["types"][string]): Fields {
  return { concept: row, get: (name) => values[names.indexOf(name)] };
}
