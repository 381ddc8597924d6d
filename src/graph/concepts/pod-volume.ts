import type { Value } from "../../base/value.ts";
import { concept, type Reader } from "../concept.ts";
import { derived } from "../entity.ts";
import { text, unknownOf } from "../read.ts";

const kinds = [
  "hostPath",
  "emptyDir",
  "configMap",
  "secret",
  "projected",
  "downwardAPI",
  "persistentVolumeClaim",
  "ephemeral",
  "csi",
  "nfs",
  "awsElasticBlockStore",
  "image",
];

export const podVolumeFields = {
  name: text("name"),
  kind: (({ root }) => {
    const blocks = kinds.map((kind) => ({ kind, block: root.get(kind) }));
    const there = blocks.find(({ block }) => block.state === "known");
    const open = blocks.find(({ block }) => block.state === "unknown");
    const value: Value = there?.kind ?? (open === undefined ? "other" : unknownOf(open.block));
    return derived(value, root.ref);
  }) satisfies Reader,
  path: text("hostPath", "path"),
  claim: text("persistentVolumeClaim", "claimName"),
  driver: text("csi", "driver"),
};

export const podVolume = concept({
  name: "Volume",
  doc: "A volume of a workload's pods.",
  fields: {
    name: { type: "string", doc: "Its name." },
    kind: {
      type: "string",
      doc: "What it is: `hostPath`, `emptyDir`, `persistentVolumeClaim`, `csi` ...; `other` for rare ones.",
    },
    path: { type: "string?", doc: "The directory or file of the node that it is; null for other kinds." },
    claim: { type: "string?", doc: "The name of its PersistentVolumeClaim; null for other kinds." },
    driver: { type: "string?", doc: "The CSI driver that provides it; null for other kinds." },
  },
});
