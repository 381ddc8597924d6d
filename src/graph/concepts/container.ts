import { readQuantity } from "../../base/quantity.ts";
import { PartialList, Unknown, type Value } from "../../base/value.ts";
import type { Attribute, Declaration } from "../../source/declaration.ts";
import { concept, type Origin, type Part, type Reader } from "../concept.ts";
import { derived } from "../entity.ts";
import { together } from "../link.ts";
import {
  asNumber,
  computed,
  firstOf,
  flag,
  isShapeless,
  notA,
  number,
  orDefault,
  records,
  scalarValue,
  text,
  texts,
  unknownOf,
  written,
} from "../read.ts";
import { anyNumber, blocksOf, mapAt } from "../several.ts";
import { confinement, confinementFields } from "./container-confinement.ts";
import { environmentVariable } from "./environment-variable.ts";
import { sharedTag } from "./image.ts";
import { objectSuppliers } from "./object-suppliers.ts";
import { podSpec, podTemplate } from "./pod-template.ts";
import { probePorts } from "./probe-ports.ts";
import { every, told } from "./truth.ts";
import { workloadKinds } from "./workload-kinds.ts";

const bytesPerGib = 1024 ** 3;

const manifest = {
  name: text("name"),
  image: text("image"),
  args: together(texts("command"), texts("args")),
  init: ({ part, root }) => derived(part.marks?.list === "initContainers", root.ref),
  sidecar: (from) => {
    const isInit = from.part.marks?.list === "initContainers";
    const policy = text("restartPolicy")(from);
    return { ...policy, value: every([isInit, told(policy.value, (value) => value === "Always")]) };
  },
  pullPolicy: text("imagePullPolicy"),
  cpuRequest: requested("cpu"),
  cpuLimit: text("resources", "limits", "cpu"),
  memoryRequest: requested("memory"),
  memoryLimit: text("resources", "limits", "memory"),
  ephemeralStorage: requested("ephemeral-storage"),
  resources: ({ root }) => {
    const asked = [root.get("resources", "requests"), root.get("resources", "limits")];
    return written(namesOf(asked), asked.find(({ state }) => state !== "absent") ?? root.get("resources"));
  },
  privileged: orDefault(flag("securityContext", "privileged"), false),
  allowsPrivilegeEscalation: orDefault(flag("securityContext", "allowPrivilegeEscalation"), true),
  runsAsNonRoot: orDefault(
    firstOf(flag("securityContext", "runAsNonRoot"), ofItsPod(flag("runAsNonRoot"))),
    false,
  ),
  runAsUser: firstOf(number("securityContext", "runAsUser"), ofItsPod(number("runAsUser"))),
  readOnlyRoot: orDefault(flag("securityContext", "readOnlyRootFilesystem"), false),
  addedCapabilities: texts("securityContext", "capabilities", "add"),
  droppedCapabilities: texts("securityContext", "capabilities", "drop"),
  seccompProfile: firstOf(
    text("securityContext", "seccompProfile", "type"),
    ofItsPod(text("seccompProfile", "type")),
  ),
  ...confinement,
  procMount: orDefault(text("securityContext", "procMount"), "Default"),
  hostProcess: orDefault(
    firstOf(
      flag("securityContext", "windowsOptions", "hostProcess"),
      ofItsPod(flag("windowsOptions", "hostProcess")),
    ),
    false,
  ),
  hostPorts: ({ root }) => written(hostPortsOf(root.get("ports")), root.get("ports")),
  liveness: isWritten("livenessProbe"),
  readiness: isWritten("readinessProbe"),
  startup: isWritten("startupProbe"),
  probePorts,
  sameProbes: ({ root }) =>
    written(sameBlock(root.get("livenessProbe"), root.get("readinessProbe")), root.get("livenessProbe")),
  env: records("EnvironmentVariable", environmentVariable, "env"),
} satisfies Readonly<Record<string, Reader>>;

export const container = concept({
  name: "Container",
  doc: "A container of a workload's pods.",
  fields: {
    name: { type: "string", doc: "Its name." },
    image: { type: "string?", doc: "Its image: `registry.example/shop/web:1.4`." },
    tag: {
      type: "string?",
      doc: "The tag of its image: `latest` where none is written, null where it is given by its digest.",
      derive: computed((get) => sharedTag(get("image"))),
    },
    args: { type: "list<string>", doc: "What it is started with: its command and its arguments." },
    init: { type: "bool", doc: "Whether it is an init container." },
    sidecar: { type: "bool", doc: "Whether it is an init container that keeps running." },
    pullPolicy: { type: "string?", doc: "When its image is pulled; null where the tag decides." },
    cpuRequest: { type: "string?", doc: "The CPU it asks for; its limit where only that is written." },
    cpuLimit: { type: "string?", doc: "The most CPU it may use." },
    memoryRequest: { type: "string?", doc: "The memory it asks for; its limit where only that is written." },
    memoryLimit: { type: "string?", doc: "The most memory it may use." },
    ephemeralStorage: { type: "string?", doc: "The ephemeral storage it asks for." },
    cpu: {
      type: "double",
      doc: "The CPU it asks for, in cores; 0 where it asks for none.",
      derive: amount("cpuRequest", 1),
    },
    memory: {
      type: "double",
      doc: "The memory it asks for, in GiB; 0 where it asks for none.",
      derive: amount("memoryRequest", bytesPerGib),
    },
    resources: {
      type: "list<string>",
      doc: "The names of everything it asks for or is limited in: `cpu`, `nvidia.com/gpu`.",
    },
    privileged: { type: "bool", doc: "Whether it is privileged." },
    allowsPrivilegeEscalation: {
      type: "bool",
      doc: "Whether its processes may gain more privileges than they start with; they may by default.",
    },
    runsAsNonRoot: {
      type: "bool",
      doc: "Whether it is refused to start as root, by its own security context or the pod's.",
    },
    runAsUser: { type: "int?", doc: "The user it runs as, by its own security context or the pod's." },
    readOnlyRoot: { type: "bool", doc: "Whether its root file system is read-only." },
    addedCapabilities: { type: "list<string>", doc: "The Linux capabilities it adds." },
    droppedCapabilities: { type: "list<string>", doc: "The Linux capabilities it drops." },
    seccompProfile: { type: "string?", doc: "The type of its seccomp profile, its own or the pod's." },
    ...confinementFields,
    procMount: { type: "string", doc: "How /proc is mounted: `Default` or `Unmasked`." },
    hostProcess: { type: "bool", doc: "Whether it is a Windows HostProcess container." },
    hostPorts: { type: "list<int>", doc: "The ports of the node it takes." },
    liveness: { type: "bool", doc: "Whether it has a liveness probe." },
    readiness: { type: "bool", doc: "Whether it has a readiness probe." },
    startup: { type: "bool", doc: "Whether it has a startup probe." },
    probePorts: { type: "list<int>", doc: "The ports its probes connect to." },
    sameProbes: { type: "bool", doc: "Whether its liveness and readiness probes are written alike." },
    env: { type: "list<EnvironmentVariable>", doc: "Its environment variables." },
  },
  suppliers: objectSuppliers(workloadKinds, manifest, containersOf),
});

/** The containers of a workload, init containers included. A list that is not known stands for any number. */
function containersOf(object: Part, { owner }: Declaration): readonly Part[] {
  const pod = podSpec(object.root);
  const annotations = mapAt(podTemplate(object.root), "metadata", "annotations");
  return ["containers", "initContainers"].flatMap((list) =>
    blocksOf(pod.get(list), list).map((member): Part => {
      const name = member.root.get("name").json;
      const doubts = [...(object.count?.missing ?? []), ...(member.count?.missing ?? [])];
      return {
        root: member.root,
        key: object.key === "" ? member.key : `${object.key}.${member.key}`,
        resource: `${object.resource ?? owner}/${typeof name === "string" ? name : member.key}`,
        aspects: { podSecurity: mapAt(pod, "securityContext"), annotations },
        marks: { workload: object.key, list },
        ...(doubts.length === 0 ? {} : { count: anyNumber(doubts) }),
      };
    }),
  );
}

function ofItsPod(reader: Reader): Reader {
  return (from: Origin) => reader({ ...from, root: from.part.aspects?.podSecurity ?? from.root.get("none") });
}

/** What is only limited is asked for up to the limit. */
function requested(resource: string): Reader {
  return firstOf(text("resources", "requests", resource), text("resources", "limits", resource));
}

function namesOf(maps: readonly Attribute[]): Value {
  const open = maps.find(({ state }) => state === "unknown");
  if (open !== undefined) return unknownOf(open);
  const shapeless = maps.find(isShapeless);
  if (shapeless !== undefined) return notA("a map", shapeless);
  return [...new Set(maps.flatMap((map) => map.entries().map(([name]) => name)))];
}

function amount(field: string, unit: number): Reader {
  return ({ entity, root }) => {
    const quantity = entity.get(field);
    if (typeof quantity !== "string") return derived(quantity instanceof Unknown ? quantity : 0, root.ref);
    const nano = readQuantity(quantity);
    const missing = { attribute: `${entity.resource}.${field}`, reason: "not a quantity", ref: root.ref };
    return derived(nano === undefined ? new Unknown([missing]) : Number(nano) / 1e9 / unit, root.ref);
  };
}

/** A port that is not known may or may not be one of the node's. */
function hostPortsOf(ports: Attribute): Value {
  if (ports.state === "unknown") return unknownOf(ports);
  if (isShapeless(ports)) return notA("a list", ports);
  const taken = ports.items().map((port) => scalarValue(port.get("hostPort"), asNumber));
  const known = taken.filter((port) => typeof port === "number" && port !== 0);
  const open = taken.filter((port) => port instanceof Unknown);
  if (open.length === 0) return known;
  const why = new Unknown(open.flatMap(({ missing }) => missing));
  return new PartialList(known, why, { atMost: open.length });
}

function isWritten(block: string): Reader {
  return ({ root }) => {
    const probe = root.get(block);
    return written(probe.state === "unknown" ? unknownOf(probe) : probe.state === "known", probe);
  };
}

function sameBlock(one: Attribute, other: Attribute): Value {
  const open = [one, other].find(({ state }) => state === "unknown");
  if (open !== undefined) return unknownOf(open);
  if (one.state === "absent" || other.state === "absent") return false;
  if (one.json === undefined || other.json === undefined)
    return new Unknown(
      [one, other].flatMap((each) => (each.json === undefined ? unknownOf(each).missing : [])),
    );
  return JSON.stringify(one.json) === JSON.stringify(other.json);
}
