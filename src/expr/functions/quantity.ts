import { EvalError, type Value } from "../../base/value.ts";
import { Opaque } from "../opaque.ts";
import type { FunctionDeclaration } from "../signature.ts";

/** Kubernetes resource quantities, exact: `500m`, `1.5Gi`, `2e3`. */
export const quantityFunctions: readonly FunctionDeclaration[] = [
  {
    signature: "quantity(string): Quantity",
    doc: "An amount as Kubernetes writes it: `500m`, `1.5Gi`.",
    call: quantity,
  },
  {
    signature: "isQuantity(string): bool",
    doc: "Whether the text is an amount.",
    total: true,
    call: (text: string) => readQuantity(text) !== undefined,
  },
  { signature: "Quantity.sign(): int", doc: "-1, 0 or 1.", total: true, call: (a: Quantity) => sign(a.nano) },
  {
    signature: "Quantity.isInteger(): bool",
    doc: "Whether `asInteger()` has an answer.",
    total: true,
    call: isInteger,
  },
  {
    signature: "Quantity.asInteger(): int",
    doc: "The amount as a whole number; an error where it is none.",
    call: asInteger,
  },
  {
    signature: "Quantity.asApproximateFloat(): double",
    doc: "The amount as a number with a fraction.",
    total: true,
    call: (a: Quantity) => Number(a.nano) / 1e9,
  },
  {
    signature: "Quantity.compareTo(Quantity): int",
    doc: "-1 where it is less than the other, 0 where it is the same, 1 where it is more.",
    total: true,
    call: (a: Quantity, b: Quantity) => sign(a.nano - b.nano),
  },
  {
    signature: "Quantity.isLessThan(Quantity): bool",
    doc: "Whether it is less than the other.",
    total: true,
    call: (a: Quantity, b: Quantity) => a.nano < b.nano,
  },
  {
    signature: "Quantity.isGreaterThan(Quantity): bool",
    doc: "Whether it is more than the other.",
    total: true,
    call: (a: Quantity, b: Quantity) => a.nano > b.nano,
  },
  {
    signature: "Quantity.add(Quantity): Quantity",
    doc: "Both together.",
    total: true,
    call: (a: Quantity, b: Quantity) => new Quantity(a.nano + b.nano),
  },
  {
    signature: "Quantity.add(int): Quantity",
    doc: "The amount and a number.",
    total: true,
    call: (a: Quantity, b: number) => new Quantity(a.nano + BigInt(b) * billion),
  },
  {
    signature: "Quantity.sub(Quantity): Quantity",
    doc: "What is left without the other.",
    total: true,
    call: (a: Quantity, b: Quantity) => new Quantity(a.nano - b.nano),
  },
  {
    signature: "Quantity.sub(int): Quantity",
    doc: "What is left without a number.",
    total: true,
    call: (a: Quantity, b: number) => new Quantity(a.nano - BigInt(b) * billion),
  },
];

const billion = 1_000_000_000n;

class Quantity extends Opaque {
  readonly concept = "Quantity";
  /** In billionths, the finest step Kubernetes keeps. */
  readonly nano: bigint;

  constructor(nano: bigint) {
    super();
    this.nano = nano;
  }

  sameAs(other: Opaque): boolean {
    return other instanceof Quantity && this.nano === other.nano;
  }

  toString(): string {
    const digits = (this.nano < 0n ? -this.nano : this.nano).toString().padStart(10, "0");
    const fraction = digits.slice(-9).replace(/0+$/, "");
    return `${this.nano < 0n ? "-" : ""}${digits.slice(0, -9)}${fraction === "" ? "" : `.${fraction}`}`;
  }
}

function quantity(text: string): Value {
  return readQuantity(text) ?? new EvalError(`${JSON.stringify(text)} is not a quantity`);
}

/** Powers of ten, counted from billionths. */
const decimal: Readonly<Record<string, number>> = {
  n: 0,
  u: 3,
  m: 6,
  "": 9,
  k: 12,
  M: 15,
  G: 18,
  T: 21,
  P: 24,
  E: 27,
};
const binary = ["Ki", "Mi", "Gi", "Ti", "Pi", "Ei"];

/** Nobody writes longer ones, and a huge exponent must not cost memory. */
const longest = 64;
const largestExponent = 40;

function readQuantity(text: string): Quantity | undefined {
  if (text.length > longest) return undefined;
  const parts = /^([+-]?)(\d+\.?\d*|\.\d+)([KMGTPE]i|[numkMGTPE]?|[eE][+-]?\d+)$/.exec(text);
  if (parts === null) return undefined;
  const [, minus, digits = "", suffix = ""] = parts;
  const scale = scaleOf(suffix);
  if (scale === undefined) return undefined;
  const [before = "", after = ""] = digits.split(".");
  const nano = roundUp(BigInt(before + after) * scale.factor, scale.power - after.length);
  return new Quantity(minus === "-" ? -nano : nano);
}

function scaleOf(suffix: string): { readonly factor: bigint; readonly power: number } | undefined {
  const power = decimal[suffix];
  if (power !== undefined) return { factor: 1n, power };
  const step = binary.indexOf(suffix);
  if (step >= 0) return { factor: 1024n ** BigInt(step + 1), power: 9 };
  const exponent = Number(suffix.slice(1));
  return Math.abs(exponent) > largestExponent ? undefined : { factor: 1n, power: 9 + exponent };
}

/** Kubernetes rounds what is finer than a billionth away from zero. */
function roundUp(value: bigint, power: number): bigint {
  if (power >= 0) return value * 10n ** BigInt(power);
  const divisor = 10n ** BigInt(-power);
  return (value + divisor - 1n) / divisor;
}

function isInteger(a: Quantity): boolean {
  return a.nano % billion === 0n && Number.isSafeInteger(Number(a.nano / billion));
}

function asInteger(a: Quantity): Value {
  return isInteger(a) ? Number(a.nano / billion) : new EvalError(`${a} is not a whole number`);
}

function sign(value: bigint): number {
  return value < 0n ? -1 : value > 0n ? 1 : 0;
}
