import type { Format } from "../base/place.ts";
import type { Concept } from "./concept.ts";
import { concepts } from "./concepts/all.ts";
import type { TypeDeclaration, Vocabulary } from "./vocabulary.ts";

const order: readonly Format[] = ["terraform", "cloudformation", "eksctl", "kubernetes", "inventory"];

/** The vocabulary, made from the table of concepts. */
export const vocabulary: Vocabulary = { types: concepts.map(declare) };

function declare(concept: Concept): TypeDeclaration {
  const formats = formatsOf(concept, () => true);
  return {
    name: concept.name,
    doc: concept.doc,
    selectable: concept.suppliers.length > 0,
    formats,
    methods: concept.methods,
    fields: Object.entries(concept.fields).map(([name, field]) => {
      const everywhere = field.derive !== undefined || field.inverse !== undefined;
      const supplied = formatsOf(concept, (supplier) => supplier.fields[name] !== undefined);
      return { name, type: field.type, doc: field.doc, formats: everywhere ? formats : supplied };
    }),
  };
}

function formatsOf(
  concept: Concept,
  counts: (supplier: Concept["suppliers"][number]) => boolean,
): readonly Format[] {
  const found = new Set(concept.suppliers.filter(counts).map((supplier) => supplier.format));
  return order.filter((format) => found.has(format));
}
