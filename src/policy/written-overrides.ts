import type { Override } from "./override.ts";
import { enforcements, enforcementsAndOff, severities } from "./shape.ts";
import type { SourceText } from "./text.ts";
import { member, type Node, plain, type ScalarNode } from "./yaml.ts";

/** The overrides of a map from ids or globs to what changes, in the order they are written. */
export function readOverrides(source: SourceText, node: Node | undefined): readonly Override[] {
  return (node?.kind === "map" ? node.entries : []).map(({ key, value }) => readOverride(source, key, value));
}

/** What `change` says about the policies that `name` means. */
export function readOverride(source: SourceText, name: ScalarNode, change: Node): Override {
  const params = member(change, "params");
  return {
    policies: name.text,
    at: source.place(name.start, name.end),
    params: (params?.kind === "map" ? params.entries : []).map((param) => ({
      name: param.key.text,
      value: plain(param.value),
      at: source.place(param.value.start, param.value.end),
    })),
    enforcement: wordOf(change, "enforcement", enforcementsAndOff),
    unresolved: wordOf(change, "unresolved", enforcements),
    severity: wordOf(change, "severity", severities),
  };
}

function wordOf<Word extends string>(node: Node, key: string, words: readonly Word[]): Word | undefined {
  const value = member(node, key);
  return value?.kind === "scalar" ? words.find((word) => word === value.text) : undefined;
}
