import { type Selection, splitJson } from "./json/split.ts";

/** What a JSON document says about itself with the keys at its top, complete or not. */
export interface JsonShape {
  readonly keys: ReadonlySet<string>;
  /** The document goes wrong before its end: it is cut off, or not JSON. */
  readonly broken: boolean;
}

/** Keys that settle what a document is: nothing after them needs to be looked at. */
const decisive: readonly (readonly string[])[] = [
  ["planned_values"],
  ["resource_changes"],
  ["terraform_version", "values"],
  ["terraform_version", "lineage"],
  ["AWSTemplateFormatVersion"],
  ["apiVersion", "kind"],
  ["@module", "@level"],
];

/** Reads no further than it takes to tell what a document is. */
export function jsonShape(chunks: Iterable<Uint8Array>): JsonShape {
  const keys = new Set<string>();
  const selection: Selection = { kind: "members", of: {}, seen: (key) => keys.add(key) };
  const isDecided = () => decisive.some((group) => group.every((key) => keys.has(key)));
  const mistake = splitJson(until(chunks, isDecided), selection, { trailer: true });
  return { keys, broken: mistake !== undefined && !isDecided() };
}

const step = 64 * 1024;

function* until(chunks: Iterable<Uint8Array>, isEnough: () => boolean): Generator<Uint8Array> {
  for (const chunk of chunks) {
    for (let start = 0; start < chunk.length; start += step) {
      yield chunk.subarray(start, start + step);
      if (isEnough()) return;
    }
  }
}
