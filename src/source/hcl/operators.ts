import type { Json } from "../declaration.ts";
import { failed, isSecret, known, madeOf, opaque, type Result, same, sameJson } from "./result.ts";

/** `!a`, `-a`, `a == b`, `a && b`: also where only one side is known, if that decides. */
export function operate(operator: string, operands: readonly Result[]): Result {
  if (operands.some(({ kind }) => kind === "error")) return failed;
  const [left, right] = operands;
  if (left === undefined) return failed;
  if (right === undefined)
    return left.kind === "known" ? unary(operator, left.value, left.secret) : madeOf(left);
  const secret = isSecret(left) || isSecret(right);
  if (left.kind === "known" && right.kind === "known")
    return binary(operator, left.value, right.value, secret);
  const decided = decidedBySides(operator, left, right);
  return decided === undefined ? madeOf(left, right) : known(decided, secret);
}

function unary(operator: string, value: Json, secret: boolean): Result {
  if (operator === "!") {
    const flag = asFlag(value);
    return flag === undefined ? failed : known(!flag, secret);
  }
  const number = asNumber(value);
  return number === undefined ? failed : known(-number, secret);
}

function binary(operator: string, left: Json, right: Json, secret: boolean): Result {
  switch (operator) {
    case "==":
      return known(sameJson(left, right), secret);
    case "!=":
      return known(!sameJson(left, right), secret);
    case "&&":
    case "||": {
      const [a, b] = [asFlag(left), asFlag(right)];
      if (a === undefined || b === undefined) return failed;
      return known(operator === "&&" ? a && b : a || b, secret);
    }
    default: {
      const [a, b] = [asNumber(left), asNumber(right)];
      const result = a === undefined || b === undefined ? undefined : arithmetic[operator]?.(a, b);
      if (result === undefined || Number.isNaN(result)) return failed;
      return isExact(result) && isExact(a) && isExact(b) ? known(result, secret) : opaque;
    }
  }
}

/** Terraform counts in decimals of any length, which whole numbers alone agree with. */
function isExact(value: number | boolean | undefined): boolean {
  return typeof value !== "number" || Number.isSafeInteger(value);
}

const arithmetic: Readonly<Record<string, ((a: number, b: number) => number | boolean) | undefined>> = {
  "+": (a, b) => a + b,
  "-": (a, b) => a - b,
  "*": (a, b) => a * b,
  "/": (a, b) => a / b,
  "%": (a, b) => a % b,
  "<": (a, b) => a < b,
  "<=": (a, b) => a <= b,
  ">": (a, b) => a > b,
  ">=": (a, b) => a >= b,
};

/** What is certain while a side is not known. */
function decidedBySides(operator: string, left: Result, right: Result): boolean | undefined {
  const values = [left, right].map((side) => (side.kind === "known" ? asFlag(side.value) : undefined));
  switch (operator) {
    case "&&":
      return values.includes(false) ? false : undefined;
    case "||":
      return values.includes(true) ? true : undefined;
    case "==":
    case "!=": {
      if (same(left, right)) return operator === "==";
      const isOther = (isNull(left) && isSomething(right)) || (isSomething(left) && isNull(right));
      return isOther || isNamed(left, right) || isNamed(right, left) ? operator === "!=" : undefined;
    }
    default:
      return undefined;
  }
}

function isNull(result: Result): boolean {
  return result.kind === "known" && result.value === null;
}

/** What has an id has none that is empty. */
function isNamed(left: Result, right: Result): boolean {
  return (
    left.kind === "attribute" && isIdentity(left.link.path) && right.kind === "known" && right.value === ""
  );
}

/** Whether it is certainly not `null`, whatever else it is. */
export function isSomething(result: Result): boolean {
  switch (result.kind) {
    case "known":
      return result.value !== null;
    case "list":
    case "object":
    case "text":
    case "encoded":
      return true;
    case "attribute":
      return isIdentity(result.link.path);
    default:
      return false;
  }
}

/** Everything that is created has an id and, where it has one at all, an ARN. */
function isIdentity(path: readonly (string | number)[]): boolean {
  return path.length === 1 && (path[0] === "id" || path[0] === "arn");
}

export function asFlag(value: Json): boolean | undefined {
  if (typeof value === "boolean") return value;
  return value === "true" ? true : value === "false" ? false : undefined;
}

export function asNumber(value: Json): number | undefined {
  if (typeof value === "number") return value;
  return typeof value === "string" && /^-?\d+(?:\.\d+)?$/.test(value) ? Number(value) : undefined;
}
