import type { TypeDeclaration } from "../../graph/vocabulary.ts";
import { type CaseInput, caseLines } from "./case-input.ts";
import { schemaLine } from "./schema-line.ts";

export interface NewPolicy {
  readonly id: string;
  readonly select: TypeDeclaration;
  /** One for each format that the concept has, at least one. */
  readonly inputs: readonly CaseInput[];
  /** What the first input was taken from, where that is something real. */
  readonly from?: string | undefined;
}

/** A policy file that loads, with everything that its author has to say marked as a placeholder. */
export function newPolicyText({ id, select, inputs, from }: NewPolicy): string {
  const { assert, shown } = placeholder(select);
  const lines = [
    schemaLine("policy"),
    `title: ${sentence(id)}`,
    "severity: medium # critical, high, medium or low",
    "enforcement: audit # only counted, until you trust it; then warn, then deny",
    `select: ${select.name}`,
    `# What must be true of every ${select.name}. This only shows the form; it can be asked for:`,
    ...fieldLines(select),
    `assert: ${assert}`,
    `message: "${inWords(select.name)} {self.resource} is not as it should be: ${shown}"`,
    "why: Say what happens to whoever has the defect.",
    "fix: Say what to do about it, in one or two sentences.",
    "sources:",
    "  - who says so",
    "cases:",
    "  # Make each of these what it says. A case may also say `at`, the attribute that the finding must land on.",
    ...cases(inputs, from),
  ];
  return `${lines.join("\n")}\n`;
}

function cases([first, ...others]: readonly CaseInput[], from: string | undefined): readonly string[] {
  if (first === undefined) return [];
  const real = from === undefined ? "" : `, made of ${from}`;
  const rest = others.flatMap((input) => [
    ...caseLines("violated", "say what is wrong", input),
    ...caseLines("satisfied", "say what is right", input),
  ]);
  return [
    ...caseLines("violated", JSON.stringify(`say what is wrong${real}`), first),
    ...caseLines("satisfied", JSON.stringify(`say what is right${real}`), first),
    ...caseLines("unresolved", JSON.stringify(`say what cannot be known${real}`), first),
    ...rest,
  ];
}

/** `node-group-without-owner` as the beginning of a title. */
function sentence(id: string): string {
  const words = id.replaceAll("-", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function inWords(concept: string): string {
  return concept.replace(/(?<=[a-z])(?=[A-Z])/g, " ").toLowerCase();
}

const mostFields = 12;

/** Its first fields, each with what it is. */
function fieldLines({ fields }: TypeDeclaration): readonly string[] {
  const shown = fields.filter(({ formats }) => formats.length > 0).slice(0, mostFields);
  const widths = (["name", "type"] as const).map((key) =>
    Math.max(...shown.map((field) => field[key].length)),
  );
  const rows = shown.map(
    ({ name, type, doc }) =>
      `#   ${name.padEnd(widths[0] ?? 0)}  ${type.padEnd(widths[1] ?? 0)}  ${firstSentence(doc)}`,
  );
  const more = fields.length - shown.length;
  return more > 0 ? [...rows, `#   and ${more} more: see VOCABULARY.md of eks-policy-gate`] : rows;
}

function firstSentence(doc: string): string {
  return doc.replace(/[.;:](?: .*)?$/s, "");
}

/** A question that the concept can answer either way, so that the file loads as it is, and the value it is about. */
function placeholder({ fields }: TypeDeclaration): { readonly assert: string; readonly shown: string } {
  const asked = fields.filter(({ name, formats }) => name !== "resource" && formats.length > 0);
  for (const [type, form] of forms) {
    const field = asked.find((each) => type.test(each.type));
    if (field !== undefined) return { assert: form(`self.${field.name}`), shown: `{self.${field.name}}` };
  }
  return { assert: 'self.resource != "example"', shown: "{self.resource}" };
}

const forms: readonly (readonly [RegExp, (value: string) => string])[] = [
  [/^(?:list|map)<(?:string|int)>$/, (value) => `size(${value}) > 0`],
  [/^bool$/, (value) => value],
  [/^string\?$/, (value) => `${value} != null`],
  [/^string$/, (value) => `${value} != "example"`],
  [/^int$/, (value) => `${value} > 0`],
];
