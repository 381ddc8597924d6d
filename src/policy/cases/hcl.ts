import { type Address, parseAddress } from "./address.ts";
import { type Planned, type PlannedResources, Reference } from "./case.ts";
import { withOutside } from "./plan.ts";
import { isBlock, isDocument } from "./provider.ts";
import { expressionOf } from "./references.ts";

/** The configuration whose plan `planText` writes, formatted as `terraform fmt` does. */
export function configurationText(resources: PlannedResources): string {
  const written = new Set<string>();
  const blocks = Object.entries(withOutside(resources)).flatMap(([full, values]) => {
    const address = parseAddress(full);
    if (address === undefined || written.has(address.resource)) return [];
    written.add(address.resource);
    return [resourceText(address, values, Object.keys(resources))];
  });
  return blocks.join("\n");
}

function resourceText(
  address: Address,
  values: Readonly<Record<string, Planned>>,
  all: readonly string[],
): string {
  const { mode, type, name } = address;
  const head = `${mode === "data" ? "data" : "resource"} "${type}" "${name}"`;
  const body = [...repetition(address, all), ...bodyLines(type, values)];
  return body.length === 0 ? `${head} {}\n` : `${head} {\n${indent(body).join("\n")}\n}\n`;
}

/** Instances share one block; where their values differ, it shows those of the first. */
function repetition({ resource, index }: Address, all: readonly string[]): readonly string[] {
  if (index === undefined) return [];
  const keys = all.flatMap((full) => {
    const address = parseAddress(full);
    return address?.resource === resource && address.index !== undefined ? [address.index] : [];
  });
  const line =
    typeof index === "number" ? `count = ${keys.length}` : `for_each = toset(${JSON.stringify(keys)})`;
  return [line, ""];
}

function bodyLines(type: string, values: Readonly<Record<string, Planned>>): readonly string[] {
  const entries = Object.entries(values);
  const attributes = entries.filter(([key, value]) => blockMembers(type, key, value) === undefined);
  const width = Math.max(0, ...attributes.map(([key]) => key.length));
  const lines = attributes.flatMap(([key, value]) => {
    const text =
      isDocument(key) && isContainer(value) ? `jsonencode(${expression(value)})` : expression(value);
    return `${key.padEnd(width)} = ${text}`.split("\n");
  });
  const blocks = entries.flatMap(([key, value]) =>
    (blockMembers(type, key, value) ?? []).map((block) => {
      const body = bodyLines(type, block);
      return body.length === 0 ? [`${key} {}`] : [`${key} {`, ...indent(body), "}"];
    }),
  );
  return [
    ...lines,
    ...blocks.flatMap((block, index) => (index + lines.length === 0 ? block : ["", ...block])),
  ];
}

function blockMembers(
  type: string,
  key: string,
  value: Planned,
): readonly Readonly<Record<string, Planned>>[] | undefined {
  if (isDocument(key) || value instanceof Reference) return undefined;
  if (isRecord(value)) return isBlock(type, key) ? [value] : undefined;
  if (!Array.isArray(value) || value.length === 0) return undefined;
  const members = value.filter(isRecord);
  return members.length === value.length ? members : undefined;
}

function expression(value: Planned): string {
  if (value instanceof Reference) return expressionOf(value);
  if (typeof value === "string") return quoted(value);
  if (Array.isArray(value)) return `[${value.map(expression).join(", ")}]`;
  if (!isRecord(value)) return String(value);
  const entries = Object.entries(value);
  if (entries.length === 0) return "{}";
  const lines = entries.flatMap(([key, member]) => `${keyText(key)} = ${expression(member)}`.split("\n"));
  return `{\n${indent(lines).join("\n")}\n}`;
}

function quoted(text: string): string {
  return JSON.stringify(text).replace(/[$%](?=\{)/g, (sign) => sign + sign);
}

function keyText(key: string): string {
  return /^[A-Za-z_][\w-]*$/.test(key) ? key : quoted(key);
}

function indent(lines: readonly string[]): readonly string[] {
  return lines.map((line) => (line === "" ? "" : `  ${line}`));
}

function isContainer(value: Planned): boolean {
  return typeof value === "object" && value !== null && !(value instanceof Reference);
}

function isRecord(value: Planned): value is { readonly [key: string]: Planned } {
  return isContainer(value) && !Array.isArray(value);
}
