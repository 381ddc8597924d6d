import type { Path } from "../../base/place.ts";
import type { Attribute as Planned } from "../../source/declaration.ts";
import type { Attribute, Block, Body } from "../../source/hcl/scan.ts";
import type { LocatedText, Span } from "../../source/span.ts";
import { agreesWith, membersOf } from "./collections.ts";
import { type Bound, type Scope, valueOf, withBound, writtenIn } from "./scope.ts";

/** Where in a block an attribute is written, and how many steps of its path led there. */
export interface Found {
  /** The innermost block around it that is written. */
  readonly block: Span;
  readonly depth: number;
  /** The attribute itself, if it is written. */
  readonly attribute: Attribute | undefined;
  /** What is left of the path behind the attribute. */
  readonly path: Path;
  /** What the plan says the attribute is. */
  readonly planned: Planned | undefined;
  /** Where its expression stands: iterators of dynamic blocks included. */
  readonly scope: Scope;
}

/**
 * The attribute at a path, or else the innermost block around it that is written. `planned` is the value the plan
 * gives this block: sets of blocks have no order in a plan, so the block is recognised by its values.
 */
export function findInBlock(
  source: LocatedText,
  block: Block,
  path: Path,
  planned: Planned | undefined,
  scope: Scope,
  depth = 0,
): Found {
  const [step, next] = path;
  const here = { block: block.header, depth, attribute: undefined, path, planned, scope };
  if (typeof step !== "string") return here;
  const attribute = block.attributes.get(step);
  if (attribute !== undefined) {
    return { ...here, attribute, path: path.slice(1), planned: planned?.get(step), depth: depth + 1 };
  }
  const indexed = typeof next === "number";
  const index = indexed ? next : 0;
  const value = planned?.get(step, index);
  const nested = choose(nestedBlocks(block, step), index, value, (inner, planned) =>
    likeness(source, inner, planned, scope),
  );
  if (nested === undefined) return here;
  const inner = nested.dynamic === undefined ? scope : within(source, nested.dynamic, nested, value, scope);
  return findInBlock(source, nested, path.slice(indexed ? 2 : 1), value, inner, depth + 1);
}

interface Nested extends Block {
  /** What repeats it. */
  readonly dynamic: Block | undefined;
}

/** The blocks of a name; a dynamic one stands for its content. */
function nestedBlocks(block: Block, name: string): readonly Nested[] {
  return block.blocks.flatMap((inner): readonly Nested[] => {
    if (inner.type === name) return [{ ...inner, dynamic: undefined }];
    if (inner.type !== "dynamic" || inner.labels[0] !== name) return [];
    const content = inner.blocks.find(({ type }) => type === "content");
    return content === undefined ? [] : [{ ...content, header: inner.header, dynamic: inner }];
  });
}

/** Without a plan the order decides; with one, the block that is most like what is planned, if there is one such. */
function choose(
  blocks: readonly Nested[],
  index: number,
  planned: Planned | undefined,
  alike: (block: Block, planned: Planned) => number | undefined,
): Nested | undefined {
  if (blocks.length <= 1) return blocks[0];
  if (planned === undefined) return blocks[index];
  const possible = blocks
    .flatMap((block) => {
      const likeness = alike(block, planned);
      return likeness === undefined ? [] : { block, likeness };
    })
    .sort((a, b) => b.likeness - a.likeness);
  const [best, second] = possible;
  return best !== undefined && best.likeness !== second?.likeness ? best.block : undefined;
}

/** In how many attributes a block is certainly what is planned, blocks in it included; `undefined` where it is not. */
function likeness(source: LocatedText, block: Block, planned: Planned, scope: Scope): number | undefined {
  let alike = 0;
  for (const [name, attribute] of block.attributes) {
    const written = valueOf(writtenIn(source, attribute, scope));
    const value = planned.get(name);
    if (!agreesWith(written, value)) return undefined;
    if (written.kind === "known" && value.state === "known" && value.json !== undefined) alike++;
  }
  for (const inner of block.blocks) {
    const members = planned.get(inner.type);
    if (inner.type === "dynamic" || members.state === "unknown") continue;
    const likenesses = members.items().flatMap((member) => likeness(source, inner, member, scope) ?? []);
    if (likenesses.length === 0) return undefined;
    alike += Math.max(...likenesses);
  }
  return alike;
}

/** The scope of the content that became a planned block, where it is the content of one member and no other. */
function within(
  source: LocatedText,
  dynamic: Block,
  content: Body,
  planned: Planned | undefined,
  scope: Scope,
): Scope {
  const forEach = dynamic.attributes.get("for_each");
  if (forEach === undefined) return scope;
  const name = dynamic.labels[0] ?? "";
  const collection = writtenIn(source, forEach, scope);
  const turns = membersOf(valueOf(collection)).map(([key, item]): Scope => {
    const what = `\`for_each\` of the dynamic block \`${name}\``;
    const bound: Bound = { kind: "iterator", collection, what, key, item };
    return withBound(scope, [[iteratorOf(source.text, dynamic) ?? name, bound]]);
  });
  const possible =
    turns.length > mostTurns ? [] : turns.filter((turn) => isMadeIn(turn, source, content, planned));
  const [only, ...others] = possible;
  return only === undefined || others.length > 0 ? scope : only;
}

/** Each turn is worked out anew. */
const mostTurns = 1_000;

function isMadeIn(turn: Scope, source: LocatedText, content: Body, planned: Planned | undefined): boolean {
  if (planned === undefined) return true;
  return [...content.attributes].every(([name, attribute]) =>
    agreesWith(valueOf(writtenIn(source, attribute, turn)), planned.get(name)),
  );
}

function iteratorOf(text: string, { attributes }: Body): string | undefined {
  const iterator = attributes.get("iterator");
  return iterator && text.slice(iterator.value.start, iterator.value.end);
}
