import { constructFromEvents, EVENT_ID, type Event, YAMLException } from "js-yaml";
import { Failure } from "../../base/failure.ts";
import type { Json } from "../declaration.ts";
import { deepest, nestedTooDeeply } from "../depth.ts";
import { isList, isObject } from "../plain.ts";
import { type YamlEvents, yamlEvents } from "./events.ts";
import { readOrdinary } from "./ordinary.ts";
import { schemaOf } from "./schema.ts";

/**
 * How a file is read. A template refuses duplicate keys, as CloudFormation does, and so does a strict
 * document (eksctl's). In a manifest the last one counts, as it does for kubectl.
 */
export type Dialect = "manifest" | "strict" | "template";

const mostValues = 1_000_000;

/**
 * The documents of a YAML file, empty ones included (as `null`), so that their positions in the list are
 * the document numbers of references. Throws `Failure("unreadable")` at the line and column of the mistake.
 */
export function loadYaml(text: string, file: string, dialect: Dialect): readonly Json[] {
  const ordinary = readOrdinary(text);
  if (ordinary !== undefined) return ordinary;
  return loadAnyYaml(text, file, dialect);
}

/** The same by js-yaml alone. */
export function loadAnyYaml(text: string, file: string, dialect: Dialect): readonly Json[] {
  try {
    const parsed = yamlEvents(text);
    const documents = construct(parsed, dialect);
    if (parsed.events.some(isAlias)) refuseBomb(documents, file);
    return documents;
  } catch (error) {
    throw error instanceof YAMLException ? asFailure(error, file) : error;
  }
}

/** js-yaml builds exactly what JSON holds under our schemas; its own signature says `unknown`. */
function construct({ events, text: source }: YamlEvents, dialect: Dialect): readonly Json[] {
  const schema = schemaOf(dialect === "template" ? "template" : "manifest");
  const documents = constructFromEvents(events, { source, schema, json: dialect === "manifest" });
  return documents.map((document) => (document === undefined ? null : (document as Json)));
}

function isAlias(event: Event): boolean {
  return event.type === EVENT_ID.ALIAS;
}

/** Aliases share what they point at, so a small file can stand for billions of values. */
function refuseBomb(documents: readonly Json[], file: string): void {
  const sizes = new Map<Json, number>();
  const heights = new Map<Json, number>();
  const size = (value: Json): number => {
    if (typeof value !== "object" || value === null) return 1;
    const counted = sizes.get(value);
    if (counted !== undefined) return counted;
    sizes.set(value, Number.POSITIVE_INFINITY); // what contains itself has no end
    const members = isList(value) ? value : isObject(value) ? Object.values(value) : [];
    const total = members.reduce<number>((sum, member) => sum + size(member), 1);
    const height = members.reduce<number>((most, member) => Math.max(most, heights.get(member) ?? 0), 0) + 1;
    heights.set(value, height);
    sizes.set(value, total);
    return total;
  };
  const sizesOfAll = documents.map(size);
  if (documents.some((document) => (heights.get(document) ?? 0) > deepest)) {
    throw new Failure("unreadable", nestedTooDeeply, { at: { file } });
  }
  if (sizesOfAll.every((values) => values <= mostValues)) return;
  throw new Failure(
    "unreadable",
    `its aliases expand to more than ${mostValues.toLocaleString("en")} values`,
    {
      at: { file },
      hint: "write the repeated parts out, or leave the file out with `exclude`",
    },
  );
}

/** The same words for YAML and JSON. */
export const duplicateKey = "this key is already there in the same map";

function asFailure(error: YAMLException, file: string): Failure {
  const { mark } = error;
  const at = mark === undefined ? { file } : { file, line: mark.line + 1, column: mark.column + 1 };
  const message =
    error.reason === "duplicated mapping key"
      ? duplicateKey
      : `this is not valid YAML: ${withoutQuotes(error.reason)}`;
  return new Failure("unreadable", message, { at });
}

/** A password that begins with `*` or `!` reads as an alias or a tag, and the reason would quote it. */
function withoutQuotes(reason: string): string {
  return reason
    .replace(/ ".*"(?= |$)/s, "")
    .replace(/ !<.*>/s, "")
    .replace(/: .*$/s, "");
}
