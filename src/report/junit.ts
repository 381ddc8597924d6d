import { showPlace } from "../base/place.ts";
import type { LocatedFinding, PolicyTally, Verdict } from "../verdict/finding.ts";
import { advice } from "./advice.ts";
import { visible } from "./escape/visible.ts";
import { excuseText } from "./excuse.ts";
import { count } from "./headline.ts";

/**
 * The verdict as JUnit's XML, for whoever shows test results: one suite for every policy, in it a case for every
 * finding, or one that passes where there are none. What blocks fails, what warns or is excused is skipped with its
 * message or its excuse, and what could not be read or loaded is a suite of errors. What is only counted is left out.
 */
export function junit(verdict: Verdict): string {
  const suites = [...errors(verdict), ...verdict.tally.map((tally) => suite(tally, verdict.findings))];
  const sum = (of: (suite: Suite) => number) => suites.reduce((all, each) => all + of(each), 0);
  const totals = attributes({
    name: "eks-policy-gate",
    tests: sum(({ cases }) => cases.length),
    failures: sum(failures),
    errors: sum((each) => (each.isError ? each.cases.length : 0)),
    skipped: sum(skipped),
  });
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites${totals}>\n${suites.map(suiteXml).join("")}</testsuites>\n`;
}

interface Suite {
  readonly name: string;
  readonly isError: boolean;
  readonly cases: readonly Case[];
}

interface Case {
  readonly name: string;
  readonly file?: string | undefined;
  readonly line?: number | undefined;
  readonly outcome: "passed" | "failure" | "skipped" | "error";
  readonly message: string;
  readonly detail: string;
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
  return [{ name: "reading", isError: true, cases }];
}

function suite(
  { policy, satisfied, notApplicable }: PolicyTally,
  findings: readonly LocatedFinding[],
): Suite {
  const own = findings.filter(
    (finding) => finding.policy.id === policy.id && finding.enforcement !== "audit",
  );
  const passed: Case = {
    name: policy.title,
    outcome: "passed",
    message: "",
    detail: `${count(satisfied, "answer")} satisfied, ${notApplicable} not applicable`,
  };
  return { name: policy.id, isError: false, cases: own.length === 0 ? [passed] : own.map(caseOf) };
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

function suiteXml(suite: Suite): string {
  const { name, isError, cases } = suite;
  const errorCount = isError ? cases.length : 0;
  const head = attributes({
    name,
    tests: cases.length,
    failures: failures(suite),
    errors: errorCount,
    skipped: skipped(suite),
  });
  return `  <testsuite${head}>\n${cases.map((each) => caseXml(name, each)).join("")}  </testsuite>\n`;
}

function caseXml(suite: string, { name, file, line, outcome, message, detail }: Case): string {
  const head = attributes({ name, classname: suite, file, line });
  if (outcome === "passed")
    return `    <testcase${head}>\n      <system-out>${escaped(detail)}</system-out>\n    </testcase>\n`;
  return `    <testcase${head}>\n      <${outcome}${attributes({ message })}>${escaped(detail)}</${outcome}>\n    </testcase>\n`;
}

function failures({ cases }: Suite): number {
  return cases.filter(({ outcome }) => outcome === "failure").length;
}

function skipped({ cases }: Suite): number {
  return cases.filter(({ outcome }) => outcome === "skipped").length;
}

function attributes(values: Readonly<Record<string, string | number | undefined>>): string {
  return Object.entries(values)
    .filter(([, value]) => value !== undefined)
    .map(
      ([name, value]) =>
        ` ${name}="${escaped(String(value)).replace(/[\n\t]/g, (blank) => `&#${blank.charCodeAt(0)};`)}"`,
    )
    .join("");
}

/** XML has no way to write most control characters, so they are spelled out. */
function escaped(text: string): string {
  return visible(text).replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
