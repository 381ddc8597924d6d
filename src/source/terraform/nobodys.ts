import type { Path } from "../../base/place.ts";
import type { Block } from "../hcl/scan.ts";
import { splitAddress } from "./address.ts";
import type { PlanCode } from "./code.ts";
import type { PlannedResource } from "./resource.ts";

/**
 * Whether the author's code certainly has no block at a path of a resource, neither written nor `dynamic`: what a plan
 * does not know there is the provider's.
 */
export function isNobodys(code: PlanCode, { module, local }: PlannedResource, path: Path): boolean {
  const { files, agrees } = code.module(splitAddress(module).modules.map(({ name }) => name));
  const [found, ...others] = (agrees ? files?.blocks("resource", ...local.split(".")) : undefined) ?? [];
  if (found === undefined || others.length > 0) return false;
  const names = path.filter((step) => typeof step === "string");
  const parents = names
    .slice(0, -1)
    .reduce((at, name) => at.flatMap((block) => inside(block, name)), [found.block]);
  const last = names.at(-1) ?? "";
  return parents.length > 0 && parents.every((block) => !mayHave(block, last));
}

function mayHave(block: Block, name: string): boolean {
  return block.attributes.has(name) || block.attributes.has("dynamic") || named(block, name).length > 0;
}

function inside(block: Block, name: string): readonly Block[] {
  return named(block, name).flatMap((each) =>
    each.type === "dynamic" ? each.blocks.filter(({ type }) => type === "content") : [each],
  );
}

function named(block: Block, name: string): readonly Block[] {
  return block.blocks.filter(({ type, labels }) => (type === "dynamic" ? labels[0] === name : type === name));
}
