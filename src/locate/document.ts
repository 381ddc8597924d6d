import type { Place, Ref } from "../base/place.ts";
import { type LocatedText, locatedText, readText } from "../source/span.ts";
import type { FileTree } from "../source/tree.ts";
import { jsonDocument } from "./json.ts";
import { type Node, spanAt } from "./node.ts";
import { yamlDocuments } from "./yaml.ts";

/** Finds places in templates, manifests and cluster configurations. Each file is read once. */
export function documentPlaces(tree: FileTree): (ref: Ref) => Place | undefined {
  const opened = new Map<string, Opened | undefined>();
  return (ref) => {
    if (!opened.has(ref.file)) opened.set(ref.file, open(tree, ref.file));
    const file = opened.get(ref.file);
    const root = file?.documents[ref.document];
    if (file === undefined || root === undefined) return undefined;
    const place = file.parsed.place(spanAt(root, ref.path, file.parsed.text));
    return file.parsed === file.written ? place : asWritten(place, file.parsed, file.written);
  };
}

interface Opened {
  readonly documents: readonly Node[];
  readonly written: LocatedText;
  /** The same text, but that the parser may have indented some lines further. */
  readonly parsed: LocatedText;
}

function open(tree: FileTree, file: string): Opened | undefined {
  const written = readText(tree, file);
  if (written === undefined) return undefined;
  try {
    const { documents, text } = documentsOf(written.text);
    return { documents, written, parsed: text === written.text ? written : locatedText(file, text) };
  } catch {
    return undefined;
  }
}

function documentsOf(text: string): { readonly documents: readonly Node[]; readonly text: string } {
  const json = isJson(text) ? jsonDocument(text) : undefined;
  return json === undefined ? yamlDocuments(text) : { documents: [json], text };
}

/** Several documents of JSON, or one with comments, are YAML. */
function isJson(text: string): boolean {
  if (!/^\s*[[{]/.test(text)) return false;
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function asWritten(place: Place, parsed: LocatedText, written: LocatedText): Place {
  const { line = 1, column = 1, endColumn = column } = place;
  const further = parsed.line(line).length - written.line(line).length;
  return { ...place, column: Math.max(1, column - further), endColumn: Math.max(1, endColumn - further) };
}
