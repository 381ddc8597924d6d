import { type Path, type Ref, showPath } from "../../base/place.ts";
import type { Missing } from "../../base/value.ts";
import { type Attribute, type Json, type Links, noLinks } from "../declaration.ts";
import { isList, isObject, memberOf } from "../plain.ts";
import { isAuthorsOwn } from "./blocks.ts";
import type { Follow, Trace } from "./references.ts";
import { hasMark, type PlannedResource } from "./resource.ts";
import {
  allReferences,
  isConstant,
  isExpression,
  referencesOf,
  type Written,
  writtenBelow,
} from "./written.ts";

/** What an attribute needs to know beyond its resource, asked for only where something is unknown or followed. */
export interface Background {
  /** The resource's configuration; `undefined` where the plan does not have it. */
  readonly written: (resource: PlannedResource) => Written;
  /** Which configuration of its provider makes it. */
  readonly provider: (resource: PlannedResource) => string | undefined;
  readonly follow: Follow;
  /** Whether the author's code certainly has no block there, so that what the plan does not know is the provider's. */
  readonly isNobodys: (resource: PlannedResource, path: Path) => boolean;
  /** What the author's code says of a value that the plan does not know; `undefined` for nothing more. */
  readonly recover: (unknown: UnknownAttribute) => Attribute | undefined;
}

/** A value that a plan does not know, and what its configuration says of it. */
export interface UnknownAttribute {
  readonly resource: PlannedResource;
  readonly path: Path;
  readonly written: Written;
  /** The plan's own cursor on it. */
  readonly attribute: Attribute;
  /** Whether it is certainly one value and no list. */
  readonly isSingle: boolean;
}

/** What a resource will be. */
export function plannedAttribute(resource: PlannedResource, background: Background): Attribute {
  const { after, unknown, secret } = resource;
  return new PlannedAttribute(
    resource,
    background,
    undefined,
    undefined,
    after ?? undefined,
    unknown,
    secret,
  );
}

/**
 * A cursor on one value of a planned resource. What is unknown is decided value by value, never for a resource:
 * Terraform marks a value as unknown both when it waits for something and when it was simply not written and the
 * provider will fill it in. The second is *absent*. It is told by the configuration: nothing is written there, or what
 * is written leads to nothing that waits for the apply, so that it can only be `null`.
 *
 * Not told apart: a `dynamic` block over something unknown from no block at all, for neither is in the configuration,
 * but where the provider is known to fill in nothing (`isAuthorsOwn`).
 *
 * A class, because there are millions of cursors, and most are read once.
 */
class PlannedAttribute implements Attribute {
  readonly #resource: PlannedResource;
  readonly #background: Background;
  readonly #parent: PlannedAttribute | undefined;
  readonly #step: string | number | undefined;
  readonly #value: Json | undefined;
  readonly #unknown: Json | undefined;
  readonly #secret: Json | undefined;
  #waits: boolean | undefined;

  constructor(
    resource: PlannedResource,
    background: Background,
    parent: PlannedAttribute | undefined,
    step: string | number | undefined,
    value: Json | undefined,
    unknown: Json | undefined,
    secret: Json | undefined,
  ) {
    this.#resource = resource;
    this.#background = background;
    this.#parent = parent;
    this.#step = step;
    this.#value = value;
    this.#unknown = unknown;
    this.#secret = secret;
  }

  get ref(): Ref {
    const { file, owner } = this.#resource;
    return { format: "terraform", file, owner, document: 0, path: this.#path() };
  }

  get state(): "known" | "unknown" | "absent" {
    if (this.#unknown === true) return this.#top().#isWaiting() ? "unknown" : "absent";
    return this.#value === undefined || this.#value === null ? "absent" : "known";
  }

  get sensitive(): boolean {
    return hasMark(this.#secret);
  }

  get json(): Json | undefined {
    if (this.#value === undefined || this.#value === null || this.#hasWaiting()) return undefined;
    return this.#value;
  }

  get missing(): Missing | undefined {
    if (this.state !== "unknown") return undefined;
    const { ref } = this.#top();
    return { attribute: `${ref.owner}.${showPath(ref.path)}`, reason: "known after apply", ref };
  }

  get links(): Links {
    if (this.state === "absent") return noLinks;
    const written = this.#written();
    if (written === undefined) return nowhere;
    if (written === null) return typeof this.#value === "object" ? nowhere : noLinks;
    if (!isExpression(written)) {
      const { targets, closed, texts } = this.#background.follow(this.#resource, allReferences(written));
      return { targets, closed, texts, exact: false };
    }
    const references = referencesOf(written);
    if (references === undefined) return noLinks;
    const trace = this.#background.follow(this.#resource, references);
    const { targets, closed, texts } = trace;
    return { targets, closed, texts, exact: this.#isExact(trace) };
  }

  get(...path: Path): Attribute {
    let at: PlannedAttribute = this;
    for (const [index, step] of path.entries()) {
      const child = at.#child(step);
      const recovered = child.#recovered();
      if (recovered !== undefined) return recovered.get(...path.slice(index + 1));
      at = child;
    }
    return at;
  }

  items(): readonly Attribute[] {
    return isList(this.#value) ? this.#value.map((_, index) => this.get(index)) : [];
  }

  entries(): readonly (readonly [string, Attribute])[] {
    if (!isObject(this.#value)) return [];
    const keys = new Set(Object.keys(this.#value));
    if (isObject(this.#unknown)) for (const key of Object.keys(this.#unknown)) keys.add(key);
    const entries = [...keys].map((key) => [key, this.get(key)] as const);
    return entries.filter(([, attribute]) => attribute.state !== "absent");
  }

  unmade(): readonly string[] {
    if (!isObject(this.#unknown) || !isObject(this.#value)) return [];
    return Object.keys(this.#unknown).filter((name) => this.#child(name).#isUnmade());
  }

  /** A list that nobody wrote: what the provider fills in, or a `dynamic` block over something unknown. */
  #isUnmade(): boolean {
    if (this.#unknown !== true || this.#resource.mode === "data" || this.state !== "absent") return false;
    if (this.#written() !== null || this.#shape() === "single") return false;
    return !this.#background.isNobodys(this.#resource, this.#path());
  }

  /** What the author's code says of it, where it is the uppermost that is unknown. */
  #recovered(): Attribute | undefined {
    if (this.#unknown !== true || this.#top() !== this) return undefined;
    return this.#background.recover({
      resource: this.#resource,
      path: this.#path(),
      written: this.#written(),
      attribute: this,
      isSingle: this.#shape() === "single",
    });
  }

  #child(step: string | number): PlannedAttribute {
    const value = memberOf(this.#value, step);
    const secret = this.#secret === true ? true : memberOf(this.#secret, step);
    const unknown = this.#unknown === true ? true : this.#unknownBelow(step, value);
    return new PlannedAttribute(this.#resource, this.#background, this, step, value, unknown, secret);
  }

  #unknownBelow(step: string | number, value: Json | undefined): Json | undefined {
    if (this.#resource.unknown !== undefined) return memberOf(this.#unknown, step);
    // `planned_values` does not mark what is unknown, it leaves it out: what is written and not there is unknown.
    if (value !== undefined || !isObject(this.#value)) return undefined;
    const written = writtenBelow(this.#written(), step, this.#value);
    const computed =
      written !== undefined && written !== null && isExpression(written) && !isConstant(written);
    return computed ? true : undefined;
  }

  /** Where the unknown starts: everything below one unknown waits for the same value. */
  #top(): PlannedAttribute {
    let at: PlannedAttribute = this;
    while (at.#parent !== undefined && at.#parent.#unknown === true) at = at.#parent;
    return at;
  }

  #isWaiting(): boolean {
    this.#waits ??= this.#waitsForApply();
    return this.#waits;
  }

  #waitsForApply(): boolean {
    if (this.#resource.mode === "data") return true;
    const written = this.#written();
    if (written === undefined) return true;
    // What the provider makes up for every resource is nobody's default.
    if (written === null) {
      return (this.#step === "id" && this.#isTopLevel()) || isAuthorsOwn(this.#resource.type, this.#path());
    }
    if (!isExpression(written)) return true;
    if (isConstant(written)) return false;
    const references = referencesOf(written);
    return references === undefined || !this.#background.follow(this.#resource, references).settled;
  }

  /** Whether this or anything below it is unknown. */
  #hasWaiting(): boolean {
    if (this.#unknown === true) return this.state === "unknown";
    const marks = this.#unknown;
    if (!hasMark(marks)) return this.#resource.unknown === undefined && this.#hasGap();
    const steps = isList(marks) ? marks.keys() : isObject(marks) ? Object.keys(marks) : [];
    for (const step of steps) if (this.#child(step).#hasWaiting()) return true;
    return false;
  }

  /** The same where unknown values are left out instead of marked. */
  #hasGap(): boolean {
    if (isList(this.#value)) return this.#value.some((_, index) => this.#child(index).#hasWaiting());
    if (!isObject(this.#value)) return false;
    const written = this.#written();
    const named = isObject(written) && !isExpression(written) ? Object.keys(written) : [];
    return [...new Set([...Object.keys(this.#value), ...named])].some((key) =>
      this.#child(key).#hasWaiting(),
    );
  }

  #written(): Written {
    if (this.#parent === undefined || this.#step === undefined)
      return this.#background.written(this.#resource);
    return writtenBelow(this.#parent.#written(), this.#step, this.#parent.#value);
  }

  /**
   * One value that waits for exactly one attribute is made of that attribute, however it is written: everything else
   * in the expression is settled. A known value need not be, for a condition may have decided against it. A list, or
   * what may be one, is certain only as a bare enumeration: all instances of a resource are what it holds at most,
   * for a filter or a slice leaves no trace.
   */
  #isExact(trace: Trace): boolean {
    const { targets, closed, plain } = trace;
    if (!closed || this.#top() !== this) return false;
    const single = targets.length === 1;
    switch (this.#shape()) {
      case "single":
        return single && this.#unknown === true;
      case "list":
        return plain && (!isList(this.#value) || this.#value.length === targets.length);
      case "unclear":
        return plain && single;
    }
  }

  /** An unknown list still shows as a list in `after_sensitive`. */
  #shape(): "single" | "list" | "unclear" {
    if (this.#value !== undefined && this.#value !== null)
      return typeof this.#value === "object" ? "list" : "unclear";
    if (typeof this.#secret === "object" && this.#secret !== null) return "list";
    return isObject(this.#resource.secret) && this.#secret !== true ? "single" : "unclear";
  }

  #isTopLevel(): boolean {
    return this.#parent !== undefined && this.#parent.#parent === undefined;
  }

  #path(): Path {
    const steps: (string | number)[] = [];
    let at: PlannedAttribute | undefined = this;
    while (at !== undefined && at.#step !== undefined) {
      steps.push(at.#step);
      at = at.#parent;
    }
    return steps.reverse();
  }
}

/** It may refer to anything: what it was written with is not in the plan. */
const nowhere: Links = { targets: [], exact: false, closed: false };
