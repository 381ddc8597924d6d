import { describe, expect, it } from "vitest";
import { changeOf, compare } from "../../src/verdict/compare.ts";
import type { Finding } from "../../src/verdict/finding.ts";
import { finding } from "./found.ts";

describe("a finding", () => {
  const one = finding({ resource: "aws_subnet.a", message: "it is narrow" });
  const excused = (now: readonly Finding[], base: readonly Finding[]) =>
    compare(now, base).findings.map(({ excuse }) => excuse?.kind);

  it("is the base's own where the same is said of the same resource", () => {
    expect(excused([one], [one])).toEqual(["before"]);
    expect(excused([one], [])).toEqual([undefined]);
    expect(excused([one], [finding({ resource: "aws_subnet.b", message: "it is narrow" })])).toEqual([
      undefined,
    ]);
  });

  it("counts where what is said of it has changed", () => {
    expect(excused([finding({ resource: "aws_subnet.a", message: "it is narrower" })], [one])).toEqual([
      undefined,
    ]);
  });

  it("counts as often as it is new: two of what the base has one of are one more", () => {
    expect(excused([one, one], [one])).toEqual(["before", undefined]);
  });

  it("is the same wherever in a list it stands", () => {
    const rule = (index: number) => {
      const resource = `aws_security_group.web ingress[${index}]`;
      return finding({ resource, message: `${resource} is open` });
    };
    expect(excused([rule(3)], [rule(0)])).toEqual(["before"]);
    const key = (text: string) => finding({ resource: `aws_subnet.a["x y[${text}]"]`, message: "open" });
    expect(excused([key("1")], [key("0")])).toEqual([undefined]);
  });

  it("that is open counts where something else is not known, or for another reason", () => {
    const open = (reason: string) =>
      finding({ resource: "aws_subnet.a", outcome: "unresolved", missing: [{ attribute: "zone", reason }] });
    expect(excused([open("in another stack")], [open("in another stack")])).toEqual(["before"]);
    expect(excused([open("known after apply")], [open("in another stack")])).toEqual([undefined]);
  });

  it("that was open and is violated counts", () => {
    expect(excused([one], [finding({ ...one, outcome: "unresolved" })])).toEqual([undefined]);
  });
});

describe("what is resolved", () => {
  const one = finding({ resource: "aws_subnet.a", message: "it is narrow" });
  it("is what was violated and is no longer found, in whatever words", () => {
    expect(compare([], [one]).resolved).toEqual([one]);
    expect(compare([finding({ ...one, message: "it is narrower" })], [one]).resolved).toEqual([]);
    expect(compare([], [finding({ ...one, outcome: "unresolved" })]).resolved).toEqual([]);
    expect(compare([], [finding({ ...one, enforcement: "audit" })]).resolved).toEqual([]);
  });
});

describe("a change of policy", () => {
  const one = finding({ resource: "aws_subnet.a", message: "it is narrow", enforcement: "deny" });
  it("adds what only the new policies find, and removes what only the old ones do", () => {
    expect(changeOf([one], [])).toEqual({ added: [], removed: [one] });
    expect(changeOf([], [one])).toEqual({ added: [one], removed: [] });
    expect(changeOf([one], [one])).toEqual({ added: [], removed: [] });
  });

  it("that makes a finding warn instead of deny takes one and adds one; what is only counted is nothing", () => {
    const warned = finding({ ...one, enforcement: "warn" });
    expect(changeOf([one], [warned])).toEqual({ added: [warned], removed: [one] });
    expect(changeOf([one], [finding({ ...one, enforcement: "audit" })])).toEqual({
      added: [],
      removed: [one],
    });
  });
});
