import { standardFunctions } from "../../expr/functions/standard.ts";
import { macros, otherMacros } from "../../expr/macros.ts";
import { rawExamples } from "../../graph/raw/raw-select.ts";
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
    ...rawSection(),
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

/** What can be selected although no concept knows it. */
function rawSection(): readonly string[] {
  return [
    "# Types by their own names",
    `What no concept knows is selected by its type: ${rawExamples.map((each) => `\`${each}\``).join(", ")}, or ` +
      "`manifest.policy/v1/PodDisruptionBudget` for one version. Such a thing has:",
    table(
      ["field", "type", "what it is", "from"],
      [
        ["`resource`", "`string`", "What its author calls it.", "everywhere"],
        [
          "`attributes`",
          "a map",
          "What is written: the attributes of a planned resource, the `Properties` of a template's, the whole manifest.",
          "everywhere",
        ],
        ["`name`", "`string?`", "Its `metadata.name`.", "Kubernetes"],
        ["`change`", "`string`", "What the plan does: `create`, `update`, `replace`, `none`.", "Terraform"],
      ],
    ),
    "Attributes are read as they are written, with the author's own names and the shapes of the format: a block of " +
      'Terraform is a list, as in `self.attributes.versioning[0].enabled`; `self.attributes.tags["Name"]`, `has()` and ' +
      "the macros work on all of it. What is not written is `null`, whatever the platform takes instead, and `has()` of it " +
      "is false; going through `null` is an error, which leaves the policy unresolved, so ask `has()` first. What is not " +
      "known is unknown, with its place: a value known after apply, a property under a condition, a block that a " +
      "`dynamic` one may make, unless the author's files beside the plan have none. Of blocks that are known in parts the order is not known. In a template " +
      '`"true"` and `"80"` are a truth value and a number where the property is one; where that cannot be told, the value ' +
      "is unknown.",
    "Names at the top are checked for resources of the AWS provider, resources of CloudFormation and kinds of Kubernetes' " +
      "own; of other types, and further down, every name is taken. Where a concept has what is asked, it says the same of " +
      "every format, knows defaults and follows references: prefer it. Manifests inside of Terraform resources and " +
      "templates, and eksctl files, cannot be selected this way.",
  ];
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
