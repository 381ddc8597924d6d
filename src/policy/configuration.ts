import * as v from "valibot";
import { Failure } from "../base/failure.ts";
import type { Place } from "../base/place.ts";
import { didYouMean } from "../base/suggest.ts";
import { type ClusterGlobs, clusterMistakes } from "./clusters.ts";
import { foreignSet } from "./foreign.ts";
import type { Override } from "./override.ts";
import type { Enforcement, Mistake } from "./policy.ts";
import {
  clusterShape,
  configurationShape,
  inlineWaivers,
  overrideShape,
  waiverSettingsShape,
} from "./shape.ts";
import type { SourceText } from "./text.ts";
import { shapeMistakes, unknownKeys } from "./validate.ts";
import { usualWaivers, type WaiverSettings } from "./waiver-settings.ts";
import { readOverrides } from "./written-overrides.ts";
import { type MapNode, member, type Node, plain, readYaml } from "./yaml.ts";

/** What `.github/eks-policy-gate.yaml` says. */
export interface Configuration {
  /** Sets and folders of policies in the order they are written; `undefined` where nothing is said. */
  readonly policies: readonly PolicySource[] | undefined;
  readonly overrides: readonly Override[];
  /** Globs of files that are never input. */
  readonly exclude: readonly string[];
  /** Files that say what accounts already have, relative to the root of the repository. */
  readonly inventories: readonly string[];
  /** Which files describe which cluster. */
  readonly clusters: readonly ClusterGlobs[];
  /** What an unresolved finding does where neither a policy nor an override says so. */
  readonly unresolved: Enforcement | undefined;
  /** Whether only what a change causes counts against it, where it is compared; `undefined` where nothing is said. */
  readonly newOnly: boolean | undefined;
  readonly waivers: WaiverSettings;
}

/** A packaged set by name, a set of others, or a folder or file relative to the root of the repository. */
export interface PolicySource {
  readonly kind: "set" | "foreign" | "path";
  readonly name: string;
  readonly at: Place;
}

/** The sets that come with the gate: what each changes is in `policies/sets`. */
export const policySets: readonly string[] = ["recommended", "strict", "seeds", "none"];

export const noConfiguration: Configuration = {
  policies: undefined,
  overrides: [],
  exclude: [],
  inventories: [],
  clusters: [],
  unresolved: undefined,
  newOnly: undefined,
  waivers: usualWaivers,
};

/** Reads a configuration and reports everything that is wrong in it. An empty file is an empty configuration. */
export function readConfiguration(
  file: string,
  text: string,
): { readonly configuration: Configuration; readonly mistakes: readonly Mistake[] } {
  const { source, root, mistakes } = readYaml(file, text);
  if (root === undefined || (root.kind === "scalar" && root.value === null)) {
    return { configuration: noConfiguration, mistakes };
  }
  const shape = v.safeParse(configurationShape, plain(root));
  const all: readonly Mistake[] = [
    ...mistakes,
    ...(root.kind === "map" ? unknownEverywhere(source, root) : []),
    ...shapeMistakes(source, root, shape.issues),
    ...clusterMistakes(source, member(root, "clusters")),
  ];
  if (root.kind !== "map" || !shape.success) return { configuration: noConfiguration, mistakes: all };
  const { output } = shape;
  const sources = policySources(source, member(root, "policies"));
  return {
    configuration: {
      policies: member(root, "policies") === undefined ? undefined : sources.policies,
      overrides: readOverrides(source, member(root, "override")),
      exclude: output.sources?.exclude ?? [],
      inventories: output.inventory ?? [],
      clusters: clusters(output.clusters),
      unresolved: output.gate?.unresolved,
      newOnly: output.gate?.["new-only"],
      waivers: waiverSettings(source, member(root, "waivers")),
    },
    mistakes: [...all, ...sources.mistakes],
  };
}

function unknownEverywhere(source: SourceText, root: Node): readonly Mistake[] {
  const { sources, gate } = configurationShape.entries;
  const each = member(root, "override");
  const clusters = member(root, "clusters");
  return [
    ...unknownKeys(source, root, Object.keys(configurationShape.entries)),
    ...["sources", "gate", "clusters", "override"].flatMap((key) => listWhereMap(source, root, key)),
    ...unknownKeys(source, member(root, "sources"), Object.keys(sources.wrapped.entries)),
    ...unknownKeys(source, member(root, "gate"), Object.keys(gate.wrapped.entries)),
    ...unknownKeys(source, member(root, "waivers"), Object.keys(waiverSettingsShape.entries)),
    ...(each?.kind === "map" ? each.entries : []).flatMap(({ value }) =>
      (value.kind === "list" ? value.items : [value]).flatMap((change) =>
        unknownKeys(source, change, Object.keys(overrideShape.entries)),
      ),
    ),
    ...(clusters?.kind === "map" ? clusters.entries : []).flatMap(({ value }) =>
      unknownKeys(source, value, Object.keys(clusterShape.entries)),
    ),
  ];
}

/** `waivers: file`, or a map of settings. */
function waiverSettings(source: SourceText, node: Node | undefined): WaiverSettings {
  const file = node?.kind === "scalar" ? node : member(node, "file");
  const inline = member(node, "inline");
  const approval = member(node, "require-owner-approval");
  return {
    file: file?.kind === "scalar" ? { name: file.text, at: source.place(file.start, file.end) } : undefined,
    inline:
      inlineWaivers.find((word) => inline?.kind === "scalar" && word === inline.text) ?? usualWaivers.inline,
    requireOwnerApproval: approval?.kind === "scalar" && approval.value === true,
  };
}

function clusters(given: v.InferOutput<typeof configurationShape>["clusters"]): readonly ClusterGlobs[] {
  return Object.entries(given ?? {}).map(([cluster, globs]) => ({
    cluster,
    manifests: globs?.manifests ?? [],
    terraform: globs?.terraform ?? [],
    cloudformation: globs?.cloudformation ?? [],
    eksctl: globs?.eksctl ?? [],
  }));
}

function policySources(
  source: SourceText,
  node: Node | undefined,
): { readonly policies: readonly PolicySource[]; readonly mistakes: readonly Mistake[] } {
  const mistakes: Mistake[] = [];
  const policies = (node?.kind === "list" ? node.items : []).flatMap((item): readonly PolicySource[] => {
    if (item.kind === "map") return foreignSources(source, item, mistakes);
    if (item.kind !== "scalar") return [];
    const at = source.place(item.start, item.end);
    if (/^(?:github|npm):/.test(item.text)) return foreignSource(item.text, at, mistakes);
    if (policySets.includes(item.text)) return [{ kind: "set", name: item.text, at }];
    if (/[./]/.test(item.text)) return [{ kind: "path", name: item.text, at }];
    mistakes.push({
      at,
      message:
        `there is no set \`${item.text}\`${didYouMean(item.text, policySets)}; ` +
        `sets are ${policySets.join(", ")}, and a folder begins with \`./\``,
    });
    return [];
  });
  return { policies, mistakes };
}

/** A list passes for a map without keys. */
function listWhereMap(source: SourceText, root: Node, key: string): readonly Mistake[] {
  const node = member(root, key);
  return node?.kind === "list"
    ? [{ at: source.place(node.start), message: `\`${key}\` must be a map, not a list` }]
    : [];
}

/** `- github: acme/eks-policies@v3` is what `- github:acme/eks-policies@v3` is. */
function foreignSources(source: SourceText, item: MapNode, mistakes: Mistake[]): readonly PolicySource[] {
  return item.entries.flatMap(({ key, value }) => {
    if (value.kind !== "scalar") return [];
    return foreignSource(`${key.text}:${value.text}`, source.place(value.start, value.end), mistakes);
  });
}

function foreignSource(name: string, at: Place, mistakes: Mistake[]): readonly PolicySource[] {
  try {
    return foreignSet(name) === undefined ? [] : [{ kind: "foreign", name, at }];
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    mistakes.push({ at, message: error.message });
    return [];
  }
}
