import type { Place } from "../base/place.ts";
import { didYouMean } from "../base/suggest.ts";
import type { Value } from "../base/value.ts";
import type { LoadedPolicy } from "./file.ts";
import { misfit, parameterValue } from "./parameters.ts";
import {
  defaultUnresolved,
  type Enforcement,
  type EnforcementOrOff,
  type Mistake,
  type Severity,
} from "./policy.ts";

/** What a configuration changes about policies. */
export interface Override {
  /** An id, or a glob over `family/id`: `workloads/*`. */
  readonly policies: string;
  readonly at: Place;
  readonly params: readonly { readonly name: string; readonly value: unknown; readonly at: Place }[];
  readonly enforcement: EnforcementOrOff | undefined;
  readonly unresolved: Enforcement | undefined;
  readonly severity: Severity | undefined;
}

/** Applies overrides in the order they are written: where two change the same thing, the later wins. */
export async function applyOverrides(
  policies: readonly LoadedPolicy[],
  overrides: readonly Override[],
  unresolved: Enforcement | undefined,
): Promise<{ readonly policies: readonly LoadedPolicy[]; readonly mistakes: readonly Mistake[] }> {
  const mistakes: Mistake[] = [];
  let changed = policies.map((policy) => withDefault(policy, unresolved));
  for (const override of overrides) {
    const meant = await matcher(override.policies);
    const targets = changed.filter(meant);
    if (targets.length === 0) mistakes.push(noTarget(override, policies));
    mistakes.push(...paramMistakes(override, targets));
    changed = changed.map((policy) => (meant(policy) ? applied(policy, override) : policy));
  }
  return { policies: changed, mistakes };
}

function withDefault(policy: LoadedPolicy, unresolved: Enforcement | undefined): LoadedPolicy {
  if (unresolved === undefined || policy.saysUnresolved) return policy;
  return { ...policy, unresolved: policy.enforcement === "audit" ? "audit" : unresolved };
}

async function matcher(pattern: string): Promise<(policy: LoadedPolicy) => boolean> {
  const [, whole] = /^([\w-]+)\/\*$/.exec(pattern) ?? [];
  if (whole !== undefined) return ({ family }) => family === whole;
  if (!/[*?[{]/.test(pattern)) return ({ id, family }) => pattern === id || pattern === `${family}/${id}`;
  const { minimatch } = await import("minimatch");
  return ({ id, family }) => minimatch(`${family}/${id}`, pattern) || minimatch(id, pattern);
}

function applied(policy: LoadedPolicy, override: Override): LoadedPolicy {
  const enforcement = override.enforcement === "off" ? undefined : override.enforcement;
  return {
    ...policy,
    isOff: override.enforcement === undefined ? policy.isOff : override.enforcement === "off",
    enforcement: enforcement ?? policy.enforcement,
    unresolved: override.unresolved ?? unresolvedUnder(policy, enforcement),
    severity: override.severity ?? policy.severity,
    params:
      override.params.length === 0
        ? policy.params
        : new Map([...policy.params, ...fitting(policy, override)]),
  };
}

/** Who only counts violations does not want to be warned of what could be one; the reverse restores the warning. */
function unresolvedUnder(policy: LoadedPolicy, enforcement: Enforcement | undefined): Enforcement {
  if (enforcement === "audit") return "audit";
  if (enforcement === undefined || policy.saysUnresolved || policy.enforcement !== "audit")
    return policy.unresolved;
  return defaultUnresolved(enforcement);
}

function fitting(policy: LoadedPolicy, override: Override): readonly [string, Value][] {
  return override.params.flatMap(({ name, value }) => {
    const parameter = policy.parameters.find((each) => each.name === name);
    if (parameter === undefined || misfit(parameter.type, value) !== undefined) return [];
    return [[name, parameterValue(value) ?? null] satisfies [string, Value]];
  });
}

function noTarget(override: Override, policies: readonly LoadedPolicy[]): Mistake {
  const names = policies.map(({ id }) => id);
  return {
    at: override.at,
    message: `no policy is called \`${override.policies}\`${didYouMean(override.policies, names)}`,
  };
}

/** A parameter must be one of some policy the override means, and fit every policy that has it. */
function paramMistakes(override: Override, targets: readonly LoadedPolicy[]): readonly Mistake[] {
  if (targets.length === 0) return [];
  return override.params.flatMap(({ name, value, at }) => {
    const declared = targets.flatMap(({ parameters }) =>
      parameters.filter((parameter) => parameter.name === name),
    );
    if (declared.length === 0) {
      const names = targets.flatMap(({ parameters }) => parameters.map((parameter) => parameter.name));
      return [
        { at, message: `\`${override.policies}\` has no parameter \`${name}\`${didYouMean(name, names)}` },
      ];
    }
    const wanted = declared.map(({ type }) => misfit(type, value)).find((each) => each !== undefined);
    return wanted === undefined ? [] : [{ at, message: `\`${name}\` must be ${wanted}` }];
  });
}
