/**
 * The first `count` networks of a block that have `bits` bits for addresses: `Fn::Cidr`. `undefined` where the block
 * is none, or has not that many.
 */
export function subnetsOf(block: string, count: number, bits: number): readonly string[] | undefined {
  const [address = "", length = ""] = block.trim().split("/");
  const family = address.includes(":") ? v6 : v4;
  const base = family.read(address);
  if (base === undefined || !/^\d{1,3}$/.test(length)) return undefined;
  const room = family.width - Number(length);
  const isWhole = [count, bits].every((each) => Number.isInteger(each) && each >= 1);
  if (!isWhole || count > 256 || room < 0 || bits > room) return undefined;
  if (room - bits < 9 && count > 2 ** (room - bits)) return undefined;
  const start = (base >> BigInt(room)) << BigInt(room);
  const step = 1n << BigInt(bits);
  return Array.from(
    { length: count },
    (_, index) => `${family.write(start + step * BigInt(index))}/${family.width - bits}`,
  );
}

interface Family {
  readonly width: number;
  readonly read: (text: string) => bigint | undefined;
  readonly write: (address: bigint) => string;
}

const v4: Family = {
  width: 32,
  read: (text) => {
    const bytes = text.split(".");
    const isAddress =
      bytes.length === 4 && bytes.every((byte) => /^\d{1,3}$/.test(byte) && Number(byte) < 256);
    return isAddress ? pack(bytes.map(BigInt), 8n) : undefined;
  },
  write: (address) => unpack(address, 4, 8n).join("."),
};

const v6: Family = {
  width: 128,
  read: (text) => {
    const [before = "", after, ...more] = text.split("::");
    const [head, tail] = [groups(before), groups(after ?? "")];
    const missing = 8 - head.length - tail.length;
    const isAddress =
      more.length === 0 &&
      (after === undefined ? missing === 0 : missing > 0) &&
      [...head, ...tail].every((group) => /^[0-9a-f]{1,4}$/i.test(group));
    if (!isAddress) return undefined;
    const zeros = Array.from({ length: missing }, () => "0");
    return pack(
      [...head, ...zeros, ...tail].map((group) => BigInt(`0x${group}`)),
      16n,
    );
  },
  write: (address) => {
    const written = unpack(address, 8, 16n).map((group) => group.toString(16));
    const zeros = longestZeros(written);
    if (zeros.length < 2) return written.join(":");
    return `${written.slice(0, zeros.start).join(":")}::${written.slice(zeros.start + zeros.length).join(":")}`;
  },
};

function groups(text: string): readonly string[] {
  return text === "" ? [] : text.split(":");
}

function pack(digits: readonly bigint[], bits: bigint): bigint {
  return digits.reduce((address, digit) => (address << bits) | digit, 0n);
}

function unpack(address: bigint, size: number, bits: bigint): readonly bigint[] {
  const mask = (1n << bits) - 1n;
  return Array.from({ length: size }, (_, index) => (address >> (bits * BigInt(size - 1 - index))) & mask);
}

function longestZeros(written: readonly string[]): { readonly start: number; readonly length: number } {
  let best = { start: 0, length: 0 };
  for (let start = 0; start < written.length; start++) {
    let length = 0;
    while (written[start + length] === "0") length++;
    if (length > best.length) best = { start, length };
  }
  return best;
}
