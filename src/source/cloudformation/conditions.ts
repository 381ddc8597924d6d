import type { Choice } from "../../base/choice.ts";
import type { Json } from "../declaration.ts";
import { isList, isObject, memberOf } from "../plain.ts";
import { comparison, isRuledOut } from "./choices.ts";
import type { Decision, Template, Undecided, Unresolved } from "./resolved.ts";

/** The text of a value, what stands in its way, or `undefined` where it is no text. */
export type TextOf = (json: Json) => string | Unresolved | undefined;

/** Whether a condition holds, or what that depends on. */
export function holds(condition: string, template: Template, textOf: TextOf): Decision {
  const kept = template.decided.get(condition);
  if (kept !== undefined) return kept;
  template.decided.set(condition, never); // what depends on itself is never decided
  const written = memberOf(template.conditions, condition);
  const around: Around = { name: condition, turned: false, template, textOf };
  const answer = written === undefined ? never : decide(written, around);
  template.decided.set(condition, answer);
  return answer;
}

/** Undecided, and nothing could settle it. */
const never: Undecided = { choices: [] };

interface Around {
  /** The condition that it stands in. */
  readonly name: string;
  /** Whether the condition is the opposite of it; `undefined` where it is only a part. */
  readonly turned: boolean | undefined;
  readonly template: Template;
  readonly textOf: TextOf;
}

function decide(condition: Json, around: Around): Decision {
  if (!isObject(condition)) return never;
  const { Condition: name, "Fn::And": all, "Fn::Or": any, "Fn::Not": none, "Fn::Equals": pair } = condition;
  const part = (json: Json) => decide(json, { ...around, turned: undefined });
  if (typeof name === "string") return holds(name, around.template, around.textOf);
  if (isList(all)) return every(all.map(part));
  if (isList(any)) return negate(every(any.map((each) => negate(part(each)))));
  if (isList(none) && none.length === 1) {
    const turned = around.turned === undefined ? undefined : !around.turned;
    return negate(decide(none[0] ?? null, { ...around, turned }));
  }
  return isList(pair) && pair.length === 2 ? equal(pair, around) : never;
}

function equal(pair: readonly Json[], { name, turned, template, textOf }: Around): Decision {
  const [left, right] = pair.map(textOf);
  if (typeof left === "string" && typeof right === "string") return left === right;
  const [one, other] = pair.map((side) => memberOf(side, "Ref"));
  if (typeof one === "string" && typeof right === "string" && isRuledOut(one, right, template)) return false;
  if (typeof other === "string" && typeof left === "string" && isRuledOut(other, left, template))
    return false;
  const { key, choice } = comparison(pair, { name, turned }, template);
  const assumed = template.settled.get(key);
  if (assumed !== undefined) return assumed.option.value === true;
  const sides = [left, right].filter((side) => typeof side !== "string");
  const constant = [left, right].find((side) => typeof side === "string");
  const choices = sides.flatMap((side) => side?.choices ?? []);
  const isSettling = sides.every((side) => side !== undefined && side.choices.length > 0);
  return { choices: isSettling && choices.every((each) => settles(each, constant)) ? choices : [choice] };
}

/** Whether a comparison is decided once a choice is: all that can be is known, or whether it is the constant. */
function settles({ options }: Choice, constant: string | undefined): boolean {
  return options.every(({ value }) => value !== null) || options.some(({ value }) => value === constant);
}

function every(answers: readonly Decision[]): Decision {
  if (answers.includes(false)) return false;
  const undecided = answers.filter((answer) => typeof answer === "object");
  return undecided.length === 0 || { choices: [...new Set(undecided.flatMap(({ choices }) => choices))] };
}

function negate(answer: Decision): Decision {
  return typeof answer === "boolean" ? !answer : answer;
}
