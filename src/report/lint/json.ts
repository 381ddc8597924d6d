import type { Remark } from "../../policy/lint/remark.ts";
import { printableJson } from "../escape/json.ts";

/** The same for programs. */
export function lintJson(remarks: readonly Remark[], files: number): string {
  return printableJson({
    files,
    remarks: remarks.map(({ kind, rule, at, message }) => ({ kind, rule, ...at, message })),
  });
}
