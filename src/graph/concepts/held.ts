import { PartialList, Unknown } from "../../base/value.ts";
import type { Origin, Reader } from "../concept.ts";
import { derived } from "../entity.ts";
import { concat } from "../link.ts";

/**
 * The other side of a relation, as `inverse` reads it, where it depends on more than the format whether there may be
 * others than those that were read.
 */
export function held(of: string, by: string, isWhole: (from: Origin) => boolean): Reader {
  return (from) => {
    const { entity, declaration, lookup, part } = from;
    const list = lookup.inverse(entity, of, by);
    if (lookup.isWhole(declaration, of) && isWhole(from)) return derived(list, part.root.ref);
    const attribute = `${entity.resource} ${of}`;
    const missing = { attribute, reason: "not in anything that was read", ref: part.root.ref };
    return derived(concat(list, new PartialList([], new Unknown([missing]))), part.root.ref);
  };
}
