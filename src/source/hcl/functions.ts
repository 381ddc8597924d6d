import type { Json } from "../declaration.ts";
import { isObject } from "../plain.ts";
import { sorted } from "./access.ts";
import { collectionFunctions } from "./collection-functions.ts";
import { asFlag, asNumber } from "./operators.ts";
import { asText, failed, itemsOf, known, madeOf, oneOf, type Result } from "./result.ts";
import { mostParts, tooLarge } from "./size.ts";
import type { Call, Expression } from "./syntax.ts";
import { type Function, textFunctions } from "./text-functions.ts";

/** A call of one of Terraform's functions. What is not known of one, or not known here, is made of its arguments. */
export function call(
  { name, arguments: written, spread }: Call,
  evaluate: (argument: Expression) => Result,
): Result {
  const bare = name.replace(/^core::/, "");
  if (bare === "try" || bare === "can") return attempt(bare, written, evaluate);
  if (written.length > mostParts) return tooLarge;
  const given = written.map(evaluate);
  const last = given.at(-1);
  const spreaded = spread && last !== undefined ? itemsOf(last) : [];
  const all = spread ? [...given.slice(0, -1), ...(spreaded ?? [])] : given;
  if (all.length > mostParts) return tooLarge;
  if (spreaded === undefined || given.some(({ kind }) => kind === "error")) return madeOf(...given);
  return (Object.hasOwn(functions, bare) ? functions[bare]?.(...all) : undefined) ?? madeOf(...all);
}

/** The first that does not fail. What is not known may still fail. */
function attempt(
  name: string,
  written: readonly Expression[],
  evaluate: (argument: Expression) => Result,
): Result {
  const doubtful: Result[] = [];
  for (const argument of written) {
    const result = evaluate(argument);
    if (result.kind === "error") continue;
    if (name === "can") return result.kind === "unknown" ? madeOf(result) : known(true);
    if (result.kind !== "unknown") return doubtful.length === 0 ? result : oneOf(...doubtful, result);
    doubtful.push(result);
  }
  if (name === "can") return known(false);
  return doubtful.length === 0 ? failed : oneOf(...doubtful);
}

const functions: Readonly<Record<string, Function>> = {
  tostring: (value) => value && (value.kind === "known" ? converted(value, asText) : keepScalar(value)),
  tonumber: (value) => value && (value.kind === "known" ? converted(value, asNumber) : keepScalar(value)),
  tobool: (value) => value && (value.kind === "known" ? converted(value, asFlag) : keepScalar(value)),
  sensitive: (value) => value && keepScalar(value),
  nonsensitive: (value) => value,
  jsonencode: (value) =>
    value &&
    (value.kind === "known" ? known(jsonText(value.value), value.secret) : { kind: "encoded", value }),
  yamlencode: (value) => value && (value.kind === "known" ? undefined : { kind: "encoded", value }),
  ...collectionFunctions,
  ...textFunctions,
};

function converted(given: Result & { kind: "known" }, convert: (value: Json) => Json | undefined): Result {
  const value = given.value === null ? null : convert(given.value);
  return value === undefined ? failed : known(value, given.secret);
}

/** As Terraform writes JSON: keys sorted, and what HTML gives a meaning escaped. */
function jsonText(json: Json): string {
  const text = JSON.stringify(json, (_, value: Json) =>
    isObject(value) ? Object.fromEntries(sorted(new Map(Object.entries(value)))) : value,
  );
  return text.replace(/[<>&\u2028\u2029]/g, (character) => {
    const code = character.charCodeAt(0).toString(16);
    return `\\u${code.padStart(4, "0")}`;
  });
}

/** A conversion does not change what a value is, as long as it is none of several. */
function keepScalar(value: Result): Result | undefined {
  return value.kind === "known" || value.kind === "attribute" || value.kind === "text" ? value : undefined;
}
