import type { Node } from "jsonc-parser";
import { jsonTree, propertiesOf, spanOf } from "./json-tree.ts";
import type { Attribute, Block, Body } from "./scan.ts";

/**
 * The blocks of a `.tf.json` file, as `scanHcl` gives those of a `.tf` file. What is nested in one is an attribute:
 * only a provider's schema tells a block from an attribute there. The header of a block is its last label.
 */
export function scanJson(text: string): Body {
  const root = jsonTree(text);
  const blocks = (root === undefined ? [] : objectsIn(root)).flatMap((object) =>
    propertiesOf(object).flatMap(({ key, value }) => {
      const type = String(key.value);
      return blocksIn(type, labelCounts.get(type) ?? 0, [key], value);
    }),
  );
  return { attributes: new Map(), blocks };
}

const labelCounts: ReadonlyMap<string, number> = new Map([
  ["resource", 2],
  ["data", 2],
  ["ephemeral", 2],
  ["module", 1],
  ["variable", 1],
  ["output", 1],
  ["provider", 1],
  ["check", 1],
]);

/** `names` are the type and the labels that were passed so far; each label is a level of objects. */
function blocksIn(type: string, labels: number, names: readonly Node[], node: Node): readonly Block[] {
  return objectsIn(node).flatMap((object) => {
    if (labels > 0) {
      return propertiesOf(object).flatMap(({ key, value }) =>
        isComment(key) ? [] : blocksIn(type, labels - 1, [...names, key], value),
      );
    }
    const [, ...labelled] = names.map(({ value }) => String(value));
    const last = names.at(-1) ?? object;
    return [{ type, labels: labelled, header: spanOf(last), attributes: attributesOf(object), blocks: [] }];
  });
}

function attributesOf(object: Node): ReadonlyMap<string, Attribute> {
  const attributes = new Map<string, Attribute>();
  for (const { key, value } of propertiesOf(object)) {
    if (!isComment(key)) {
      attributes.set(String(key.value), { name: spanOf(key), value: spanOf(value), json: true });
    }
  }
  return attributes;
}

/** Wherever a block may stand, a list of them may. */
function objectsIn(node: Node): readonly Node[] {
  const nodes = node.type === "array" ? (node.children ?? []) : [node];
  return nodes.filter(({ type }) => type === "object");
}

function isComment(key: Node): boolean {
  return key.value === "//";
}
