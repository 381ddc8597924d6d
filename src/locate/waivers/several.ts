import type { Waiver } from "../../policy/waiver.ts";
import type { Declaration } from "../../source/declaration.ts";

/**
 * Why a waiver means more than one resource, where it does: what several files declare under one address, such as two
 * environments of one stack, has to be told apart before somebody answers for it. What is in one file alone today may
 * be in two tomorrow, so the declarations decide and not the findings.
 */
export function ambiguity(
  waivers: readonly Waiver[],
  declarations: readonly Declaration[],
): (waiver: Waiver) => string | undefined {
  const files = new Map<string, Set<string>>();
  const asked = waivers.filter(({ match, file }) => match === "exact" && file === undefined);
  for (const { resource } of asked) for (const name of namesIn(resource)) files.set(name, new Set());
  for (const { owner, file } of asked.length === 0 ? [] : declarations) files.get(owner)?.add(file);
  return (waiver) => {
    if (waiver.match === "glob" || waiver.file !== undefined) return undefined;
    const several = namesIn(waiver.resource).find((name) => (files.get(name)?.size ?? 0) > 1);
    if (several === undefined) return undefined;
    const [first, second] = [...(files.get(several) ?? [])].sort();
    return `\`${several}\` is in \`${first}\` and in \`${second}\`; say with \`file\` which is meant`;
  };
}

/** An address, and what it may be a part of: `prod/workers` of `prod`, `aws_security_group.lb ingress[0]` of the group. */
function namesIn(resource: string): readonly string[] {
  const ends = [...resource.matchAll(/[ /]/g)].map(({ index }) => index);
  return [resource, ...ends.map((end) => resource.slice(0, end))];
}
