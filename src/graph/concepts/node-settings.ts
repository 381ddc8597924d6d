import type { Field } from "../concept.ts";
import { number } from "../read.ts";

/** What a node group says itself that a launch template may say, too: the fields of it, and how each format supplies them. */
export const nodeSettingsFields = {
  diskSize: { type: "int?", doc: "The size of the disk of its nodes in GiB; null where nothing is written." },
  maxUnavailable: { type: "int?", doc: "How many of its nodes an update may replace at once." },
  maxUnavailablePercentage: {
    type: "int?",
    doc: "How many percent of its nodes an update may replace at once.",
  },
} as const satisfies Readonly<Record<string, Field>>;

export const terraformNodeSettings = {
  diskSize: number("disk_size"),
  maxUnavailable: number("update_config", 0, "max_unavailable"),
  maxUnavailablePercentage: number("update_config", 0, "max_unavailable_percentage"),
};

export const templateNodeSettings = {
  diskSize: number("DiskSize"),
  maxUnavailable: number("UpdateConfig", "MaxUnavailable"),
  maxUnavailablePercentage: number("UpdateConfig", "MaxUnavailablePercentage"),
};

export const eksctlNodeSettings = {
  diskSize: number("volumeSize"),
  maxUnavailable: number("updateConfig", "maxUnavailable"),
  maxUnavailablePercentage: number("updateConfig", "maxUnavailablePercentage"),
};
