import { readFileSync } from "node:fs";
import { Ajv } from "ajv";
import { expect, test } from "vitest";
import { Failure } from "../../src/base/failure.ts";
import { sarif } from "../../src/report/sarif.ts";
import type { LocatedFinding, Verdict } from "../../src/verdict/finding.ts";
import { blocked, found, openIngress, traced } from "./example.ts";
import { compared, waiver } from "./excused.ts";

const schema: object = JSON.parse(
  readFileSync(new URL("../fixtures/sarif-2.1.0.json", import.meta.url), "utf8"),
);
const failed: Verdict = {
  ...blocked,
  conclusion: "unjudged",
  failures: [new Failure("unreadable", "`spec` must be a mapping", { at: { file: "a.yaml", line: 3 } })],
};
const withTrail: Verdict = { ...blocked, findings: [traced] };
const empty: Verdict = { ...blocked, conclusion: "pass", findings: [], tally: [], policies: [] };

const place = { file: "main.tf", line: 3 };

interface Log {
  readonly runs: readonly {
    readonly tool: { readonly driver: { readonly rules: readonly Rule[] } };
    readonly automationDetails: { readonly id: string };
    readonly invocations: readonly { readonly executionSuccessful: boolean }[];
    readonly results: readonly Result[];
  }[];
}

interface Rule {
  readonly id: string;
  readonly properties: { readonly tags: readonly string[]; readonly "security-severity": string };
}

interface Result {
  readonly ruleId: string;
  readonly ruleIndex: number;
  readonly level: string;
  readonly message: { readonly text: string };
  readonly baselineState?: string;
  readonly suppressions?: readonly { readonly kind: string; readonly justification: string }[];
  readonly partialFingerprints: { readonly primaryLocationLineHash: string };
  readonly locations: readonly {
    readonly physicalLocation: {
      readonly artifactLocation: { readonly uri: string };
      readonly region: { readonly startLine: number };
    };
  }[];
}

test.each([
  ["blocked", blocked],
  ["unjudged", failed],
  ["traced to its cause", withTrail],
  ["empty", empty],
  ["compared with a base", compared],
])("the schema of SARIF describes a report that is %s", (_, verdict) => {
  const ajv = new Ajv({ strict: false, validateFormats: false, allErrors: true, unicodeRegExp: false });
  expect(ajv.validate(schema, JSON.parse(sarif(verdict, { version: "1.2.3" }))), ajv.errorsText()).toBe(true);
});

test("everything is there that GitHub's code scanning asks for", () => {
  for (const verdict of [blocked, failed, withTrail, compared]) {
    const [run] = logOf(verdict).runs;
    expect(run?.automationDetails.id).toMatch(/^eks-policy-gate\/[^/]+\/$/);
    for (const rule of run?.tool.driver.rules ?? []) {
      expect(texts(rule).filter((text) => text === "")).toEqual([]);
      expect(rule.properties.tags.length).toBeLessThanOrEqual(10);
      expect(Number(rule.properties["security-severity"])).toBeGreaterThan(0);
      expect(Number(rule.properties["security-severity"])).toBeLessThanOrEqual(10);
    }
    for (const result of run?.results ?? []) {
      expect(texts(result).filter((text) => text === "")).toEqual([]);
      expect(run?.tool.driver.rules[result.ruleIndex]?.id).toBe(result.ruleId);
      expect(result.locations[0]?.physicalLocation.region.startLine).toBeGreaterThan(0);
      expect(result.partialFingerprints.primaryLocationLineHash).toMatch(/^[0-9a-f]{32}:\d+$/);
    }
  }
});

test("what was there before is unchanged, and what is waived is suppressed with who answers for it", () => {
  const results = logOf(compared).runs[0]?.results ?? [];
  expect(results.map(({ baselineState }) => baselineState)).toEqual(["new", "unchanged", "new"]);
  expect(results.map(({ suppressions }) => suppressions)).toEqual([
    undefined,
    undefined,
    [
      {
        kind: "external",
        justification: "waived by @acme/shop until 2026-12-31, the queue is drained by hand, see #12",
      },
    ],
  ]);
  expect(logOf(blocked).runs[0]?.results[0]).not.toHaveProperty("baselineState");
});

test("a waiver that stands beside the code suppresses in the source", () => {
  const beside = { ...waiver, at: { file: "main.tf", line: 2 } };
  const finding = found(openIngress, "a", place, "open", { excuse: { kind: "waived", waiver: beside } });
  const [result] = logOf({ ...blocked, findings: [finding] }).runs[0]?.results ?? [];
  expect(result?.suppressions?.[0]?.kind).toBe("inSource");
});

test("what a change resolves is no result, for GitHub would take it for found", () => {
  expect(sarif(compared, { version: "1.2.3" })).not.toContain("aws_eks_node_group.gone");
});

test("what is excused is left out first where there is too much", () => {
  const many = Array.from({ length: 5_000 }, (_, index) => found(openIngress, `new${index}`, place, "open"));
  const old = found(openIngress, "old", place, "open", { excuse: { kind: "before" } });
  const results = logOf({ ...blocked, findings: [old, ...many] }).runs[0]?.results ?? [];
  expect(results).toHaveLength(5_000);
  expect(JSON.stringify(results)).not.toContain('"old"');
});

test("a finding keeps its fingerprint when its lines move, its file is renamed and lists are reordered", () => {
  const here = {
    ...found(openIngress, "aws_security_group.a", place, "open"),
    refs: [{ format: "terraform", file: "plan.json", owner: "a", document: 0, path: ["ingress", 0, "from"] }],
    place: { file: "main.tf", line: 3 },
  } as const;
  const moved: LocatedFinding = {
    ...here,
    refs: [{ format: "terraform", file: "new.json", owner: "a", document: 0, path: ["ingress", 4, "from"] }],
    place: { file: "renamed.tf", line: 90 },
  };
  const other: LocatedFinding = { ...here, resource: "another" };
  const [first, second, third, again] = printsOf({ ...blocked, findings: [here, moved, other, here] });
  expect(second?.split(":")[0]).toBe(first?.split(":")[0]);
  expect(third?.split(":")[0]).not.toBe(first?.split(":")[0]);
  expect([first, second, again].map((print) => print?.split(":")[1])).toEqual(["1", "2", "3"]);
});

test("what is only counted is not told, and a scan that could not judge was no success", () => {
  const audited = { ...found(openIngress, "sg", place, "open"), enforcement: "audit" as const };
  expect(resultsOf({ ...blocked, findings: [audited] })).toEqual([]);
  expect(logOf(failed).runs[0]?.invocations[0]?.executionSuccessful).toBe(false);
  expect(logOf(blocked).runs[0]?.invocations[0]?.executionSuccessful).toBe(true);
});

test("nobody's text becomes a link, and a path is a URI", () => {
  const message = "see [here](https://evil.example) \u202e";
  const hostile = found(openIngress, "sg", { file: "a b/ü#1.tf", line: 1 }, message);
  const [result] = resultsOf({ ...blocked, findings: [hostile] });
  expect(result?.message.text).toContain("see \\[here\\](https://evil.example) \\\\u{202e}");
  expect(result?.locations[0]?.physicalLocation.artifactLocation.uri).toBe("a%20b/%C3%BC%231.tf");
});

test("no more results are written than code scanning shows, the worst first", () => {
  const findings = Array.from({ length: 5001 }, (_, at) => found(openIngress, `sg-${at}`, place, "open"));
  expect(resultsOf({ ...blocked, findings })).toHaveLength(5000);
});

function logOf(verdict: Verdict): Log {
  return JSON.parse(sarif(verdict, { version: "1.2.3" }));
}

function resultsOf(verdict: Verdict): readonly Result[] {
  return logOf(verdict).runs.flatMap(({ results }) => results);
}

function printsOf(verdict: Verdict): readonly string[] {
  return resultsOf(verdict).map((result) => result.partialFingerprints.primaryLocationLineHash);
}

function texts(part: unknown): readonly string[] {
  if (typeof part === "string") return [part];
  return typeof part === "object" && part !== null ? Object.values(part).flatMap(texts) : [];
}
