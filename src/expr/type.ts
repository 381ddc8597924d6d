/** What the checker knows about a value. `parameter` stands for any type in a signature: `list<A>`. */
export type Type =
  | { readonly kind: "int" | "double" | "string" | "bool" | "null" | "dyn" }
  | { readonly kind: "list" | "map" | "nullable"; readonly of: Type }
  | { readonly kind: "object" | "parameter"; readonly name: string };

export const dyn: Type = { kind: "dyn" };
export const int: Type = { kind: "int" };
export const double: Type = { kind: "double" };
export const string: Type = { kind: "string" };
export const bool: Type = { kind: "bool" };

export function listOf(of: Type): Type {
  return { kind: "list", of };
}

export function mapOf(of: Type): Type {
  return { kind: "map", of };
}

function nullable(of: Type): Type {
  return of.kind === "nullable" || of.kind === "dyn" || of.kind === "null" ? of : { kind: "nullable", of };
}

/** The type without its `?`. */
export function present(type: Type): Type {
  return type.kind === "nullable" ? type.of : type;
}

/** Whether every value of this type is of one known kind and never null. */
export function isCertain(type: Type): boolean {
  return type.kind !== "dyn" && type.kind !== "nullable" && type.kind !== "parameter" && type.kind !== "null";
}

export function isNumber(type: Type): boolean {
  return type.kind === "int" || type.kind === "double";
}

const parsed = new Map<string, Type>();

/**
 * Reads a type as authors write it: `string`, `int?`, `list<Subnet>`, `map<string>`. A single capital letter is a
 * parameter; every other word is the name of an object type. Declarations are ours, so one that cannot be read throws.
 */
export function parseType(text: string): Type {
  const known = parsed.get(text);
  if (known !== undefined) return known;
  const type = readType(text.trim());
  parsed.set(text, type);
  return type;
}

export function showType(type: Type): string {
  switch (type.kind) {
    case "list":
    case "map":
      return `${type.kind}<${showType(type.of)}>`;
    case "nullable":
      return `${showType(type.of)}?`;
    case "object":
    case "parameter":
      return type.name;
    case "int":
    case "double":
    case "string":
    case "bool":
    case "null":
    case "dyn":
      return type.kind;
  }
}

/** Whether a value of `from` can stand where `to` is wanted. A nullable may: null is found when it is evaluated. */
export function fits(from: Type, to: Type, bindings: Map<string, Type>): boolean {
  if (from.kind === "dyn" || to.kind === "dyn") return true;
  if (to.kind === "parameter") return bind(from, to.name, bindings);
  if (to.kind === "nullable") return from.kind === "null" || fits(present(from), to.of, bindings);
  if (from.kind === "nullable") return fits(from.of, to, bindings);
  if (from.kind === "list" || from.kind === "map")
    return to.kind === from.kind && fits(from.of, to.of, bindings);
  if (from.kind === "object") return to.kind === "object" && from.name === to.name;
  return from.kind === to.kind;
}

/** The type that a signature's result has once its parameters are known. */
export function substitute(type: Type, bindings: ReadonlyMap<string, Type>): Type {
  if (type.kind === "parameter") return bindings.get(type.name) ?? dyn;
  if (type.kind === "list" || type.kind === "map")
    return { kind: type.kind, of: substitute(type.of, bindings) };
  return type.kind === "nullable" ? nullable(substitute(type.of, bindings)) : type;
}

/** The one type that holds values of both, if there is one. */
export function join(a: Type, b: Type): Type | undefined {
  if (a.kind === "dyn" || b.kind === "dyn") return dyn;
  if (a.kind === "null") return nullable(b);
  if (b.kind === "null") return nullable(a);
  if (a.kind === "nullable" || b.kind === "nullable") {
    const both = join(present(a), present(b));
    return both === undefined ? undefined : nullable(both);
  }
  if ((a.kind === "list" || a.kind === "map") && a.kind === b.kind) {
    const of = isEmptyLiteral(a) ? b.of : isEmptyLiteral(b) ? a.of : join(a.of, b.of);
    return of === undefined ? undefined : { kind: a.kind, of };
  }
  return fits(a, b, new Map()) ? a : undefined;
}

/** Whether a value of one type can ever equal a value of the other. */
export function canMeet(a: Type, b: Type): boolean {
  const [left, right] = [present(a), present(b)];
  if (left.kind === "dyn" || right.kind === "dyn") return true;
  if (left.kind === "null" || right.kind === "null") return isNullable(a) && isNullable(b);
  if (isNumber(left) && isNumber(right)) return true;
  if (left.kind === "list" || left.kind === "map")
    return right.kind === left.kind && canMeet(left.of, right.of);
  return fits(left, right, new Map());
}

function isNullable(type: Type): boolean {
  return type.kind === "nullable" || type.kind === "null" || type.kind === "dyn";
}

/** `[]` and `{}` are lists and maps of anything. */
function isEmptyLiteral(type: Type): boolean {
  return (type.kind === "list" || type.kind === "map") && type.of.kind === "dyn";
}

function bind(from: Type, name: string, bindings: Map<string, Type>): boolean {
  const bound = bindings.get(name);
  const both = bound === undefined ? from : join(bound, from);
  if (both === undefined) return false;
  bindings.set(name, both);
  return true;
}

function readType(text: string): Type {
  if (text.endsWith("?")) return nullable(parseType(text.slice(0, -1)));
  const container = /^(list|map)<(.+)>$/.exec(text);
  if (container !== null) {
    const of = parseType(container[2] ?? "");
    return container[1] === "list" ? listOf(of) : mapOf(of);
  }
  switch (text) {
    case "int":
    case "double":
    case "string":
    case "bool":
    case "null":
    case "dyn":
      return { kind: text };
  }
  if (/^[A-Z]$/.test(text)) return { kind: "parameter", name: text };
  if (/^[A-Za-z][\w.:/-]*$/.test(text)) return { kind: "object", name: text };
  throw new Error(`not a type: \`${text}\``);
}
