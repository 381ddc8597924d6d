import { readQuantity } from "../../base/quantity.ts";
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
  const nano = readQuantity(text);
  return nano === undefined ? new EvalError(`${JSON.stringify(text)} is not a quantity`) : new Quantity(nano);
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
