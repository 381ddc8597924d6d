import { PartialList, Unknown, type Value } from "../../base/value.ts";
import type { Field, Reader } from "../concept.ts";
import { derived, isEntity } from "../entity.ts";
import { firstOf, number, text } from "../read.ts";
import { isFields, members } from "./members.ts";

/** How many pods a node of a group may have, by what the kubelet is told. */
export const nodePods = {
  maxPods: {
    type: "int?",
    doc: "The most pods that the kubelet of its nodes is told to take, by the group itself or the user data of its launch template; null where nothing tells it.",
    derive: ({ entity, part }) => {
      const template = entity.get("launchTemplate") ?? null;
      return (
        (isEntity(template) ? template.reading("maxPods") : undefined) ?? derived(template, part.root.ref)
      );
    },
  },
} as const satisfies Readonly<Record<string, Field>>;

export const eksctlMaxPods: Reader = firstOf(
  number("maxPodsPerNode"),
  number("kubeletExtraConfig", "maxPods"),
);

/** The most pods that user data tells the kubelet to take: as a flag, in a NodeConfig, or in Bottlerocket's settings. */
export function maxPodsIn(...path: readonly string[]): Reader {
  return (from) => {
    const reading = text(...path)(from);
    if (typeof reading.value !== "string") return reading;
    const most = mostPods(readable(reading.value));
    if (most !== undefined) return { ...reading, value: most };
    const missing = {
      attribute: [from.entity.resource, ...path].join("."),
      reason: "not read in full",
      ref: reading.ref,
    };
    return { ...reading, value: new Unknown([missing]) };
  };
}

const mention = /max-?pods/i;
const told = /(?:--max-pods[= ]|\bmax-?pods["']?\s*[:=])\s*["']?(\d{1,6})\b/gi;
/** Tells whether the number is worked out, not which it is. */
const switches = /--?use-max-pods(?:[= ]+["']?(?:true|false)["']?)?/gi;

/** Null where nothing is told, `undefined` where that cannot be told. */
function mostPods(data: string | undefined): number | null | undefined {
  if (data === undefined) return undefined;
  const rest = data.replace(switches, "");
  if (!mention.test(rest)) return null;
  const numbers = new Set([...rest.matchAll(told)].map(([, most]) => Number(most)));
  const [only] = numbers;
  return numbers.size === 1 && !mention.test(rest.replace(told, "")) ? only : undefined;
}

/** User data is written in base64, or as it is. What is packed besides cannot be read. */
function readable(data: string): string | undefined {
  const isBase64 = /^[A-Za-z0-9+/\s]+={0,2}\s*$/.test(data);
  const text = isBase64 ? Buffer.from(data, "base64").toString("utf8") : data;
  return /[\0\uFFFD]/.test(text) || /Content-Transfer-Encoding:\s*base64/i.test(text) ? undefined : text;
}

const cni = "vpc-cni";
const setting = "ENABLE_PREFIX_DELEGATION";
const given = new RegExp(`${setting}["']?\\s*:\\s*["']?(true|false)`, "i");

/**
 * Whether the VPC CNI of a cluster gives out prefixes, by the settings of its add-on. Without the add-on nothing says
 * how it is set, or whether it is used at all; but eksctl installs it as it is.
 */
export const prefixDelegation: Reader = ({ declaration, entity, part }) => {
  const { known, doubtful } = members(entity.get("addons") ?? []);
  const [own] = known.filter((addon) => isFields(addon) && addon.get("name") === cni);
  if (isFields(own)) return derived(settingOf(own.get("configuration") ?? null), part.root.ref);
  const others = [
    ...doubtful.missing,
    ...known.flatMap((addon) => (isFields(addon) ? unknownName(addon.get("name")) : [])),
  ];
  const switched = declaration.root.get("addonsConfig", "disableDefaultAddons");
  const isDefault = declaration.format === "eksctl" && switched.state !== "unknown" && switched.json !== true;
  if (isDefault && others.length === 0) return derived(false, part.root.ref);
  const missing = {
    attribute: `${entity.resource} ${cni}`,
    reason: "not in anything that was read",
    ref: entity.ref,
  };
  return derived(new Unknown([...others, missing]), part.root.ref);
};

function unknownName(name: Value | undefined) {
  return name instanceof Unknown ? name.missing : [];
}

function settingOf(configuration: Value): Value {
  if (configuration instanceof Unknown || configuration instanceof PartialList) return configuration;
  if (typeof configuration !== "string" || !configuration.includes(setting)) return false;
  const value = given.exec(configuration)?.[1];
  if (value !== undefined) return value.toLowerCase() === "true";
  return new Unknown([{ attribute: setting, reason: "not written as true or false" }]);
}
