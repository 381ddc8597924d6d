import { OpenMap, type OpenReading, type OpenSource } from "../../base/open-map.ts";
import { type Missing, PartialList, Unknown, type Value } from "../../base/value.ts";
import type { Attribute } from "../../source/declaration.ts";
import { missingOf } from "../several.ts";
import type { ScalarPlace } from "./scalars.ts";

/** What tells more of attributes than their cursors do. */
export interface Reading {
  readonly scalar: ScalarPlace;
  /** Whether an attribute at the top that a plan does not know, and nobody wrote, is one that the provider fills in. */
  readonly isFilledIn: (name: string) => boolean;
}

/** An object as it is written: see `OpenMap`. */
export function writtenObject(attribute: Attribute, reading: Reading): OpenMap {
  return new OpenMap(new WrittenObject(attribute, reading));
}

/** A class, because what is read is kept: what was read once is the same whenever it is asked for. */
class WrittenObject implements OpenSource {
  readonly #attribute: Attribute;
  readonly #how: Reading;
  readonly #readings = new Map<string, OpenReading>();
  #names: readonly string[] | undefined;
  #mayBeMade: ReadonlySet<string> | undefined;

  constructor(attribute: Attribute, how: Reading) {
    this.#attribute = attribute;
    this.#how = how;
  }

  get names(): readonly string[] {
    this.#names ??= [...new Set([...this.#attribute.entries().map(([name]) => name), ...this.#unmade()])];
    return this.#names;
  }

  reading(name: string): OpenReading {
    const kept = this.#readings.get(name) ?? this.#read(name);
    this.#readings.set(name, kept);
    return kept;
  }

  #read(name: string): OpenReading {
    const attribute = this.#attribute.get(name);
    const { ref, sensitive, state } = attribute;
    if (state === "absent") {
      const why = this.#unmade().has(name) ? unmade(attribute) : undefined;
      return { value: why ?? null, ref, sensitive, isThere: why ?? false };
    }
    const value = valueOf(attribute, { ...this.#how, scalar: this.#how.scalar.below(name) });
    const isThere = state === "known" || attribute.isCertain === true || new Unknown([missingOf(attribute)]);
    return { value, ref, sensitive, isThere };
  }

  /** What a `dynamic` block over something unknown may make. */
  #unmade(): ReadonlySet<string> {
    this.#mayBeMade ??= new Set(
      (this.#attribute.unmade?.() ?? []).filter((name) => !this.#how.isFilledIn(name)),
    );
    return this.#mayBeMade;
  }
}

function valueOf(attribute: Attribute, how: Reading): Value {
  if (attribute.state === "absent") return null;
  if (attribute.state === "unknown") return new Unknown([missingOf(attribute)]);
  const items = attribute.items();
  if (items.length > 0) return listOf(items, attribute, how);
  const { json } = attribute;
  if (json !== undefined && typeof json !== "object") return how.scalar.of(attribute, json);
  if (Array.isArray(json)) return [];
  const isObject = json !== undefined || attribute.entries().length > 0 || attribute.unmade !== undefined;
  // Only the top of a resource has attributes that the table knows.
  return isObject
    ? writtenObject(attribute, { ...how, isFilledIn: () => false })
    : new Unknown([{ ...missingOf(attribute), reason: "not known as a whole" }]);
}

/**
 * A member that may turn out not to be written may follow the others. Members of a Terraform list that are known but in
 * parts may be those of a set, whose order changes as they become known.
 */
function listOf(items: readonly Attribute[], list: Attribute, how: Reading): Value {
  const isPlan = list.ref.format === "terraform";
  const isDoubtful = (item: Attribute) =>
    item.state === "unknown" && list.ref.format === "cloudformation" && item.isCertain !== true;
  const doubtful = items.filter(isDoubtful);
  const certain = items.filter((item) => !isDoubtful(item)).map((item) => valueOf(item, how));
  if (doubtful.length > 0) {
    const candidates = doubtful.map((item) => valueOf(item, how));
    const why = new Unknown(doubtful.map(missingOf));
    return new PartialList(certain, why, { atMost: doubtful.length, candidates });
  }
  const partly = items.filter((item) => item.state === "known" && item.json === undefined);
  if (!isPlan || items.length < 2 || partly.length === 0) return certain;
  return new PartialList(certain, new Unknown(partly.flatMap(missingIn)), { atMost: 0, candidates: [] });
}

/** What is not known in it, at any depth. */
function missingIn(attribute: Attribute): readonly Missing[] {
  if (attribute.state === "unknown") return [missingOf(attribute)];
  const below = [...attribute.items(), ...attribute.entries().map(([, value]) => value)];
  const missing = below.filter(({ json }) => json === undefined).flatMap(missingIn);
  return missing.length === 0 ? [missingOf(attribute)] : missing;
}

function unmade(attribute: Attribute): Unknown {
  return new Unknown([{ ...missingOf(attribute), reason: "known after apply, if anything is made of it" }]);
}
