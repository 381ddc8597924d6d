import { PartialList, Unknown, type Value } from "../../base/value.ts";
import type { Attribute } from "../../source/declaration.ts";
import type { Reader } from "../concept.ts";
import { asNumber, asText, notA, scalarValue, unknownOf, written } from "../read.ts";

const probes = ["livenessProbe", "readinessProbe", "startupProbe"];
const connecting = ["httpGet", "tcpSocket", "grpc"];

/** The ports of a container that its probes connect to; a port may be given by its name among the container's. */
export const probePorts: Reader = ({ root }) => {
  const blocks = probes.map((probe) => root.get(probe));
  const open = blocks.filter(({ state }) => state === "unknown").map(unknownOf);
  const ports = blocks
    .flatMap((probe) => connecting.map((way) => probe.get(way)))
    .flatMap((way): readonly Value[] => {
      if (way.state === "absent") return [];
      return [way.state === "unknown" ? unknownOf(way) : portAt(way.get("port"), root.get("ports"))];
    });
  const known = [...new Set(ports.filter((port) => typeof port === "number"))];
  const missing = [...open, ...ports.filter((port) => port instanceof Unknown)].flatMap(
    (each) => each.missing,
  );
  const place = blocks.find(({ state }) => state !== "absent") ?? root.get("readinessProbe");
  if (missing.length === 0) return written(known, place);
  return written(
    new PartialList(known, new Unknown(missing), { atMost: probes.length * connecting.length }),
    place,
  );
};

function portAt(port: Attribute, ports: Attribute): Value {
  const written = scalarValue(port, asText);
  if (typeof written !== "string") return written ?? notA("a port", port);
  const number = scalarValue(port, asNumber);
  return typeof number === "number" ? number : portNamed(written, port, ports);
}

function portNamed(name: string, port: Attribute, ports: Attribute): Value {
  if (ports.state === "unknown") return unknownOf(ports);
  const named = ports.items().find((each) => each.get("name").json === name);
  if (named === undefined) return notA("a port of the container", port);
  return scalarValue(named.get("containerPort"), asNumber) ?? notA("a port", port);
}
