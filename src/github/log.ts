import { error, notice, warning } from "@actions/core";
import type { Annotation } from "../report/annotations.ts";
import { escapeLog } from "../report/escape/log.ts";

/** Prints to the log of the job. Whatever stands in the text, the runner does not take it for a command. */
export function log(text: string, options: { readonly colours?: boolean } = {}): void {
  process.stdout.write(`${escapeLog(text, options)}\n`);
}

/** Prints an annotation, the only commands there are. */
export function annotate({ level, title, message, place }: Annotation): void {
  const properties = {
    title,
    ...(place === undefined ? {} : { file: place.file }),
    ...(place?.line === undefined ? {} : { startLine: place.line }),
    ...(place?.endLine === undefined ? {} : { endLine: place.endLine }),
    ...(place?.column === undefined ? {} : { startColumn: place.column }),
    ...(place?.endColumn === undefined ? {} : { endColumn: place.endColumn }),
  };
  ({ error, warning, notice })[level](message, properties);
}
