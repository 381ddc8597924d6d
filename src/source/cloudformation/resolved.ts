import type { Assumption, Choice } from "../../base/choice.ts";
import type { Path } from "../../base/place.ts";
import type { Json, Link, Links } from "../declaration.ts";

/** A template as its functions see it: what they look things up in, and what was decided so far. */
export interface Template {
  readonly file: string;
  /** Stands before every logical id of it: `Network/` where another template includes it under that name. */
  readonly prefix: string;
  /** The file of the template that it is deployed with. */
  readonly top: string;
  readonly parameters: Json | undefined;
  readonly mappings: Json | undefined;
  readonly conditions: Json | undefined;
  readonly rules: Json | undefined;
  readonly resources: Json | undefined;
  readonly outputs: Json | undefined;
  /** What a parameter gets from outside: from the template that includes this one, or from whoever runs the gate. */
  readonly given: (parameter: string) => Resolved | undefined;
  /** What is assumed, by `choiceKey`. */
  readonly settled: ReadonlyMap<string, Assumption>;
  /** The templates of the stacks it includes, by their logical ids, as far as they were read. */
  readonly stacks: Map<string, Template>;
  /** The conditions that were decided so far: each is asked for many times. */
  readonly decided: Map<string, Decision>;
  /** Outputs that other templates asked for. */
  readonly told: Map<string, Resolved>;
  /** The constants that conditions compare parameters with, once somebody asks. */
  compared?: ReadonlyMap<string, readonly string[]>;
}

/** Whether a condition holds, or what that depends on. */
export type Decision = boolean | Undecided;

export interface Undecided {
  readonly choices: readonly Choice[];
}

/**
 * What a written value comes to.
 * - `plain`: a value whose members may be functions again; `at` leads from where it was asked for to where it
 *   is written (`["Fn::If", 1]`), `within` is the template to read its members in where that is another one
 * - `zones`: the zones of a region, in an order nobody knows. The zone at an index is a symbol
 *   (`${AWS::Region}[0]`): two indexes are two zones, and no symbol is a zone's name
 */
export type Resolved =
  | Plain
  | { readonly kind: "zones"; readonly region: string }
  | { readonly kind: "absent" }
  | Unresolved;

export interface Plain {
  readonly kind: "plain";
  readonly json: Json;
  readonly at: Path;
  readonly secret: boolean;
  readonly within?: Template;
}

export interface Unresolved {
  readonly kind: "unknown";
  /** What is missing, where it has a name of its own; otherwise the value itself is what is missing. */
  readonly attribute: string | undefined;
  readonly reason: string;
  readonly links: Links;
  readonly secret: boolean;
  /** It may turn out not to be written at all. */
  readonly optional: boolean;
  /** What would settle it. */
  readonly choices: readonly Choice[];
  /** The list that it is the text of, and what stands between the members. */
  readonly joined?: { readonly delimiter: string; readonly list: Plain };
  /** The text that it is, as far as that is known; `null` stands for what is not. */
  readonly pieces?: readonly (string | null)[];
  /** The text that it is, where nothing but the account, the Region and what belongs to them is not known. */
  readonly spelled?: string;
}

const longestText = 1_000_000;

/** The parts of a text one after the other: known where all of them are. */
export function together(parts: readonly (string | Unresolved)[], delimiter: string): Plain | Unresolved {
  const unknowns = parts.filter((part) => typeof part !== "string");
  if (unknowns.length === 0) return resolveText(parts.join(delimiter));
  const written = parts.filter((part) => part !== "");
  if (written.length === 1 && unknowns[0] !== undefined) return unknowns[0];
  const pieces = parts.flatMap((part, index) => [...(index === 0 ? [] : [delimiter]), ...piecesOf(part)]);
  return {
    ...madeFrom(unknowns),
    pieces: pieces.filter((piece) => piece !== ""),
    ...spelling(parts, delimiter),
  };
}

/** Nothing that is written out may look like a name that stands for something. */
function spelling(parts: readonly (string | Unresolved)[], delimiter: string): Pick<Unresolved, "spelled"> {
  const texts = parts.map((part) =>
    typeof part !== "string" ? part.spelled : part.includes("${") ? undefined : part,
  );
  return texts.every((text) => text !== undefined) ? { spelled: texts.join(delimiter) } : {};
}

function piecesOf(part: string | Unresolved): readonly (string | null)[] {
  return typeof part === "string" ? [part] : part.secret ? [null] : (part.pieces ?? [null]);
}

function resolveText(text: string): Plain | Unresolved {
  if (text.length > longestText) return unknown("a text that is too long");
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
    choices: [...new Set(parts.flatMap((part) => part.choices))],
  };
}

export function unknown(reason: string, attribute?: string): Unresolved {
  const links: Links = { targets: [], exact: true, closed: false };
  return { kind: "unknown", attribute, reason, links, secret: false, optional: false, choices: [] };
}

export function badArgument(name: string): Unresolved {
  return unknown(`made by \`${name}\` of something it does not take`);
}

export function among(targets: readonly Link[]): Links {
  return { targets, exact: targets.length === 0, closed: false };
}

export function plain(json: Json): Plain {
  return { kind: "plain", json, at: [], secret: false };
}

export function behind(at: Path, resolved: Resolved): Resolved {
  return resolved.kind === "plain" ? { ...resolved, at: [...at, ...resolved.at] } : resolved;
}

/** What a value of one template is in another: it still refers to, and is made of, what stands in its own. */
export function across(resolved: Resolved, from: Template): Resolved {
  switch (resolved.kind) {
    case "plain":
      return { ...resolved, at: [], within: resolved.within ?? from };
    case "unknown": {
      const { links, joined, choices } = resolved;
      const targets = links.targets.map((link) => ({ ...link, file: link.file ?? from.file }));
      const list = joined === undefined ? {} : { joined: { ...joined, list: listAcross(joined.list, from) } };
      return { ...resolved, links: { ...links, targets }, choices, ...list };
    }
    default:
      return resolved;
  }
}

function listAcross(list: Plain, from: Template): Plain {
  return { ...list, at: [], within: list.within ?? from };
}
