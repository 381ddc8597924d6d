import { type Fields, type Missing, PartialList, Unknown, type Value } from "../../base/value.ts";

/** What is known of a list: its certain members, and what else may be in it. */
export interface Members {
  readonly known: readonly Value[];
  readonly doubtful: {
    readonly candidates: readonly Value[];
    /** Whether nothing but the candidates can be in it besides. */
    readonly bounded: boolean;
    readonly missing: readonly Missing[];
  };
}

export function members(list: Value): Members {
  if (list instanceof PartialList) {
    const bounded = list.candidates !== undefined || list.atMost === 0;
    const doubtful = { candidates: list.candidates ?? [], bounded, missing: list.why.missing };
    return { known: list.items, doubtful };
  }
  if (list instanceof Unknown) {
    return { known: [], doubtful: { candidates: [], bounded: false, missing: list.missing } };
  }
  return { known: Array.isArray(list) ? list : [], doubtful: { candidates: [], bounded: true, missing: [] } };
}

/** Whether a list has such a member, as far as its members are known. */
export function some(list: Value, isWanted: (member: Value) => boolean): boolean | Unknown {
  const { known, doubtful } = members(list);
  if (known.some(isWanted)) return true;
  const unknowns = known.filter((member) => member instanceof Unknown);
  if (unknowns.length === 0 && doubtful.bounded && !doubtful.candidates.some(mayBe(isWanted))) return false;
  return new Unknown([...unknowns.flatMap((unknown) => unknown.missing), ...doubtful.missing]);
}

function mayBe(isWanted: (member: Value) => boolean): (member: Value) => boolean {
  return (member) => member instanceof Unknown || isWanted(member);
}

/** Whether a value has named fields: an entity or a group of values. */
export function isFields(value: Value | undefined): value is Fields {
  return typeof value === "object" && value !== null && "concept" in value;
}
