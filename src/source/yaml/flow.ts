import type { Json } from "../declaration.ts";
import { giveUp } from "./give-up.ts";
import { ordinaryScalar } from "./scalar.ts";

/** A value in brackets, braces or quotes, or a word between them, and the offset behind it. */
export interface FlowValue {
  readonly value: Json;
  readonly end: number;
}

/** Reads `[sh, "-c"]` and `{ path: /ready, port: 80 }` where they end on their line; gives up where in doubt. */
export function readFlow(text: string, start: number): FlowValue {
  return flow(text, start, 0);
}

/** A text in quotes that ends on its line and escapes nothing unusual. */
export function readQuoted(text: string, start: number): { readonly value: string; readonly end: number } {
  const pattern = text[start] === '"' ? doubleQuoted : singleQuoted;
  pattern.lastIndex = start;
  const found = pattern.exec(text)?.[0] ?? giveUp();
  const value = found.startsWith('"') ? JSON.parse(found) : found.slice(1, -1).replaceAll("''", "'");
  return { value, end: start + found.length };
}

export function nullOr(text: string): null {
  return text === "~" || text.toLowerCase() === "null" ? null : giveUp();
}

const doubleQuoted = /"(?:[^"\\\n]|\\["\\/nt])*"/y;
const singleQuoted = /'(?:[^'\n]|'')*'/y;
const word = /(?:--?)?[A-Za-z0-9_./](?:[\w./*=@+-]|:(?=[\w./*]))*/y;
const key = /([A-Za-z_][\w./-]*): +/y;
const deepest = 20;

function flow(text: string, start: number, depth: number): FlowValue {
  if (depth > deepest) giveUp();
  const first = text[start];
  if (first === "[") return list(text, start, depth);
  if (first === "{") return map(text, start, depth);
  if (first === '"' || first === "'") return readQuoted(text, start);
  const found = matched(word, text, start);
  return { value: ordinaryScalar(found) ?? nullOr(found), end: start + found.length };
}

function list(text: string, start: number, depth: number): FlowValue {
  const items: Json[] = [];
  let at = skip(text, start + 1);
  while (text[at] !== "]") {
    const { value, end } = flow(text, at, depth + 1);
    items.push(value);
    at = behind(text, end, "]");
  }
  return { value: items, end: at + 1 };
}

function map(text: string, start: number, depth: number): FlowValue {
  const members: Record<string, Json> = {};
  let at = skip(text, start + 1);
  while (text[at] !== "}") {
    const found = matched(key, text, at);
    const name = found.slice(0, found.indexOf(":"));
    if (name === "__proto__" || typeof ordinaryScalar(name) !== "string" || Object.hasOwn(members, name))
      giveUp();
    const { value, end } = flow(text, at + found.length, depth + 1);
    members[name] = value;
    at = behind(text, end, "}");
  }
  return { value: members, end: at + 1 };
}

/** Where the next member begins or the closing bracket stands. A comma with nothing behind it is left to others. */
function behind(text: string, end: number, closing: string): number {
  const at = skip(text, end);
  if (text[at] === closing) return at;
  const next = text[at] === "," ? skip(text, at + 1) : giveUp();
  return text[next] === closing ? giveUp() : next;
}

function matched(pattern: RegExp, text: string, start: number): string {
  pattern.lastIndex = start;
  return pattern.exec(text)?.[0] ?? giveUp();
}

function skip(text: string, from: number): number {
  let at = from;
  while (text.charCodeAt(at) === 32) at++;
  return at;
}
