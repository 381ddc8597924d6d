import type { Json } from "../declaration.ts";
import { isList, isObject, memberOf } from "../plain.ts";
import type { Around } from "./around.ts";
import { patternOf } from "./json-text.ts";
import {
  badArgument,
  behind,
  madeFrom,
  type Plain,
  plain,
  type Resolved,
  together,
  type Unresolved,
  unknown,
} from "./resolved.ts";

export function substitute(argument: Json, around: Around): Resolved {
  const pattern = patternOf({ "Fn::Sub": argument });
  if (pattern === undefined) return badArgument("Fn::Sub");
  const parts: (string | Unresolved)[] = [];
  const values = new Map<string, string | Unresolved>();
  let end = 0;
  for (let start = 0; ; ) {
    start = pattern.text.indexOf("${", end);
    const close = start === -1 ? -1 : pattern.text.indexOf("}", start);
    if (close === -1) break;
    const name = pattern.text.slice(start + 2, close).trim();
    parts.push(pattern.text.slice(end, start));
    if (name.startsWith("!")) parts.push(`\${${name.slice(1)}}`);
    else {
      const value =
        values.get(name) ??
        around.textOf(memberOf(pattern.variables, name) ?? named(name)) ??
        badArgument("Fn::Sub");
      values.set(name, value);
      parts.push(value);
    }
    end = close + 1;
  }
  parts.push(pattern.text.slice(end));
  return together(parts, "");
}

function named(name: string): Json {
  return name.includes(".") ? { "Fn::GetAtt": name } : { Ref: name };
}

export function join(argument: Json, around: Around): Resolved {
  const [delimiter, list] = isList(argument) ? argument : [];
  if (typeof delimiter !== "string" || list === undefined) return badArgument("Fn::Join");
  const resolved = around.resolve(list);
  if (resolved.kind === "unknown") {
    return resolved.joined?.delimiter === delimiter ? resolved : madeFrom([resolved]);
  }
  if (resolved.kind !== "plain" || !isList(resolved.json)) return badArgument("Fn::Join");
  const members = around.behind(resolved);
  const items = resolved.json.filter((item) => members.resolve(item).kind !== "absent");
  const text = together(
    items.map((item) => members.textOf(item) ?? badArgument("Fn::Join")),
    delimiter,
  );
  return text.kind === "unknown" ? { ...text, joined: { delimiter, list: resolved } } : text;
}

/** A list that was joined and is split again is the list, whatever is known of its members. */
export function split(argument: Json, around: Around): Resolved {
  const [delimiter, source] = isList(argument) ? argument : [];
  if (typeof delimiter !== "string" || source === undefined) return badArgument("Fn::Split");
  const joined = isObject(source) ? source["Fn::Join"] : undefined;
  if (isList(joined) && joined[0] === delimiter && joined[1] !== undefined) {
    return behind(["Fn::Split", 1, "Fn::Join", 1], around.resolve(joined[1]));
  }
  const resolved = around.resolve(source);
  const list = listOf(resolved, delimiter);
  if (list !== undefined) return list;
  const text = around.textOf(source);
  if (text === undefined) return badArgument("Fn::Split");
  return typeof text === "string" ? plain(text.split(delimiter)) : madeFrom([text]);
}

/** The list that a value is the text of. A list that is given where a text belongs is joined with commas. */
export function listOf(resolved: Resolved, delimiter: string): Plain | undefined {
  if (resolved.kind === "unknown" && resolved.joined?.delimiter === delimiter) return resolved.joined.list;
  const isCommas = delimiter === "," && resolved.kind === "plain" && isList(resolved.json);
  return isCommas ? resolved : undefined;
}

export function base64(argument: Json, around: Around): Resolved {
  const text = around.textOf(argument);
  if (text === undefined) return badArgument("Fn::Base64");
  return typeof text === "string" ? plain(Buffer.from(text, "utf8").toString("base64")) : madeFrom([text]);
}

export function toJsonString(argument: Json, around: Around): Resolved {
  const whole = around.wholeOf(argument);
  return whole === undefined ? unknown("made from values that are not known") : plain(JSON.stringify(whole));
}
