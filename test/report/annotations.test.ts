import { describe, expect, test } from "vitest";
import { Failure } from "../../src/base/failure.ts";
import { type Annotation, annotations } from "../../src/report/annotations.ts";
import type { LocatedFinding, Verdict } from "../../src/verdict/finding.ts";
import { blocked, fewReplicas, found, openIngress, traced } from "./example.ts";

function of(findings: readonly LocatedFinding[], more: Partial<Verdict> = {}): Verdict {
  return { ...blocked, findings, ...more };
}

function levels(list: readonly Annotation[]): Readonly<Record<string, number>> {
  const count = (level: string) => list.filter((one) => one.level === level).length;
  return { error: count("error"), warning: count("warning"), notice: count("notice") };
}

const denied = Array.from({ length: 25 }, (_, index) =>
  found(openIngress, `aws_security_group.g${index}`, { file: "a.tf", line: index + 1 }, "is open"),
);
const warned = Array.from({ length: 15 }, (_, index) =>
  found(fewReplicas, `Deployment/shop/d${index}`, { file: "b.yaml", line: index + 1 }, "runs 1 replica", {
    enforcement: "warn",
  }),
);

describe("annotations", () => {
  test("begin with the verdict, so that it is never among those that are dropped", () => {
    const [first] = annotations(blocked);
    expect(first).toMatchObject({ level: "error", title: "EKS policy gate" });
    expect(first?.message).toBe("Blocked by 1 finding, with 1 warning and 1 open question.");
    expect(first?.place).toBeUndefined();
  });

  test("say a passing verdict as a notice", () => {
    const [first, ...rest] = annotations(of([], { conclusion: "pass" }));
    expect(first).toMatchObject({ level: "notice", message: "Passed." });
    expect(rest).toEqual([]);
  });

  test("are ten of a level at most, worst first, and the verdict counts the rest", () => {
    const list = annotations(of([...denied, ...warned]));
    expect(levels(list)).toEqual({ error: 10, warning: 10, notice: 0 });
    expect(list[1]?.message).toContain("aws_security_group.g0:");
    expect(list[0]?.message).toContain("21 more annotations would not fit; the job summary has everything.");
  });

  test("leave room for what else there is to say", () => {
    const also: Annotation = { level: "warning", title: "unknown input", message: "there is no input `x`" };
    const list = annotations(of(warned, { conclusion: "pass" }), [also]);
    expect(levels(list)).toEqual({ error: 0, warning: 10, notice: 1 });
    expect(list[1]).toBe(also);
  });

  test("name the resource, the fix and the policy on the line that causes the finding", () => {
    const [, finding] = annotations(blocked);
    expect(finding?.place).toEqual({
      file: "infra/security.tf",
      line: 4,
      endLine: 4,
      column: 19,
      endColumn: 32,
    });
    expect(finding?.message).toBe(
      [
        "aws_security_group.web: security group `web` lets 0.0.0.0/0 reach port 22",
        "Fix: Name the networks that need it, e.g. the office. Or use a bastion.",
        "Policy: world-open-ingress",
      ].join("\n\n"),
    );
  });

  test("stand at the cause and say of its way only what has to be known", () => {
    const annotation = annotations(of([traced])).at(-1);
    expect(annotation?.place).toMatchObject({ file: "live/prod.auto.tfvars", line: 2 });
    expect(annotation?.message).toContain("Note: the files here are not what was planned.");
    expect(annotation?.message).not.toContain("main.tf");
  });

  test("do not name the resource twice", () => {
    const finding = found(
      openIngress,
      "aws_security_group.web",
      { file: "a.tf" },
      "aws_security_group.web is open",
    );
    expect(annotations(of([finding]))[1]?.message).toMatch(/^aws_security_group\.web is open\n/);
  });

  test("give columns only within one line, and no line without a file", () => {
    const at = (place: LocatedFinding["place"]) =>
      annotations(of([found(openIngress, "a", place, "is open")]))[1]?.place;
    expect(at({ file: "a.tf", line: 2, column: 3, endLine: 4, endColumn: 1 })).toEqual({
      file: "a.tf",
      line: 2,
      endLine: 4,
    });
    expect(at({ file: "a.tf", line: 2, column: 9, endLine: 2, endColumn: 3 })).toEqual({
      file: "a.tf",
      line: 2,
      endLine: 2,
      column: 9,
    });
    expect(at({ file: "a.tf", column: 3 })).toEqual({ file: "a.tf" });
  });

  test("say what stands in the way of an answer instead of a fix", () => {
    const list = annotations(blocked);
    const unresolved = list.find(({ title }) => title.startsWith("Unresolved"));
    expect(unresolved?.level).toBe("warning");
    expect(unresolved?.message).toContain("Not known: aws_subnet.a.availability_zone is known after apply;");
    expect(unresolved?.message).not.toContain("Fix:");
  });

  test("put why there is no verdict before the findings", () => {
    const failures = [
      new Failure("unreadable", "the plan is cut off", { at: { file: "plan.json" }, hint: "write it again" }),
    ];
    const [verdict, failure] = annotations({ ...blocked, conclusion: "unjudged", failures });
    expect(verdict?.message).toBe("Not judged: the plan is cut off.");
    expect(failure).toMatchObject({
      level: "error",
      message: "the plan is cut off\n\nwrite it again",
      place: { file: "plan.json" },
    });
  });

  test("count what is under audit nowhere", () => {
    const audited = warned.map((finding) => ({ ...finding, enforcement: "audit" as const }));
    expect(annotations(of(audited, { conclusion: "pass" }))).toHaveLength(1);
  });

  test("end before the runner would cut them", () => {
    const list = annotations(of([found(openIngress, "a", { file: "a.tf" }, "😀".repeat(4_000))]));
    expect(list[1]?.message.length).toBeLessThanOrEqual(4_000);
    expect(list[1]?.message).not.toMatch(/\p{Cs}/u);
  });
});
