import { OpenMap } from "../../base/open-map.ts";
import { EvalError, PartialList, Unknown, type Value } from "../../base/value.ts";
import { describe, isFields, isList, isMap } from "../kind.ts";
import { type List, sizeBounds, wholeList } from "../members.ts";
import { carried, isUndecided, strict } from "../unknowns.ts";
import { noValue, type Operand, type Step } from "./frame.ts";

export function select(object: Operand, field: string, isMapType: boolean): Step {
  const { step } = object;
  const certain = object.certain && !isMapType;
  return (frame) => {
    const from = step(frame);
    if (typeof from !== "object" || from === null) return wrongObject(object, from, field);
    if (from instanceof Unknown || from instanceof EvalError) return carried(from, certain);
    if (isMap(from)) return from.get(field) ?? missingKey(from, field);
    if (isList(from) || from instanceof PartialList) return wrongObject(object, from, field);
    const value = from.get(field);
    return value === undefined ? missingField(from.concept, field) : value;
  };
}

/** Whether a field has a value; an unknown one may turn out to have none. */
export function has(object: Operand, field: string): Step {
  return (frame) => {
    const from = object.step(frame);
    if (isUndecided(from)) return carried(from, object.certain);
    if (from instanceof OpenMap) return from.holds(field);
    if (isMap(from)) return from.has(field);
    if (!isFields(from)) return wrongObject(object, from, field);
    const value = from.get(field);
    if (value === undefined) return missingField(from.concept, field);
    return isUndecided(value) ? carried(value, true) : value !== null;
  };
}

export function index(object: Operand, key: Operand): Step {
  return (frame) => {
    const from = object.step(frame);
    const at = key.step(frame);
    if (isUndecided(from)) return carried(isUndecided(at) ? strict(from, at) : from, false);
    if (isUndecided(at)) return carried(at, false);
    if (isList(from) || from instanceof PartialList) return member(from, at);
    if (isMap(from))
      return typeof at === "string"
        ? (from.get(at) ?? missingKey(from, at))
        : new EvalError(`${describe(at)} is not a key`);
    return from === null ? noValue(object) : new EvalError(`${describe(from)} has no members`);
  };
}

/** Where the members of a list with unknown ones stand is not known either. */
function member(list: List, at: Value): Value {
  if (typeof at !== "number" || !Number.isInteger(at))
    return new EvalError(`${describe(at)} is not a position`);
  const { low, high } = sizeBounds(list);
  if (at < 0 || at >= high)
    return new EvalError(`position ${at} is out of range: the list has ${high} members`);
  const whole = wholeList(list);
  if (whole !== undefined) return whole[at] ?? null;
  return list instanceof PartialList ? carried(list.why, at < low) : null;
}

function missingKey(map: ReadonlyMap<string, Value>, key: string): Value {
  return map instanceof OpenMap || map.has(key) ? null : new EvalError(`the map has no key \`${key}\``);
}

function missingField(concept: string, field: string): EvalError {
  return new EvalError(`\`${concept}\` has no field \`${field}\``);
}

function wrongObject(object: Operand, value: Value, field: string): EvalError {
  return value === null ? noValue(object) : new EvalError(`${describe(value)} has no field \`${field}\``);
}
