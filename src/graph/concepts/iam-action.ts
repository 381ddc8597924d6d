import type { Fields, Value } from "../../base/value.ts";
import { isFields, some } from "./members.ts";
import { any, every, not, type Truth, told } from "./truth.ts";

/** Whether a statement allows an action, also through a wildcard or `NotAction`. */
export function allows(statement: Value, action: Value): Truth {
  if (typeof action !== "string" || !isFields(statement)) return false;
  return every([told(statement.get("effect"), (effect) => effect === "Allow"), covers(statement, action)]);
}

/** Whether a statement is about an action, whatever it says of it. */
export function covers(statement: Fields, action: string): Truth {
  const matches = (pattern: Value) => typeof pattern === "string" && actionMatches(pattern, action);
  const excepted = statement.get("exceptActions") ?? [];
  const named = some(statement.get("actions") ?? [], matches);
  return any([named, every([some(excepted, () => true), not(some(excepted, matches))])]);
}

/** Whether an action pattern of an IAM statement matches an action: no case, `*` any characters, `?` any one. */
export function actionMatches(pattern: string, action: string): boolean {
  return wildcardMatches(pattern.toLowerCase(), action.toLowerCase());
}

/** Whether a text matches a pattern: `*` any characters, `?` any one. Only the last `*` is ever gone back to. */
export function wildcardMatches(pattern: string, text: string): boolean {
  let [at, read, star, retry] = [0, 0, -1, 0];
  while (read < text.length) {
    if (at < pattern.length && (pattern[at] === "?" || (pattern[at] !== "*" && pattern[at] === text[read]))) {
      at++;
      read++;
    } else if (pattern[at] === "*") {
      star = at++;
      retry = read;
    } else if (star >= 0) {
      at = star + 1;
      read = ++retry;
    } else {
      return false;
    }
  }
  while (pattern[at] === "*") at++;
  return at === pattern.length;
}
