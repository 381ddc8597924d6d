import type { Declaration } from "../../source/declaration.ts";
import { type Concept, concept, type Field, type Lookup, type Reader } from "../concept.ts";
import { DeclaredEntity, derived } from "../entity.ts";
import { text } from "../read.ts";
import type { TypeDeclaration } from "../vocabulary.ts";
import { attributesOf } from "./attribute-table.ts";
import { isMeant, type RawSelect, rawSelect } from "./raw-select.ts";
import { asWritten, propertiesOf } from "./scalars.ts";
import { writtenObject } from "./written-values.ts";

/** The things of types that policies select raw, each found when it is first asked for. */
export function rawEntities(
  declarations: readonly Declaration[],
  lookup: Lookup,
): (select: string) => readonly DeclaredEntity[] {
  const kept = new Map<string, readonly DeclaredEntity[]>();
  return (name) => {
    const known = kept.get(name);
    if (known !== undefined) return known;
    const select = rawSelect(name);
    const found = select === undefined ? [] : entitiesOf(select, declarations, lookup);
    kept.set(name, found);
    return found;
  };
}

function entitiesOf(select: RawSelect, declarations: readonly Declaration[], lookup: Lookup) {
  const table = rawConcept(select);
  const [supplier] = table.suppliers;
  if (supplier === undefined) return [];
  return declarations
    .filter((declaration) => declaration.mode !== "data" && isMeant(select, declaration))
    .map(
      (declaration) =>
        new DeclaredEntity(table, supplier, lookup, declaration, { root: declaration.root, key: "" }),
    );
}

/** What expressions may ask of a type that is selected raw. */
export function rawType(select: RawSelect): TypeDeclaration {
  const { name, doc, fields } = rawConcept(select);
  const formats = [select.format];
  return {
    name,
    doc,
    selectable: true,
    formats,
    methods: [],
    fields: Object.entries(fields).map(([field, { type, doc: about }]) => ({
      name: field,
      type,
      doc: about,
      formats,
    })),
  };
}

/** The name of the type of its attributes, where something is known of them. */
export function attributesType(select: RawSelect): string {
  return `${select.name}.attributes`;
}

function rawConcept(select: RawSelect): Concept {
  const { name, format, type } = select;
  const attributes: Field = {
    type: attributesOf(select) === undefined ? "map<dyn>" : attributesType(select),
    doc: "What is written, by its author's own names. What is not written is `null`.",
  };
  const fields: Readonly<Record<string, Field>> = {
    attributes,
    ...(format === "kubernetes" ? { name: { type: "string?", doc: "Its `metadata.name`." } } : {}),
    ...(format === "terraform"
      ? { change: { type: "string", doc: "What the plan does: `create`, `update`, `replace`, `none`." } }
      : {}),
  };
  return concept({
    name,
    doc: `A \`${type}\` as it is written.`,
    fields,
    suppliers: [
      {
        format,
        types: [type],
        fields: { attributes: attributesReader(select), name: text("metadata", "name"), change },
      },
    ],
  });
}

function attributesReader(select: RawSelect): Reader {
  const known = select.format === "terraform" ? attributesOf(select) : undefined;
  const scalar = select.format === "cloudformation" ? propertiesOf(select.type) : asWritten;
  const isFilledIn = (name: string) => (known?.get(name) ?? "*") !== "*";
  // Each of them tells whether it may be shown.
  return ({ root }) => derived(writtenObject(root, { scalar, isFilledIn }), root.ref);
}

const change: Reader = ({ declaration, root }) => derived(declaration.change, root.ref);
