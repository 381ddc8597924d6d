import type { Path } from "../../base/place.ts";
import { Unknown } from "../../base/value.ts";
import type { Field, Origin, Reader } from "../concept.ts";
import { derived } from "../entity.ts";
import type { Reading } from "../graph.ts";
import { one } from "../link.ts";
import { always, number, texts } from "../read.ts";
import { ownWhereabouts } from "./inventory.ts";
import { clusterLogRetention } from "./log-group.ts";

/** What protects what a cluster keeps and logs: the fields of it, and how each format supplies them. */
export const clusterProtectionFields = {
  region: {
    type: "string",
    doc: "The Region it is in, where it says so itself: by its ARN, or as eksctl and new providers have it.",
    derive: ownRegion,
  },
  encryptionKey: {
    type: "KmsKey?",
    doc: "The key of the customer that its secrets are encrypted with; null where AWS's own key does it alone.",
  },
  encryptedResources: {
    type: "list<string>",
    doc: "What `encryptionKey` encrypts; EKS knows `secrets`, which is also what is meant where none is written.",
  },
  logRetentionDays: {
    type: "int?",
    doc: "For how many days the logs of its control plane are kept; null for ever.",
    derive: clusterLogRetention,
  },
} as const satisfies Readonly<Record<string, Field>>;

export const terraformClusterProtection = {
  encryptionKey: one("KmsKey", "encryption_config", 0, "provider", 0, "key_arn"),
  encryptedResources: secretsOr("encryption_config", 0, "resources"),
};

export const templateClusterProtection = {
  encryptionKey: one("KmsKey", "EncryptionConfig", 0, "Provider", "KeyArn"),
  encryptedResources: secretsOr("EncryptionConfig", 0, "Resources"),
};

export const cdkClusterProtection = {
  encryptionKey: one("KmsKey", "Config", "encryptionConfig", 0, "provider", "keyArn"),
  encryptedResources: secretsOr("Config", "encryptionConfig", 0, "resources"),
};

export const eksctlClusterProtection = {
  encryptionKey: one("KmsKey", "secretsEncryption", "keyARN"),
  encryptedResources: always(["secrets"]),
  logRetentionDays: number("cloudWatch", "clusterLogging", "logRetentionInDays"),
};

function secretsOr(...path: Path): Reader {
  return (from) => {
    const reading = texts(...path)(from);
    return reading.origin === "default" ? { ...reading, value: ["secrets"] } : reading;
  };
}

function ownRegion({ entity }: Origin): Reading {
  const { region } = ownWhereabouts(entity);
  const missing = { attribute: `${entity.resource}.region`, reason: "not written", ref: entity.ref };
  return derived(region ?? new Unknown([missing]), entity.ref);
}
