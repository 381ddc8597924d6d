import { tests } from "@bufbuild/cel-spec/testdata/conformance.js";
import { beforeAll, describe, expect, test } from "vitest";
import { EvalError, type Value } from "../../src/base/value.ts";
import { check } from "../../src/expr/check.ts";
import { newFrame } from "../../src/expr/evaluate/frame.ts";
import { plan } from "../../src/expr/evaluate/plan.ts";
import { loadRegexEngine } from "../../src/expr/functions/patterns.ts";
import { libraryOf } from "../../src/expr/library.ts";
import { parse } from "../../src/expr/parse.ts";

/** Whole suites about parts of CEL that our language does not have. */
const otherSuites: Readonly<Record<string, string>> = {
  block_ext: "`cel.block` is for optimizers, not for people",
  dynamic: "protobuf messages",
  encoders_ext: "base64 of bytes",
  enums: "protobuf enums",
  math_ext: "the `math` library is not one of Kubernetes'",
  optionals: "optional values",
  proto2: "protobuf messages",
  proto2_ext: "protobuf extensions",
  proto3: "protobuf messages",
  timestamps: "times and durations: a policy gets its dates as numbers",
  type_deductions: "checks the types that CEL's own checker finds",
  unknowns: "the suite is empty; test/expr/truth.test.ts is ours",
  wrappers: "protobuf wrapper types",
};

/** What our language leaves out, recognised in the text of a test. */
const leftOut: readonly { readonly because: string; readonly text: RegExp }[] = [
  { because: "unsigned integers", text: /\d[uU]\b|\buint\(/ },
  { because: "bytes", text: /\b[bB][rR]?["']|\bbytes\(/ },
  { because: "protobuf messages", text: /google\.protobuf|TestAllTypes/ },
  { because: "times and durations", text: /\b(?:timestamp|duration)\(/ },
  { because: "types as values", text: /\btype\(|^(?:int|bool|string|double|list|map|null_type|type)$/ },
  { because: "integers beyond 2^53", text: /\d{16,}|0x[0-9a-f]{14,}/i },
  { because: "maps with keys that are not strings", text: /[{,]\s*(?:-?\d[\d.]*|true|false)\s*:/ },
  { because: 'quoted field names: write `map["a/b"]`', text: /`/ },
  { because: "`transformMap`: maps are read, not made", text: /\.transformMap\(/ },
  { because: "`format` and `strings.quote`: messages are templates", text: /\.format\(|strings\.quote\(/ },
];

/** What is left out and cannot be seen in the text. */
const leftOutByName: Readonly<Record<string, string>> = {
  "comparisons/gt_literal/not_gt_double": "a number begins with a digit: `0.99`, not `.99`",
  "fields/qualified_identifier_resolution/qualified_ident": "variables have no dots in their names",
  "fields/qualified_identifier_resolution/map_field_select": "variables have no dots in their names",
  "fields/qualified_identifier_resolution/qualified_identifier_resolution_unchecked":
    "variables have no dots in their names",
  "fields/qualified_identifier_resolution/ident_with_longest_prefix_check":
    "variables have no dots in their names",
  "namespace/qualified/self_eval_qualified_lookup": "variables have no dots in their names",
  "namespace/namespace/self_eval_container_lookup": "there are no containers",
  "namespace/namespace/self_eval_container_lookup_unchecked": "there are no containers",
};

/** Where our checker refuses on purpose what CEL's lets pass. */
const stricter: readonly { readonly because: string; readonly message: RegExp }[] = [
  { because: "a comparison that needs no data is a mistake", message: /^this is always (?:true|false)/ },
  { because: "a mistyped name must not wait for the run", message: /^unknown (?:variable|function)/ },
  { because: "a list of mixed types is a mistake", message: /^a list holds one type/ },
  { because: "so is a choice between types", message: /^the two branches are of different types/ },
  { because: "and a truth value that is none", message: /needs `bool`, but this is/ },
  {
    because: "and a comparison that can only fail",
    message: /are never equal$|, never `|^the keys of a map are|never holds/,
  },
  { because: "keys are strings", message: /^a key of a map is `string`/ },
];

class NotOurs extends Error {}

interface Original {
  readonly name?: string;
  readonly expr: string;
  readonly value?: unknown;
  readonly evalError?: unknown;
  readonly anyEvalErrors?: unknown;
  readonly bindings?: unknown;
  readonly disableCheck?: unknown;
}

interface Suite {
  readonly name: string;
  readonly suites?: readonly Suite[];
  readonly tests?: readonly { readonly original: Original }[];
}

interface Case {
  readonly id: string;
  readonly original: Original;
}

function casesOf(suite: Suite, path: string): readonly Case[] {
  const own = (suite.tests ?? []).map(({ original }) => ({ id: `${path}/${original.name}`, original }));
  return [...own, ...(suite.suites ?? []).flatMap((inner) => casesOf(inner, `${path}/${inner.name}`))];
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** A value of the suites, as ours. */
function valueOf(written: unknown): Value {
  const [kind, value] = (isRecord(written) ? Object.entries(written)[0] : undefined) ?? [];
  if (kind === "nullValue") return null;
  if (kind === "boolValue" && typeof value === "boolean") return value;
  if (kind === "stringValue" && typeof value === "string") return value;
  if (kind === "doubleValue") return Number(value);
  if (kind === "int64Value" && Number.isSafeInteger(Number(value))) return Number(value);
  if (kind === "listValue" && isRecord(value)) return listOf(value.values).map(valueOf);
  if (kind === "mapValue" && isRecord(value)) return new Map(listOf(value.entries).map(entryOf));
  throw new NotOurs(kind);
}

function entryOf(entry: unknown): readonly [string, Value] {
  const key = isRecord(entry) ? valueOf(entry.key) : null;
  if (!isRecord(entry) || typeof key !== "string") throw new NotOurs("key");
  return [key, valueOf(entry.value)];
}

function bindingsOf({ bindings }: Original): ReadonlyMap<string, Value> {
  if (!isRecord(bindings)) return new Map();
  return new Map(
    Object.entries(bindings).map(([name, bound]) => [name, valueOf(isRecord(bound) ? bound.value : bound)]),
  );
}

interface Outcome {
  readonly id: string;
  readonly text: string;
  readonly passed: boolean;
  /** A value or binding that our language cannot hold. */
  readonly notOurs: boolean;
  readonly answer: unknown;
  /** What the checker says, though it may be evaluated. */
  readonly refusals: readonly string[];
}

/** Evaluates whatever the checker says: refusals are judged on their own. */
function run({ id, original }: Case): Outcome {
  const text = original.expr;
  const base = { id, text, passed: false, notOurs: false, answer: undefined, refusals: [] };
  try {
    const variables = bindingsOf(original);
    const fails = original.evalError !== undefined || original.anyEvalErrors !== undefined;
    const wanted = fails ? undefined : valueOf(original.value ?? { boolValue: true });
    const { tree, problems } = parse(text);
    if (tree === undefined || problems.length > 0)
      return { ...base, passed: fails, answer: problems[0]?.message };
    const types = Object.fromEntries([...variables.keys()].map((name) => [name, "dyn"]));
    const checked = check(tree, text, libraryOf({ types: [], variables: types }));
    const answer = plan(checked, text).root(newFrame(variables));
    const passed = fails ? answer instanceof EvalError : isSame(answer, wanted);
    const refusals =
      fails || original.disableCheck === true ? [] : checked.problems.map(({ message }) => message);
    return { ...base, passed, answer, refusals };
  } catch (error) {
    if (error instanceof NotOurs) return { ...base, notOurs: true };
    throw error;
  }
}

function isSame(a: unknown, b: unknown): boolean {
  if (Array.isArray(a) && Array.isArray(b))
    return a.length === b.length && a.every((item, at) => isSame(item, b[at]));
  if (a instanceof Map && b instanceof Map)
    return a.size === b.size && [...a].every(([key, value]) => isSame(value, b.get(key)));
  return a === b || Object.is(a, b);
}

const root: Suite = tests;
const suites = (root.suites ?? []).filter(({ name }) => !Object.hasOwn(otherSuites, name));

describe("the conformance suites of the CEL specification", () => {
  let outcomes: readonly Outcome[] = [];

  beforeAll(async () => {
    await loadRegexEngine();
    outcomes = suites.flatMap((suite) => casesOf(suite, suite.name)).map(run);
  });

  function reasonsFor({ id, text }: Outcome): readonly string[] {
    const byName = Object.hasOwn(leftOutByName, id) ? [leftOutByName[id] ?? ""] : [];
    return [...byName, ...leftOut.filter((part) => part.text.test(text)).map(({ because }) => because)];
  }

  test("pass, but for what is left out for a reason", () => {
    const failed = outcomes.filter(
      (outcome) => !outcome.passed && !outcome.notOurs && reasonsFor(outcome).length === 0,
    );
    expect(failed.map(({ id, text, answer }) => `${id}: ${text} gave ${JSON.stringify(answer)}`)).toEqual([]);
  });

  test("pass in their hundreds", () => {
    expect(
      outcomes.filter((outcome) => outcome.passed && reasonsFor(outcome).length === 0).length,
    ).toBeGreaterThan(700);
  });

  test("still fail or lie outside the language wherever a name is left out", () => {
    const stale = outcomes.filter(({ id, passed }) => passed && Object.hasOwn(leftOutByName, id));
    const known = new Set(outcomes.map(({ id }) => id));
    const gone = Object.keys(leftOutByName).filter((id) => !known.has(id));
    expect([...stale.map(({ id }) => id), ...gone]).toEqual([]);
  });

  test.each(leftOut)("need $because somewhere", ({ text }) => {
    expect(outcomes.some((outcome) => !outcome.passed && text.test(outcome.text))).toBe(true);
  });

  test("are refused by the checker only for a reason", () => {
    const surprising = outcomes
      .filter(({ passed }) => passed)
      .flatMap(({ id, refusals }) =>
        refusals
          .filter((refusal) => !stricter.some(({ message }) => message.test(refusal)))
          .map((refusal) => `${id}: ${refusal}`),
      );
    expect(surprising).toEqual([]);
  });

  test("hold every suite that is left out as a whole", () => {
    const names = new Set((root.suites ?? []).map(({ name }) => name));
    expect(Object.keys(otherSuites).filter((name) => !names.has(name))).toEqual([]);
  });
});
