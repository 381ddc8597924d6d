import { PartialList, Unknown, type Value } from "../../base/value.ts";
import type { Attribute } from "../../source/declaration.ts";
import { concept, type Origin, type Reader } from "../concept.ts";
import type { Reading } from "../graph.ts";
import {
  always,
  asText,
  isShapeless,
  notA,
  orDefault,
  scalarValue,
  text,
  unknownOf,
  written,
} from "../read.ts";
import { missingOf } from "../several.ts";
import { looksLikeCredential } from "./environment-variable.ts";
import { objectFields, objectIdentity } from "./object-fields.ts";
import { objectSuppliers } from "./object-suppliers.ts";
import { isOwnValue, settingsIn } from "./settings-text.ts";

const secretManifest = {
  ...objectIdentity,
  type: orDefault(text("type"), "Opaque"),
  written: keysOf(["data", "stringData"], (value) => isFilled(value)),
} satisfies Readonly<Record<string, Reader>>;

/** Its values are nobody's to see: there is no field for them. */
export const secret = concept({
  name: "Secret",
  doc: "A Kubernetes Secret. Its values are not part of the vocabulary.",
  fields: {
    ...objectFields,
    type: { type: "string", doc: "Its type; `Opaque` where none is written." },
    written: {
      type: "list<string>",
      doc: "The keys whose values are written out in a manifest. None of a Terraform `kubernetes_secret`: its values come from elsewhere, and are in the state.",
    },
  },
  suppliers: objectSuppliers(["v1/Secret"], secretManifest).map((supplier) =>
    supplier.types.includes("kubernetes_secret")
      ? { ...supplier, fields: { ...supplier.fields, written: always([]) } }
      : supplier,
  ),
});

export const configMap = concept({
  name: "ConfigMap",
  doc: "A Kubernetes ConfigMap.",
  fields: {
    ...objectFields,
    keys: { type: "list<string>", doc: "The names of what it holds." },
    credentials: {
      type: "list<string>",
      doc: "The keys whose values have the form of a credential: an AWS access key, a private key, a token, an address with a password.",
    },
    settings: {
      type: "list<string>",
      doc: "The names of the settings whose values are written out in it: keys that hold one line, and `NAME=value` or `name: value` in the lines of longer texts. Not those that are empty, placeholders, paths, ARNs, or merely yes or no.",
    },
  },
  suppliers: objectSuppliers(["v1/ConfigMap"], {
    ...objectIdentity,
    keys: keysOf(["data"], () => true),
    credentials: keysOf(["data"], isCredential),
    settings: settingsOf,
  }),
});

/** A text that is not known may hold any setting. */
function settingsOf({ root }: Origin): Reading {
  const data = root.get("data");
  if (data.state === "unknown") return written(unknownOf(data), data);
  if (isShapeless(data)) return written(notA("a map", data), data);
  const texts = data.entries().map(([key, attribute]) => ({ key, text: scalarValue(attribute, asText) }));
  const names = texts.flatMap(({ key, text }) => (typeof text === "string" ? settingsUnder(key, text) : []));
  const missing = texts.flatMap(({ text }) => (text instanceof Unknown ? text.missing : []));
  const known = [...new Set(names)];
  return named(written(missing.length === 0 ? known : new PartialList(known, new Unknown(missing)), data));
}

function settingsUnder(key: string, text: string): readonly string[] {
  const own = !text.trim().includes("\n") && isOwnValue(text) ? [key] : [];
  return [...own, ...settingsIn(text)];
}

/** The keys of maps whose values are of a kind; a value that is not known may be. */
function keysOf(maps: readonly string[], isWanted: (value: Attribute) => boolean | Unknown) {
  return ({ root }: Origin): Reading => {
    const all = maps.map((map) => root.get(map));
    const place = all.find(({ state }) => state !== "absent") ?? root;
    const open = all.find(({ state }) => state === "unknown");
    if (open !== undefined) return written(unknownOf(open), place);
    const shapeless = all.find(isShapeless);
    if (shapeless !== undefined) return written(notA("a map", shapeless), place);
    const entries = all
      .flatMap((map) => map.entries())
      .map(([key, value]) => ({ key, truth: isWanted(value) }));
    const known = entries.filter(({ truth }) => truth === true).map(({ key }) => key);
    const candidates = entries.filter(({ truth }) => truth instanceof Unknown).map(({ key }) => key);
    const missing = entries.flatMap(({ truth }) => (truth instanceof Unknown ? truth.missing : []));
    if (missing.length === 0) return named(written(known, place));
    const bounds = { atMost: candidates.length, candidates };
    return named(written(new PartialList(known, new Unknown(missing), bounds), place));
  };
}

/** The names of what a manifest keeps secret are none. What Terraform's author marks as secret is so as a whole. */
function named(reading: Reading): Reading {
  return reading.ref.format === "kubernetes" ? { ...reading, sensitive: false } : reading;
}

function isFilled(value: Attribute): boolean | Unknown {
  if (value.state === "unknown") return new Unknown([missingOf(value)]);
  return value.state === "known" && value.json !== "";
}

function isCredential(value: Attribute): boolean | Unknown {
  const text: Value = scalarValue(value, asText);
  return text instanceof Unknown ? text : looksLikeCredential(String(text ?? ""));
}
