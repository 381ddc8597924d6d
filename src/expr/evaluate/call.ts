import { EvalError, PartialList, type Value } from "../../base/value.ts";
import { describe, isFields, isList, isMap } from "../kind.ts";
import { unknownWithin, wholeList } from "../members.ts";
import type { Overload } from "../signature.ts";
import type { Type } from "../type.ts";
import { carried, isUndecided, strict, type Undecided, union } from "../unknowns.ts";
import { noValue, type Operand, type Step } from "./frame.ts";

/** Asks a function. Unknown arguments make an unknown answer; the overload is chosen by what the arguments are. */
export function call(name: string, overloads: readonly Overload[], operands: readonly Operand[]): Step {
  const [only] = overloads;
  const [first, second] = operands;
  const certain =
    overloads.every(({ declaration }) => declaration.total === true) && operands.every((one) => one.certain);
  const ask = (values: readonly Value[]): Value => {
    const overload = overloads.find(({ parameters }) => acceptsAll(parameters, values));
    return overload === undefined ? noOverload(name, operands, values) : apply(overload, values, certain);
  };
  if (overloads.length !== 1 || only === undefined || first === undefined || operands.length > 2) {
    return (frame) => {
      const values = operands.map(({ step }) => step(frame));
      const open = values.filter(isUndecided).reduce<Undecided | undefined>(strict, undefined);
      return open === undefined ? ask(values) : carried(open, certain);
    };
  }
  const { declaration, parameters } = only;
  const [wanted, wantedToo] = parameters;
  if (second === undefined) {
    return (frame) => {
      const value = first.step(frame);
      if (isUndecided(value)) return carried(value, certain);
      if (!accepts(wanted, value)) return noOverload(name, operands, [value]);
      if (declaration.seesUnknownMembers !== true && hasMembers(value)) return apply(only, [value], certain);
      return declaration.call(value);
    };
  }
  return (frame) => {
    const a = first.step(frame);
    const b = second.step(frame);
    if (isUndecided(a)) return carried(isUndecided(b) ? strict(a, b) : a, certain);
    if (isUndecided(b)) return carried(b, certain);
    if (!accepts(wanted, a) || !accepts(wantedToo, b)) return noOverload(name, operands, [a, b]);
    const simple = declaration.seesUnknownMembers === true || !(hasMembers(a) || hasMembers(b));
    return simple ? declaration.call(a, b) : apply(only, [a, b], certain);
  };
}

/** Whether a value that is known may have something unknown in it. */
function hasMembers(value: Value): boolean {
  if (typeof value !== "object") return false;
  return isList(value) || isMap(value) || value instanceof PartialList;
}

/** A function that does not see unknown members is asked only when there are none. */
function apply({ declaration }: Overload, values: readonly Value[], certain: boolean): Value {
  if (declaration.seesUnknownMembers === true) return declaration.call(...values);
  const plain = values.map((value) => (value instanceof PartialList ? (wholeList(value) ?? value) : value));
  const open = plain.map(unknownWithin).filter((found) => found !== undefined);
  return open.length > 0 ? carried(open.reduce(union), certain) : declaration.call(...plain);
}

function acceptsAll(parameters: readonly Type[], values: readonly Value[]): boolean {
  return (
    parameters.length === values.length &&
    parameters.every((parameter, index) => accepts(parameter, values[index]))
  );
}

/** Whether a value is of a type, as far as a look at it tells. */
function accepts(type: Type | undefined, value: Value | undefined): boolean {
  if (type === undefined || value === undefined) return false;
  switch (type.kind) {
    case "int":
      return typeof value === "number" && Number.isInteger(value);
    case "double":
      return typeof value === "number";
    case "string":
      return typeof value === "string";
    case "bool":
      return typeof value === "boolean";
    case "list":
      return (isList(value) && acceptsMembers(type.of, value)) || value instanceof PartialList;
    case "map":
      return isMap(value);
    case "null":
      return value === null;
    case "object":
      return isFields(value) && value.concept === type.name;
    case "nullable":
      return value === null || accepts(type.of, value);
    case "dyn":
    case "parameter":
      return true;
  }
}

/** Only where a function relies on it: `join`, `sum`. */
function acceptsMembers(type: Type, list: readonly Value[]): boolean {
  if (type.kind === "parameter" || type.kind === "dyn") return true;
  return list.every((item) => isUndecided(item) || accepts(type, item));
}

function noOverload(name: string, operands: readonly Operand[], values: readonly Value[]): EvalError {
  const missing = operands.find((_, index) => values[index] === null);
  if (missing !== undefined) return noValue(missing);
  return new EvalError(`\`${name}()\` cannot be asked of ${values.map(describe).join(" and ")}`);
}
