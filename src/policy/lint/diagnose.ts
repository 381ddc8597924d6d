import { readConfiguration } from "../configuration.ts";
import type { World } from "../file.ts";
import { readWaivers } from "../waiver-file.ts";
import { asRemark, lintPolicies } from "./lint.ts";
import type { Remark } from "./remark.ts";

/** Whether a file is a policy: its name says nothing, and an editor shows files of all kinds. */
export function isPolicy(file: string, text: string): boolean {
  return /\.ya?ml$/.test(file) && /^(?:select|assert)[ \t]*:/m.test(text);
}

/** Everything that is to say of a file while it is written; nothing of one that is none of ours. */
export async function diagnose(file: string, text: string, world: World): Promise<readonly Remark[]> {
  if (/(?:^|\/)eks-policy-gate\.ya?ml$/.test(file))
    return readConfiguration(file, text).mistakes.map(asRemark);
  if (/(?:^|\/)eks-policy-gate\.waivers\.ya?ml$/.test(file)) {
    return readWaivers(file, text, undefined).mistakes.map(asRemark);
  }
  return isPolicy(file, text) ? lintPolicies([{ file, text }], world) : [];
}
