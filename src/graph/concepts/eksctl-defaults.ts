import type { Path } from "../../base/place.ts";
import { PartialList, Unknown, type Value } from "../../base/value.ts";
import type { Attribute } from "../../source/declaration.ts";
import type { Reader } from "../concept.ts";
import { asFlag, firstOf, flag, number, orDefault, scalarValue, text, texts, unknownOf } from "../read.ts";
import { missingOf } from "../several.ts";

/*
 * What eksctl does where a file says nothing, as its sources have it (`pkg/apis/eksctl.io/v1alpha5/defaults.go`,
 * `validation.go`) and https://docs.aws.amazon.com/eks/latest/eksctl/ says.
 */

const nodes = 2;
const type = "m5.large";
const logs = ["api", "audit", "authenticator", "controllerManager", "scheduler"];

const desired = number("desiredCapacity");
const smallest = number("minSize");

/** A group that is told one size has it from the start to the end. */
export const eksctlSizes = {
  minSize: orDefault(firstOf(smallest, desired), nodes),
  desiredSize: orDefault(firstOf(desired, smallest), nodes),
  maxSize: ((from) => {
    const written = number("maxSize")(from);
    if (written.origin !== "default") return written;
    const reading = orDefault(firstOf(desired, smallest), nodes)(from);
    // A managed group that starts empty must be able to have a node.
    const isEmpty = reading.value === 0 && from.part.marks?.kind === "managed";
    return isEmpty ? { ...reading, value: 1 } : reading;
  }) satisfies Reader,
};

export const eksctlInstanceTypes: Reader = (from) => {
  const reading = firstOf(
    texts("instancesDistribution", "instanceTypes"),
    texts("instanceTypes"),
    texts("instanceType"),
  )(from);
  if (reading.origin !== "default") return reading;
  const other = ["instanceSelector", "launchTemplate"].map((name) => from.root.get(name)).find(isWritten);
  if (other === undefined) return { ...reading, value: [type] };
  const missing = { ...missingOf(other), reason: "what picks the instance types, which was not read" };
  return { ...reading, ref: other.ref, value: new Unknown([missing]) };
};

const keys = ["publicKeyName", "publicKeyPath", "publicKey"];

/** A key is enough, unless SSH is told to be off. */
export const eksctlSsh: Reader = (from) => {
  const allowed = flag("ssh", "allow")(from);
  if (allowed.origin !== "default") return allowed;
  const written = keys.map((key) => from.root.get("ssh", key)).filter(isWritten);
  const [known] = written.filter(({ state }) => state === "known");
  const [open] = written;
  if (known !== undefined) return { ...allowed, ref: known.ref, value: true };
  return { ...allowed, value: open === undefined ? false : unknownOf(open) };
};

export const eksctlSshKey: Reader = firstOf(
  text("ssh", "publicKeyName"),
  text("ssh", "publicKeyPath"),
  text("ssh", "publicKey"),
);

/** One word stands for all types of logs. */
export const eksctlLogTypes: Reader = (from) => {
  const reading = texts("cloudWatch", "clusterLogging", "enableTypes")(from);
  if (!Array.isArray(reading.value)) return reading;
  const written: readonly Value[] = reading.value;
  if (written.some((each) => each === "*" || each === "all")) return { ...reading, value: logs };
  const missing = written.flatMap((each) => (each instanceof Unknown ? each.missing : []));
  if (missing.length === 0) return reading;
  const known = written.filter((each) => !(each instanceof Unknown));
  return { ...reading, value: new PartialList(known, new Unknown(missing)) };
};

/** Whether a cluster is private in all its parts: then eksctl makes no public subnets and no public endpoint. */
export function isPrivateCluster(root: Attribute): Value {
  return scalarValue(root.get("privateCluster", "enabled"), asFlag) ?? false;
}

export const eksctlPublicEndpoint = endpoint(["vpc", "clusterEndpoints", "publicAccess"], {
  usually: true,
  ofPrivate: false,
});

export const eksctlPrivateEndpoint = endpoint(["vpc", "clusterEndpoints", "privateAccess"], {
  usually: false,
  ofPrivate: true,
});

function endpoint(
  path: Path,
  { usually, ofPrivate }: { readonly usually: boolean; readonly ofPrivate: boolean },
): Reader {
  return (from) => {
    const reading = orDefault(flag(...path), usually)(from);
    const isPrivate = isPrivateCluster(from.root);
    if (isPrivate === false || reading.value === ofPrivate) return reading;
    return { ...reading, value: isPrivate instanceof Unknown ? isPrivate : ofPrivate };
  };
}

function isWritten({ state, json }: Attribute): boolean {
  return state === "unknown" || (state === "known" && json !== "");
}
