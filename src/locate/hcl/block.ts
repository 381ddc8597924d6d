import type { Path } from "../../base/place.ts";
import type { Attribute as Planned } from "../../source/declaration.ts";
import { agreement } from "../../source/hcl/agreement.ts";
import type { Block } from "../../source/hcl/scan.ts";
import type { Span } from "../../source/span.ts";
import { type Node, spanAt } from "../node.ts";
import { expressionNode } from "./expression.ts";

/** Where in a block an attribute is written, and how many steps of its path led there. */
export interface Found {
  readonly span: Span;
  readonly depth: number;
}

/**
 * The attribute at a path, or else the innermost block around it that is written. `planned` is the value the plan
 * gives this block: sets of blocks have no order in a plan, so the block is recognised by its literals.
 */
export function findInBlock(
  text: string,
  block: Block,
  path: Path,
  planned: Planned | undefined,
  depth = 0,
): Found {
  const [step, next] = path;
  if (typeof step !== "string") return { span: block.header, depth };
  if (block.attributes.has(step))
    return { span: spanAt(attributesNode(text, block), path, text), depth: depth + 1 };

  const indexed = typeof next === "number";
  const index = indexed ? next : 0;
  const nested = choose(text, nestedBlocks(block, step), index, planned?.get(step, index));
  if (nested === undefined) return { span: block.header, depth };
  return findInBlock(text, nested, path.slice(indexed ? 2 : 1), planned?.get(step, index), depth + 1);
}

function attributesNode(text: string, block: Block): Node {
  return {
    span: block.header,
    tag: undefined,
    item: () => undefined,
    entry: (name) => {
      const attribute = block.attributes.get(name);
      return attribute && { key: attribute.name, value: expressionNode(text, attribute.value) };
    },
  };
}

/** The blocks of a name; a dynamic one stands for its content. */
function nestedBlocks(block: Block, name: string): readonly Block[] {
  return block.blocks.flatMap((inner) => {
    if (inner.type === name) return inner;
    if (inner.type !== "dynamic" || inner.labels[0] !== name) return [];
    const content = inner.blocks.find(({ type }) => type === "content");
    return content === undefined ? [] : { ...content, header: inner.header };
  });
}

/** Without a plan the order decides; with one, the block whose literals agree best, if there is one such. */
function choose(
  text: string,
  blocks: readonly Block[],
  index: number,
  planned: Planned | undefined,
): Block | undefined {
  if (blocks.length <= 1) return blocks[0];
  if (planned === undefined) return blocks[index];
  const possible = blocks
    .map((block) => ({ block, ...agreement(text, block, planned) }))
    .filter(({ contradicted }) => contradicted === 0)
    .sort((a, b) => b.agreed - a.agreed);
  const [best, second] = possible;
  return best !== undefined && best.agreed !== second?.agreed ? best.block : undefined;
}
