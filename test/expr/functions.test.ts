import { beforeAll, describe, expect, test } from "vitest";
import type { Value } from "../../src/base/value.ts";
import type { Environment } from "../../src/expr/environment.ts";
import { loadNetworkEngine } from "../../src/expr/functions/network.ts";
import { loadRegexEngine } from "../../src/expr/functions/patterns.ts";
import { standardFunctions } from "../../src/expr/functions/standard.ts";
import { evaluate, missing, show, thing } from "./things.ts";

const environment: Environment = {
  types: [
    { name: "Cluster", fields: { name: "string" } },
    {
      name: "Ports",
      fields: {},
      methods: [{ signature: "covers(int): bool", call: (ports, port) => ports === open && port === 22 }],
    },
  ],
  variables: {
    s: "string",
    n: "int?",
    c: "Cluster?",
    ports: "Ports",
    list: "list<int>",
    words: "list<string>",
  },
};

const open = thing("Ports", {});

function ask(text: string, variables: Readonly<Record<string, Value>> = {}): string {
  return show(
    evaluate(text, environment, { s: "", n: null, c: null, ports: open, list: [], words: [], ...variables }),
  );
}

beforeAll(async () => {
  await Promise.all([loadNetworkEngine(), loadRegexEngine()]);
});

describe("dates", () => {
  test.each([
    ['daysBetween("2026-11-22", "2026-12-02")', "10"],
    ['daysBetween("2026-12-02", "2026-11-22")', "-10"],
    ['daysBetween("2026-03-28", "2026-03-30")', "2"],
    ['daysBetween("2026-11-22", "2026-11-22")', "0"],
  ])("%s is %s", (text, expected) => {
    expect(ask(text)).toBe(expected);
  });

  test.each(["2026-02-30", "2026-1-1", "soon", ""])("`%s` is no date", (date) => {
    expect(ask(`daysBetween("2026-01-01", "${date}")`)).toContain("is not a date");
    expect(ask(`daysBetween("${date}", "2026-01-01")`)).toContain("is not a date");
  });
});

describe("addresses", () => {
  test.each([
    ['ip("10.0.0.1").family()', "4"],
    ['ip("2001:db8::1").family()', "6"],
    ['ip("2001:0db8:0::1") == ip("2001:db8::1")', "true"],
    ['ip("::1").isLoopback() && ip("127.9.9.9").isLoopback()', "true"],
    ['ip("169.254.169.254").isLinkLocalUnicast() && ip("fe80::1").isLinkLocalUnicast()', "true"],
    ['ip("224.0.0.9").isLinkLocalMulticast() && ip("ff02::1").isLinkLocalMulticast()', "true"],
    ['ip("0.0.0.0").isUnspecified() && ip("::").isUnspecified()', "true"],
    ['ip("10.0.0.1").isGlobalUnicast()', "true"],
    ['ip("255.255.255.255").isGlobalUnicast()', "false"],
    ['ip("ff0e::1").isGlobalUnicast()', "false"],
    ['ip.isCanonical("2001:db8::1")', "true"],
    ['ip.isCanonical("2001:0db8::1")', "false"],
    ['string(ip("2001:DB8:0:0::1"))', '"2001:db8::1"'],
  ])("answer %s with %s", (text, wanted) => {
    expect(ask(text)).toBe(wanted);
  });

  test.each([
    "010.0.0.1",
    "0x0a000001",
    "10.1",
    "10.0.0.256",
    "10.0.0.1/32",
    " 10.0.0.1",
    "10.0.0.1\n",
    "167772161",
    "",
    "::ffff:10.0.0.1",
    "::ffff:a00:1",
    "fe80::1%eth0",
    "1::2::3",
    "[::1]",
    "12345::",
  ])("are not read loosely: %j", (text) => {
    expect(ask("isIP(s)", { s: text })).toBe("false");
    expect(ask("ip(s).family()", { s: text })).toBe(`! ${JSON.stringify(text)} is not an IP address`);
  });
});

describe("blocks of addresses", () => {
  test.each([
    ['cidr("10.0.0.0/8").containsIP("10.255.0.1")', "true"],
    ['cidr("10.0.0.0/8").containsIP(ip("11.0.0.1"))', "false"],
    ['cidr("0.0.0.0/0").containsIP("::1")', "false"],
    ['cidr("10.0.0.0/8").containsCIDR("10.1.0.0/16")', "true"],
    ['cidr("10.1.0.0/16").containsCIDR(cidr("10.0.0.0/8"))', "false"],
    ['cidr("0.0.0.0/1").overlaps("127.0.0.0/8")', "true"],
    ['cidr("0.0.0.0/1").overlaps("128.0.0.0/1")', "false"],
    ['cidr("::/0").containsCIDR("2001:db8::/32")', "true"],
    ['cidr("::/0").prefixLength()', "0"],
    ['cidr("2001:db8::/32").family()', "6"],
    ['cidr("10.1.2.3/8").masked() == cidr("10.0.0.0/8")', "true"],
    ['string(cidr("2001:db8::1/32").masked())', '"2001:db8::/32"'],
    ['cidr("10.1.2.3/8").ip() == ip("10.1.2.3")', "true"],
    ['cidr("10.0.0.0/8") == cidr("10.0.0.0/16")', "false"],
    ['["0.0.0.0/0", "::/0"].map(x, cidr(x)).distinct().size()', "2"],
  ])("answer %s with %s", (text, wanted) => {
    expect(ask(text)).toBe(wanted);
  });

  test.each([
    "10.0.0.256/32",
    "010.0.0.1/32",
    "10.0.0.0",
    "10.0.0.0/",
    "10.0.0.0/33",
    "10.0.0.0/08",
    "10.0.0.0/8/8",
    "::/129",
    "::/-1",
    "/8",
  ])("are not read loosely: %s", (text) => {
    expect(ask("isCIDR(s)", { s: text })).toBe("false");
    expect(ask('cidr("10.0.0.0/8").containsCIDR(s)', { s: text })).toBe(`! "${text}" is not a CIDR block`);
  });

  test("are unknown where their text is", () => {
    expect(ask('cidr(s).containsIP("10.0.0.1")', { s: missing("cidr_blocks") })).toBe("? cidr_blocks");
  });
});

describe("quantities", () => {
  test.each([
    ['quantity("1Gi") == quantity("1024Mi")', "true"],
    ['quantity("500m").isLessThan(quantity("1"))', "true"],
    ['quantity("1.5Gi").asInteger()', "1610612736"],
    ['quantity("1500m").isInteger()', "false"],
    ['quantity("1500m").asInteger()', "! 1.5 is not a whole number"],
    ['quantity("1500m").asApproximateFloat()', "1.5"],
    ['quantity("1E").isGreaterThan(quantity("1P"))', "true"],
    ['quantity("2e3") == quantity("2k")', "true"],
    ['quantity("-1").sign()', "-1"],
    ['quantity("100m").add(quantity("900m")) == quantity("1")', "true"],
    ['quantity("1").sub(2).compareTo(quantity("-1"))', "0"],
    ['quantity("1").add(1).asInteger()', "2"],
    ['quantity("0.1").add(quantity("0.2")) == quantity("0.3")', "true"],
    ['quantity(".5") == quantity("500m")', "true"],
  ])("answer %s with %s", (text, wanted) => {
    expect(ask(text)).toBe(wanted);
  });

  test.each(["", "Gi", "1 Gi", "1gi", "0x10", "1e", "1e1000000", "1".repeat(80), "1.2.3", "NaN", "1Kii"])(
    "are not read loosely: %j",
    (text) => {
      expect(ask("isQuantity(s)", { s: text })).toBe("false");
    },
  );
});

describe("versions", () => {
  test.each([
    ['semver("1.29.0").isLessThan(semver("1.30.0"))', "true"],
    ['semver("1.9.0").isGreaterThan(semver("1.10.0"))', "false"],
    ['semver("1.0.0-rc.1").isLessThan(semver("1.0.0"))', "true"],
    ['semver("1.0.0-rc.9").compareTo(semver("1.0.0-rc.10"))', "-1"],
    ['semver("1.0.0+a") == semver("1.0.0+b")', "true"],
    ['semver("v1.29", true) == semver("1.29.0")', "true"],
    ['semver("1.29", true).minor()', "29"],
    ['isSemver("1.29")', "false"],
    ['isSemver("1.29", true)', "true"],
    ['isSemver("01.0.0")', "false"],
    ['semver("latest").major()', '! "latest" is not a version'],
    ['minorVersion("1.29")', "29"],
    ['minorVersion("v1.29.3-eks-1234567")', "29"],
    ['minorVersion("2.1")', '! "2.1" is not a Kubernetes version'],
    ['minorVersion("1.30") - minorVersion("1.9")', "21"],
  ])("answer %s with %s", (text, wanted) => {
    expect(ask(text)).toBe(wanted);
  });
});

describe("patterns", () => {
  test.each([
    ['"irsa-role".matches("^irsa-[a-z]+$")', "true"],
    ['"xirsa".matches("irsa")', "true"],
    ['matches("abc", "B")', "false"],
    ['"v1.29".find("[0-9]+$")', '"29"'],
    ['"abc".matches(s)', '! "(" is not a pattern: missing closing ): `(`'],
  ])("answer %s with %s", (text, wanted) => {
    expect(ask(text, { s: "(" })).toBe(wanted);
  });

  test("take time in proportion to the text, whatever the pattern", () => {
    const started = performance.now();
    expect(ask('s.matches("^(a+)+$")', { s: `${"a".repeat(5_000)}!` })).toBe("false");
    expect(performance.now() - started).toBeLessThan(2_000);
  });
});

describe("lists and sets", () => {
  test.each([
    ["[3, 1, 2].isSorted() || [1, 1, 2].isSorted()", "true"],
    ["[1, 2, 3].sum() + [0].min() + [4, 9].max()", "15"],
    ["[1, 2, 1].indexOf(1) + [1, 2, 1].lastIndexOf(1)", "2"],
    ["[1, 2, 3].slice(1, 3)", "[2,3]"],
    ["[1].slice(0, 2)", "! positions 0 to 2 are out of range: the list has 1 members"],
    ["[[1], [2, 3]].flatten()", "[1,2,3]"],
    ["[3, 1, 2].sort().reverse()", "[3,2,1]"],
    ["[1, 2, 1, 3].distinct()", "[1,2,3]"],
    ["list.max()", "! an empty list has no least or greatest member"],
    ["sets.contains([1, 2], [2, 2])", "true"],
    ["sets.equivalent([1, 2], [2, 1, 1])", "true"],
    ["sets.intersects([1], [2])", "false"],
    ["[1, 2, 3].exists_one(x, x > 2) && [1, 2, 3].existsOne(i, x, i == x - 1 && x == 3)", "true"],
    ["[5, 6].all(i, x, x == i + 5)", "true"],
    ['{"a": 1}.exists(k, v, k == "a" && v == 1)', "true"],
    ["[5, 6].transformList(i, x, x - i)", "[5,5]"],
    ["[1, 2, 3].map(x, x > 1, x * 2)", "[4,6]"],
    ["[1, 2, 3].count(x, x > 1)", "2"],
    ["cel.bind(x, 2, x * x)", "4"],
    ["list[0]", "! position 0 is out of range: the list has 0 members"],
    ["1 / (size(list) + 0)", "! division by zero"],
    ["9007199254740991 + size(words.map(w, 1) + [1])", "! the number is too large"],
  ])("answer %s with %s", (text, wanted) => {
    expect(ask(text)).toBe(wanted);
  });

  test("find an unknown member only where it matters", () => {
    const list = [1, missing("port")];
    expect(ask("list.sum() > 0", { list })).toBe("? port");
    expect(ask("sets.contains(list, [1])", { list })).toBe("true");
    expect(ask("sets.contains([1], list)", { list })).toBe("? port");
    expect(ask("sets.intersects(list, [1, 9])", { list })).toBe("true");
    expect(ask('words.join(",")', { words: ["a", missing("b")] })).toBe("? b");
  });
});

describe("null", () => {
  test("has no fields, order or arithmetic, and the message names what has no value", () => {
    expect(ask('c.name == "a"')).toBe("! `c` has no value");
    expect(ask("n < 3")).toBe("! `n` has no value");
    expect(ask("n + 1 == 2")).toBe("! `n` has no value");
    expect(ask("n == null || n < 3")).toBe("true");
    expect(ask("n == 3")).toBe("false");
    expect(ask("has(c.name)")).toBe("! `c` has no value");
    expect(ask("c != null && c.name == s", { c: thing("Cluster", { name: "x" }), s: "x" })).toBe("true");
  });

  test("is an error as the answer where a value is expected", () => {
    expect(ask("n == null")).toBe("true");
    expect(ask("n")).toBe("null");
  });
});

describe("a method of the vocabulary", () => {
  test("is asked with its receiver first, and only when its arguments are known", () => {
    expect(ask("ports.covers(22)")).toBe("true");
    expect(ask("ports.covers(n)")).toBe("! `n` has no value");
    expect(ask("ports.covers(n)", { n: missing("port") })).toBe("? port");
    expect(ask("ports.covers(22)", { ports: missing("rule") })).toBe("? rule");
  });
});

describe("evaluation", () => {
  test("ends on nested walks over a large list", () => {
    const list = Array.from({ length: 3_000 }, (_, at) => at);
    expect(ask("list.all(x, list.all(y, list.all(z, x + y + z >= 0)))", { list })).toBe(
      "! the expression visits too many list members",
    );
  });

  test("does not trust the kind of a value: a string where a number was promised is an error", () => {
    expect(ask("n < 3", { n: "many" })).toBe("! cannot compare a string with a number");
    expect(ask("list.all(x, x > 0)", { list: "none" })).toBe("! a string has no members to go through");
    expect(ask('s.startsWith("a")', { s: 3 })).toBe(
      "! `startsWith()` cannot be asked of a number and a string",
    );
  });
});

test("every function has a sentence for its authors' page", () => {
  expect(
    standardFunctions.filter(({ doc }) => !/^.+\.$/.test(doc)).map(({ signature }) => signature),
  ).toEqual([]);
});
