import type { Path } from "../../base/place.ts";
import type { Json, Link, Links } from "../declaration.ts";

/** The sections of a template that its functions look things up in. */
export interface Template {
  readonly parameters: Json | undefined;
  readonly mappings: Json | undefined;
  readonly conditions: Json | undefined;
  readonly resources: Json | undefined;
  /** The conditions that were decided so far: each is asked for many times. */
  readonly decided: Map<string, boolean | undefined>;
}

/**
 * What a written value comes to.
 * - `plain`: a value whose members may be functions again; `at` leads from where it was asked for to where it
 *   is written (`["Fn::If", 1]`)
 * - `zones`: the zones of a region, in an order nobody knows. The zone at an index is a symbol
 *   (`${AWS::Region}[0]`): two indexes are two zones, and no symbol is a zone's name
 */
export type Resolved =
  | { readonly kind: "plain"; readonly json: Json; readonly at: Path; readonly secret: boolean }
  | { readonly kind: "zones"; readonly region: string }
  | { readonly kind: "absent" }
  | Unresolved;

export interface Unresolved {
  readonly kind: "unknown";
  /** What is missing, where it has a name of its own; otherwise the value itself is what is missing. */
  readonly attribute: string | undefined;
  readonly reason: string;
  readonly links: Links;
  readonly secret: boolean;
  /** It may turn out not to be written at all. */
  readonly optional: boolean;
}

/** The parts of a text one after the other: known where all of them are. */
export function together(parts: readonly (string | Unresolved)[], delimiter: string): Resolved {
  const unknowns = parts.filter((part) => typeof part !== "string");
  if (unknowns.length === 0) return resolveText(parts.join(delimiter));
  const written = parts.filter((part) => part !== "");
  return written.length === 1 && unknowns[0] !== undefined ? unknowns[0] : madeFrom(unknowns);
}

function resolveText(text: string): Resolved {
  return text.includes("{{resolve:") ? dynamicReference(text) : plain(text);
}

export function dynamicReference(text: string): Unresolved {
  const service = /\{\{resolve:([\w-]+)/.exec(text)?.[1] ?? "";
  const secret = service === "secretsmanager" || service === "ssm-secure";
  return { ...unknown(`resolved from \`${service}\` when the stack is deployed`), secret };
}

/** Something new that depends on what is not known. It refers to it without being it. */
export function madeFrom(parts: readonly Unresolved[]): Unresolved {
  const [first] = parts;
  const reason =
    first?.attribute === undefined ? first?.reason : `made from \`${first.attribute}\`, ${first.reason}`;
  return {
    ...unknown(reason ?? "not known"),
    links: among(parts.flatMap((part) => part.links.targets)),
    secret: parts.some((part) => part.secret),
  };
}

export function unknown(reason: string, attribute?: string): Unresolved {
  const links: Links = { targets: [], exact: true, closed: false };
  return { kind: "unknown", attribute, reason, links, secret: false, optional: false };
}

export function badArgument(name: string): Unresolved {
  return unknown(`made by \`${name}\` of something it does not take`);
}

export function among(targets: readonly Link[]): Links {
  return { targets, exact: targets.length === 0, closed: false };
}

export function plain(json: Json): Resolved & { readonly kind: "plain" } {
  return { kind: "plain", json, at: [], secret: false };
}

export function behind(at: Path, resolved: Resolved): Resolved {
  return resolved.kind === "plain" ? { ...resolved, at: [...at, ...resolved.at] } : resolved;
}
