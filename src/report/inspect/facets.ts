import { type Place, type Ref, showPlace } from "../../base/place.ts";
import { type Missing, PartialList, Unknown, type Value } from "../../base/value.ts";
import type { Entity } from "../../graph/graph.ts";
import type { FieldDeclaration, Vocabulary } from "../../graph/vocabulary.ts";

/** What inspecting needs besides the thing itself. */
export interface Showing {
  readonly vocabulary: Vocabulary;
  readonly place: (ref: Ref) => Place | undefined;
}

/** A field of an entity, as far as it may be shown. */
export interface Facet {
  readonly field: FieldDeclaration;
  /**
   * - `written`: by the author
   * - `default`: by nobody, so that the platform's own value counts
   * - `derived`: worked out from others
   * - `unknown`: not known, or not all of it
   * - `sensitive`: known or not, and not shown
   */
  readonly state: "written" | "default" | "derived" | "unknown" | "sensitive";
  /** Left out where it is sensitive. */
  readonly value?: Value;
  /** Where it is written; for what is not written, nothing. */
  readonly place?: Place;
  readonly missing: readonly PlacedMissing[];
}

export interface PlacedMissing {
  readonly attribute: string;
  readonly reason: string;
  readonly place?: Place;
}

/** Every field that policies can ask an entity for, in the order of the vocabulary. */
export function facetsOf(entity: Entity, { vocabulary, place }: Showing): readonly Facet[] {
  const type = vocabulary.types.find(({ name }) => name === entity.concept);
  return (type?.fields ?? []).flatMap((field) => {
    const reading = entity.reading(field.name);
    if (reading === undefined) return [];
    const { value, origin, sensitive, ref } = reading;
    const missing = sensitive ? [] : missingIn(value).map((one) => placed(one, place));
    const state = sensitive ? "sensitive" : missing.length > 0 ? "unknown" : origin;
    const at = isOwnPlace(state, ref, entity) ? place(ref) : undefined;
    return [
      { field, state, ...(sensitive ? {} : { value }), ...(at === undefined ? {} : { place: at }), missing },
    ];
  });
}

/** What a name on the command line may mean: all that it is called, or the last word of that. */
export function called(entities: readonly Entity[], name: string): readonly Entity[] {
  const exact = entities.filter(({ resource }) => resource === name);
  if (exact.length > 0) return exact;
  const own = entities.filter((entity) => ownName(entity) === name);
  return own.length > 0 ? own : entities.filter(({ resource }) => lastWord(resource) === name);
}

export function missingIn(value: Value): readonly Missing[] {
  if (value instanceof Unknown) return value.missing;
  if (value instanceof PartialList) return value.why.missing;
  if (Array.isArray(value)) return distinct(value.flatMap(missingIn));
  return value instanceof Map ? distinct([...value.values()].flatMap(missingIn)) : [];
}

export function placed({ attribute, reason, ref }: Missing, place: Showing["place"]): PlacedMissing {
  const at = ref === undefined ? undefined : place(ref);
  return { attribute, reason, ...(at === undefined ? {} : { place: at }) };
}

/** `` `a.b` is known after apply (main.tf:3) `` */
export function sayMissing({ attribute, reason, place }: PlacedMissing): string {
  return `\`${attribute}\` is ${reason}${place === undefined ? "" : ` (${showPlace(place)})`}`;
}

/** What is only worked out for an entity stands nowhere. */
function isOwnPlace(state: Facet["state"], ref: Ref, entity: Entity): boolean {
  return state !== "default" && (state === "written" || ref.path.join("\0") !== entity.ref.path.join("\0"));
}

function ownName(entity: Entity): string | undefined {
  const name = entity.reading("name");
  return name === undefined || name.sensitive || typeof name.value !== "string" ? undefined : name.value;
}

/** `workers` of `module.eks.aws_eks_node_group.workers`: short, and enough to ask for it by. */
export function lastWord(resource: string): string {
  if (resource.includes(" ")) return resource;
  const parts = resource.split(/\/(?![^[]*\])/);
  const word = parts.length > 1 ? parts.at(-1) : resource.split(/\.(?![^[]*\])/).at(-1);
  return word === undefined || word === "" ? resource : word;
}

function distinct(missing: readonly Missing[]): readonly Missing[] {
  return [...new Map(missing.map((one) => [one.attribute, one])).values()];
}
