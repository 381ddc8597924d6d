import { EvalError, type Value } from "../../base/value.ts";
import type { FunctionDeclaration } from "../signature.ts";

export const conversionFunctions: readonly FunctionDeclaration[] = [
  { signature: "int(int): int", doc: "The number itself.", total: true, call: (value: number) => value },
  {
    signature: "int(double): int",
    doc: "The number without its fraction.",
    call: (value: number) => whole(value),
  },
  { signature: "int(string): int", doc: "The whole number that the text writes.", call: readInt },
  {
    signature: "double(double): double",
    doc: "The number itself.",
    total: true,
    call: (value: number) => value,
  },
  {
    signature: "double(int): double",
    doc: "The number, as one with a fraction.",
    total: true,
    call: (value: number) => value,
  },
  { signature: "double(string): double", doc: "The number that the text writes.", call: readDouble },
  {
    signature: "string(string): string",
    doc: "The text itself.",
    total: true,
    call: (value: string) => value,
  },
  {
    signature: "string(int): string",
    doc: "The number in digits.",
    total: true,
    call: (value: number) => String(value),
  },
  { signature: "string(double): string", doc: "The number in digits.", total: true, call: showDouble },
  {
    signature: "string(bool): string",
    doc: "`true` or `false`.",
    total: true,
    call: (value: boolean) => String(value),
  },
  {
    signature: "bool(bool): bool",
    doc: "The truth value itself.",
    total: true,
    call: (value: boolean) => value,
  },
  { signature: "bool(string): bool", doc: "Reads `true`, `false`, `t`, `f`, `1`, `0`.", call: readBool },
  {
    signature: "dyn(A): dyn",
    doc: "The value, with its type left to be found when it is evaluated.",
    total: true,
    call: (value: Value) => value,
  },
];

function whole(value: number): Value {
  const cut = Math.trunc(value);
  return Number.isSafeInteger(cut) ? cut + 0 : new EvalError(`${value} is too large for a whole number`);
}

function readInt(text: string): Value {
  if (!/^[+-]?\d+$/.test(text)) return new EvalError(`${JSON.stringify(text)} is not a whole number`);
  const value = Number(text);
  return Number.isSafeInteger(value) ? value + 0 : new EvalError(`${text} is too large for a whole number`);
}

function readDouble(text: string): Value {
  const special = /^([+-]?)(inf|infinity|nan)$/i.exec(text);
  if (special !== null) {
    if (special[2]?.toLowerCase() === "nan") return Number.NaN;
    return special[1] === "-" ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
  }
  if (!/^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/.test(text))
    return new EvalError(`${JSON.stringify(text)} is not a number`);
  return Number(text);
}

function showDouble(value: number): string {
  if (value === Number.POSITIVE_INFINITY) return "+Inf";
  return value === Number.NEGATIVE_INFINITY ? "-Inf" : String(value);
}

function readBool(text: string): Value {
  if (["true", "True", "TRUE", "t", "1"].includes(text)) return true;
  if (["false", "False", "FALSE", "f", "0"].includes(text)) return false;
  return new EvalError(`${JSON.stringify(text)} is neither true nor false`);
}
