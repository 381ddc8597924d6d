import { Address4, Address6, AddressError } from "ip-address";
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
  if (kept.has(cidr)) return kept.get(cidr);
  if (kept.size >= mostKept) kept.clear();
  const block = readBlock(cidr);
  kept.set(cidr, block);
  return block;
}

/** The same few are written in many rules, and each is asked about many ports. */
const kept = new Map<string, AddressBlock | undefined>();
const mostKept = 10_000;

function readBlock(cidr: string): AddressBlock | undefined {
  try {
    const address = cidr.includes(":") ? new Address6(cidr) : new Address4(cidr);
    const family = address instanceof Address6 ? 6 : 4;
    return { family, first: address.startAddress().bigInt(), last: address.endAddress().bigInt() };
  } catch (error) {
    if (error instanceof AddressError) return undefined;
    throw error;
  }
}

/** Whether blocks together are all of IPv4 or all of IPv6: `0.0.0.0/0`, or its two halves. */
export function coversWorld(blocks: readonly AddressBlock[]): boolean {
  return ([4, 6] as const).some((family) => contains(blocks, { family, first: 0n, last: whole[family] }));
}

/** Whether a block is at least a 64th of its family. Of smaller ones it takes more than a security group holds. */
export function isWide({ family, first, last }: AddressBlock): boolean {
  return (last - first + 1n) * 64n > whole[family];
}

/**
 * How many blocks are still needed to make up the world with a block and others that it does not overlap: one for
 * each half, quarter, eighth ... beside it that the others do not make up.
 */
export function piecesMissing(own: AddressBlock, others: readonly AddressBlock[]): number {
  const { family } = own;
  const apart = others.filter((other) => other.last < own.first || other.first > own.last);
  let missing = 0;
  let first = own.first;
  for (let size = own.last - own.first + 1n; size <= whole[family]; size *= 2n) {
    const isLower = (first / size) % 2n === 0n;
    const beside = isLower ? first + size : first - size;
    if (!contains(apart, { family, first: beside, last: beside + size - 1n })) missing++;
    first = isLower ? first : beside;
  }
  return missing;
}

/** Whether a list of CIDRs is everywhere: decided as soon as the known ones are, else unknown where one is. */
export function coverWorld(cidrs: Value): Value {
  if (cidrs instanceof Unknown) return cidrs;
  const members = cidrs instanceof PartialList ? cidrs.items : Array.isArray(cidrs) ? cidrs : [];
  const blocks = members.map((member) =>
    typeof member === "string" ? (addressBlock(member) ?? noCidr(member)) : member,
  );
  if (coversWorld(blocks.filter(isBlock))) return true;
  const unknowns = blocks.filter((block) => block instanceof Unknown);
  if (cidrs instanceof PartialList) unknowns.push(cidrs.why);
  return unknowns.length === 0 ? false : new Unknown(unknowns.flatMap((unknown) => unknown.missing));
}

function noCidr(text: string): Unknown {
  return new Unknown([{ attribute: `\`${text}\``, reason: "not a CIDR" }]);
}

function isBlock(value: Value | AddressBlock): value is AddressBlock {
  return typeof value === "object" && value !== null && "family" in value;
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
