import type { Ref } from "../base/place.ts";
import type { Missing } from "../base/value.ts";
import { type Attribute, noLinks } from "../source/declaration.ts";

/** A cursor on something that is written but cannot be followed: it, and everything below it, is unknown. */
export function unreadAttribute(ref: Ref, missing: Missing): Attribute {
  const attribute: Attribute = {
    ref,
    state: "unknown",
    sensitive: false,
    json: undefined,
    missing,
    links: { ...noLinks, closed: false },
    get: () => attribute,
    items: () => [],
    entries: () => [],
  };
  return attribute;
}
