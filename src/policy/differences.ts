import type { Value } from "../base/value.ts";
import type { LoadedPolicy } from "./file.ts";
import { applyOverrides } from "./override.ts";
import type { Enforcement, EnforcementOrOff } from "./policy.ts";
import type { PolicySet } from "./set.ts";

/** What a set does with one policy. */
export interface UnderSet {
  readonly set: string;
  readonly enforcement: EnforcementOrOff;
  /** How that is not what the policy's own file says, as sentences without a subject; empty where it is the same. */
  readonly differences: readonly string[];
  readonly because: readonly string[];
}

/** For every policy by its id what each set does with it. The policies are those of the files. */
export async function underSets(
  policies: readonly LoadedPolicy[],
  sets: readonly PolicySet[],
): Promise<ReadonlyMap<string, readonly UnderSet[]>> {
  const under = await Promise.all(sets.map((set) => underSet(policies, set)));
  return new Map(policies.map(({ id }, index) => [id, under.flatMap((each) => each[index] ?? [])]));
}

async function underSet(policies: readonly LoadedPolicy[], set: PolicySet): Promise<readonly UnderSet[]> {
  let changed = policies;
  const because = policies.map((): string[] => []);
  for (const change of set.changes) {
    const next = (await applyOverrides(changed, [change], undefined)).policies;
    next.forEach((policy, index) => {
      const before = changed[index];
      if (before !== undefined && differences(before, policy).length > 0)
        because[index]?.push(change.because);
    });
    changed = next;
  }
  return policies.map((policy, index) => {
    const after = changed[index] ?? policy;
    return {
      set: set.name,
      enforcement: setting(after),
      differences: differences(policy, after),
      because: because[index] ?? [],
    };
  });
}

/** What a policy is set to. */
export function setting({ isOff, enforcement }: LoadedPolicy): EnforcementOrOff {
  return isOff ? "off" : enforcement;
}

/** What a finding does, as a verb. */
export const does: Readonly<Record<EnforcementOrOff, string>> = {
  deny: "blocks",
  warn: "warns",
  audit: "is only counted",
  off: "is not asked for",
};

function differences(before: LoadedPolicy, after: LoadedPolicy): readonly string[] {
  const open = (enforcement: Enforcement) => `${does[enforcement]} where it cannot be told`;
  return [
    ...(setting(before) === setting(after) ? [] : [does[setting(after)]]),
    ...(before.unresolved === after.unresolved || after.isOff ? [] : [open(after.unresolved)]),
    ...(before.severity === after.severity ? [] : [`is ${after.severity}`]),
    ...[...after.params]
      .filter(([name, value]) => !isSame(before.params.get(name), value))
      .map(([name, value]) => `has \`${name}\` = \`${JSON.stringify(value)}\``),
  ];
}

function isSame(a: Value | undefined, b: Value): boolean {
  return a !== undefined && JSON.stringify(a) === JSON.stringify(b);
}
