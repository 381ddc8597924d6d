import { kindAttributes } from "./kind-attributes.ts";
import type { RawSelect } from "./raw-select.ts";

/**
 * What is known of the attributes of types: s text, b true or false, n a number, i a whole number, l a list of texts,
 * a another list, m a map, o an object; * a block of Terraform; j any JSON; x not the same everywhere. Capitals are maps
 * of such.
 */
export type AttributeKind = string;

/** `policies/attributes.json`, which says how it is made. */
interface Table {
  readonly terraform: Types;
  readonly cloudformation: Types & {
    readonly scalars: Readonly<Record<AttributeKind, string>>;
    readonly own: string;
  };
}

interface Types {
  readonly names: string;
  readonly types: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

let read: () => string | undefined = () => undefined;
let kept = new Map<string, unknown>();

/** Says how to read the table. That is done when a type is first selected raw; nothing is known where it is never said. */
export function offerAttributeTable(reader: () => string | undefined): void {
  read = reader;
  kept = new Map();
}

function table(): Table | undefined {
  return once("table", () => {
    const text = read();
    return text === undefined ? undefined : JSON.parse(text);
  });
}

/** The attributes at the top of a type, by name; `undefined` for a type of which nothing is known. */
export function attributesOf(select: RawSelect): ReadonlyMap<string, AttributeKind> | undefined {
  switch (select.format) {
    case "terraform":
      return once(select.name, () => typeAttributes(table()?.terraform, "terraform", select.type));
    case "cloudformation":
      return once(select.name, () => typeAttributes(table()?.cloudformation, "cloudformation", select.type));
    default:
      return kindAttributes(select.type);
  }
}

/** What the scalars of a template's resource are, by the name of their property, where that is not text. */
export function scalarsOf(type: string): ReadonlyMap<string, AttributeKind> {
  return once(`scalars of ${type}`, () => {
    const { scalars = {}, own = "" } = table()?.cloudformation ?? {};
    const everywhere = once("scalars", () => {
      const names = Object.entries(scalars).flatMap(([kind, list]) =>
        uncoded(list).map((name) => [name, kind] as const),
      );
      return new Map(names);
    });
    const positions = positionsOf(table()?.cloudformation, type).split("/")[1] ?? "";
    return new Map([
      ...everywhere,
      ...picked(
        once("own", () => uncoded(own)),
        positions,
      ),
    ]);
  });
}

function typeAttributes(types: Types | undefined, format: string, type: string) {
  const positions = positionsOf(types, type).split("/")[0] ?? "";
  return positions === ""
    ? undefined
    : new Map(
        picked(
          once(`names of ${format}`, () => uncoded(types?.names ?? "")),
          positions,
        ),
      );
}

function positionsOf(types: Types | undefined, type: string): string {
  const separator = type.includes("::") ? "::" : "_";
  const parts = type.split(separator);
  const service = parts.slice(0, separator === "_" ? 1 : 2).join(separator);
  const own = parts.slice(separator === "_" ? 1 : 2).join(separator);
  const ofService =
    types !== undefined && Object.hasOwn(types.types, service) ? types.types[service] : undefined;
  return ofService !== undefined && Object.hasOwn(ofService, own) ? (ofService[own] ?? "") : "";
}

/** The words at the positions, each a name and its kind. */
function picked(words: readonly string[], positions: string): readonly (readonly [string, AttributeKind])[] {
  return (positions.match(/.{3}/g) ?? []).map((position) => {
    const word = words[Number.parseInt(position, 36)] ?? "";
    return [word.slice(0, -1), word.slice(-1)] as const;
  });
}

/** Words in order, of each of which is said how much of the one before it it begins with. */
function uncoded(text: string): readonly string[] {
  let before = "";
  return text.split(" ").map((word) => {
    before = before.slice(0, Number.parseInt(word.charAt(0), 36)) + word.slice(1);
    return before;
  });
}

function once<Made>(name: string, make: () => Made): Made {
  if (kept.has(name)) return kept.get(name) as Made;
  const made = make();
  kept.set(name, made);
  return made;
}
