import { groupsOf } from "../base/groups.ts";
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
  /** Whether its fields can be asked for by name, too: `attributes["acl"]`. */
  isOpen(type: string): boolean;
  functions(name: string): readonly Overload[];
  readonly functionNames: readonly string[];
}

export function libraryOf(environment: Environment): Library {
  const { types, variables } = environment;
  const fields = new Map(types.map((type) => [type.name, type.fields]));
  const withMethods = types.filter(({ methods = [] }) => methods.length > 0);
  const standard = standardLibrary();
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
    isOpen: (type) => types.some(({ name, isOpen }) => name === type && isOpen === true),
    functions: (name) => [
      ...withMethods.flatMap((type) => methodsOf(type).get(name) ?? []),
      ...(standard.get(name) ?? []),
    ],
    get functionNames() {
      const methods = new Set(withMethods.flatMap((type) => [...methodsOf(type).keys()]));
      return [...methods, ...standard.keys()];
    },
  };
}

/** Policies differ in their parameters and share all other types, so what is read of a type is kept. */
const known = new WeakMap<TypeShape, ReadonlyMap<string, readonly Overload[]>>();

function methodsOf(type: TypeShape): ReadonlyMap<string, readonly Overload[]> {
  const found = known.get(type);
  if (found !== undefined) return found;
  const { name, methods = [] } = type;
  const made = byName(methods.map((method) => overload({ doc: "", ...method }, name)));
  known.set(type, made);
  return made;
}

let standard: ReadonlyMap<string, readonly Overload[]> | undefined;

function standardLibrary(): ReadonlyMap<string, readonly Overload[]> {
  standard ??= byName(standardFunctions.map((declaration) => overload(declaration)));
  return standard;
}

function byName(overloads: readonly Overload[]): ReadonlyMap<string, readonly Overload[]> {
  return groupsOf(overloads, ({ name }) => name);
}
