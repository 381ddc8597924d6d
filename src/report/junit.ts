import { showPlace } from "../base/place.ts";
import type { LocatedFinding, PolicyTally, Verdict } from "../verdict/finding.ts";
import { advice } from "./advice.ts";
import { excuseText } from "./excuse.ts";
import { grouped } from "./grouped.ts";
import { count } from "./headline.ts";
import { type Case, junitXml, type Suite } from "./junit-xml.ts";

/**
 * The verdict as JUnit's XML, for whoever shows test results: one suite for every policy, in it a case for every
 * finding, or one that passes where there are none. What blocks fails, what warns or is excused is skipped with its
 * message or its excuse, and what could not be read or loaded is a suite of errors. What is only counted is left out.
 */
export function junit(verdict: Verdict): string {
  const heard = verdict.findings.filter(({ enforcement }) => enforcement !== "audit");
  const byPolicy = new Map(grouped(heard, ({ policy }) => policy.id));
  const suites = verdict.tally.map((tally) => suite(tally, byPolicy.get(tally.policy.id) ?? []));
  return junitXml([...errors(verdict), ...suites]);
}

function errors({ failures }: Verdict): readonly Suite[] {
  if (failures.length === 0) return [];
  const cases = failures.map(
    ({ code, message, hint, at }): Case => ({
      name: at === undefined ? code : showPlace(at),
      file: at?.file,
      line: at?.line,
      outcome: "error",
      message,
      detail: hint ?? "",
    }),
  );
  return [{ name: "reading", cases }];
}

function suite({ policy, satisfied, notApplicable }: PolicyTally, own: readonly LocatedFinding[]): Suite {
  const passed: Case = {
    name: policy.title,
    outcome: "passed",
    message: "",
    detail: `${count(satisfied, "answer")} satisfied, ${notApplicable} not applicable`,
  };
  return { name: policy.id, cases: own.length === 0 ? [passed] : own.map(caseOf) };
}

function caseOf(finding: LocatedFinding): Case {
  const { outcome, resource, place, message, missing, policy, enforcement, excuse } = finding;
  const helps = outcome === "unresolved" ? missing.map(advice) : [policy.fix];
  return {
    name: resource,
    file: place.file,
    line: place.line,
    outcome: enforcement === "deny" && excuse === undefined ? "failure" : "skipped",
    message: excuse === undefined ? message : `${excuseText(excuse)}: ${message}`,
    detail: [`${showPlace(place)}  ${policy.severity}, ${outcome}`, ...new Set(helps)].join("\n"),
  };
}
