import { standardFunctions } from "../../expr/functions/standard.ts";
import { macros, otherMacros } from "../../expr/macros.ts";
import type { TypeDeclaration, Vocabulary } from "../../graph/vocabulary.ts";
import { formatsText } from "../format-names.ts";
import { anchor, generatedNote, page, table } from "./markdown.ts";

/** `policies/VOCABULARY.md`: the words that expressions may use. */
export function vocabularyPage(vocabulary: Vocabulary): string {
  const names = new Set(vocabulary.types.map(({ name }) => name));
  const concepts = vocabulary.types.filter(({ selectable }) => selectable);
  const parts = vocabulary.types.filter(({ selectable }) => !selectable);
  return page(
    generatedNote,
    "# Vocabulary",
    "What policies ask about, and what they can ask of it. A type ending in `?` may be `null`: nothing is there. A " +
      "field that no format of the input supplies is unknown. Methods are called on a value: `rule.ports.contains(22)`.",
    `Concepts that \`select\` may name: ${concepts.map(({ name }) => link(name)).join(", ")}.`,
    ...concepts.map((type) => section(type, names)),
    parts.length === 0 ? "" : "# Parts of concepts",
    ...parts.map((type) => section(type, names)),
    "# Functions",
    "The language is CEL with the functions of Kubernetes. A function of something unknown is unknown, unless what is " +
      "known already decides it.",
    table(
      ["macro", "what it answers"],
      Object.values({ ...macros, ...otherMacros }).map(({ usage, doc }) => [`\`${usage}\``, doc]),
    ),
    table(
      ["function", "what it answers"],
      standardFunctions.map(({ signature, doc }) => [`\`${signature}\``, doc]),
    ),
  );
}

function section(type: TypeDeclaration, names: ReadonlySet<string>): string {
  const fields = type.fields.map(({ name, type: fieldType, doc, formats }) => [
    `\`${name}\``,
    typeText(fieldType, names),
    doc,
    formatsText(formats),
  ]);
  const methods = type.methods.map(({ signature, doc }) => [`\`${signature}\``, doc]);
  return page(
    `## ${type.name}`,
    type.doc,
    type.formats.length === 0 ? "" : `From ${formatsText(type.formats)}.`,
    table(["field", "type", "what it is", "from"], fields),
    table(["method", "what it answers"], methods),
  );
}

/** A type as code, its concept a link. */
function typeText(type: string, names: ReadonlySet<string>): string {
  const word = /[A-Za-z]\w*(?=[>?]*$)/.exec(type)?.[0];
  return word !== undefined && names.has(word) ? `[\`${type}\`](#${anchor(word)})` : `\`${type}\``;
}

function link(name: string): string {
  return `[${name}](#${anchor(name)})`;
}
