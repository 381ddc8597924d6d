import { Address4, Address6 } from "ip-address";
import { PartialList, Unknown, type Value } from "../../base/value.ts";

/** A block of addresses: its family and its first and last address. */
export interface AddressBlock {
  readonly family: 4 | 6;
  readonly first: bigint;
  readonly last: bigint;
}

const whole: Readonly<Record<4 | 6, bigint>> = { 4: 2n ** 32n - 1n, 6: 2n ** 128n - 1n };

/** The addresses of a CIDR; `undefined` where it is not one. A bare address is a block of one. */
export function addressBlock(cidr: string): AddressBlock | undefined {
  try {
    const address = cidr.includes(":") ? new Address6(cidr) : new Address4(cidr);
    const family = address instanceof Address6 ? 6 : 4;
    return { family, first: address.startAddress().bigInt(), last: address.endAddress().bigInt() };
  } catch {
    return undefined;
  }
}

/** Whether blocks together are all of IPv4 or all of IPv6: `0.0.0.0/0`, or its two halves. */
export function blocksCoverWorld(blocks: readonly AddressBlock[]): boolean {
  return coveringBlocks(blocks).length > 0;
}

/** The blocks that together are all of a family, widest first, none that adds nothing; empty if they are not. */
export function coveringBlocks<Block extends AddressBlock>(blocks: readonly Block[]): readonly Block[] {
  return ([4, 6] as const).flatMap((family) => {
    const widestFirst = blocks
      .filter((block) => block.family === family)
      .toSorted((a, b) => (a.last - a.first === b.last - b.first ? 0 : a.last - a.first > b.last - b.first ? -1 : 1));
    const contributing: Block[] = [];
    for (const block of widestFirst) {
      if (!contains(contributing, block)) contributing.push(block);
    }
    return contains(contributing, { family, first: 0n, last: whole[family] }) ? contributing : [];
  });
}

/** Whether a list of CIDRs is everywhere: decided as soon as the known ones are, else unknown where one is. */
export function coverWorld(cidrs: Value): Value {
  if (cidrs instanceof Unknown) return cidrs;
  const members = cidrs instanceof PartialList ? cidrs.items : Array.isArray(cidrs) ? cidrs : [];
  const blocks = members.flatMap((member) => (typeof member === "string" ? (addressBlock(member) ?? []) : []));
  if (blocksCoverWorld(blocks)) return true;
  const unknowns = members.filter((member) => member instanceof Unknown);
  if (cidrs instanceof PartialList) unknowns.push(cidrs.why);
  return unknowns.length === 0 ? false : new Unknown(unknowns.flatMap((unknown) => unknown.missing));
}

function contains(blocks: readonly AddressBlock[], wanted: AddressBlock): boolean {
  let next = wanted.first;
  for (const block of blocks.toSorted((a, b) => (a.first < b.first ? -1 : a.first > b.first ? 1 : 0))) {
    if (block.family !== wanted.family || block.last < next) continue;
    if (block.first > next) return false;
    next = block.last + 1n;
    if (next > wanted.last) return true;
  }
  return next > wanted.last;
}
