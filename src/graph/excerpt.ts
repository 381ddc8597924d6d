import { showPath } from "../base/place.ts";
import type { Attribute } from "../source/declaration.ts";
import { looksLikeCredential } from "./concepts/environment-variable.ts";

/** A value as it is written, without what must not be shown; `Hole` stands for what is not known. */
export type Excerpt<Hole> =
  | null
  | boolean
  | number
  | string
  | Hole
  | readonly Excerpt<Hole>[]
  | { readonly [key: string]: Excerpt<Hole> };

/**
 * What a declaration says, to be written down somewhere else: what nobody wrote is left out, and so is what may be a
 * secret, by its mark, by its name or by its looks. `leftOut` has the paths of the secrets; `holeFor` says what stands
 * where something is not known.
 */
export function excerptOf<Hole>(
  root: Attribute,
  holeFor: (unknown: Attribute) => Hole,
): { readonly value: Excerpt<Hole>; readonly leftOut: readonly string[] } {
  const leftOut: string[] = [];
  const value = read(root, "", holeFor, leftOut);
  return { value: value ?? {}, leftOut };
}

/** What the provider works out of other attributes. */
const derived: ReadonlySet<string> = new Set(["tags_all", "id", "arn", "timeouts"]);

function read<Hole>(
  at: Attribute,
  name: string,
  holeFor: (unknown: Attribute) => Hole,
  leftOut: string[],
): Excerpt<Hole> | undefined {
  if (at.state === "absent") return undefined;
  if (at.state === "unknown") return holeFor(at);
  const entries = at.entries();
  const items = at.items();
  if (entries.length > 0) {
    const isSecretPair = isSecretName(String(at.get("name").json ?? ""));
    const kept = entries.flatMap(([key, member]) => {
      if (at.ref.path.length === 0 && derived.has(key)) return [];
      const value = read(member, isSecretPair && key === "value" ? "secret" : key, holeFor, leftOut);
      return value === undefined ? [] : [[key, value] as const];
    });
    return kept.length === 0 ? undefined : Object.fromEntries(kept);
  }
  if (items.length > 0) {
    const kept = items.flatMap((item) => {
      const value = read(item, name, holeFor, leftOut);
      return value === undefined ? [] : [value];
    });
    return kept.length === 0 ? undefined : kept;
  }
  const { json } = at;
  if (json === undefined || json === null) return undefined;
  if (at.sensitive || isSecret(name, json)) {
    leftOut.push(showPath(at.ref.path));
    return undefined;
  }
  return json;
}

function isSecret(name: string, json: unknown): boolean {
  return typeof json === "string" && json !== "" && (isSecretName(name) || looksLikeCredential(json));
}

/** Names whose values are nobody else's business, however they are written: `DB_PASSWORD`, `clientSecret`. */
function isSecretName(name: string): boolean {
  return secretName.test(name.replace(/[-_.]/g, ""));
}

const secretName =
  /(?:password|passwd|passphrase|secret|token|privatekey|credentials?|apikey|accesskey|userdata|userdatabase64|connectionstring)$/i;
