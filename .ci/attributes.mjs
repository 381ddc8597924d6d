// Makes policies/attributes.json: the attributes of Terraform's AWS resources and the properties of CloudFormation's,
// by which policies that select them raw are checked.
//
//   node .ci/attributes.mjs DATE DB SCHEMA
//
// DB is `db.json.gz` of the npm package @aws-cdk/aws-service-spec (Apache-2.0), which is made from the resource schemas
// that AWS publishes. SCHEMA is what `terraform providers schema -json` says where hashicorp/aws is the only provider.
// DATE says how old they are. Of both only names and simple types are taken:
//
//   names    `<name><type>` in order, each as how much of the one before it begins with (in base 36), and the rest
//   types    by provider or service, of each resource type the positions of its names, three digits in base 36 each
//   scalars  the properties anywhere in CloudFormation that are not text, for templates write `"true"` and `"1"` as well
//   own      where those differ from one resource type to another: what they are in the types that say so after a `/`
//
// The types: s text, b true or false, n a number, i a whole number, l a list of texts, a another list, m a map, o an
// object; * a block of Terraform; j any JSON; x not the same everywhere.
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { gunzipSync } from "node:zlib";

const [asOf, dbFile, schemaFile] = process.argv.slice(2);
if (schemaFile === undefined) throw new Error("name a date, db.json.gz and schema.json");
const db = JSON.parse(gunzipSync(readFileSync(dbFile))).schema;
const { provider_schemas: providers } = JSON.parse(readFileSync(schemaFile, "utf8"));

const definitions = new Map(db.typeDefinition.entities.map((each) => [each.$id, each]));
const resources = sorted(
  new Map(db.resource.entities.map((each) => [each.cloudFormationType, each.properties ?? {}])),
);
const aws = providers["registry.terraform.io/hashicorp/aws"].resource_schemas;
const { scalars, own } = scalarsOf(resources);
const content = {
  asOf,
  sources: [
    "https://registry.terraform.io/providers/hashicorp/aws",
    "https://github.com/cdklabs/awscdk-service-spec",
  ],
  terraform: table(
    sorted(new Map(Object.entries(aws).map(([name, { block }]) => [name, blockKinds(block)]))),
    "_",
  ),
  cloudformation: {
    ...table(
      new Map([...resources].map(([name, properties]) => [name, propertyKinds(properties)])),
      "::",
      own,
    ),
    scalars,
    own: own.names,
  },
};
const text = JSON.stringify(content, undefined, 1);
const out = path.resolve(import.meta.dirname, "../policies/attributes.json");
writeFileSync(out, `${text}\n`);
console.log(`${path.relative(process.cwd(), out)}  ${Math.round(Buffer.byteLength(text) / 1000)} kB`);

/** `kinds`: of every type what its names are. A type's name is that of its service, a separator and its own. */
function table(kinds, separator, more) {
  const { names, positions } = listed([...kinds.values()].flat());
  const types = {};
  for (const [name, list] of kinds) {
    const [first, second, ...rest] = name.split(separator);
    const service = separator === "_" ? first : `${first}${separator}${second}`;
    const own = (separator === "_" ? [second, ...rest] : rest).join(separator);
    const told = more?.positionsOf(name) ?? "";
    types[service] ??= {};
    types[service][own] = `${positions(list)}${told === "" ? "" : "/"}${told}`;
  }
  return { names, types };
}

function listed(all) {
  const words = [...new Set(all)].sort();
  const position = new Map(words.map((word, index) => [word, index.toString(36).padStart(3, "0")]));
  const positions = (list) =>
    list
      .map((word) => position.get(word))
      .sort()
      .join("");
  return { names: frontCoded(words), positions };
}

function frontCoded(words) {
  return words
    .map((word, index) => {
      const before = words[index - 1] ?? "";
      let same = 0;
      while (same < 35 && same < word.length && word[same] === before[same]) same++;
      return same.toString(36) + word.slice(same);
    })
    .join(" ");
}

function blockKinds({ attributes = {}, block_types: blocks = {} }) {
  return [
    ...Object.entries(attributes).map(([name, { type }]) => name + attributeKind(type)),
    ...Object.keys(blocks).map((name) => `${name}*`),
  ];
}

function attributeKind(type) {
  if (type === "string") return "s";
  if (type === "bool") return "b";
  if (type === "number") return "n";
  const [kind, of] = Array.isArray(type) ? type : ["object"];
  if (kind === "map") return "m";
  if (kind === "object") return "o";
  return of === "string" ? "l" : "a";
}

function propertyKinds(properties) {
  return Object.entries(properties).map(([name, { type }]) => name + propertyKind(type));
}

function propertyKind(type) {
  switch (type.type) {
    case "string":
    case "date-time":
      return "s";
    case "boolean":
      return "b";
    case "integer":
      return "i";
    case "number":
      return "n";
    case "array":
      return propertyKind(type.element) === "s" ? "l" : "a";
    case "map":
      return "m";
    case "json":
      return "j";
    case "union":
      return "x";
    default:
      return "o";
  }
}

/** What the scalars of a property are, through lists and maps; `undefined` where it holds none. */
function scalarKind(type) {
  switch (type.type) {
    case "string":
    case "date-time":
      return "s";
    case "boolean":
      return "b";
    case "integer":
    case "number":
      return "n";
    case "array":
      return scalarKind(type.element);
    case "map": {
      const of = scalarKind(type.element);
      return of === undefined ? undefined : of.toUpperCase();
    }
    case "json":
      return "j";
    case "union": {
      const kinds = new Set(type.types.map(scalarKind));
      return kinds.size === 1 ? [...kinds][0] : "x";
    }
    default:
      return undefined;
  }
}

/** By name, wherever it stands; of names that mean more than one thing, by resource type as far as that tells. */
function scalarsOf(all) {
  const everywhere = new Map();
  const byResource = new Map();
  for (const [name, properties] of all) {
    const found = new Map();
    collect(properties, found, new Set());
    byResource.set(name, found);
    for (const [property, kinds] of found) {
      for (const kind of kinds) everywhere.set(property, (everywhere.get(property) ?? new Set()).add(kind));
    }
  }
  const byKind = {};
  const mixed = new Set();
  for (const [property, kinds] of [...everywhere].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const kind = kinds.size === 1 ? [...kinds][0] : "x";
    if (kind === "s") continue;
    if (kind === "x") mixed.add(property);
    byKind[kind] = [...(byKind[kind] ?? []), property];
  }
  const told = new Map(
    [...byResource].map(([name, found]) => [
      name,
      [...found].flatMap(([property, kinds]) =>
        mixed.has(property) && kinds.size === 1 && !kinds.has("x") ? [property + [...kinds][0]] : [],
      ),
    ]),
  );
  const { names, positions } = listed([...told.values()].flat());
  return {
    scalars: Object.fromEntries(Object.entries(byKind).map(([kind, list]) => [kind, frontCoded(list)])),
    own: { names, positionsOf: (name) => positions(told.get(name) ?? []) },
  };
}

function collect(properties, found, seen) {
  for (const [name, { type }] of Object.entries(properties)) {
    const kind = scalarKind(type);
    if (kind !== undefined) found.set(name, (found.get(name) ?? new Set()).add(kind));
    for (const id of referencesOf(type)) {
      const definition = definitions.get(id);
      if (definition === undefined || seen.has(id)) continue;
      seen.add(id);
      collect(definition.properties ?? {}, found, seen);
    }
    if (hasTag(type))
      for (const tag of ["Key", "Value"]) found.set(tag, (found.get(tag) ?? new Set()).add("s"));
  }
}

function referencesOf(type) {
  if (type.type === "ref") return [type.reference.$ref];
  if (type.type === "union") return type.types.flatMap(referencesOf);
  return type.element === undefined ? [] : referencesOf(type.element);
}

function hasTag(type) {
  if (type.type === "union") return type.types.some(hasTag);
  return type.type === "tag" || (type.element !== undefined && hasTag(type.element));
}

function sorted(map) {
  return new Map([...map].sort(([a], [b]) => (a < b ? -1 : 1)));
}
