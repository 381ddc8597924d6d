import { Unknown, type Value } from "../../base/value.ts";
import type { Field, Origin, Reader } from "../concept.ts";
import { derived, isEntity } from "../entity.ts";
import { flag, orDefault } from "../read.ts";

/** What nodes answer to whoever asks their metadata service, where a launch template or eksctl says it. */
export const nodeMetadataFields = {
  httpTokens: {
    type: "string?",
    doc: "`required` where the metadata service of its nodes wants tokens (IMDSv2); null where EKS and the image decide.",
    derive: ofTemplate("httpTokens"),
  },
  hopLimit: {
    type: "int?",
    doc: "How many network hops an answer of the metadata service may take; null where EKS and the image decide. Pods are one hop further than their node.",
    derive: ofTemplate("hopLimit"),
  },
} as const satisfies Readonly<Record<string, Field>>;

/** eksctl asks for tokens, and lets answers take the second hop, unless it is told otherwise. */
export const eksctlNodeMetadata = {
  httpTokens: unlessTemplate("httpTokens", decided("disableIMDSv1", true, ["required", "optional"])),
  hopLimit: unlessTemplate("hopLimit", decided("disablePodIMDS", false, [1, 2])),
};

function ofTemplate(field: string): Reader {
  return ({ entity, part }) => {
    const template = entity.get("launchTemplate") ?? null;
    if (!isEntity(template)) return derived(template, part.root.ref);
    return template.reading(field) ?? derived(null, part.root.ref);
  };
}

function unlessTemplate(field: string, reader: Reader): Reader {
  return (from: Origin) => {
    const template = from.entity.get("launchTemplate") ?? null;
    return template === null ? reader(from) : ofTemplate(field)(from);
  };
}

function decided(name: string, usually: boolean, [yes, no]: readonly [Value, Value]): Reader {
  return (from) => {
    const reading = orDefault(flag(name), usually)(from);
    if (reading.value instanceof Unknown) return reading;
    return { ...reading, value: reading.value === true ? yes : no };
  };
}
