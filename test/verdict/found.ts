import type { Expression } from "../../src/expr/expression.ts";
import type { Policy } from "../../src/policy/policy.ts";
import type { LocatedFinding } from "../../src/verdict/finding.ts";

const always: Expression = {
  text: "true",
  type: "bool",
  evaluate: () => true,
  explain: () => ({ value: true, reads: [], items: [], variables: [] }),
  observed: () => always,
  tell: () => ({ text: "true", value: true, given: [], isIdle: false, children: [], more: 0 }),
};

/** A finding that is like any other but for what is given. */
export function finding(given: Partial<LocatedFinding> & { readonly id?: string } = {}): LocatedFinding {
  const policy: Policy = {
    id: given.id ?? "a",
    family: "f",
    file: "f/a.yaml",
    title: "t",
    severity: "high",
    enforcement: "warn",
    unresolved: "warn",
    select: "Group",
    when: undefined,
    each: undefined,
    let: [],
    assert: always,
    message: [],
    at: undefined,
    suggest: undefined,
    params: new Map(),
    parameters: [],
    why: "",
    fix: "",
    sources: [],
  };
  return {
    policy,
    outcome: "violated",
    severity: "high",
    enforcement: "warn",
    concept: "Group",
    resource: "g",
    message: "",
    missing: [],
    refs: [],
    trail: [],
    place: { file: "main.tf", line: 1 },
    ...given,
  };
}
