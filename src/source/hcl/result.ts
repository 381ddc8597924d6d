import type { Json, Link } from "../declaration.ts";
import { isList, isObject, textsIn } from "../plain.ts";

/** What an expression comes to, as far as a plan and its author's files tell. */
export type Result =
  | Known
  | ListResult
  | ObjectResult
  | TextResult
  | EncodedResult
  | AttributeResult
  | UnknownResult
  | ScopeResult
  | ErrorResult;

/** A value without anything unknown in it. */
export interface Known {
  readonly kind: "known";
  readonly value: Json;
  readonly secret: boolean;
}

/** A list, tuple or set with members that are not known. The members of a set may turn out to be the same. */
export interface ListResult {
  readonly kind: "list";
  readonly items: readonly Result[];
  readonly isSet: boolean;
}

export interface ObjectResult {
  readonly kind: "object";
  readonly entries: ReadonlyMap<string, Result>;
}

/** A text with holes: literal parts, and results that are not known. */
export interface TextResult {
  readonly kind: "text";
  readonly parts: readonly (string | Result)[];
}

/** The JSON text of a value that is not known as a whole. */
export interface EncodedResult {
  readonly kind: "encoded";
  readonly value: Result;
}

/** Exactly the value that an attribute of a planned resource will have. */
export interface AttributeResult {
  readonly kind: "attribute";
  readonly link: Link;
  readonly secret: boolean;
}

/** It cannot be told. What it depends on is all that can be said. */
export interface UnknownResult extends Dependence {
  readonly kind: "unknown";
}

/** Something with named members that are worked out when asked for: `var`, a module, an instance of a resource. */
export interface ScopeResult {
  readonly kind: "scope";
  readonly member: (name: string) => Result;
  /** What all of it depends on. */
  readonly links: () => Dependence;
}

/** Evaluating it fails: a member that is not there, an index out of range. `try` goes on with its next argument. */
export interface ErrorResult {
  readonly kind: "error";
}

/** What a result is made of that is not known yet. */
export interface Dependence {
  /** The attributes it can be made of, all of them where it is `closed`. */
  readonly targets: readonly Link[];
  /** Texts that are written out and that it may be, or hold. */
  readonly texts: readonly string[];
  readonly closed: boolean;
  readonly secret: boolean;
}

/** What an expression can refer to. */
export interface Names {
  /** What the first word of a traversal stands for: `var`, `local`, `each`, `aws_subnet`. */
  readonly of: (name: string) => Result;
  /** The text of a file, by its path from the root module; `undefined` where it is not at hand. */
  readonly file: (path: string) => string | undefined;
  /** Inside of a `for`: how much may still be evaluated before it is given up. */
  readonly budget?: { left: number };
}

export const failed: Result = { kind: "error" };

export function known(value: Json, secret = false): Known {
  return { kind: "known", value, secret };
}

/** Nothing at all can be said. */
export const opaque: UnknownResult = {
  kind: "unknown",
  targets: [],
  closed: false,
  texts: [],
  secret: false,
};

/** A list, known as a whole where all of its members are. */
export function listOf(items: readonly Result[], isSet = false): Result {
  if (items.some(({ kind }) => kind === "error")) return failed;
  const values = plain(items);
  return values === undefined ? { kind: "list", items, isSet } : known(values, items.some(isSecret));
}

/** An object, known as a whole where all of its members are. */
export function objectOf(entries: ReadonlyMap<string, Result>): Result {
  const results = [...entries.values()];
  if (results.some(({ kind }) => kind === "error")) return failed;
  const values = plain(results);
  if (values === undefined) return { kind: "object", entries };
  const names = [...entries.keys()];
  const pairs = names.map((name, index) => [name, values[index] ?? null] as const);
  return known(Object.fromEntries(pairs), results.some(isSecret));
}

/** A text of several parts, known where all of them are. */
export function textOf(parts: readonly (string | Result)[]): Result {
  const texts: string[] = [];
  let secret = false;
  for (const part of parts) {
    if (typeof part === "string") texts.push(part);
    else if (part.kind === "error") return failed;
    else if (part.kind === "known") {
      const text = asText(part.value);
      if (text === undefined) return failed;
      texts.push(text);
      secret ||= part.secret;
    }
  }
  return texts.length === parts.length ? known(texts.join(""), secret) : { kind: "text", parts };
}

/** Text as Terraform converts to it; `undefined` for what it does not convert. */
export function asText(value: Json): string | undefined {
  if (typeof value === "string") return value;
  return typeof value === "number" || typeof value === "boolean" ? String(value) : undefined;
}

/** Anything made of these: what it may refer to is kept, what it is not. */
export function madeOf(...results: readonly Result[]): Result {
  if (results.some(({ kind }) => kind === "error")) return failed;
  return { kind: "unknown", ...merged(results) };
}

/** One of these, nobody knows which. */
export function oneOf(...results: readonly Result[]): Result {
  const possible = results.filter(({ kind }) => kind !== "error");
  const [first, ...others] = possible;
  if (first === undefined) return failed;
  if (others.every((other) => same(first, other))) return first;
  return { kind: "unknown", ...merged(possible) };
}

function merged(results: readonly Result[]): Dependence {
  const all = results.map(dependenceOf);
  return {
    targets: distinct(all.flatMap(({ targets }) => targets)),
    texts: [...new Set(all.flatMap(({ texts }) => texts))],
    closed: all.every(({ closed }) => closed),
    secret: all.some(({ secret }) => secret),
  };
}

function distinct(links: readonly Link[]): readonly Link[] {
  return links.length < 2 ? links : [...new Map(links.map((link) => [JSON.stringify(link), link])).values()];
}

export function dependenceOf(result: Result): Dependence {
  switch (result.kind) {
    case "known":
      return { targets: [], closed: true, texts: textsIn(result.value), secret: result.secret };
    case "list":
      return merged(result.items);
    case "object":
      return merged([...result.entries.values()]);
    case "text":
      return { ...merged(result.parts.filter((part) => typeof part !== "string")), texts: [] };
    case "encoded":
      return dependenceOf(result.value);
    case "attribute":
      return { targets: [result.link], closed: true, texts: [], secret: result.secret };
    case "unknown":
      return result;
    case "scope":
      return result.links();
    case "error":
      return { targets: [], closed: false, texts: [], secret: false };
  }
}

/** Whether two results are certainly the same value. */
export function same(one: Result, other: Result): boolean {
  if (one === other) return true;
  if (one.kind === "known" && other.kind === "known") return sameJson(one.value, other.value);
  return (
    one.kind === "attribute" &&
    other.kind === "attribute" &&
    JSON.stringify(one.link) === JSON.stringify(other.link)
  );
}

export function sameJson(one: Json, other: Json): boolean {
  if (one === other) return true;
  if (isList(one)) {
    return (
      isList(other) &&
      one.length === other.length &&
      one.every((item, index) => sameJson(item, other[index] ?? null))
    );
  }
  if (!isObject(one) || !isObject(other)) return false;
  const names = Object.keys(one);
  return (
    names.length === Object.keys(other).length &&
    names.every((name) => Object.hasOwn(other, name) && sameJson(one[name] ?? null, other[name] ?? null))
  );
}

export function isSecret(result: Result): boolean {
  return dependenceOf(result).secret;
}

/** The members of what is certainly a list or set; `undefined` for everything else. */
export function itemsOf(result: Result): readonly Result[] | undefined {
  if (result.kind === "list") return result.items;
  if (result.kind !== "known" || !isList(result.value)) return undefined;
  return result.value.map((item) => known(item, result.secret));
}

/** The entries of what is certainly a map or object; `undefined` for everything else. */
export function entriesOf(result: Result): ReadonlyMap<string, Result> | undefined {
  if (result.kind === "object") return result.entries;
  if (result.kind !== "known" || !isObject(result.value)) return undefined;
  return new Map(Object.entries(result.value).map(([key, value]) => [key, known(value, result.secret)]));
}

function plain(results: readonly Result[]): readonly Json[] | undefined {
  const values: Json[] = [];
  for (const result of results) {
    if (result.kind !== "known") return undefined;
    values.push(result.value);
  }
  return values;
}

/** The same, but not to be shown. */
export function secretly(result: Result): Result {
  return result.kind === "known" || result.kind === "attribute" || result.kind === "unknown"
    ? { ...result, secret: true }
    : { ...opaque, secret: true };
}
