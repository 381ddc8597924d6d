/** Where a text stops being JSON. */
export interface JsonMistake {
  /** In UTF-16 units of a text, in bytes of a file that is read in pieces. */
  readonly offset: number;
  /** Completes "this is not JSON: ...". */
  readonly message: string;
  /** The text is right as far as it goes, and ends too early. */
  readonly cut: boolean;
}

/**
 * The first mistake of a text that `JSON.parse` refuses. `JSON.parse` itself does not always say where, and says it
 * differently in every version of Node.
 */
export function findMistake(json: string): JsonMistake | undefined {
  const open: Bracket[] = [];
  let expected: Expected = "a value";
  let at = behind(space, json, 0) ?? 0;
  while (at < json.length) {
    const next = read(json, at, expected, open);
    if (next === undefined) return endsInside(json, at) ? cut(json.length, open) : wrong(json, at, expected);
    expected = next.expected;
    at = behind(space, json, next.at) ?? next.at;
  }
  return expected === "nothing more" ? undefined : cut(at, open);
}

type Bracket = "{" | "[";

type Expected =
  | "a value"
  | "a value or `]`"
  | "a key in double quotes"
  | "a key in double quotes or `}`"
  | "`:`"
  | "`,` or `}`"
  | "`,` or `]`"
  | "nothing more";

interface Next {
  readonly at: number;
  readonly expected: Expected;
}

const space = /[ \t\n\r]*/y;
const text =
  /"[\u0020\u0021\u0023-\u005b\u005d-\uffff]*(?:\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})[\u0020\u0021\u0023-\u005b\u005d-\uffff]*)*"/y;
const plain = /(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)(?![\w.+-])/y;
const word = /[\w.+-]+|./suy;

/** What is to be expected behind the next token; `undefined` where the token is not what was expected. */
function read(json: string, at: number, expected: Expected, open: Bracket[]): Next | undefined {
  const mark = json[at];
  switch (expected) {
    case "a value":
      return readValue(json, at, open);
    case "a value or `]`":
      return mark === "]" ? close(at, open) : readValue(json, at, open);
    case "a key in double quotes":
      return readKey(json, at);
    case "a key in double quotes or `}`":
      return mark === "}" ? close(at, open) : readKey(json, at);
    case "`:`":
      return mark === ":" ? { at: at + 1, expected: "a value" } : undefined;
    case "`,` or `}`":
      if (mark === "}") return close(at, open);
      return mark === "," ? { at: at + 1, expected: "a key in double quotes" } : undefined;
    case "`,` or `]`":
      if (mark === "]") return close(at, open);
      return mark === "," ? { at: at + 1, expected: "a value" } : undefined;
    case "nothing more":
      return undefined;
  }
}

function readValue(json: string, at: number, open: Bracket[]): Next | undefined {
  const mark = json[at];
  if (mark === "{" || mark === "[") {
    open.push(mark);
    return { at: at + 1, expected: mark === "{" ? "a key in double quotes or `}`" : "a value or `]`" };
  }
  const end = behind(mark === '"' ? text : plain, json, at);
  return end === undefined ? undefined : { at: end, expected: afterValue(open) };
}

function readKey(json: string, at: number): Next | undefined {
  const end = behind(text, json, at);
  return end === undefined ? undefined : { at: end, expected: "`:`" };
}

function close(at: number, open: Bracket[]): Next {
  open.pop();
  return { at: at + 1, expected: afterValue(open) };
}

function afterValue(open: readonly Bracket[]): Expected {
  const around = open.at(-1);
  if (around === undefined) return "nothing more";
  return around === "{" ? "`,` or `}`" : "`,` or `]`";
}

/** The offset behind what matches at an offset. */
function behind(pattern: RegExp, json: string, at: number): number | undefined {
  pattern.lastIndex = at;
  return pattern.test(json) ? pattern.lastIndex : undefined;
}

function cut(offset: number, open: readonly Bracket[]): JsonMistake {
  const { length } = open;
  const unclosed = length === 0 ? "" : ` with ${length} bracket${length === 1 ? "" : "s"} open`;
  return { offset, message: `it ends too early${unclosed}`, cut: true };
}

function wrong(json: string, at: number, expected: Expected): JsonMistake {
  const found = json.slice(at, behind(word, json, at));
  const shown =
    found.length <= 3 || expected.startsWith("a key") || harmless.test(found)
      ? `\`${found}\``
      : "a word without quotes";
  return { offset: at, message: `expected ${expected}, found ${shown}`, cut: false };
}

/** Whether the text ends within the string, number or word that starts here. */
function endsInside(json: string, at: number): boolean {
  if (json[at] === '"') return openText.test(json.slice(at).replace(escapes, "  "));
  const rest = json.slice(at, at + 30);
  if (at + rest.length < json.length) return false;
  return ["true", "false", "null"].some((name) => name.startsWith(rest)) || openNumber.test(rest);
}

/** What people and tools write for JSON's own words. Anything else may be a password that has lost its quotes. */
const harmless = /^(true|false|null|nil|none|undefined|nan|infinity)$/i;

const escapes = /\\["\\/bfnrt]|\\u[0-9a-fA-F]{4}/g;
const openText = /^"[\u0020\u0021\u0023-\u005b\u005d-\uffff]*(?:\\(?:u[0-9a-fA-F]{0,3})?)?$/;
const openNumber = /^-?\d*\.?\d*[eE]?[+-]?$/;
