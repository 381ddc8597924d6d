import { readConfiguration } from "../policy/configuration.ts";
import { filesIn } from "../policy/files.ts";

/** Where a configuration is looked for. */
export const configurationFiles: readonly string[] = [
  ".github/eks-policy-gate.yaml",
  ".github/eks-policy-gate.yml",
];

/** The folder of a team's own policies: the first that the configuration names, or else the usual one. */
export function ownPolicies(
  root: string,
  config: string | undefined,
): { readonly folder: string; readonly isNamed: boolean } {
  const files = filesIn(root);
  const file = config ?? configurationFiles.find((usual) => files.has(usual));
  if (file === undefined || !files.has(file)) return { folder: "policies", isNamed: false };
  const { configuration } = readConfiguration(file, files.text(file));
  const named = (configuration.policies ?? []).find(
    ({ kind, name }) => kind === "path" && !/\.ya?ml$/.test(name),
  );
  const folder = named?.name.replace(/^\.\//, "").replace(/\/+$/, "");
  return folder === undefined || !/^\w/.test(folder)
    ? { folder: "policies", isNamed: false }
    : { folder, isNamed: true };
}
