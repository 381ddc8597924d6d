import type { Json } from "../declaration.ts";
import { holeOf } from "../hcl/evaluate.ts";
import { known, listOf, objectOf, type Result, textOf } from "../hcl/result.ts";
import { isList, isObject } from "../plain.ts";

/**
 * The document that a text will be: the value of `jsonencode`, or a text whose holes stand inside of strings. Of YAML,
 * where a text needs no quotes, a hole that is all there is of a value may be anything.
 * Keys keep what is not known in them as it is written: `${aws_iam_openid_connect_provider.this.url}:sub`.
 */
export function documentIn(
  result: Result,
  parse: (text: string) => Json | undefined = JSON.parse,
): Result | undefined {
  if (result.kind === "encoded") return result.value;
  if (result.kind !== "text") return undefined;
  const holes: Result[] = [];
  const marked = result.parts.map((part) => {
    if (typeof part !== "string" && part.kind !== "known") return `${open}${holes.push(part) - 1}${close}`;
    const text = typeof part === "string" ? part : holeOf(part);
    return isMarked.test(text) ? undefined : text;
  });
  if (marked.includes(undefined)) return undefined;
  try {
    const json = parse(marked.join(""));
    return json === undefined ? undefined : filled(json, holes);
  } catch {
    return undefined;
  }
}

/** Characters for private use, which no document has a use for. */
const [open, close] = ["\ue000", "\ue001"];
const isMarked = /[\ue000\ue001]/;
const hole = /\ue000(\d+)\ue001/;

function filled(json: Json, holes: readonly Result[]): Result {
  if (typeof json === "string") return filledText(json, holes);
  if (isList(json)) return listOf(json.map((item) => filled(item, holes)));
  if (!isObject(json)) return known(json);
  const entries = Object.entries(json).map(
    ([key, value]) => [keyOf(key, holes), filled(value, holes)] as const,
  );
  return objectOf(new Map(entries));
}

function filledText(text: string, holes: readonly Result[]): Result {
  const parts = partsOf(text, holes);
  const [only, ...others] = parts;
  return only !== undefined && others.length === 0 && typeof only !== "string" ? only : textOf(parts);
}

function keyOf(text: string, holes: readonly Result[]): string {
  return partsOf(text, holes)
    .map((part) => (typeof part === "string" ? part : holeOf(part)))
    .join("");
}

/** Texts and holes in turn. */
function partsOf(text: string, holes: readonly Result[]): readonly (string | Result)[] {
  return text
    .split(hole)
    .map((part, index) => (index % 2 === 0 ? part : (holes[Number(part)] ?? "")))
    .filter((part) => part !== "");
}
