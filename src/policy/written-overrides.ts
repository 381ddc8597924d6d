import type { Override } from "./override.ts";
import { enforcements, enforcementsAndOff, severities } from "./shape.ts";
import type { SourceText } from "./text.ts";
import { member, type Node, plain } from "./yaml.ts";

/** The overrides of a map from ids or globs to what changes, in the order they are written. */
export function readOverrides(source: SourceText, node: Node | undefined): readonly Override[] {
  return (node?.kind === "map" ? node.entries : []).map(({ key, value }) => {
    const params = member(value, "params");
    return {
      policies: key.text,
      at: source.place(key.start, key.end),
      params: (params?.kind === "map" ? params.entries : []).map((param) => ({
        name: param.key.text,
        value: plain(param.value),
        at: source.place(param.value.start, param.value.end),
      })),
      enforcement: wordOf(value, "enforcement", enforcementsAndOff),
      unresolved: wordOf(value, "unresolved", enforcements),
      severity: wordOf(value, "severity", severities),
    };
  });
}

function wordOf<Word extends string>(node: Node, key: string, words: readonly Word[]): Word | undefined {
  const value = member(node, key);
  return value?.kind === "scalar" ? words.find((word) => word === value.text) : undefined;
}
