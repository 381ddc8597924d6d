import type { TypeShape } from "../expr/environment.ts";
import { type AttributeKind, attributesOf } from "../graph/raw/attribute-table.ts";
import { attributesType, rawType } from "../graph/raw/raw-entities.ts";
import { type RawSelect, rawSelect } from "../graph/raw/raw-select.ts";

/** The types of what a policy selects raw; none for a concept. Its attributes are checked where the table knows them. */
export function rawShapes(select: string): readonly TypeShape[] {
  const raw = rawSelect(select);
  return raw === undefined ? [] : shapesOf(raw);
}

function shapesOf(select: RawSelect): readonly TypeShape[] {
  const { name, fields } = rawType(select);
  const self = {
    name,
    fields: { resource: "string", ...Object.fromEntries(fields.map((field) => [field.name, field.type])) },
  };
  const known = attributesOf(select);
  if (known === undefined) return [self];
  const attributes = Object.fromEntries([...known].map(([attribute, kind]) => [attribute, typeOf(kind)]));
  return [self, { name: attributesType(select), isOpen: true, fields: attributes }];
}

/** Nothing need be written, and nothing that is in a list or a map is promised. */
function typeOf(kind: AttributeKind): string {
  switch (kind) {
    case "s":
      return "string?";
    case "b":
      return "bool?";
    case "i":
      return "int?";
    case "l":
      return "list<string?>?";
    case "a":
    case "*":
      return "list<dyn>?";
    default:
      return "dyn";
  }
}
