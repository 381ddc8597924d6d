import { EvalError, type Value } from "../../base/value.ts";
import { Opaque } from "../opaque.ts";
import type { FunctionDeclaration } from "../signature.ts";

/** Addresses and blocks, strict: no octal or hexadecimal octets, no zones, no IPv4 inside IPv6. */
export const networkFunctions: readonly FunctionDeclaration[] = [
  {
    signature: "ip(string): IP",
    doc: "An IPv4 or IPv6 address.",
    engine: "network",
    call: (text: string) => ip(text),
  },
  {
    signature: "isIP(string): bool",
    doc: "Whether the text is an IPv4 or IPv6 address.",
    engine: "network",
    call: (text: string) => readable(readIp(text)),
  },
  {
    signature: "ip.isCanonical(string): bool",
    doc: "Whether the text writes an address the way it is usually written; an error where it is none.",
    engine: "network",
    call: (text: string) => ask(ip(text), (address) => address.toString() === text),
  },
  { signature: "IP.family(): int", doc: "4 or 6.", total: true, call: (address: Ip) => address.family },
  {
    signature: "IP.isUnspecified(): bool",
    doc: "`0.0.0.0` or `::`.",
    total: true,
    call: (address: Ip) => address.bits === 0n,
  },
  {
    signature: "IP.isLoopback(): bool",
    doc: "127.0.0.0/8 or ::1.",
    total: true,
    call: (address: Ip) => within(address, loopback),
  },
  {
    signature: "IP.isLinkLocalUnicast(): bool",
    doc: "169.254.0.0/16 or fe80::/10.",
    total: true,
    call: (address: Ip) => within(address, linkLocalUnicast),
  },
  {
    signature: "IP.isLinkLocalMulticast(): bool",
    doc: "224.0.0.0/24 or ff02::/16.",
    total: true,
    call: (address: Ip) => within(address, linkLocalMulticast),
  },
  {
    signature: "IP.isGlobalUnicast(): bool",
    doc: "Neither unspecified, loopback, link-local, multicast nor broadcast; private addresses count.",
    total: true,
    call: isGlobalUnicast,
  },
  {
    signature: "string(IP): string",
    doc: "The address as it is usually written.",
    total: true,
    call: (address: Ip) => `${address}`,
  },
  {
    signature: "cidr(string): CIDR",
    doc: "A block of addresses: `10.0.0.0/8`.",
    engine: "network",
    call: (text: string) => cidr(text),
  },
  {
    signature: "isCIDR(string): bool",
    doc: "Whether the text is a block of addresses.",
    engine: "network",
    call: (text: string) => readable(readCidr(text)),
  },
  {
    signature: "CIDR.ip(): IP",
    doc: "The address before the slash.",
    total: true,
    call: (block: Cidr) => block.address,
  },
  {
    signature: "CIDR.prefixLength(): int",
    doc: "The number after the slash.",
    total: true,
    call: (block: Cidr) => block.prefix,
  },
  {
    signature: "CIDR.family(): int",
    doc: "4 or 6.",
    total: true,
    call: (block: Cidr) => block.address.family,
  },
  {
    signature: "CIDR.masked(): CIDR",
    doc: "The block with the bits after its prefix cleared.",
    total: true,
    call: masked,
  },
  {
    signature: "CIDR.containsIP(IP): bool",
    doc: "Whether the address is in the block; never across families.",
    total: true,
    call: (block: Cidr, address: Ip) => covers(block, address),
  },
  {
    signature: "CIDR.containsIP(string): bool",
    doc: "Whether the address is in the block; an error where the text is no address.",
    engine: "network",
    call: (block: Cidr, text: string) => ask(ip(text), (address) => covers(block, address)),
  },
  {
    signature: "CIDR.containsCIDR(CIDR): bool",
    doc: "Whether every address of the other block is in this one.",
    total: true,
    call: containsBlock,
  },
  {
    signature: "CIDR.containsCIDR(string): bool",
    doc: "Whether every address of the other block is in this one; an error where the text is no block.",
    engine: "network",
    call: (block: Cidr, text: string) => ask(cidr(text), (other) => containsBlock(block, other)),
  },
  {
    signature: "CIDR.overlaps(CIDR): bool",
    doc: "Whether the blocks have an address in common.",
    total: true,
    call: overlaps,
  },
  {
    signature: "CIDR.overlaps(string): bool",
    doc: "Whether the blocks have an address in common; an error where the text is no block.",
    engine: "network",
    call: (block: Cidr, text: string) => ask(cidr(text), (other) => overlaps(block, other)),
  },
  {
    signature: "string(CIDR): string",
    doc: "The block as it is usually written.",
    total: true,
    call: (block: Cidr) => `${block}`,
  },
];

let engine: typeof import("ip-address") | undefined;

/** Has to be awaited once before an expression that needs it is evaluated. */
export async function loadNetworkEngine(): Promise<void> {
  engine ??= await import("ip-address");
}

class Ip extends Opaque {
  readonly concept = "IP";
  readonly family: 4 | 6;
  readonly bits: bigint;
  readonly text: string;

  constructor(family: 4 | 6, bits: bigint, text: string) {
    super();
    this.family = family;
    this.bits = bits;
    this.text = text;
  }

  sameAs(other: Opaque): boolean {
    return other instanceof Ip && this.family === other.family && this.bits === other.bits;
  }

  toString(): string {
    return this.text;
  }
}

class Cidr extends Opaque {
  readonly concept = "CIDR";
  readonly address: Ip;
  readonly prefix: number;

  constructor(address: Ip, prefix: number) {
    super();
    this.address = address;
    this.prefix = prefix;
  }

  sameAs(other: Opaque): boolean {
    return other instanceof Cidr && this.prefix === other.prefix && this.address.sameAs(other.address);
  }

  toString(): string {
    return `${this.address}/${this.prefix}`;
  }
}

/** In the order [IPv4, IPv6]: bits of the network, and how many bits come after the prefix. */
type Ranges = readonly [readonly [bigint, bigint], readonly [bigint, bigint]];

const loopback: Ranges = [
  [0x7fn, 24n],
  [1n, 0n],
];
const linkLocalUnicast: Ranges = [
  [0xa9fen, 16n],
  [0x3fan, 118n],
];
const linkLocalMulticast: Ranges = [
  [0xe00000n, 8n],
  [0xff02n, 112n],
];
const multicast: Ranges = [
  [0xen, 28n],
  [0xffn, 120n],
];
const broadcast = 0xffffffffn;

function within(address: Ip, ranges: Ranges): boolean {
  const [network, after] = address.family === 4 ? ranges[0] : ranges[1];
  return address.bits >> after === network;
}

function isGlobalUnicast(address: Ip): boolean {
  const special = [loopback, linkLocalUnicast, multicast].some((ranges) => within(address, ranges));
  return !special && address.bits !== 0n && !(address.family === 4 && address.bits === broadcast);
}

/** `undefined` where the text is no address. The engine is asked once for each text. */
const readIp = remembering((text): Ip | undefined | EvalError => {
  if (engine === undefined) return notLoaded();
  if (/[/%]/.test(text)) return undefined;
  if (!text.includes(":")) {
    if (!engine.Address4.isValid(text)) return undefined;
    const address = new engine.Address4(text);
    return new Ip(4, address.bigInt(), address.correctForm());
  }
  if (text.includes(".") || !engine.Address6.isValid(text)) return undefined;
  const address = new engine.Address6(text);
  const isMapped = address.bigInt() >> 32n === 0xffffn;
  return isMapped ? undefined : new Ip(6, address.bigInt(), address.correctForm());
});

const readCidr = remembering((text): Cidr | undefined | EvalError => {
  const [before = "", after = "", ...more] = text.split("/");
  const address = readIp(before);
  if (address instanceof EvalError) return address;
  if (address === undefined || more.length > 0 || !/^(0|[1-9]\d{0,2})$/.test(after)) return undefined;
  const prefix = Number(after);
  return prefix > width(address) ? undefined : new Cidr(address, prefix);
});

function ip(text: string): Ip | EvalError {
  return readIp(text) ?? new EvalError(`${JSON.stringify(text)} is not an IP address`);
}

function cidr(text: string): Cidr | EvalError {
  return readCidr(text) ?? new EvalError(`${JSON.stringify(text)} is not a CIDR block`);
}

function notLoaded(): EvalError {
  return new EvalError("the network functions were not loaded");
}

function readable(read: Opaque | undefined | EvalError): Value {
  return read instanceof EvalError ? read : read !== undefined;
}

function ask<T>(value: T | EvalError, question: (value: T) => Value): Value {
  return value instanceof EvalError ? value : question(value);
}

function width(address: Ip): number {
  return address.family === 4 ? 32 : 128;
}

function covers(block: Cidr, address: Ip): boolean {
  const after = BigInt(width(block.address) - block.prefix);
  return block.address.family === address.family && block.address.bits >> after === address.bits >> after;
}

function containsBlock(block: Cidr, other: Cidr): boolean {
  return block.prefix <= other.prefix && covers(block, other.address);
}

function overlaps(a: Cidr, b: Cidr): boolean {
  return containsBlock(a, b) || containsBlock(b, a);
}

function masked(block: Cidr): Value {
  const { address, prefix } = block;
  const after = BigInt(width(address) - prefix);
  const bits = (address.bits >> after) << after;
  if (bits === address.bits) return block;
  if (engine === undefined) return notLoaded();
  const network = address.family === 4 ? engine.Address4.fromBigInt(bits) : engine.Address6.fromBigInt(bits);
  return new Cidr(new Ip(address.family, bits, network.correctForm()), prefix);
}

/** Policies ask about the same few blocks again and again. The memory is bounded, whatever the input holds. */
function remembering<T extends object>(read: (text: string) => T | undefined | EvalError): typeof read {
  const known = new Map<string, T | undefined>();
  return (text) => {
    const found = known.get(text);
    if (found !== undefined || known.has(text)) return found;
    const answer = read(text);
    if (answer instanceof EvalError) return answer;
    if (known.size >= 4_096) known.clear();
    if (text.length <= 64) known.set(text, answer);
    return answer;
  };
}
