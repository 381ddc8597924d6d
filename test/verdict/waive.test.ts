import { describe, expect, test } from "vitest";
import type { Waiver } from "../../src/policy/waiver.ts";
import type { LocatedFinding } from "../../src/verdict/finding.ts";
import { waive } from "../../src/verdict/waive.ts";
import { blocked } from "../report/example.ts";

const [example] = blocked.findings;
if (example === undefined) throw new Error("the example has no findings");

function finding(resource: string, more: Partial<LocatedFinding> = {}): LocatedFinding {
  return { ...example, resource, ...more } as LocatedFinding;
}

function waiver(resource: string, more: Partial<Waiver> = {}): Waiver {
  return {
    policy: example?.policy.id ?? "",
    resource,
    match: "exact",
    reason: "behind the VPN",
    owner: "@acme/network",
    expires: "2026-12-31",
    at: { file: "waivers.yaml", line: 1 },
    ...more,
  };
}

const now = "2026-06-15";

describe("waivers", () => {
  test("excuse what they name where it stands, and nothing else", () => {
    const all = [finding("a[0]"), finding("a[1]"), finding("a"), finding('a["0"]')];
    const { findings, uses } = waive(all, [{ waiver: waiver("a[1]") }], now);
    expect(findings.map(({ resource, excuse }) => [resource, excuse?.kind])).toEqual([
      ["a[0]", undefined],
      ["a[1]", "waived"],
      ["a", undefined],
      ['a["0"]', undefined],
    ]);
    expect(uses).toMatchObject([{ state: "used", findings: 1 }]);
  });

  test("excuse all that a policy finds in one resource", () => {
    const { uses } = waive([finding("a"), finding("a")], [{ waiver: waiver("a") }], now);
    expect(uses).toMatchObject([{ state: "used", findings: 2 }]);
  });

  test("of a resource excuse what is found in its parts, and those of a part that part alone", () => {
    const group = "module.edge.aws_security_group.lb[0]";
    const about = { format: "terraform", file: "plan.json", owner: group, document: 0, path: [] } as const;
    const parts = [0, 1].map((index) => finding(`${group} ingress[${index}]`, { about }));
    const excused = (resource: string, match: Waiver["match"] = "exact") =>
      waive(parts, [{ waiver: waiver(resource, { match }) }], now).uses[0]?.findings;
    expect(excused(group)).toBe(2);
    expect(excused(`${group} ingress[1]`)).toBe(1);
    expect(excused("module.edge.aws_security_group.lb")).toBe(0);
    expect(excused("module.edge.*", "glob")).toBe(2);
  });

  test("are used by what its base has too, which keeps that excuse", () => {
    const before = finding("a", { excuse: { kind: "before" } });
    const { findings, uses } = waive([before], [{ waiver: waiver("a") }], now);
    expect(findings).toEqual([before]);
    expect(uses).toMatchObject([{ state: "used", findings: 1 }]);
  });

  test("that are expired or refused say what they would excuse", () => {
    const claims = [
      { waiver: waiver("a", { expires: "2026-06-14" }), refused: "no" },
      { waiver: waiver("a"), refused: "no" },
      { waiver: waiver("b") },
    ];
    const { findings, uses } = waive([finding("a")], claims, now);
    expect(findings[0]?.excuse).toBeUndefined();
    expect(uses.map(({ state, findings, why }) => [state, findings, why])).toEqual([
      ["expired", 1, "its last day was 2026-06-14"],
      ["refused", 1, "no"],
      ["unused", 0, undefined],
    ]);
  });

  test("beside the code mean only what they stand beside", () => {
    const [one, other] = [finding("a"), finding("a")];
    const claim = { waiver: waiver("a"), beside: new Set([one]) };
    const { findings } = waive([one, other], [claim], now);
    expect(findings.map(({ excuse }) => excuse?.kind)).toEqual(["waived", undefined]);
  });
});
