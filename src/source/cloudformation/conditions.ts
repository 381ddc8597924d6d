import type { Json } from "../declaration.ts";
import { isList, isObject, memberOf } from "../plain.ts";
import type { Template } from "./resolved.ts";

/** The text of a value where it is known. */
export type KnownText = (json: Json) => string | undefined;

/** Whether a condition holds; `undefined` where that depends on something that is not known. */
export function holds(condition: string, template: Template, textOf: KnownText): boolean | undefined {
  if (template.decided.has(condition)) return template.decided.get(condition);
  template.decided.set(condition, undefined); // what depends on itself is never decided
  const written = memberOf(template.conditions, condition);
  const answer = written === undefined ? undefined : decide(written, template, textOf);
  template.decided.set(condition, answer);
  return answer;
}

function decide(condition: Json, template: Template, textOf: KnownText): boolean | undefined {
  if (!isObject(condition)) return undefined;
  const { Condition: name, "Fn::And": all, "Fn::Or": any, "Fn::Not": none, "Fn::Equals": pair } = condition;
  const each = (part: Json) => decide(part, template, textOf);
  if (typeof name === "string") return holds(name, template, textOf);
  if (isList(all)) return every(all.map(each));
  if (isList(any)) return negate(every(any.map((part) => negate(each(part)))));
  if (isList(none) && none.length === 1) return negate(each(none[0] ?? null));
  if (!isList(pair)) return undefined;
  const [left, right] = pair.map(textOf);
  return left === undefined || right === undefined ? undefined : left === right;
}

function every(answers: readonly (boolean | undefined)[]): boolean | undefined {
  if (answers.includes(false)) return false;
  return answers.includes(undefined) ? undefined : true;
}

function negate(answer: boolean | undefined): boolean | undefined {
  return answer === undefined ? undefined : !answer;
}
