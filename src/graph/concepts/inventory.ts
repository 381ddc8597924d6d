import { Unknown } from "../../base/value.ts";
import type { Declared, Reader } from "../concept.ts";

/** What an inventory says; where it says nothing, that is not known: things that exist have no defaults. */
export function told(reader: Reader): Reader {
  return (from) => {
    const reading = reader(from);
    if (reading.origin !== "default") return reading;
    const attribute = [from.entity.resource, reading.ref.path.at(-1)].join(".");
    const missing = { attribute, reason: "not in the inventory", ref: reading.ref };
    return { ...reading, value: new Unknown([missing]) };
  };
}

/** Where an inventory was made: what it tells is of this account and this Region. */
export interface Whereabouts {
  readonly account: string | undefined;
  readonly region: string | undefined;
}

/** Where the file of an inventory says that its things are. */
export function whereaboutsOf(account: Declared): Whereabouts {
  return { account: textOf(account.get("id")), region: textOf(account.get("region")) };
}

/** Where something is, as far as it says so itself: by its ARN, its Region, or eksctl's `metadata`. */
export function ownWhereabouts({ declaration: { root } }: Declared): Whereabouts {
  const arn = root.get("arn").json;
  const [, , , region, account] = typeof arn === "string" ? arn.split(":") : [];
  const written = [root.get("region"), root.get("metadata", "region")].map(({ json }) => textOf(json));
  return { account: filled(account), region: filled(region) ?? written.find((each) => each !== undefined) };
}

/** Whether two places are certainly not the same. */
export function isElsewhere(one: Whereabouts, other: Whereabouts): boolean {
  const differs = (a: string | undefined, b: string | undefined) =>
    a !== undefined && b !== undefined && a !== b;
  return differs(one.account, other.account) || differs(one.region, other.region);
}

function textOf(value: unknown): string | undefined {
  return typeof value === "string" ? filled(value) : undefined;
}

function filled(text: string | undefined): string | undefined {
  return text === "" ? undefined : text;
}
