import type { LoadOptions, PolicyText } from "../load.ts";
import { loadPolicies } from "../load.ts";
import type { Mistake } from "../policy.ts";
import { configurationShape, policyShape } from "../shape.ts";
import { adviseOn } from "./advice.ts";
import type { Remark } from "./remark.ts";

/** All that is wrong in policy files, and what would make those better that are right; by file and place. */
export async function lintPolicies(
  texts: readonly PolicyText[],
  options: LoadOptions,
): Promise<readonly Remark[]> {
  const { policies, mistakes } = await loadPolicies(texts, options);
  const written = new Map(texts.map(({ file, text }) => [file, text]));
  const advice = policies.flatMap((policy) =>
    adviseOn(policy, written.get(policy.file) ?? "", options.vocabulary),
  );
  return byPlace([...mistakes.map(asRemark), ...advice]);
}

export function asRemark({ at, message }: Mistake): Remark {
  return { kind: "mistake", rule: "mistake", at, message };
}

export function byPlace(remarks: readonly Remark[]): readonly Remark[] {
  return remarks.toSorted(
    ({ at: a }, { at: b }) =>
      compareText(a.file, b.file) || (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0),
  );
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

/** What a file is: by its name where that tells, else by how it begins, so that any file can be named. */
export function fileKind({ file, text }: PolicyText): "policy" | "configuration" | "waivers" {
  const name = file.split("/").at(-1) ?? file;
  if (/^eks-policy-gate\.waivers\.ya?ml$/.test(name)) return "waivers";
  if (/^eks-policy-gate\.ya?ml$/.test(name)) return "configuration";
  const first = /^(?![#\s]|---)\S*/m.exec(text)?.[0] ?? "";
  if (first === "-") return "waivers";
  const keys = [...text.matchAll(/^([a-z][\w-]*):/gm)].map(([, key]) => key ?? "");
  const isOfConfiguration = (key: string) => Object.hasOwn(configurationShape.entries, key);
  const isOfPolicy = (key: string) => Object.hasOwn(policyShape.entries, key) && !isOfConfiguration(key);
  return keys.some(isOfConfiguration) && !keys.some(isOfPolicy) ? "configuration" : "policy";
}
