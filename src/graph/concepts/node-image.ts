import { Unknown, type Value } from "../../base/value.ts";
import type { Field, Origin, Reader } from "../concept.ts";
import { derived, isEntity } from "../entity.ts";
import type { Reading } from "../graph.ts";
import { always, orDefault, text } from "../read.ts";
import { beforeOf } from "./cluster-versions.ts";

/** What the nodes of a group run: the fields of it, and how each format supplies them. */
export const nodeImageFields = {
  versionBefore: {
    type: "string?",
    doc: "The Kubernetes minor version it had before the pull request; null where it is new. Only a plan tells it.",
  },
  amiType: {
    type: "string?",
    doc: "The type of its image, `AL2023_x86_64_STANDARD`; null where nothing is written, as in a file of eksctl.",
  },
  amiFamily: {
    type: "string?",
    doc: "`AmazonLinux2023`, `AmazonLinux2`, `Bottlerocket`, `Windows`, `Ubuntu` or `Custom`; null where nothing says.",
    derive: ({ entity }) => {
      const type = entity.reading("amiType") ?? derived(null, entity.ref);
      return { ...type, value: familyOfType(type.value) };
    },
  },
  releaseVersion: {
    type: "string?",
    doc: "The release of its image; null where the newest is taken when it is made.",
  },
  kubernetesVersion: {
    type: "string?",
    doc: "The Kubernetes version its nodes start with: its own, else that of its release of Amazon Linux, else its cluster's.",
    derive: nodeVersion,
  },
} as const satisfies Readonly<Record<string, Field>>;

export const terraformNodeImage = {
  versionBefore: beforeOf("version"),
  amiType: text("ami_type"),
  releaseVersion: text("release_version"),
};

export const templateNodeImage = {
  amiType: text("AmiType"),
  releaseVersion: text("ReleaseVersion"),
};

/** A file of eksctl names a family, and eksctl picks the type for the instances. */
export const eksctlNodeImage = {
  amiType: always(null),
  amiFamily: ((from) => {
    const reading = orDefault(text("amiFamily"), "AmazonLinux2023")(from);
    return typeof reading.value === "string" ? { ...reading, value: familyOf(reading.value) } : reading;
  }) satisfies Reader,
  releaseVersion: text("releaseVersion"),
};

const families = new Map([
  ["AL2023", "AmazonLinux2023"],
  ["AL2", "AmazonLinux2"],
  ["BOTTLEROCKET", "Bottlerocket"],
  ["WINDOWS", "Windows"],
  ["CUSTOM", "Custom"],
]);

function familyOfType(type: Value): Value {
  return typeof type === "string" ? (families.get(type.split("_")[0] ?? "") ?? type) : type;
}

/** eksctl names editions of some families apart: `WindowsServer2022FullContainer`, `Ubuntu2404`. */
function familyOf(name: string): string {
  return /^(Windows|Ubuntu|Bottlerocket)/.exec(name)?.[1] ?? name;
}

function nodeVersion({ entity }: Origin): Reading {
  const version = entity.reading("version") ?? derived(null, entity.ref);
  if (version.value !== null) return version;
  const release = entity.reading("releaseVersion") ?? version;
  if (release.value instanceof Unknown) return release;
  // Releases of other families have numbers of their own.
  const family = entity.get("amiFamily") ?? null;
  const isLinux = family === null || family === "AmazonLinux2" || family === "AmazonLinux2023";
  const minor = typeof release.value === "string" ? /^1\.\d{1,4}(?=\.)/.exec(release.value)?.[0] : undefined;
  if (minor !== undefined && isLinux) return { ...release, value: minor };
  if (minor !== undefined && family instanceof Unknown) return { ...release, value: family };
  const cluster = entity.get("cluster") ?? null;
  if (cluster instanceof Unknown) return { ...version, value: cluster };
  return { ...version, value: isEntity(cluster) ? (cluster.get("version") ?? null) : null };
}
