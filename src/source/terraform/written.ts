import type { Json } from "../declaration.ts";
import { isList, isObject, memberOf } from "../plain.ts";
import type { JsonObject } from "./document.ts";

/**
 * What a resource's configuration has at some path: an expression, a block, a list of blocks.
 * `null`: certainly nothing is written there. `undefined`: it cannot be told, because Terraform leaves `dynamic`
 * blocks out and does not say which block became which element.
 */
export type Written = Json | undefined;

/** The whole body of a resource. */
export function writtenBody(expressions: Json | undefined): Written {
  return isObject(expressions) ? body(expressions) : emptyBody;
}

/**
 * What is written one step further down. `planned` is the value at the present place: its elements show which block
 * each of them was.
 */
export function writtenBelow(written: Written, step: string | number, planned: Json | undefined): Written {
  if (written === undefined || written === null) return undefined;
  if (isExpression(written)) return written;
  if (isList(written)) return typeof step === "number" ? blockOf(written, planned, step) : undefined;
  if (!isObject(written) || typeof step !== "string") return undefined;
  return memberOf(written, step) ?? null;
}

/** Whether this is one expression for everything at and below its place. */
export function isExpression(written: Json): written is JsonObject {
  if (!isObject(written) || written === emptyBody) return false;
  if (Object.hasOwn(written, "constant_value") || Object.keys(written).length === 0) return true;
  return isTexts(written.references);
}

/** `{ constant_value }`: written in full, nothing to compute. */
export function isConstant(expression: JsonObject): boolean {
  return Object.hasOwn(expression, "constant_value");
}

/** What an expression refers to; `undefined` for one that is neither constant nor refers to anything: a function call. */
export function referencesOf(expression: JsonObject): readonly string[] | undefined {
  const { references } = expression;
  return isTexts(references) ? references : undefined;
}

function isTexts(json: Json | undefined): json is readonly string[] {
  return isList(json) && json.every((item) => typeof item === "string");
}

/** Everything that is referred to here and in nested blocks. */
export function allReferences(written: Written): readonly string[] {
  if (written === undefined || written === null) return [];
  if (isExpression(written)) return referencesOf(written) ?? [];
  if (isList(written)) return written.flatMap(allReferences);
  return isObject(written) ? Object.values(written).flatMap(allReferences) : [];
}

/** A block without arguments looks like an expression without references; which it is depends on where it stands. */
const emptyBody: JsonObject = {};

function body(block: JsonObject): JsonObject {
  return Object.keys(block).length === 0 ? emptyBody : block;
}

/**
 * The block that became an element. Blocks are listed as written, elements of a set as Terraform sorts them, and
 * elements of `dynamic` blocks have no block at all: only constants can tell which belong together.
 */
function blockOf(blocks: readonly Json[], planned: Json | undefined, index: number): Written {
  if (!isList(planned) || planned.length !== blocks.length) return undefined;
  const [first, ...others] =
    blocks.length === 1 ? blocks : blocks.filter((block) => agrees(block, planned[index]));
  if (!isObject(first)) return undefined;
  const same = JSON.stringify(first);
  return others.every((other) => JSON.stringify(other) === same) ? body(first) : undefined;
}

function agrees(block: Json, element: Json | undefined): boolean {
  if (!isObject(block)) return false;
  return Object.entries(block).every(([name, expression]) => {
    const written = memberOf(expression, "constant_value");
    const planned = memberOf(element, name);
    if (written === undefined || written === null || planned === undefined || planned === null) return true;
    return comparable(written) === comparable(planned);
  });
}

/** Text that is the same for `443` and `"443"`, and for a list in any order. */
function comparable(json: Json): string {
  return isList(json) ? JSON.stringify(json.map(comparable).sort()) : isObject(json) ? "" : String(json);
}
