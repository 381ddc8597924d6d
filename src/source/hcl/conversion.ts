import { setOf } from "./collection-functions.ts";
import { asFlag, asNumber } from "./operators.ts";
import {
  asText,
  entriesOf,
  failed,
  itemsOf,
  known,
  listOf,
  madeOf,
  objectOf,
  type Result,
} from "./result.ts";
import type { Expression } from "./syntax.ts";

/**
 * A value as a variable of a declared type takes it: attributes the type does not have are dropped, optional ones
 * that are not given are null or their default. `evaluate` works out defaults.
 */
export function convert(value: Result, type: Expression, evaluate: (written: Expression) => Result): Result {
  if (value.kind === "known" && value.value === null) return value;
  if (type.kind === "name") return primitive(value, type.name);
  if (type.kind !== "call") return madeOf(value);
  const [inner] = type.arguments;
  if (inner === undefined) return madeOf(value);
  switch (type.name) {
    case "list":
    case "set": {
      const items = itemsOf(value)?.map((item) => convert(item, inner, evaluate));
      if (items === undefined) return undecided(value);
      const list = listOf(items);
      return type.name === "set" ? (setOf(list) ?? madeOf(value)) : list;
    }
    case "map": {
      const entries = entriesOf(value);
      if (entries === undefined) return undecided(value);
      return objectOf(
        new Map([...entries].map(([key, entry]) => [key, convert(entry, inner, evaluate)] as const)),
      );
    }
    case "object":
      return inner.kind === "object" ? object(value, inner.entries, evaluate) : madeOf(value);
    case "tuple": {
      const items = itemsOf(value);
      if (items === undefined || inner.kind !== "list") return undecided(value);
      return listOf(
        items.map((item, index) => {
          const each = inner.items[index];
          return each === undefined ? failed : convert(item, each, evaluate);
        }),
      );
    }
    default:
      return madeOf(value);
  }
}

function primitive(value: Result, type: string): Result {
  if (type === "any" || value.kind !== "known") return value;
  const converted =
    type === "string" ? asText(value.value) : type === "number" ? asNumber(value.value) : asFlag(value.value);
  return converted === undefined ? failed : known(converted, value.secret);
}

function undecided(value: Result): Result {
  return value.kind === "known" ? failed : value.kind === "attribute" ? value : madeOf(value);
}

function object(
  value: Result,
  declared: readonly { readonly key: Expression; readonly value: Expression }[],
  evaluate: (written: Expression) => Result,
): Result {
  const entries = entriesOf(value);
  if (entries === undefined) return value.kind === "scope" ? value : undecided(value);
  const made = new Map<string, Result>();
  for (const { key, value: type } of declared) {
    if (key.kind !== "literal" || typeof key.value !== "string") return madeOf(value);
    made.set(key.value, attribute(entries.get(key.value), type, evaluate));
  }
  return objectOf(made);
}

function attribute(
  given: Result | undefined,
  type: Expression,
  evaluate: (written: Expression) => Result,
): Result {
  const isOptional = type.kind === "call" && type.name === "optional";
  const [inner = type, fallback] = isOptional ? type.arguments : [];
  const isNull = given?.kind === "known" && given.value === null;
  if (given !== undefined && !isNull) return convert(given, inner, evaluate);
  if (isOptional && fallback !== undefined) return convert(evaluate(fallback), inner, evaluate);
  return given === undefined && !isOptional ? failed : known(null);
}
