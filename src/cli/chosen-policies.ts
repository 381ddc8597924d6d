import { Failure } from "../base/failure.ts";
import { filesIn } from "../policy/files.ts";
import type { PolicyText } from "../policy/load.ts";
import { readSettings, type Settings } from "../policy/settings.ts";
import { packagedOptions, settingsOptions } from "./options.ts";

/** Which policies an author means. */
export interface Choice {
  readonly packaged: boolean;
  readonly config?: string | undefined;
  readonly paths: readonly string[];
}

/**
 * The files of policies that are named; else those of one's own that the configuration names, or those that come with
 * the gate. The settings beside them are those of the configuration, without its policies.
 */
export function chosenPolicies({ packaged, config, paths }: Choice): {
  readonly policies: readonly PolicyText[];
  readonly settings: Settings;
} {
  if (packaged) {
    const settings = readSettings(packagedOptions());
    return { policies: settings.policies.filter((each): each is PolicyText => "text" in each), settings };
  }
  const settings = readSettings(
    settingsOptions({ policies: ["none"], ...(config === undefined ? {} : { config }) }),
  );
  const named = (settings.configuration.policies ?? []).flatMap(({ kind, name }) =>
    kind === "path" ? [name] : [],
  );
  const files = filesIn(process.cwd());
  const absent = paths.find((path) => !files.has(path));
  if (absent !== undefined) {
    throw new Failure("usage", `there is no \`${absent}\``, {
      hint: "name a folder of policies or one policy file",
    });
  }
  const policies = (paths.length > 0 ? paths : named).flatMap((path) => [...files.policies(path)]);
  return { policies: [...new Map(policies.map((policy) => [policy.file, policy])).values()], settings };
}

/** There is nothing to work on. */
export function noPolicies(command: string): Failure {
  return new Failure("usage", `there are no policies of your own to ${command}`, {
    hint: `name files or folders, as in \`eks-policy-gate ${command} policies\`, or add \`--packaged\` for those of the gate`,
  });
}
