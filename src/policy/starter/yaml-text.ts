/** A value to be written as YAML. */
export type Written =
  | null
  | boolean
  | number
  | string
  | Tagged
  | readonly Written[]
  | { readonly [key: string]: Written };

/** A tag and what follows it: `!unknown`, `!ref aws_subnet.a.id`. */
export class Tagged {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

/** Lists and maps that fit on a line of this many characters are written on one. */
const width = 100;

/** The lines of a value, not indented; the outermost `open` levels of it are never written on one line. */
export function yamlLines(value: Written, open = 0): readonly string[] {
  const flow = flowText(value);
  const isFlow = open <= 0 && flow.length <= width && !hasLines(value);
  if (!isContainer(value) || Object.keys(value).length === 0 || isFlow) return [flow];
  if (isList(value)) {
    return value.flatMap((item) => {
      const [first = "", ...rest] = yamlLines(item, open - 1);
      return [`- ${first}`, ...rest.map((line) => `  ${line}`)];
    });
  }
  return Object.entries(value).flatMap(([key, member]) => entryLines(key, member, open));
}

function entryLines(key: string, member: Written, open: number): readonly string[] {
  const name = scalarText(key);
  if (typeof member === "string" && canBeBlock(member)) {
    const body = member.replace(/\n$/, "").split("\n");
    return [`${name}: |${member.endsWith("\n") ? "" : "-"}`, ...indented(body)];
  }
  const lines = yamlLines(member, open - 1);
  const isShort = lines.length === 1 && flowText(member) === lines[0];
  return isShort ? [`${name}: ${lines[0]}`] : [`${name}:`, ...indented(lines)];
}

/** Lines that stand below something; empty ones stay empty. */
export function indented(lines: readonly string[], by = 2): readonly string[] {
  return lines.map((line) => (line === "" ? "" : `${" ".repeat(by)}${line}`));
}

function flowText(value: Written): string {
  if (value instanceof Tagged) return value.text;
  if (isList(value)) return `[${value.map(flowText).join(", ")}]`;
  if (!isContainer(value)) return typeof value === "string" ? scalarText(value) : String(value);
  const entries = Object.entries(value).map(([key, member]) => `${scalarText(key)}: ${flowText(member)}`);
  return entries.length === 0 ? "{}" : `{ ${entries.join(", ")} }`;
}

/** Plain where that means the same to every reader of YAML, quoted otherwise: JSON is YAML. */
export function scalarText(text: string): string {
  return isPlain.test(text) && !meansSomething.test(text) ? text : JSON.stringify(text);
}

const isPlain = /^[A-Za-z/][\w./@+-]*(?:::?[\w./@+-]+)*$/;
const meansSomething = /^(?:null|true|false|yes|no|on|off|y|n)$/i;

function hasLines(value: Written): boolean {
  if (typeof value === "string") return canBeBlock(value);
  return isContainer(value) && Object.values(value).some(hasLines);
}

/** Whether a text of several lines can be written as it is. */
function canBeBlock(text: string): boolean {
  return (
    /^[^\s][^\r\t]*\n/.test(text) && !/[^\n\x20-\x7e\xa0-\ud7ff\ue000-\ufffc]|\n\n$| +(?:\n|$)/.test(text)
  );
}

function isContainer(value: Written): value is readonly Written[] | { readonly [key: string]: Written } {
  return typeof value === "object" && value !== null && !(value instanceof Tagged);
}

function isList(value: Written): value is readonly Written[] {
  return Array.isArray(value);
}
