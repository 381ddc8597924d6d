import type { Choice } from "../../base/choice.ts";
import { type Path, type Ref, showPath } from "../../base/place.ts";
import type { Missing } from "../../base/value.ts";
import type { Attribute, Json, Links } from "../declaration.ts";
import { noLinks } from "../declaration.ts";
import { isList, isObject, memberOf } from "../plain.ts";
import { around, linksOf, resolve, wholeOf } from "./intrinsics.ts";
import { jsonWithHoles } from "./json-text.ts";
import { type Plain, plain, type Resolved, type Template } from "./resolved.ts";

/** A cursor on a value of a template, seen through its functions. `undefined` and `null` are absent. */
export function templateAttribute(ref: Ref, json: Json | undefined, template: Template): Attribute {
  return cursor(ref, settle(ref, json, template), template, false);
}

/** A cursor on something that is known to be there and nothing else. */
export function unknownAttribute(ref: Ref, reason: string, choices: readonly Choice[] = []): Attribute {
  const missing = { attribute: nameOf(ref), reason, ref, ...(choices.length === 0 ? {} : { choices }) };
  return below(ref, missing, { targets: [], exact: true, closed: false }, false);
}

function cursor(ref: Ref, resolved: Resolved, template: Template, inherited: boolean): Attribute {
  switch (resolved.kind) {
    case "absent":
      return absent(ref, inherited);
    case "zones":
      return unknownAttribute(ref, "chosen among the zones of the region");
    case "unknown": {
      const { attribute = nameOf(ref), reason, choices } = resolved;
      const missing = { attribute, reason, ref, ...(choices.length === 0 ? {} : { choices }) };
      const links = seenFrom(ref, resolved.links, template);
      return below(ref, missing, links, inherited || resolved.secret, resolved);
    }
    case "plain": {
      const at = resolved.at.length === 0 ? ref : { ...ref, path: [...ref.path, ...resolved.at] };
      return known(at, resolved.json, resolved.within ?? template, inherited || resolved.secret);
    }
  }
}

function settle(ref: Ref, json: Json | undefined, template: Template): Resolved {
  if (json === undefined || json === null) return { kind: "absent" };
  const resolved = resolve(json, template);
  const document = documentIn(ref.path, json, resolved, template);
  if (document !== undefined) return { ...plain(document), secret: "secret" in resolved && resolved.secret };
  return resolved.kind === "plain" ? withoutDoubtfulList(resolved, template) : resolved;
}

/**
 * `AssumeRolePolicyDocument` and its like may be written as one text, and are read as the document it is; so are the
 * manifests that CDK writes. A policy's text that is known as a whole stays what it is.
 */
function documentIn(path: Path, json: Json, resolved: Resolved, template: Template): Json | undefined {
  const name = String(path.at(-1));
  const isPolicy = name.endsWith("PolicyDocument") && resolved.kind === "unknown";
  const isManifest = name === "Manifest" && path.at(-2) === "Properties" && isText(resolved);
  if (!isPolicy && !isManifest) return undefined;
  return memberOf(json, "Fn::ToJsonString") ?? jsonWithHoles(json, around(template).known);
}

function isText(resolved: Resolved): boolean {
  return resolved.kind === "unknown" || (resolved.kind === "plain" && typeof resolved.json === "string");
}

/**
 * A list of scalars of which one may turn out not to be written has no certain length, so it is unknown as a
 * whole; its links keep the members that are certain. In a list of objects each stays judged for itself.
 */
function withoutDoubtfulList(list: Plain, template: Template): Resolved {
  if (!isList(list.json)) return list;
  const members = list.json.map((item) => resolve(item, list.within ?? template));
  const doubtful = members.find((item) => item.kind === "unknown" && item.optional);
  const structured = members.some((item) => item.kind === "plain" && isObject(item.json));
  if (doubtful?.kind !== "unknown" || structured || list.json.some(holdsObject)) return list;
  return {
    ...doubtful,
    attribute: undefined,
    links: { ...linksOf(list, template), closed: false },
    optional: false,
  };
}

function holdsObject(item: Json): boolean {
  const [, ...branches] = isObject(item) && isList(item["Fn::If"]) ? item["Fn::If"] : [];
  return branches.some(
    (branch) => isObject(branch) && !Object.keys(branch).some((key) => /^(Ref$|Fn::)/.test(key)),
  );
}

function known(ref: Ref, json: Json, template: Template, sensitive: boolean): Attribute {
  const child = (step: string | number): Attribute => {
    const member = memberOf(json, step);
    if (member === undefined || member === null) return new AbsentAttribute(ref, [step], sensitive);
    const at = { ...ref, path: [...ref.path, step] };
    return cursor(at, settle(at, member, template), template, sensitive);
  };
  const self: Attribute = {
    ref,
    state: "known",
    sensitive,
    get json() {
      return wholeOf(json, template);
    },
    missing: undefined,
    get links() {
      return seenFrom(ref, linksOf(plain(json), template), template);
    },
    get: (step, ...rest) => (step === undefined ? self : child(step).get(...rest)),
    items: () => (isList(json) ? json.map((_, index) => child(index)).filter(isThere) : []),
    entries: () =>
      isObject(json)
        ? Object.keys(json)
            .map((key) => [key, child(key)] as const)
            .filter(([, value]) => isThere(value))
        : [],
  };
  return self;
}

/** What is written in one template and asked for in another refers to its own. */
function seenFrom(ref: Ref, links: Links, { file }: Template): Links {
  if (ref.file === file) return links;
  return { ...links, targets: links.targets.map((link) => ({ ...link, file: link.file ?? file })) };
}

function isThere(attribute: Attribute): boolean {
  return attribute.state !== "absent";
}

function absent(ref: Ref, sensitive: boolean): Attribute {
  return new AbsentAttribute(ref, [], sensitive);
}

/** A class, because most of what is asked for is not written: it spells out its path only when asked. */
class AbsentAttribute implements Attribute {
  readonly state = "absent";
  readonly json = undefined;
  readonly missing = undefined;
  readonly links = noLinks;
  readonly sensitive: boolean;
  readonly #top: Ref;
  readonly #below: Path;

  constructor(top: Ref, below: Path, sensitive: boolean) {
    this.#top = top;
    this.#below = below;
    this.sensitive = sensitive;
  }

  get ref(): Ref {
    return { ...this.#top, path: [...this.#top.path, ...this.#below] };
  }

  get(...path: Path): Attribute {
    if (path.length === 0) return this;
    return new AbsentAttribute(this.#top, [...this.#below, ...path], this.sensitive);
  }

  items(): readonly Attribute[] {
    return [];
  }

  entries(): readonly (readonly [string, Attribute])[] {
    return [];
  }
}

/** Unknown, and so is everything below. */
function below(
  ref: Ref,
  missing: Missing,
  links: Links,
  sensitive: boolean,
  text: Pick<Attribute, "pieces" | "spelled"> & { readonly optional?: boolean } = {},
): Attribute {
  const self: Attribute = {
    ref,
    state: "unknown",
    sensitive,
    json: undefined,
    missing,
    links,
    pieces: text.pieces,
    spelled: text.spelled,
    isCertain: text.optional === false,
    get: (...path) => {
      if (path.length === 0) return self;
      const at = { ...ref, path: [...ref.path, ...path] };
      const attribute = [missing.attribute, showPath(path)].join(".");
      return below(
        at,
        { ...missing, attribute, ref: at },
        { targets: [], exact: true, closed: false },
        sensitive,
      );
    },
    items: () => [],
    entries: () => [],
  };
  return self;
}

function nameOf(ref: Ref): string {
  const start = ref.path[0] === "Resources" ? ref.path.indexOf("Properties") + 1 : 0;
  return [ref.owner, showPath(ref.path.slice(start))].filter((name) => name !== "").join(".");
}
