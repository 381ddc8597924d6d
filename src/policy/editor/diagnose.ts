import { readConfiguration } from "../configuration.ts";
import type { World } from "../file.ts";
import { loadPolicies } from "../load.ts";
import type { Mistake } from "../policy.ts";
import { readWaivers } from "../waiver-file.ts";

/** Whether a file is a policy: its name says nothing, and an editor shows files of all kinds. */
export function isPolicy(file: string, text: string): boolean {
  return /\.ya?ml$/.test(file) && /^(?:select|assert)[ \t]*:/m.test(text);
}

/** Everything that loading a file would say of it; nothing for a file that is none of ours. */
export async function diagnose(file: string, text: string, world: World): Promise<readonly Mistake[]> {
  if (/(?:^|\/)eks-policy-gate\.ya?ml$/.test(file)) return readConfiguration(file, text).mistakes;
  if (/(?:^|\/)eks-policy-gate\.waivers\.ya?ml$/.test(file))
    return readWaivers(file, text, undefined).mistakes;
  if (!isPolicy(file, text)) return [];
  return (await loadPolicies([{ file, text }], world)).mistakes;
}
