import type { Value } from "../base/value.ts";
import { parseType, type Type } from "./type.ts";

/** A function of the language: what authors read, and what it does. */
export interface FunctionDeclaration {
  /** `size(string): int`, `list<A>.distinct(): list<A>`, `sets.contains(list<A>, list<A>): bool`. */
  readonly signature: string;
  readonly doc: string;
  /** Never an error, whatever the arguments of its types are. */
  readonly total?: true;
  /** Is given lists as they are. Other functions are asked only when every member is known. */
  readonly seesUnknownMembers?: true;
  /** Rests on a library that is loaded on first use; until then every call is an error. */
  readonly engine?: "regex" | "network";
  /** A method, so that an implementation may name the kinds that its signature promises. */
  call(...args: readonly Value[]): Value;
}

/** One way to call a function. The receiver, where there is one, is the first parameter. */
export interface Overload {
  readonly name: string;
  readonly isMethod: boolean;
  readonly parameters: readonly Type[];
  readonly result: Type;
  readonly declaration: FunctionDeclaration;
}

/** Reads a declaration; `receiver` is the type a method without one stands on. Declarations are ours: a bad one throws. */
export function overload(declaration: FunctionDeclaration, receiver?: string): Overload {
  const parts = /^(?:(.+)\.)?(\w+)\((.*)\)\s*:\s*(.+)$/.exec(declaration.signature.trim());
  if (parts === null) throw new Error(`not a signature: \`${declaration.signature}\``);
  const [, before, name = "", parameters = "", result = ""] = parts;
  const declared = splitParameters(parameters).map(parseType);
  const isNamespaced = before !== undefined && namespaces.has(before);
  const on = receiver ?? (isNamespaced ? undefined : before);
  return {
    name: isNamespaced ? `${before}.${name}` : name,
    isMethod: on !== undefined,
    parameters: on === undefined ? declared : [parseType(on), ...declared],
    result: parseType(result),
    declaration,
  };
}

/** Words before a dot that are not a value: `sets.contains(a, b)`. */
export const namespaces: ReadonlySet<string> = new Set(["sets", "ip"]);

function splitParameters(text: string): readonly string[] {
  return text
    .split(/,(?![^<]*>)/)
    .map((part) => part.trim())
    .filter((part) => part !== "");
}
