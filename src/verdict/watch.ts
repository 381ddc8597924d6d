import { OpenMap } from "../base/open-map.ts";
import { EvalError, type Fields, PartialList, Unknown, type Value } from "../base/value.ts";
import { isEntity } from "./show.ts";

/**
 * Notices when a sensitive field is read. What decided an answer (`explain`) is not all that went into it, and a
 * secret must not reach a message by any way; so every read of an evaluation is watched.
 */
export class Watch {
  sensitive = false;
  readonly #watched = new WeakMap<object, Fields>();

  /** The same value, whose entities tell the watch what is read of them; entities stay equal to themselves. */
  over(value: Value): Value {
    if (typeof value !== "object" || value === null) return value;
    if (value instanceof Unknown || value instanceof EvalError) return value;
    if (value instanceof PartialList) return this.#overPart(value);
    if (isList(value)) return value.map((item) => this.over(item));
    if (value instanceof OpenMap) return this.#overOpen(value);
    if (isMap(value)) return new Map([...value].map(([key, member]) => [key, this.over(member)]));
    return this.#overFields(value);
  }

  #overPart({ items, why, atMost, atLeast, candidates }: PartialList): PartialList {
    const over = (list: readonly Value[]) => list.map((item) => this.over(item));
    const further = candidates === undefined ? {} : { candidates: over(candidates) };
    return new PartialList(over(items), why, { atMost, atLeast, ...further });
  }

  #overOpen(map: OpenMap): OpenMap {
    return map.seen(({ value, sensitive }) => {
      this.sensitive ||= sensitive;
      return this.over(value);
    });
  }

  #overFields(fields: Fields): Fields {
    const known = this.#watched.get(fields);
    if (known !== undefined) return known;
    const watched = new Proxy(fields, {
      get: (target, property) => {
        if (property === "get") return (field: string) => this.#read(target, field);
        const member: unknown = Reflect.get(target, property, target);
        return typeof member === "function" ? member.bind(target) : member;
      },
    });
    this.#watched.set(fields, watched);
    this.#watched.set(watched, watched);
    return watched;
  }

  #read(fields: Fields, field: string): Value | undefined {
    if (isEntity(fields) && fields.reading(field)?.sensitive === true) this.sensitive = true;
    const value = fields.get(field);
    return value === undefined ? undefined : this.over(value);
  }
}

function isList(value: object): value is readonly Value[] {
  return Array.isArray(value);
}

function isMap(value: object): value is ReadonlyMap<string, Value> {
  return value instanceof Map;
}
