import { OpenMap } from "../../base/open-map.ts";
import { EvalError, PartialList, Unknown, type Value } from "../../base/value.ts";
import { contains, equal } from "../equality.ts";
import { describe, isList, isMap } from "../kind.ts";
import { concat, type List } from "../members.ts";
import { compare } from "../order.ts";
import { type Order, rangeOf } from "../range.ts";
import type { BinaryOperator } from "../syntax.ts";
import { carried, Fallible, fallible, isUndecided, logical, strict, type Undecided } from "../unknowns.ts";
import { type Frame, noValue, type Operand, type Step } from "./frame.ts";

export function not(operand: Operand): Step {
  const { step } = operand;
  return (frame) => {
    const value = step(frame);
    if (typeof value === "boolean") return !value;
    return notBool(value, operand);
  };
}

/** `&&` where `stop` is false, `||` where it is true: one side that decides is enough, whatever the other is. */
export function logic(stop: boolean, left: Operand, right: Operand): Step {
  const [first, second] = [left.step, right.step];
  return (frame) => {
    const a = first(frame);
    if (a === stop) return stop;
    const b = second(frame);
    if (b === stop) return stop;
    if (a === !stop) return b === !stop ? b : notBool(b, right);
    const open = notBool(a, left);
    return b === !stop ? open : logical(open, notBool(b, right));
  };
}

/** An unknown condition leaves the answer unknown; if a branch fails, the answer may turn out to be an error. */
export function conditional(condition: Operand, yes: Step, no: Step): Step {
  const { step } = condition;
  return (frame) => {
    const value = step(frame);
    if (value === true) return yes(frame);
    if (value === false) return no(frame);
    const open = notBool(value, condition);
    if (open instanceof EvalError) return open;
    return mayFail(yes(frame)) || mayFail(no(frame)) ? fallible(open) : open;
  };
}

/** What stands in for a truth value that is none: an unknown, or an error. */
export function notBool(value: Value, operand: Operand): Undecided {
  if (isUndecided(value)) return carried(value, operand.certain);
  return value === null
    ? noValue(operand)
    : new EvalError(`\`${operand.name}\` must be true or false, but is ${describe(value)}`);
}

export function binary(
  operator: BinaryOperator,
  left: Operand,
  right: Operand,
  isInt: boolean | undefined,
): Step {
  const [first, second] = [left.step, right.step];
  switch (operator) {
    case "==":
      return (frame) => {
        const a = first(frame);
        const b = second(frame);
        return typeof a !== "object" && typeof b !== "object" ? a === b : equal(a, b);
      };
    case "!=":
      return (frame) => {
        const same = equal(first(frame), second(frame));
        return typeof same === "boolean" ? !same : same;
      };
    case "in":
      return (frame) => isIn(first(frame), second(frame), left, right);
    case "<":
    case "<=":
    case ">":
    case ">=":
      return ordered(operator, left, right);
    case "+":
    case "-":
    case "*":
    case "/":
    case "%":
      return arithmetic(operator, left, right, isInt);
  }
}

export function negate(operand: Operand, isInt: boolean): Step {
  return (frame) => {
    const value = operand.step(frame);
    if (typeof value === "number") return isInt ? 0 - value : -value;
    if (isUndecided(value)) return carried(value, operand.certain);
    return value === null
      ? noValue(operand)
      : new EvalError(`\`-\` needs a number, but this is ${describe(value)}`);
  };
}

function mayFail(value: Value): boolean {
  return value instanceof EvalError || value instanceof Fallible;
}

function isIn(value: Value, list: Value, left: Operand, right: Operand): Value {
  if (isUndecided(list)) return carried(isUndecided(value) ? strict(value, list) : list, right.certain);
  if (isList(list) || list instanceof PartialList) {
    return value instanceof EvalError || value instanceof Fallible ? value : contains(list, value);
  }
  if (list === null) return noValue(right);
  if (!isMap(list)) return new EvalError(`\`in\` needs a list or a map, but this is ${describe(list)}`);
  if (isUndecided(value)) return carried(value, left.certain);
  if (typeof value !== "string") return false;
  return list instanceof OpenMap ? list.holds(value) : list.has(value);
}

function ordered(order: Order, left: Operand, right: Operand): Step {
  const [first, second] = [left.step, right.step];
  const certain = left.certain && right.certain;
  const slow = (a: Value, b: Value): Value => {
    if (a === null && !(b instanceof EvalError)) return noValue(left);
    if (b === null && !(a instanceof EvalError)) return noValue(right);
    return compare(order, a, b, certain);
  };
  switch (order) {
    case "<":
      return (frame) => fast(first, second, frame, slow, (a, b) => a < b);
    case "<=":
      return (frame) => fast(first, second, frame, slow, (a, b) => a <= b);
    case ">":
      return (frame) => fast(first, second, frame, slow, (a, b) => a > b);
    case ">=":
      return (frame) => fast(first, second, frame, slow, (a, b) => a >= b);
  }
}

function fast(
  first: Step,
  second: Step,
  frame: Frame,
  slow: (a: Value, b: Value) => Value,
  numbers: (a: number, b: number) => boolean,
): Value {
  const a = first(frame);
  const b = second(frame);
  return typeof a === "number" && typeof b === "number" ? numbers(a, b) : slow(a, b);
}

type Arithmetic = "+" | "-" | "*" | "/" | "%";

function arithmetic(operator: Arithmetic, left: Operand, right: Operand, isInt: boolean | undefined): Step {
  return (frame) => {
    const a = left.step(frame);
    const b = right.step(frame);
    if (typeof a === "number" && typeof b === "number") return calculate(operator, a, b, isInt);
    const joined = operator === "+" ? join(a, b, left, right) : undefined;
    if (joined !== undefined) return joined;
    if (isUndecided(a) || isUndecided(b))
      return undecided(operator, a, b, left.certain && right.certain, isInt);
    if (a === null || b === null) return noValue(a === null ? left : right);
    return new EvalError(`\`${operator}\` does not take ${describe(a)} and ${describe(b)}`);
  };
}

function calculate(operator: Arithmetic, a: number, b: number, isInt: boolean | undefined): Value {
  const whole = isInt ?? (Number.isInteger(a) && Number.isInteger(b));
  if (!whole)
    return operator === "%" ? new EvalError("`%` needs whole numbers") : calculateDouble(operator, a, b);
  if (b === 0 && (operator === "/" || operator === "%")) return new EvalError("division by zero");
  const result = operator === "/" ? Math.trunc(a / b) : calculateDouble(operator, a, b);
  return Number.isSafeInteger(result) ? result + 0 : new EvalError("the number is too large");
}

function calculateDouble(operator: Arithmetic, a: number, b: number): number {
  switch (operator) {
    case "+":
      return a + b;
    case "-":
      return a - b;
    case "*":
      return a * b;
    case "/":
      return a / b;
    case "%":
      return a % b;
  }
}

/** Strings and lists. A list that is not known at all still has the members of the list it is joined with. */
function join(a: Value, b: Value, left: Operand, right: Operand): string | List | undefined {
  if (typeof a === "string" && typeof b === "string") return a + b;
  const [first, second] = [asList(a, left), asList(b, right)];
  if (first === undefined || second === undefined) return undefined;
  return a instanceof Unknown && b instanceof Unknown ? undefined : concat(first, second);
}

function asList(value: Value, operand: Operand): List | undefined {
  if (isList(value) || value instanceof PartialList) return value;
  const isUnknownList = value instanceof Unknown && !(value instanceof Fallible) && operand.certain;
  return isUnknownList ? new PartialList([], value) : undefined;
}

/** Bounds add up; a division may fail unless the divisor is known. An overflow of unknown integers is not expected. */
function undecided(
  operator: Arithmetic,
  a: Value,
  b: Value,
  certain: boolean,
  isInt: boolean | undefined,
): Undecided {
  const open = [a, b].filter(isUndecided).reduce(strict);
  const divides = isInt !== false && (operator === "/" || operator === "%");
  const carry = carried(open, certain && !(divides && (typeof b !== "number" || b === 0)));
  if (carry instanceof EvalError || carry instanceof Fallible || (operator !== "+" && operator !== "-"))
    return carry;
  const [left, right] = [rangeOf(a), rangeOf(b)];
  if (left === undefined || right === undefined) return carry;
  return operator === "+"
    ? new Unknown(carry.missing, left.low + right.low, left.high + right.high)
    : new Unknown(carry.missing, left.low - right.high, left.high - right.low);
}
