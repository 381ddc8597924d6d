import { type Missing, PartialList, Unknown, type Value } from "../../base/value.ts";

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
