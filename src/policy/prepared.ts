import type { Fields, Value } from "../base/value.ts";
import { compileTree } from "../expr/compile.ts";
import type { Environment, TypeShape } from "../expr/environment.ts";
import type { Expression } from "../expr/expression.ts";
import { parse } from "../expr/parse.ts";
import { record } from "../graph/entity.ts";
import { environmentOf } from "./environment.ts";
import type { Facts } from "./facts.ts";
import type { LoadedPolicy, World } from "./file.ts";
import { withoutInstanceTypes } from "./instance-types.ts";
import type { Parameter } from "./policy.ts";
import { factAt } from "./quotas.ts";
import type { PolicySet } from "./set.ts";

/**
 * Policies and facts that were read and checked when the gate was built, as `dist/policies.json` holds them: a run
 * that judges by them reads no YAML and checks nothing again. Cases are left out: they were proven.
 */
export interface Prepared {
  readonly facts: PreparedFacts;
  readonly policies: readonly PreparedPolicy[];
  readonly sets: readonly PolicySet[];
}

/** A policy as JSON. Parameters stand in `parameters` alone. */
export interface PreparedPolicy extends Omit<LoadedPolicy, Expressions | "params" | "cases"> {
  readonly when?: Written;
  readonly each?: { readonly list: Written; readonly name: string };
  readonly let: readonly { readonly name: string; readonly expression: Written }[];
  readonly assert: Written;
  readonly message: readonly (string | Written)[];
  readonly at?: Written;
  readonly suggest?: Written;
}

export interface PreparedFacts {
  readonly type: string;
  readonly types: readonly TypeShape[];
  readonly value: Plain;
  /** The table of instance types, as the text that is read when a policy asks for it. */
  readonly instanceTypes?: string | undefined;
}

type Expressions = "when" | "each" | "let" | "assert" | "message" | "at" | "suggest";

/** An expression that is right: its text, the type of its answer, and as JSON in itself, because few are asked, its tree. */
interface Written extends Pick<Expression, "text" | "type"> {
  readonly tree: string;
}

type Plain = null | boolean | number | string | readonly Plain[] | { readonly [key: string]: Plain };

/** The text of `dist/policies.json`: the same for the same policies and facts. */
export function prepare(
  policies: readonly LoadedPolicy[],
  facts: Facts,
  sets: readonly PolicySet[] = [],
): string {
  const { type, types, value, instanceTypes } = withoutInstanceTypes(facts);
  const prepared: Prepared = {
    facts: { type, types, value: plain(value, types), instanceTypes },
    policies: policies.map(preparePolicy),
    sets,
  };
  return `${JSON.stringify(prepared, undefined, 1)}\n`;
}

function preparePolicy(policy: LoadedPolicy): PreparedPolicy {
  const { params, cases, when, each, at, suggest, ...rest } = policy;
  return {
    ...rest,
    let: policy.let.map(({ name, expression }) => ({ name, expression: written(expression) })),
    assert: written(policy.assert),
    message: policy.message.map((part) => (typeof part === "string" ? part : written(part))),
    ...(when === undefined ? {} : { when: written(when) }),
    ...(each === undefined ? {} : { each: { list: written(each.list), name: each.name } }),
    ...(at === undefined ? {} : { at: written(at) }),
    ...(suggest === undefined ? {} : { suggest: written(suggest) }),
  };
}

function written({ text, type }: Expression): Written {
  return { text, type, tree: JSON.stringify(parse(text).tree) };
}

function plain(value: Value, types: readonly TypeShape[]): Plain {
  if (value === null || typeof value !== "object") return value;
  if (isList(value)) return value.map((item) => plain(item, types));
  if (value instanceof Map) {
    return Object.fromEntries([...value].map(([key, member]) => [key, plain(member, types)]));
  }
  if (!isFields(value)) throw new Error("facts hold only what a file can say");
  const names = Object.keys(shapeOf(value.concept, types)?.fields ?? {});
  return Object.fromEntries(names.map((name) => [name, plain(value.get(name) ?? null, types)]));
}

/** The facts of a run. */
export function restoreFacts({ type, types, value }: PreparedFacts): Facts {
  const restored = restoreValue(value, type, types);
  if (!isFields(restored)) throw new Error("the prepared facts are not a map");
  return { type, types, value: restored };
}

function restoreValue(value: Plain, type: string, types: readonly TypeShape[]): Value {
  if (value === null || typeof value !== "object") return value;
  const member = /^(?:list|map)<(.*)>\??$/.exec(type)?.[1];
  if (isPlainList(value)) return value.map((item) => restoreValue(item, member ?? "dyn", types));
  if (member !== undefined) {
    return new Map(Object.entries(value).map(([key, item]) => [key, restoreValue(item, member, types)]));
  }
  const name = type.replace(/\?$/, "");
  const declared = shapeOf(name, types)?.fields ?? {};
  const restored = Object.entries(value).map(
    ([field, item]) => [field, restoreValue(item, declared[field] ?? "dyn", types)] as const,
  );
  return record(name, Object.fromEntries(restored));
}

/** A policy ready to be asked. Its expressions are compiled when they are first asked: most runs need few. */
export function restorePolicy(prepared: PreparedPolicy, world: World): LoadedPolicy {
  const { each, when, at, suggest, ...rest } = prepared;
  const parameters = prepared.parameters.map((parameter) => withFact(parameter, world.facts));
  let environment: Environment | undefined;
  const late = (expression: Written, expected?: string): Expression => {
    let compiled: Expression | undefined;
    const ready = () => {
      environment ??= environmentOf(prepared, world.types, world.facts);
      compiled ??= compiledAgain(prepared, expression, environment, expected);
      return compiled;
    };
    return {
      text: expression.text,
      type: expression.type,
      evaluate: (variables) => ready().evaluate(variables),
      explain: (variables) => ready().explain(variables),
      observed: (see) => ready().observed(see),
      tell: (variables, options) => ready().tell(variables, options),
    };
  };
  return {
    ...rest,
    when: when === undefined ? undefined : late(when, "bool"),
    each: each === undefined ? undefined : { list: late(each.list), name: each.name },
    let: prepared.let.map(({ name, expression }) => ({ name, expression: late(expression) })),
    assert: late(prepared.assert, "bool"),
    message: prepared.message.map((part) => (typeof part === "string" ? part : late(part))),
    at: at === undefined ? undefined : late(at),
    suggest: suggest === undefined ? undefined : late(suggest),
    parameters,
    params: new Map(parameters.map((parameter) => [parameter.name, parameter.default])),
    cases: [],
  };
}

/** What was prepared is a new account's; the facts of a run may say something else. */
function withFact(parameter: Parameter, facts: Facts): Parameter {
  const value = parameter.fact === undefined ? undefined : factAt(facts, parameter.fact);
  return value === undefined ? parameter : { ...parameter, default: value };
}

function compiledAgain(
  policy: PreparedPolicy,
  { text, tree }: Written,
  environment: Environment,
  expected: string | undefined,
): Expression {
  const syntax = { text, tree: JSON.parse(tree), problems: [] };
  const { expression, problems } = compileTree(syntax, environment, expected);
  if (expression !== undefined) return expression;
  throw new Error(
    `${policy.id} was prepared for another version of the gate: \`${text}\`: ${problems[0]?.message}`,
  );
}

function shapeOf(name: string, types: readonly TypeShape[]): TypeShape | undefined {
  return types.find((type) => type.name === name);
}

function isFields(value: Value): value is Fields {
  return typeof value === "object" && value !== null && "concept" in value;
}

function isList(value: Value): value is readonly Value[] {
  return Array.isArray(value);
}

function isPlainList(value: Plain): value is readonly Plain[] {
  return Array.isArray(value);
}
