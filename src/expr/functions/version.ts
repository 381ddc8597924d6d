import { EvalError, type Value } from "../../base/value.ts";
import { Opaque } from "../opaque.ts";
import type { FunctionDeclaration } from "../signature.ts";

export const versionFunctions: readonly FunctionDeclaration[] = [
  {
    signature: "semver(string): Semver",
    doc: "A semantic version, `1.29.0`.",
    call: (text: string) => semver(text, false),
  },
  {
    signature: "semver(string, bool): Semver",
    doc: "A version; where the second argument is true, `v1.29` is read as `1.29.0`.",
    call: semver,
  },
  {
    signature: "isSemver(string): bool",
    doc: "Whether the text is a semantic version.",
    total: true,
    call: (text: string) => readSemver(text) !== undefined,
  },
  {
    signature: "isSemver(string, bool): bool",
    doc: "Whether the text is a version; `v1.29` is one where the second argument is true.",
    total: true,
    call: (text: string, loosely: boolean) => readSemver(loosely ? normalize(text) : text) !== undefined,
  },
  {
    signature: "Semver.major(): int",
    doc: "The first number.",
    total: true,
    call: (version: Semver) => version.numbers[0],
  },
  {
    signature: "Semver.minor(): int",
    doc: "The second number.",
    total: true,
    call: (version: Semver) => version.numbers[1],
  },
  {
    signature: "Semver.patch(): int",
    doc: "The third number.",
    total: true,
    call: (version: Semver) => version.numbers[2],
  },
  {
    signature: "Semver.compareTo(Semver): int",
    doc: "-1 where it is older than the other, 0 where it is the same, 1 where it is newer.",
    total: true,
    call: (a: Semver, b: Semver) => a.compareTo(b),
  },
  {
    signature: "Semver.isLessThan(Semver): bool",
    doc: "Whether it is older than the other.",
    total: true,
    call: (a: Semver, b: Semver) => a.compareTo(b) < 0,
  },
  {
    signature: "Semver.isGreaterThan(Semver): bool",
    doc: "Whether it is newer than the other.",
    total: true,
    call: (a: Semver, b: Semver) => a.compareTo(b) > 0,
  },
  {
    signature: "minorVersion(string): int",
    doc: "The number NN of a Kubernetes version `1.NN`, also where more follows: `v1.29.3-eks-1234567`.",
    call: minorVersion,
  },
];

class Semver extends Opaque {
  readonly concept = "Semver";
  readonly numbers: readonly [number, number, number];
  readonly prerelease: readonly string[];

  constructor(numbers: readonly [number, number, number], prerelease: readonly string[]) {
    super();
    this.numbers = numbers;
    this.prerelease = prerelease;
  }

  /** By the precedence of semver.org: build metadata does not count, a pre-release is older than its release. */
  compareTo(other: Semver): -1 | 0 | 1 {
    for (const [index, number] of this.numbers.entries()) {
      const sign = Math.sign(number - (other.numbers[index] ?? 0));
      if (sign !== 0) return sign < 0 ? -1 : 1;
    }
    return comparePrereleases(this.prerelease, other.prerelease);
  }

  sameAs(other: Opaque): boolean {
    return other instanceof Semver && this.compareTo(other) === 0;
  }

  toString(): string {
    return `${this.numbers.join(".")}${this.prerelease.length === 0 ? "" : `-${this.prerelease.join(".")}`}`;
  }
}

function semver(text: string, loosely: boolean): Value {
  return (
    readSemver(loosely ? normalize(text) : text) ?? new EvalError(`${JSON.stringify(text)} is not a version`)
  );
}

const number = "(0|[1-9]\\d{0,14})";
const identifier = "(?:0|[1-9]\\d*|\\d*[A-Za-z-][0-9A-Za-z-]*)";
const pattern = new RegExp(
  `^${number}\\.${number}\\.${number}(?:-(${identifier}(?:\\.${identifier})*))?(?:\\+[0-9A-Za-z-]+(?:\\.[0-9A-Za-z-]+)*)?$`,
);

function readSemver(text: string): Semver | undefined {
  if (text.length > 256) return undefined;
  const parts = pattern.exec(text);
  if (parts === null) return undefined;
  const [, major, minor, patch, prerelease] = parts;
  return new Semver(
    [Number(major), Number(minor), Number(patch)],
    prerelease === undefined ? [] : prerelease.split("."),
  );
}

/** Drops a leading `v` and leading zeros, and adds the numbers that are left out. */
function normalize(text: string): string {
  const parts = /^v?(\d{1,15})(?:\.(\d{1,15}))?(?:\.(\d{1,15}))?([-+].*)?$/.exec(text);
  if (parts === null) return text;
  const [, major, minor = "0", patch = "0", rest = ""] = parts;
  return `${Number(major)}.${Number(minor)}.${Number(patch)}${rest}`;
}

function minorVersion(text: string): Value {
  const minor = /^v?1\.(\d{1,4})(?![\d])/.exec(text)?.[1];
  return minor === undefined
    ? new EvalError(`${JSON.stringify(text)} is not a Kubernetes version`)
    : Number(minor);
}

function comparePrereleases(a: readonly string[], b: readonly string[]): -1 | 0 | 1 {
  if (a.length === 0 || b.length === 0) return a.length === b.length ? 0 : a.length === 0 ? 1 : -1;
  for (const [index, left] of a.entries()) {
    const right = b[index];
    if (right === undefined) return 1;
    const sign = compareIdentifiers(left, right);
    if (sign !== 0) return sign;
  }
  return a.length === b.length ? 0 : -1;
}

function compareIdentifiers(a: string, b: string): -1 | 0 | 1 {
  if (a === b) return 0;
  const [left, right] = [/^\d+$/.test(a), /^\d+$/.test(b)];
  if (left !== right) return left ? -1 : 1;
  if (left && a.length !== b.length) return a.length < b.length ? -1 : 1;
  return a < b ? -1 : 1;
}
