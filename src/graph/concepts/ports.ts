import type { Fields, Value } from "../../base/value.ts";
import { concept } from "../concept.ts";
import { record } from "../entity.ts";

const highest = 65535;

export const portRange = concept({
  name: "PortRange",
  doc: "The ports of a rule, from first to last. Protocols without ports, and all protocols together, have all of them.",
  fields: {
    first: { type: "int", doc: "The lowest port." },
    last: { type: "int", doc: "The highest port." },
    all: { type: "bool", doc: "Whether it is every port." },
  },
  methods: [
    {
      signature: "contains(int): bool",
      doc: "Whether a port is in it.",
      call: (self, port) => {
        const { first, last } = bounds(self);
        return typeof port === "number" && first <= port && port <= last;
      },
    },
  ],
});

/** Ports from first to last. */
export function ports(first: number, last: number): Fields {
  return record("PortRange", { first, last, all: first <= 0 && last >= highest });
}

export const everyPort: Fields = ports(0, highest);

/** The first and last port of a `PortRange`. */
export function bounds(range: Value): { readonly first: number; readonly last: number } {
  const read = (field: string) =>
    typeof range === "object" && range !== null && "get" in range ? range.get(field) : 0;
  const [first, last] = [read("first"), read("last")];
  return { first: typeof first === "number" ? first : 0, last: typeof last === "number" ? last : highest };
}
