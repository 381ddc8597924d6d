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
  type Stage,
} from "./policy.ts";
import { onDay } from "./stage.ts";

/** What a configuration changes about policies. */
export interface Override {
  /** An id, or a glob over `family/id`: `workloads/*`. */
  readonly policies: string;
  readonly at: Place;
  readonly params: readonly { readonly name: string; readonly value: unknown; readonly at: Place }[];
  /** Globs of the files whose findings it is about, where it is not about all. */
  readonly paths?: readonly string[];
  readonly enforcement?: EnforcementOrOff | undefined;
  readonly stage?: Stage | undefined;
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
    mistakes.push(...paramMistakes(override, targets), ...pathMistakes(override));
    const apply = override.paths === undefined ? applied : await appliedElsewhere(override.paths);
    changed = changed.map((policy) => (meant(policy) ? apply(policy, override) : policy));
  }
  return { policies: changed, mistakes };
}

/** Whether there is any policy that it is about. */
export async function hasTarget(override: Override, policies: readonly LoadedPolicy[]): Promise<boolean> {
  return policies.some(await matcher(override.policies));
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
    stage: override.enforcement === undefined ? policy.stage : override.stage,
    unresolved: override.unresolved ?? unresolvedUnder(policy, enforcement),
    severity: override.severity ?? policy.severity,
    params:
      override.params.length === 0
        ? policy.params
        : new Map([...policy.params, ...fitting(policy, override)]),
  };
}

async function appliedElsewhere(paths: readonly string[]): Promise<typeof applied> {
  const holds = await pathMatcher(paths);
  return (policy, { enforcement, stage, unresolved, severity }) => {
    if (enforcement === "off") return policy;
    const change = { holds, enforcement, stage, unresolved, severity };
    return { ...policy, elsewhere: [...(policy.elsewhere ?? []), change] };
  };
}

/** A glob without a slash means a name at any depth, as in `exclude`; a folder means all that is below it. */
async function pathMatcher(globs: readonly string[]): Promise<(file: string) => boolean> {
  const { Minimatch } = await import("minimatch");
  const matchers = globs.flatMap((glob) => {
    const pattern = glob.replace(/^\.\//, "").replace(/\/+$/, "");
    const options = { dot: true, matchBase: !pattern.includes("/"), nocomment: true, nonegate: true };
    return [
      new Minimatch(pattern, options),
      new Minimatch(`${pattern}/**`, { ...options, matchBase: false }),
    ];
  });
  return (file) => matchers.some((matcher) => matcher.match(file));
}

/** What the policies do on a day: what is staged has begun, or is still to come. */
export function onThatDay<Asked extends LoadedPolicy>(
  policies: readonly Asked[],
  now: string,
): readonly Asked[] {
  return policies.map((policy) => {
    const begun = onDay(policy, now);
    const elsewhere = policy.elsewhere?.map((change) => {
      const enforcement = onDay(change, now);
      return enforcement === undefined ? change : { ...change, enforcement, stage: undefined };
    });
    if (begun === undefined && elsewhere === undefined) return policy;
    return {
      ...policy,
      ...(elsewhere === undefined ? {} : { elsewhere }),
      ...(begun === undefined
        ? {}
        : { enforcement: begun, stage: undefined, unresolved: unresolvedUnder(policy, begun) }),
    };
  });
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

/** By path only what a finding does may differ: what a policy asks, it asks once. */
function pathMistakes({ paths, params, enforcement, at, policies }: Override): readonly Mistake[] {
  if (paths === undefined) return [];
  return [
    ...(params.length === 0 ? [] : [{ at, message: `\`params\` of \`${policies}\` cannot differ by path` }]),
    ...(enforcement === "off"
      ? [{ at, message: `\`${policies}\` cannot be \`off\` by path; use \`audit\`` }]
      : []),
  ];
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
