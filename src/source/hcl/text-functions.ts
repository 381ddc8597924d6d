import type { Json } from "../declaration.ts";
import { asText, isSecret, itemsOf, known, type Result } from "./result.ts";

/** `undefined`: it cannot be told, the arguments are all there is to say. */
export type Function = (...given: readonly Result[]) => Result | undefined;

export const textFunctions: Readonly<Record<string, Function>> = {
  lower: (text) => onText((value) => value.toLowerCase(), text),
  upper: (text) => onText((value) => value.toUpperCase(), text),
  trimspace: (text) => onText((value) => value.trim(), text),
  trimprefix: (text, prefix) =>
    onText(
      (value, start = "") => (value.startsWith(start) ? value.slice(start.length) : value),
      text,
      prefix,
    ),
  trimsuffix: (text, suffix) =>
    onText(
      (value, end = "") => (end !== "" && value.endsWith(end) ? value.slice(0, -end.length) : value),
      text,
      suffix,
    ),
  startswith: (text, prefix) => onText((value, start = "") => value.startsWith(start), text, prefix),
  endswith: (text, suffix) => onText((value, end = "") => value.endsWith(end), text, suffix),
  split: (separator, text) => onText((by, value = "") => value.split(by), separator, text),
  join: (separator, list) => {
    const items = list && itemsOf(list);
    const by = separator?.kind === "known" ? asText(separator.value) : undefined;
    if (items === undefined || by === undefined) return undefined;
    const texts = items.map((item) => (item.kind === "known" ? asText(item.value) : undefined));
    return texts.every((text) => text !== undefined)
      ? known(texts.join(by), items.some(isSecret))
      : undefined;
  },
  /** A pattern between slashes is a regular expression, which nobody's text becomes here. */
  replace: (text, search, replacement) =>
    onText(
      (value, from = "", to = "") => (/^\/.*\/$/s.test(from) ? undefined : value.replaceAll(from, () => to)),
      text,
      search,
      replacement,
    ),
};

function onText(
  compute: (...texts: string[]) => Json | undefined,
  ...given: readonly (Result | undefined)[]
): Result | undefined {
  const texts: string[] = [];
  for (const each of given) {
    const text = each?.kind === "known" ? asText(each.value) : undefined;
    if (text === undefined) return undefined;
    texts.push(text);
  }
  const value = compute(...texts);
  return value === undefined
    ? undefined
    : known(
        value,
        given.some((each) => each !== undefined && isSecret(each)),
      );
}
