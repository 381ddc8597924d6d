import type { Environment, TypeShape } from "../expr/environment.ts";
import type { Vocabulary } from "../graph/vocabulary.ts";
import type { Facts } from "./facts.ts";
import type { Parameter } from "./policy.ts";
import { rawShapes } from "./raw.ts";

/** The types every policy can name: the vocabulary's, and those of the facts. */
export function sharedTypes(vocabulary: Vocabulary, facts: Facts): readonly TypeShape[] {
  return [
    ...vocabulary.types.map(({ name, fields, methods }) => ({
      name,
      fields: Object.fromEntries(fields.map((field) => [field.name, field.type])),
      methods,
    })),
    ...facts.types,
  ];
}

/** What the expressions of one policy may use before it names parts of its own. */
export function policyEnvironment(
  shared: readonly TypeShape[],
  facts: Facts,
  select: string,
  parameters: readonly Parameter[],
): Environment {
  const params = {
    name: "params",
    fields: Object.fromEntries(parameters.map(({ name, type }) => [name, type])),
  };
  return {
    types: [...shared, params, ...rawShapes(select)],
    variables: { self: select, params: "params", facts: facts.type, now: "string" },
  };
}

/** What an expression anywhere in a policy may use: every name a policy gives is its own, so all can be there. */
export function environmentOf(
  { select, parameters, let: parts, each }: NamesOfPolicy,
  shared: readonly TypeShape[],
  facts: Facts,
): Environment {
  const environment = policyEnvironment(shared, facts, select, parameters);
  const named = Object.fromEntries(parts.map(({ name, expression }) => [name, expression.type]));
  const element = each === undefined ? {} : { [each.name]: elementType(each.list.type) ?? "dyn" };
  return { ...environment, variables: { ...environment.variables, ...named, ...element } };
}

interface NamesOfPolicy {
  readonly select: string;
  readonly parameters: readonly Parameter[];
  readonly let: readonly { readonly name: string; readonly expression: Typed }[];
  readonly each?: { readonly list: Typed; readonly name: string } | undefined;
}

interface Typed {
  readonly type: string;
}

/** The environment with one more name in it. */
export function withVariable(environment: Environment, name: string, type: string): Environment {
  return { ...environment, variables: { ...environment.variables, [name]: type } };
}

/** The type of a list's members, where it says; `undefined` for what is no list. */
export function elementType(type: string): string | undefined {
  return /^list<(.*)>\??$/.exec(type)?.[1];
}

/** Names that policies cannot give to parts or elements of their own. */
export const reservedNames: readonly string[] = ["self", "params", "facts", "now"];
