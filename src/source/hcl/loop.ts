import { groupsOf } from "../../base/groups.ts";
import { sorted } from "./access.ts";
import {
  asText,
  entriesOf,
  failed,
  isSecret,
  itemsOf,
  known,
  listOf,
  madeOf,
  type Names,
  objectOf,
  opaque,
  type Result,
} from "./result.ts";
import type { Expression, For } from "./syntax.ts";

type Evaluate = (expression: Expression, names: Names) => Result;

/** A `for` expression. Its members are known one by one where those of its collection are. */
export function loop(expression: For, names: Names, evaluate: Evaluate): Result {
  const collection = evaluate(expression.in, names);
  if (collection.kind === "error") return failed;
  const members = membersOf(collection);
  const inner = { ...names, budget: names.budget ?? { left: mostEvaluated } };
  const turns: Turn[] = [];
  for (const [key, item] of members ?? []) {
    const turn = turnOf(expression, binding(expression, key, item, inner), evaluate);
    if (inner.budget.left < 0) return opaque;
    if (turn === "failed") return failed;
    if (turn === "unclear") return unclear(expression, collection, names, evaluate);
    if (turn !== "left out") turns.push(turn);
  }
  if (members === undefined) return unclear(expression, collection, names, evaluate);
  return expression.keyResult === undefined
    ? listOf(turns.map(({ result }) => result))
    : objectOf(byName(turns, expression.grouped));
}

/** More than any configuration needs, and done in a moment: loops in loops multiply. */
const mostEvaluated = 200_000;

interface Turn {
  readonly name: string;
  readonly result: Result;
}

function turnOf(
  { condition, keyResult, result }: For,
  names: Names,
  evaluate: Evaluate,
): Turn | "failed" | "unclear" | "left out" {
  const decided = condition === undefined ? known(true) : evaluate(condition, names);
  if (decided.kind !== "known") return decided.kind === "error" ? "failed" : "unclear";
  if (decided.value !== true) return "left out";
  if (keyResult === undefined) return { name: "", result: evaluate(result, names) };
  const name = evaluate(keyResult, names);
  if (name.kind !== "known") return name.kind === "error" ? "failed" : "unclear";
  const text = asText(name.value);
  return text === undefined ? "failed" : { name: text, result: evaluate(result, names) };
}

function byName(turns: readonly Turn[], grouped: boolean): ReadonlyMap<string, Result> {
  const groups = groupsOf(turns, ({ name }) => name);
  return new Map(
    [...groups].map(([name, group]) => {
      const results = group.map(({ result }) => result);
      return [name, grouped ? listOf(results) : (results.at(-1) ?? failed)] as const;
    }),
  );
}

/** Key and value of every member, in Terraform's order; `undefined` where it is not known what there is. */
function membersOf(collection: Result): readonly (readonly [Result, Result])[] | undefined {
  const items = itemsOf(collection);
  if (items !== undefined) {
    const isSet = collection.kind === "list" && collection.isSet;
    return items.map((item, index) => [isSet ? item : known(index), item] as const);
  }
  const entries = entriesOf(collection);
  return entries && sorted(entries).map(([key, value]) => [known(key, isSecret(value)), value] as const);
}

/** Of members that are not known, all that can be said is what the results are made of. */
function unclear(expression: For, collection: Result, names: Names, evaluate: Evaluate): Result {
  const some = madeOf(collection);
  const bound = binding(expression, some, some, names);
  const parts = [expression.result, expression.keyResult, expression.condition].flatMap((part) => part ?? []);
  const results = parts.map((part) => evaluate(part, bound));
  return madeOf(collection, ...results.map((result) => (result.kind === "error" ? opaque : result)));
}

function binding({ key: keyName, item: itemName }: For, key: Result, item: Result, names: Names): Names {
  const of = (name: string) => (name === itemName ? item : name === keyName ? key : names.of(name));
  return { ...names, of };
}
