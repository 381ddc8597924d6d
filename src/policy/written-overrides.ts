import type { Override } from "./override.ts";
import { enforcements, severities } from "./shape.ts";
import { readEnforcement } from "./stage.ts";
import type { SourceText } from "./text.ts";
import { member, type Node, plain, type ScalarNode } from "./yaml.ts";

/** The overrides of a map from ids or globs to what changes, or to a list of that, in the order they are written. */
export function readOverrides(source: SourceText, node: Node | undefined): readonly Override[] {
  return (node?.kind === "map" ? node.entries : []).flatMap(({ key, value }) =>
    (value.kind === "list" ? value.items : [value]).map((change) => readOverride(source, key, change)),
  );
}

/** What `change` says about the policies that `name` means. */
export function readOverride(source: SourceText, name: ScalarNode, change: Node): Override {
  const params = member(change, "params");
  const paths = member(change, "paths");
  return {
    policies: name.text,
    at: source.place(name.start, name.end),
    params: (params?.kind === "map" ? params.entries : []).map((param) => ({
      name: param.key.text,
      value: plain(param.value),
      at: source.place(param.value.start, param.value.end),
    })),
    ...(paths?.kind === "list" ? { paths: paths.items.flatMap((path) => textOf(path)) } : {}),
    ...readEnforcement(member(change, "enforcement")),
    unresolved: wordOf(change, "unresolved", enforcements),
    severity: wordOf(change, "severity", severities),
  };
}

function textOf(node: Node): readonly string[] {
  return node.kind === "scalar" ? [node.text] : [];
}

function wordOf<Word extends string>(node: Node, key: string, words: readonly Word[]): Word | undefined {
  const value = member(node, key);
  return value?.kind === "scalar" ? words.find((word) => word === value.text) : undefined;
}
