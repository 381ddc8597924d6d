import { type Path, type Ref, showPath } from "../base/place.ts";
import type { Missing } from "../base/value.ts";
import { type Attribute, type Json, noLinks } from "./declaration.ts";

/** What a document format knows about its values beyond what is written. */
export interface PlainRules {
  /** Why a text stands for something that is filled in later; `undefined` where it means what it says. */
  readonly placeholder?: (text: string) => string | undefined;
  /** Whether the value at this path of the document, and everything below it, is secret. */
  readonly secret?: (path: Path) => boolean;
}

/**
 * A cursor on a value that is written as it is meant. `undefined` and `null` are absent: YAML and JSON
 * configuration says "not set" with both.
 */
export function plainAttribute(ref: Ref, json: Json | undefined, rules: PlainRules = {}): Attribute {
  return new PlainAttribute(ref, json, rules, undefined, undefined, false);
}

/** The member of a list or object; `undefined` where there is none. Never one that JavaScript adds. */
export function memberOf(json: Json | undefined, step: string | number): Json | undefined {
  if (typeof json !== "object" || json === null) return undefined;
  if (isList(json)) return typeof step === "number" ? json[step] : undefined;
  return typeof step === "string" && Object.hasOwn(json, step) ? json[step] : undefined;
}

/** Every text in a value that is not empty. */
export function textsIn(json: Json | undefined): readonly string[] {
  if (typeof json === "string") return json === "" ? [] : [json];
  if (typeof json !== "object" || json === null) return [];
  return Object.values(json).flatMap(textsIn);
}

export function isList(json: Json | undefined): json is readonly Json[] {
  return Array.isArray(json);
}

export function isObject(json: Json | undefined): json is { readonly [key: string]: Json } {
  return typeof json === "object" && json !== null && !Array.isArray(json);
}

/** A class, because there are millions of cursors: each is one small object and spells out its path only when asked. */
class PlainAttribute implements Attribute {
  readonly #top: Ref;
  readonly #written: Json | undefined;
  readonly #rules: PlainRules;
  readonly #parent: PlainAttribute | undefined;
  readonly #step: string | number | undefined;
  readonly #secret: boolean;

  constructor(
    top: Ref,
    written: Json | undefined,
    rules: PlainRules,
    parent: PlainAttribute | undefined,
    step: string | number | undefined,
    secret: boolean,
  ) {
    this.#top = top;
    this.#written = written;
    this.#rules = rules;
    this.#parent = parent;
    this.#step = step;
    this.#secret = secret;
  }

  get ref(): Ref {
    return this.#parent === undefined
      ? this.#top
      : { ...this.#top, path: [...this.#top.path, ...this.#steps()] };
  }

  get state(): "known" | "unknown" | "absent" {
    if (this.#written === undefined || this.#written === null) return "absent";
    return this.#placeholder() === undefined ? "known" : "unknown";
  }

  get sensitive(): boolean {
    return this.#secret || this.#rules.secret?.(this.ref.path) === true;
  }

  get json(): Json | undefined {
    const written = this.#written;
    if (written === undefined || written === null) return undefined;
    return this.#rules.placeholder !== undefined && hasText(written, this.#rules.placeholder)
      ? undefined
      : written;
  }

  get missing(): Missing | undefined {
    const reason = this.#placeholder();
    if (reason === undefined) return undefined;
    const ref = this.ref;
    return { attribute: [ref.owner, showPath(ref.path)].join("."), reason, ref };
  }

  get links(): typeof noLinks {
    return noLinks;
  }

  get(...path: Path): Attribute {
    let at: PlainAttribute = this;
    for (const step of path) at = at.#child(step);
    return at;
  }

  items(): readonly Attribute[] {
    return isList(this.#written) ? this.#written.map((_, index) => this.#child(index)) : [];
  }

  entries(): readonly (readonly [string, Attribute])[] {
    if (!isObject(this.#written)) return [];
    return Object.keys(this.#written).map((key) => [key, this.#child(key)] as const);
  }

  /** Below a text that stands for something else there is nothing known either. */
  #child(step: string | number): PlainAttribute {
    const below = this.#placeholder() === undefined ? memberOf(this.#written, step) : this.#written;
    return new PlainAttribute(this.#top, below, this.#rules, this, step, this.sensitive);
  }

  #placeholder(): string | undefined {
    return typeof this.#written === "string" ? this.#rules.placeholder?.(this.#written) : undefined;
  }

  #steps(): Path {
    const steps: (string | number)[] = [];
    for (let at: PlainAttribute | undefined = this; at !== undefined; at = at.#parent) {
      if (at.#step !== undefined) steps.push(at.#step);
    }
    return steps.reverse();
  }
}

function hasText(json: Json, matches: (text: string) => string | undefined): boolean {
  if (typeof json === "string") return matches(json) !== undefined;
  if (isList(json)) return json.some((item) => hasText(item, matches));
  return isObject(json) && Object.values(json).some((value) => hasText(value, matches));
}
