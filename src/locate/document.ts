import type { Place, Ref } from "../base/place.ts";
import type { FileTree } from "../source/tree.ts";
import { jsonDocument } from "./json.ts";
import { type Node, spanAt } from "./node.ts";
import { type LocatedText, readText } from "./span.ts";
import { yamlDocuments } from "./yaml.ts";

/** Finds places in templates, manifests and cluster configurations. Each file is read once. */
export function documentPlaces(tree: FileTree): (ref: Ref) => Place | undefined {
  const opened = new Map<string, Opened | undefined>();
  return (ref) => {
    if (!opened.has(ref.file)) opened.set(ref.file, open(tree, ref.file));
    const file = opened.get(ref.file);
    const root = file?.documents[ref.document];
    return file === undefined || root === undefined
      ? undefined
      : file.source.place(spanAt(root, ref.path, file.source.text));
  };
}

interface Opened {
  readonly source: LocatedText;
  readonly documents: readonly Node[];
}

function open(tree: FileTree, file: string): Opened | undefined {
  const source = readText(tree, file);
  if (source === undefined) return undefined;
  return { source, documents: documentsOf(source.text) };
}

function documentsOf(text: string): readonly Node[] {
  try {
    if (!/^\s*[[{]/.test(text)) return yamlDocuments(text);
    const json = jsonDocument(text);
    return json === undefined ? [] : [json];
  } catch {
    return [];
  }
}
