import type { Path } from "../../base/place.ts";
import type { Field, Reader } from "../concept.ts";
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
  diskSize: positive("disk_size"),
  maxUnavailable: positive("update_config", 0, "max_unavailable"),
  maxUnavailablePercentage: positive("update_config", 0, "max_unavailable_percentage"),
};

export const templateNodeSettings = {
  diskSize: positive("DiskSize"),
  maxUnavailable: positive("UpdateConfig", "MaxUnavailable"),
  maxUnavailablePercentage: positive("UpdateConfig", "MaxUnavailablePercentage"),
};

export const eksctlNodeSettings = {
  diskSize: positive("volumeSize"),
  maxUnavailable: positive("updateConfig", "maxUnavailable"),
  maxUnavailablePercentage: positive("updateConfig", "maxUnavailablePercentage"),
};

/** Where nothing is said, the provider reads back a zero. */
function positive(...path: Path): Reader {
  return (from) => {
    const reading = number(...path)(from);
    return reading.value === 0 ? { ...reading, value: null } : reading;
  };
}
