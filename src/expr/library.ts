import type { Environment, TypeShape } from "./environment.ts";
import { standardFunctions } from "./functions/standard.ts";
import { type Overload, overload } from "./signature.ts";
import { parseType, type Type } from "./type.ts";

/** An environment in the form the checker asks it. */
export interface Library {
  variable(name: string): Type | undefined;
  readonly variableNames: readonly string[];
  field(type: string, field: string): Type | undefined;
  fieldNames(type: string): readonly string[];
  functions(name: string): readonly Overload[];
  readonly functionNames: readonly string[];
}

export function libraryOf(environment: Environment): Library {
  const { fields, functions } = shapesOf(environment.types);
  const standard = standardLibrary();
  const { variables } = environment;
  return {
    variable: (name) => (Object.hasOwn(variables, name) ? parseType(variables[name] ?? "") : undefined),
    variableNames: Object.keys(variables),
    field: (type, field) => {
      const declared = fields.get(type);
      return declared !== undefined && Object.hasOwn(declared, field)
        ? parseType(declared[field] ?? "")
        : undefined;
    },
    fieldNames: (type) => Object.keys(fields.get(type) ?? {}),
    functions: (name) => [...(functions.get(name) ?? []), ...(standard.get(name) ?? [])],
    functionNames: [...functions.keys(), ...standard.keys()],
  };
}

interface Shapes {
  readonly fields: ReadonlyMap<string, TypeShape["fields"]>;
  readonly functions: ReadonlyMap<string, readonly Overload[]>;
}

/** All policies share one vocabulary, so it is read once. */
const known = new WeakMap<readonly TypeShape[], Shapes>();

function shapesOf(types: readonly TypeShape[]): Shapes {
  const found = known.get(types);
  if (found !== undefined) return found;
  const shapes = readShapes(types);
  known.set(types, shapes);
  return shapes;
}

function readShapes(types: readonly TypeShape[]): Shapes {
  const methods = types.flatMap(({ name, methods: declared = [] }) =>
    declared.map((method) => overload({ doc: "", ...method }, name)),
  );
  return { fields: new Map(types.map(({ name, fields }) => [name, fields])), functions: byName(methods) };
}

let standard: ReadonlyMap<string, readonly Overload[]> | undefined;

function standardLibrary(): ReadonlyMap<string, readonly Overload[]> {
  standard ??= byName(standardFunctions.map((declaration) => overload(declaration)));
  return standard;
}

function byName(overloads: readonly Overload[]): ReadonlyMap<string, readonly Overload[]> {
  const names = new Map<string, Overload[]>();
  for (const one of overloads) {
    const others = names.get(one.name);
    if (others === undefined) names.set(one.name, [one]);
    else others.push(one);
  }
  return names;
}
