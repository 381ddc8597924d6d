/** Whether an action pattern of an IAM statement matches an action: no case, `*` any characters, `?` any one. */
export function actionMatches(pattern: string, action: string): boolean {
  return matches(pattern.toLowerCase(), action.toLowerCase());
}

/** Wildcard matching in linear time: only the last `*` is ever gone back to. */
function matches(pattern: string, text: string): boolean {
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
