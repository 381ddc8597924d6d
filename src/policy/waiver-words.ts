import { didYouMean } from "../base/suggest.ts";
import { isDay } from "./day.ts";

/** What everybody has to say who waives: which policy, until when, who answers for it, and why. */
export interface WaiverWords {
  readonly policy: string;
  /** The last day that it counts, `YYYY-MM-DD`. */
  readonly until: string;
  readonly owner: string;
  readonly reason: string;
}

export type ReadWords =
  | { readonly kind: "words"; readonly words: WaiverWords }
  | { readonly kind: "malformed"; readonly problems: readonly string[] };

/** Nobody needs more; what is longer is not read at all. */
const longestWaiver = 1_000;

const keys = ["until", "owner", "reason"] as const;

/** Reads `<policy id> until=2027-03-31 owner=@acme/network reason="..."`, in any order behind the id. */
export function readWaiverText(text: string): ReadWords {
  if (text.length > longestWaiver) {
    return { kind: "malformed", problems: [`it is longer than ${longestWaiver} characters`] };
  }
  const [policy = "", ...pairs] = tokens(text.trim());
  const problems: string[] = [];
  const said = new Map<string, string>();
  for (const pair of pairs) {
    const equals = pair.indexOf("=");
    const key = equals === -1 ? pair : pair.slice(0, equals);
    if (equals === -1 || !keys.some((known) => known === key)) {
      problems.push(`unknown word \`${key}\`${didYouMean(key, keys)}`);
    } else if (said.has(key)) problems.push(`\`${key}\` is written twice`);
    else said.set(key, unquoted(pair.slice(equals + 1)));
  }
  return checkedWords({ policy, ...Object.fromEntries(said) }, problems);
}

/** Words as somebody gave them one by one, with what was wrong about them before. */
export function checkedWords(
  given: Readonly<Partial<Record<string, unknown>>>,
  before: readonly string[] = [],
): ReadWords {
  const problems = [...before];
  const word = (key: string): string => {
    const value = given[key];
    if (typeof value === "string" && value.trim() !== "") return value;
    problems.push(value === undefined || value === "" ? `\`${key}\` is missing` : `\`${key}\` must be text`);
    return "";
  };
  const words = {
    policy: word("policy"),
    until: word("until"),
    owner: word("owner"),
    reason: word("reason"),
  };
  problems.push(...[dateProblem("until", words.until), ownerProblem(words.owner)].filter(isSaid));
  return problems.length === 0 ? { kind: "words", words } : { kind: "malformed", problems };
}

/** What is wrong with a day; nothing is said of one that is empty. */
export function dateProblem(key: string, text: string): string | undefined {
  if (text === "" || isDay(text)) return undefined;
  return `\`${key}\` must be a day as in 2027-03-31, not \`${text}\``;
}

/** What is wrong with who answers for it; nothing is said of nobody. */
export function ownerProblem(text: string): string | undefined {
  if (text === "" || /^@[\w.-]+(?:\/[\w.-]+)?$/.test(text) || isAddress(text)) return undefined;
  return `\`owner\` must be \`@user\`, \`@org/team\` or an e-mail address, not \`${text}\``;
}

export function noSuchPolicy(policy: string, policies: readonly string[]): string | undefined {
  return policies.includes(policy)
    ? undefined
    : `no policy is called \`${policy}\`${didYouMean(policy, policies)}`;
}

function isAddress(text: string): boolean {
  const [name = "", host = "", ...more] = text.split("@");
  return more.length === 0 && /^[^\s<>"]+$/.test(name) && /^[\w.-]+$/.test(host) && host.includes(".");
}

/** Words apart by blanks, but for those in quotes. */
function tokens(text: string): readonly string[] {
  const found: string[] = [];
  let token = "";
  let quoted = false;
  for (let at = 0; at < text.length; at++) {
    const character = text[at] ?? "";
    if (quoted && character === "\\" && at + 1 < text.length) token += character + (text[++at] ?? "");
    else if (!quoted && /\s/.test(character)) {
      if (token !== "") found.push(token);
      token = "";
    } else {
      if (character === '"') quoted = !quoted;
      token += character;
    }
  }
  return token === "" ? found : [...found, token];
}

function unquoted(text: string): string {
  const isQuoted = text.length > 1 && text.startsWith('"') && text.endsWith('"');
  return isQuoted ? text.slice(1, -1).replace(/\\(.)/gs, "$1") : text;
}

function isSaid(problem: string | undefined): problem is string {
  return problem !== undefined;
}
