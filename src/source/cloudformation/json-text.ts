import type { Json } from "../declaration.ts";
import { isList, isObject } from "../plain.ts";

/**
 * A JSON document that is written as text, also as that of `Fn::Sub` or `Fn::Join`, as trust policies are: its texts
 * are functions again. Keys keep what is not known in them as it is written: `${Provider}:sub`.
 */
export function jsonWithHoles(written: Json, known: Known): Json | undefined {
  const pattern = patternOf(written);
  if (pattern === undefined || !/^\s*[[{]/.test(pattern.text)) return undefined;
  try {
    return withSubstitutions(JSON.parse(pattern.text), pattern.variables, known);
  } catch {
    return undefined;
  }
}

/** The value of a function where it is known. */
export type Known = (json: Json) => Json | undefined;

interface Pattern {
  readonly text: string;
  readonly variables: { readonly [name: string]: Json };
}

/** The text of `Fn::Sub`, or of `Fn::Join` written as one. */
export function patternOf(written: Json): Pattern | undefined {
  if (typeof written === "string") return { text: written.replaceAll("${", "${!"), variables: {} };
  const sub = isObject(written) ? written["Fn::Sub"] : undefined;
  if (typeof sub === "string") return { text: sub, variables: {} };
  if (isList(sub)) {
    const [text, variables] = sub;
    return typeof text === "string" && isObject(variables) ? { text, variables } : undefined;
  }
  const [delimiter, parts] = isObject(written) && isList(written["Fn::Join"]) ? written["Fn::Join"] : [];
  if (typeof delimiter !== "string" || !isList(parts)) return undefined;
  const texts = parts.map((part, index) =>
    typeof part === "string" ? part.replaceAll("${", "${!") : `\${Part${index}}`,
  );
  const variables = parts.map((part, index) => [`Part${index}`, part] as const);
  return { text: texts.join(delimiter), variables: Object.fromEntries(variables) };
}

function withSubstitutions(json: Json, variables: Pattern["variables"], known: Known): Json {
  const call = (text: string): Json => (text.includes("${") ? { "Fn::Sub": [text, variables] } : text);
  if (typeof json === "string") return call(json);
  if (isList(json)) return json.map((item) => withSubstitutions(item, variables, known));
  if (!isObject(json)) return json;
  const entries = Object.entries(json).map(([key, value]) => {
    const name = known(call(key));
    return [typeof name === "string" ? name : key, withSubstitutions(value, variables, known)] as const;
  });
  return Object.fromEntries(entries);
}
