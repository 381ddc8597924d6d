import { type Fields, PartialList, Unknown, type Value } from "../../base/value.ts";
import { concat } from "../link.ts";
import { isFields, members, some } from "./members.ts";
import { any, every, not, type Truth, told } from "./truth.ts";

/** Whether a statement allows an action, also through a wildcard or `NotAction`. */
export function allows(statement: Value, action: Value): Truth {
  if (typeof action !== "string" || !isFields(statement)) return false;
  return every([told(statement.get("effect"), (effect) => effect === "Allow"), covers(statement, action)]);
}

/** The actions that a statement allows and no pattern of a list covers; all of them for `NotAction`. */
export function beyond(statement: Value, list: Value = []): Value {
  if (!isFields(statement)) return [];
  const effect = statement.get("effect") ?? null;
  const patterns = members(list).known.filter((pattern) => typeof pattern === "string");
  const isBeyond = (action: Value) =>
    typeof action !== "string" || !patterns.some((pattern) => actionMatches(pattern, action));
  const excepted = some(statement.get("exceptActions") ?? [], () => true);
  const more =
    excepted === true ? ["*"] : excepted === false ? [] : new PartialList([], excepted, { atMost: 1 });
  const found = concat(only(statement.get("actions") ?? [], isBeyond), more);
  if (effect === "Allow") return found;
  return effect instanceof Unknown ? new PartialList([], effect) : [];
}

/** The members of a list that are wanted, or may be. */
function only(list: Value, isWanted: (member: Value) => boolean): Value {
  if (Array.isArray(list)) {
    const open = list.filter((member) => member instanceof Unknown);
    const known = list.filter((member) => !(member instanceof Unknown) && isWanted(member));
    if (open.length === 0) return known;
    return new PartialList(known, new Unknown(open.flatMap(({ missing }) => missing)), {
      atMost: open.length,
    });
  }
  if (list instanceof Unknown) return new PartialList([], list);
  if (!(list instanceof PartialList)) return [];
  const { why, atMost, candidates } = list;
  const further = candidates === undefined ? { atMost } : { atMost, candidates: candidates.filter(isWanted) };
  return concat(only(list.items, isWanted), new PartialList([], why, further));
}

/** Whether a statement is about an action, whatever it says of it. */
export function covers(statement: Fields, action: string): Truth {
  const matches = (pattern: Value) => typeof pattern === "string" && actionMatches(pattern, action);
  const named = some(statement.get("actions") ?? [], matches);
  const excepted = statement.get("exceptActions") ?? [];
  if (named === true || (Array.isArray(excepted) && excepted.length === 0)) return named;
  return any([named, every([some(excepted, () => true), not(some(excepted, matches))])]);
}

/** Whether an action pattern of an IAM statement matches an action: no case, `*` any characters, `?` any one. */
function actionMatches(pattern: string, action: string): boolean {
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
