import { Failure } from "../base/failure.ts";
import { locate } from "../locate/locate.ts";
import { type FileOptions, unwaived } from "../locate/waivers/apply.ts";
import type { Settings } from "../policy/settings.ts";
import type { Sources } from "../source/sources.ts";
import { changeOf } from "../verdict/compare.ts";
import { worstFirst } from "../verdict/decide.ts";
import type { Finding, PolicyChange } from "../verdict/finding.ts";
import { hear } from "./hear.ts";
import { asFailure, type Loaded, load } from "./load.ts";
import type { GateOptions, Proposal } from "./options.ts";

export async function loadProposal({ settings }: Proposal): Promise<Loaded | Failure> {
  return settings instanceof Failure ? settings : load(settings);
}

/** What the policies that the change brings would say of it, beside those that judge it. */
export async function propose(
  { settings, files }: Proposal,
  loaded: Loaded | Failure,
  findings: readonly Finding[],
  sources: Sources,
  options: GateOptions,
): Promise<PolicyChange> {
  const { tree, now } = options;
  if (settings instanceof Failure || loaded instanceof Failure || loaded.mistakes.length > 0) {
    const failures =
      settings instanceof Failure
        ? [settings]
        : loaded instanceof Failure
          ? [loaded]
          : loaded.mistakes.map(asFailure);
    return { files, added: [], removed: [], failures };
  }
  const { judged } = await hear(loaded, settings, sources, now);
  const left = unwaived(judged.findings, listOf(settings, loaded, sources, options));
  const { added, removed } = changeOf(findings, left);
  const located = (some: readonly Finding[]) => worstFirst(locate(some, tree, sources));
  return { files, added: located(added), removed: located(removed), failures: [] };
}

/** What the file of waivers is judged by. */
export function listOf(
  { configuration, waivers: texts }: Settings,
  { waivers }: Loaded,
  { declarations }: Sources,
  { now }: GateOptions,
): FileOptions {
  return { settings: configuration.waivers, texts, waivers, declarations, now };
}
