import type { Ref } from "./place.ts";
import { Unknown, type Value } from "./value.ts";

/** What is written under a name. */
export interface OpenReading {
  readonly value: Value;
  readonly ref: Ref;
  /** It must never be printed. */
  readonly sensitive: boolean;
  /** Whether it is written, where that can be told. */
  readonly isThere: boolean | Unknown;
}

/** An object as its author writes it, read when it is asked for. */
export interface OpenSource {
  /** What is written, or may be. */
  readonly names: readonly string[];
  /** Also of a name that is not written. */
  reading(name: string): OpenReading;
}

type See = (reading: OpenReading) => Value;

/**
 * An object whose names nobody declared: the attributes of a resource. What is not written has no value (`null`), and
 * asking for it is no mistake. Of some names it may not be known whether they are there.
 *
 * A map, so that expressions go through it as through any other.
 */
export class OpenMap extends Map<string, Value> {
  readonly #source: OpenSource;
  readonly #see: See;

  constructor(source: OpenSource, see: See = ({ value }) => value) {
    super();
    this.#source = source;
    this.#see = see;
  }

  /** The same, telling what is read of it. */
  seen(see: See): OpenMap {
    return new OpenMap(this.#source, see);
  }

  reading(name: string): OpenReading {
    return this.#source.reading(name);
  }

  /** Whether a name is written. */
  holds(name: string): boolean | Unknown {
    const reading = this.reading(name);
    this.#see(reading);
    return reading.isThere;
  }

  /** The names of which it is not known whether they are there. */
  doubts(): readonly string[] {
    return this.#source.names.filter((name) => this.holds(name) instanceof Unknown);
  }

  /** Why that is not known; `undefined` where every name is known. */
  whyDoubted(): Unknown | undefined {
    const missing = this.doubts().flatMap((name) => {
      const there = this.holds(name);
      return there instanceof Unknown ? there.missing : [];
    });
    return missing.length === 0 ? undefined : new Unknown(missing);
  }

  /** How many entries there are. */
  count(): number | Unknown {
    const why = this.whyDoubted();
    return why === undefined
      ? this.size
      : new Unknown(why.missing, this.size - this.doubts().length, this.size);
  }

  override get(name: string): Value {
    return this.#see(this.reading(name));
  }

  override has(name: string): boolean {
    return this.holds(name) !== false;
  }

  /** With those that may not be there. */
  override get size(): number {
    return this.#source.names.length;
  }

  override keys(): MapIterator<string> {
    return this.#source.names.values();
  }

  override values(): MapIterator<Value> {
    return this.#source.names.map((name) => this.get(name)).values();
  }

  override entries(): MapIterator<[string, Value]> {
    return this.#source.names.map((name): [string, Value] => [name, this.get(name)]).values();
  }

  override [Symbol.iterator](): MapIterator<[string, Value]> {
    return this.entries();
  }

  override forEach(visit: (value: Value, name: string, map: Map<string, Value>) => void): void {
    for (const [name, value] of this) visit(value, name, this);
  }
}
