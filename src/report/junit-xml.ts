import { visible } from "./escape/visible.ts";

/** Tests that belong together. */
export interface Suite {
  readonly name: string;
  readonly cases: readonly Case[];
}

export interface Case {
  readonly name: string;
  readonly file?: string | undefined;
  readonly line?: number | undefined;
  readonly outcome: "passed" | "failure" | "skipped" | "error";
  readonly message: string;
  readonly detail: string;
}

/** Test results as JUnit's XML, as CI systems read it. */
export function junitXml(suites: readonly Suite[]): string {
  const cases = suites.flatMap((suite) => suite.cases);
  const head = attributes({ name: "eks-policy-gate", ...totals(cases) });
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites${head}>\n${suites.map(suiteXml).join("")}</testsuites>\n`;
}

function totals(cases: readonly Case[]) {
  const of = (wanted: Case["outcome"]) => cases.filter(({ outcome }) => outcome === wanted).length;
  return { tests: cases.length, failures: of("failure"), errors: of("error"), skipped: of("skipped") };
}

function suiteXml({ name, cases }: Suite): string {
  const head = attributes({ name, ...totals(cases) });
  return `  <testsuite${head}>\n${cases.map((each) => caseXml(name, each)).join("")}  </testsuite>\n`;
}

function caseXml(suite: string, { name, file, line, outcome, message, detail }: Case): string {
  const head = attributes({ name, classname: suite, file, line });
  if (outcome === "passed")
    return `    <testcase${head}>\n      <system-out>${escaped(detail)}</system-out>\n    </testcase>\n`;
  return `    <testcase${head}>\n      <${outcome}${attributes({ message })}>${escaped(detail)}</${outcome}>\n    </testcase>\n`;
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

/** XML has no way to write most control characters, so they are spelled out. What the runner would obey is written as codes. */
function escaped(text: string): string {
  return visible(text)
    .replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)
    .replaceAll("##[", "##&#91;")
    .replace(/^([^\S\n]*):(?=:)/gm, "$1&#58;");
}
