import { describe, expect, it } from "vitest";
import type { LocatedFinding } from "../../src/verdict/finding.ts";
import { type Asked, type Impact, impactsOf, impactsOnSaved } from "../../src/verdict/impact.ts";
import { finding } from "./found.ts";

const violated = finding({ outcome: "violated", enforcement: "warn" });
const open: LocatedFinding = { ...violated, outcome: "unresolved" };
const denied: LocatedFinding = { ...violated, enforcement: "deny" };

function kinds(
  before: readonly LocatedFinding[],
  after: readonly LocatedFinding[],
  gone: Parameters<typeof impactsOf>[2] = () => "satisfied",
): readonly Impact["kind"][] {
  return impactsOf(before, after, gone).map(({ kind }) => kind);
}

describe("a change of policies", () => {
  it("changes nothing where the same is found and does the same, whatever is said of it", () => {
    expect(kinds([violated, open], [open, { ...violated, message: "in other words" }])).toEqual([]);
  });

  it("adds what was not found, and what was found otherwise", () => {
    expect(impactsOf([], [denied], () => "satisfied")).toEqual([
      { kind: "violated", finding: denied, is: { outcome: "violated", enforcement: "deny" } },
    ]);
    expect(impactsOf([open], [violated], () => "satisfied")).toEqual([
      {
        kind: "violated",
        finding: violated,
        was: { outcome: "unresolved", enforcement: "warn" },
        is: { outcome: "violated", enforcement: "warn" },
      },
    ]);
    expect(kinds([violated], [open])).toEqual(["unresolved"]);
  });

  it("takes away what is no longer found, and says what became of it", () => {
    for (const kind of ["satisfied", "not-applicable", "dropped"] as const) {
      expect(kinds([violated], [], () => kind)).toEqual([kind]);
    }
  });

  it("makes the same stricter or milder", () => {
    expect(kinds([violated], [denied])).toEqual(["stricter"]);
    expect(kinds([denied], [{ ...violated, enforcement: "audit" }])).toEqual(["milder"]);
  });

  it("tells several findings about one thing apart by what they say and where", () => {
    const [ssh, rdp] = ["ssh", "rdp"].map((message, line) => ({
      ...violated,
      message,
      place: { file: "a.tf", line: line + 1 },
    }));
    if (ssh === undefined || rdp === undefined) throw new Error("there are two");
    expect(impactsOf([ssh, rdp], [rdp], () => "satisfied").map((each) => each.finding)).toEqual([ssh]);
    expect(kinds([ssh], [rdp, ssh])).toEqual(["violated"]);
  });
});

describe("what follows for a saved report", () => {
  const same: Asked = { id: "a", question: "?", enforcement: "warn", unresolved: "audit" };
  const told = (to: readonly Asked[], findings = [violated], from: readonly Asked[] = [same]) => {
    const { impacts, untold } = impactsOnSaved(findings, from, to);
    return { kinds: impacts.map(({ kind }) => kind), untold };
  };

  it("is that nobody asks any more where the policy is gone", () => {
    expect(told([])).toEqual({ kinds: ["dropped"], untold: [] });
  });

  it("is what the policy does now, where it asks the same", () => {
    expect(told([{ ...same, enforcement: "deny" }])).toEqual({ kinds: ["stricter"], untold: [] });
    expect(told([{ ...same, unresolved: "deny" }])).toEqual({ kinds: [], untold: [] });
    expect(told([{ ...same, unresolved: "deny" }], [{ ...open, enforcement: "audit" }]).kinds).toEqual([
      "stricter",
    ]);
  });

  it("is nothing where the run was told to do otherwise", () => {
    expect(told([{ ...same, enforcement: "audit" }], [denied])).toEqual({ kinds: [], untold: [] });
  });

  it("cannot be told where the policy asks something else, or is new", () => {
    expect(told([{ ...same, question: "!" }])).toEqual({ kinds: [], untold: ["a"] });
    expect(told([same, { ...same, id: "b" }])).toEqual({ kinds: [], untold: ["b"] });
    expect(told([same], [violated], [])).toEqual({ kinds: [], untold: ["a"] });
  });
});
