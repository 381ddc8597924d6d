import { Unknown, type Value } from "../../base/value.ts";
import type { Attribute, Json } from "../../source/declaration.ts";
import { missingOf } from "../several.ts";
import { type AttributeKind, scalarsOf } from "./attribute-table.ts";

/**
 * What a scalar means where it stands. A plan and a manifest hold values as they are; a template may write `"true"` and
 * `"80"` for what is no text, and `true` for what is.
 */
export interface ScalarPlace {
  /** What the scalar itself is. */
  of(attribute: Attribute, json: Json): Value;
  /** The place below a key. */
  below(key: string): ScalarPlace;
}

export const asWritten: ScalarPlace = { of: (_, json) => plain(json), below: () => asWritten };

/** The top of a template's resource. */
export function propertiesOf(type: string): ScalarPlace {
  const kinds = scalarsOf(type);
  const named: ScalarPlace = {
    of: (attribute, json) => convert("?", attribute, json),
    below: (name) => at(kinds.get(name) ?? "?"),
  };
  /** A capital is a map: its keys are nobody's properties. */
  function at(kind: AttributeKind): ScalarPlace {
    if (kind === "j") return asWritten;
    const of: ScalarPlace["of"] = (attribute, json) => convert(kind.toLowerCase(), attribute, json);
    if (kind === "?" || kind === kind.toLowerCase()) return { of, below: named.below };
    return { of, below: () => (kind === "J" ? asWritten : at(kind.toLowerCase())) };
  }
  return named;
}

/** `?` is what no table says: most likely text. */
function convert(kind: AttributeKind, attribute: Attribute, json: Json): Value {
  const text = String(json);
  switch (kind) {
    case "s":
      return text;
    case "b": {
      const lower = text.toLowerCase();
      return lower === "true" ? true : lower === "false" ? false : unclear(attribute);
    }
    case "n":
      return /^-?\d+(\.\d+)?$/.test(text.trim()) ? Number(text) : unclear(attribute);
    case "?":
      return typeof json === "string" && !/^(true|false)$/i.test(text) ? text : unclear(attribute);
    default:
      return typeof json === "string" && !/^(true|false|-?[\d.]+)$/i.test(text) ? text : unclear(attribute);
  }
}

function unclear(attribute: Attribute): Unknown {
  const reason = "written so that it may be text as well as a number or a truth value";
  return new Unknown([{ ...missingOf(attribute), reason }]);
}

function plain(json: Json): Value {
  return typeof json === "object" ? null : json;
}
