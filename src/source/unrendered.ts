import { posix } from "node:path";
import { Failure } from "../base/failure.ts";
import type { Json } from "./declaration.ts";
import { isList, isObject } from "./plain.ts";
import { positionOf } from "./text.ts";

/** What only a chart's own text has between its braces. */
const helm = /\{\{[^{}]*(?:\.(?:Values|Release|Chart|Capabilities)\b|\b(?:include|template|toYaml|tpl)\s)/;

/**
 * What to say about a manifest with template marks in it. One that is a YAML document all the same may be meant as
 * it stands (alert texts, workflow parameters): it is refused only where its values are Helm's.
 */
export function unrendered(text: string, file: string, documents?: readonly Json[]): Failure | undefined {
  const mark = text.indexOf("{{");
  if (mark === -1 || (documents !== undefined && !documents.some(hasHelm))) return undefined;
  const hint = helm.test(text)
    ? "render the chart and let the gate read the result: `helm template <chart> > rendered.yaml`"
    : "fill it in first and let the gate read the result, or leave it out with `exclude`";
  const message = "this manifest is a template that has not been rendered";
  return new Failure("unreadable", message, { at: { file, ...positionOf(text, mark) }, hint });
}

/** Files below a chart are its templates where they stand among them or have template marks. */
export function chartFiles(files: readonly string[]): (file: string) => "template" | "inside" | undefined {
  const charts = new Set(
    files.filter((file) => /(^|\/)Chart\.ya?ml$/.test(file)).map((file) => posix.dirname(file)),
  );
  return (file) => {
    for (let folder = posix.dirname(file); charts.size > 0; folder = posix.dirname(folder)) {
      if (charts.has(folder)) {
        const inside = folder === "." ? file : file.slice(folder.length + 1);
        return inside.startsWith("templates/") ? "template" : "inside";
      }
      if (folder === "." || folder === "/") return undefined;
    }
    return undefined;
  };
}

function hasHelm(json: Json): boolean {
  if (typeof json === "string") return !json.includes("\n") && helm.test(json);
  if (isList(json)) return json.some(hasHelm);
  return isObject(json) && Object.values(json).some(hasHelm);
}
