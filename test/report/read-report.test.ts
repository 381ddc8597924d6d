import { readFileSync } from "node:fs";
import { Ajv } from "ajv";
import { describe, expect, test } from "vitest";
import { Failure } from "../../src/base/failure.ts";
import type { Waiver } from "../../src/policy/waiver.ts";
import { renderComment } from "../../src/report/comment.ts";
import { json } from "../../src/report/json.ts";
import { largestReport, readReport } from "../../src/report/read-report.ts";
import { renderSummary } from "../../src/report/summary.ts";
import type { LocatedFinding, Verdict } from "../../src/verdict/finding.ts";
import { blocked, found, openIngress, policyNamed, traced } from "./example.ts";

const context = { serverUrl: "https://github.com", repository: "o/r", headSha: "a".repeat(40) };

function read(text: string) {
  return readReport("report.json", new TextEncoder().encode(text));
}

function verdictIn(text: string): Verdict {
  const report = read(text);
  if (report instanceof Failure) throw report;
  return report.verdict;
}

/** The report with something in it changed. */
function changed(change: (report: ReturnType<typeof JSON.parse>) => unknown): string {
  const report = JSON.parse(json(blocked));
  change(report);
  return JSON.stringify(report);
}

const ajv = new Ajv({ allErrors: true, allowUnionTypes: true });
const schema: object = JSON.parse(
  readFileSync(new URL("../../src/report/report.schema.json", import.meta.url), "utf8"),
);

/** The schema without room for a field that it does not describe. */
function strictly(part: object): object {
  return JSON.parse(JSON.stringify(part), (_, value: unknown) =>
    typeof value === "object" && value !== null && "properties" in value && !("oneOf" in value)
      ? { ...value, additionalProperties: false }
      : value,
  );
}

function drawing(key: string): string {
  const cluster = { key, name: "main", marked: false };
  const layouts = [{ cluster, zones: [], runners: [], apart: [], isOpen: false }];
  return changed((report) => Object.assign(report, { layouts }));
}

function bar(used: number) {
  return { policy: "a", what: "b", concept: "C", resource: "d", used, isOpen: false, limit: 1 };
}

const open: LocatedFinding = {
  ...traced,
  outcome: "unresolved",
  enforcement: "warn",
  note: "the files here are not what was planned",
  secret: true,
  when: "`Environment` is `dev`",
  missing: [
    {
      attribute: "module.eks.aws_subnet.a.availability_zone",
      reason: "made from `zones`, known after apply",
      ref: { format: "terraform", file: "plan.json", owner: "module.eks", document: 0, path: ["zones", 0] },
      place: { file: "main.tf", line: 4 },
    },
  ],
};
const waiver: Waiver = {
  policy: traced.policy.id,
  resource: traced.resource,
  match: "exact",
  file: "plan.json",
  reason: "behind the VPN",
  owner: "@acme/network",
  expires: "2027-01-31",
  at: { file: "waivers.yaml", line: 1 },
};
const {
  place: _,
  trail: _trail,
  ...gone
} = found(openIngress, "aws_security_group.old", { file: "a.tf" }, "was open");
const brought = policyNamed("own-policy", "low", "Do it.");
const laid = { key: "s1", name: "a", marked: true };
const gateway = { key: "g2", name: "nat", marked: false };

const everything: Verdict = {
  ...blocked,
  comparison: { base: "main", resolved: [gone] },
  policyChange: {
    files: ["policies/own-policy.yaml"],
    added: [found(brought, "Deployment/shop/web", { file: "k8s/web.yaml", line: 1 }, "is wrong")],
    removed: [traced],
    failures: [
      new Failure("policy", "`assert` is missing", { at: { file: "policies/other.yaml", line: 1 } }),
    ],
  },
  layouts: [
    {
      cluster: { key: "c0", name: "main", marked: false },
      zones: [
        {
          name: "eu-west-1a",
          subnets: [{ ...laid, access: "private", cidr: "10.0.0.0/24", nat: "g2", gateways: [] }],
        },
        { subnets: [{ ...laid, key: "s3", access: "unknown", gateways: [gateway] }] },
      ],
      runners: [
        {
          key: "r4",
          name: "workers",
          marked: true,
          kind: "node group",
          subnets: ["s1"],
          perhaps: ["s3"],
          isOpen: true,
        },
      ],
      apart: [{ key: "g5", name: "other", marked: false, isRegional: true }],
      isOpen: true,
    },
  ],
  headroom: [
    {
      policy: { id: openIngress.id },
      what: "rules of a group",
      concept: "SecurityGroup",
      resource: "aws_security_group.web",
      used: 59,
      isOpen: true,
      before: 12,
      limit: 60,
    },
  ],
  conclusion: "unjudged",
  findings: [
    ...blocked.findings,
    traced,
    open,
    { ...traced, excuse: { kind: "before" } },
    { ...traced, excuse: { kind: "waived", waiver } },
  ],
  waivers: [
    { waiver, state: "used", findings: 1 },
    { waiver: { ...waiver, match: "glob", resource: "a*" }, state: "refused", findings: 0, why: "no" },
  ],
  failures: [
    new Failure("unreadable", "`spec` must be a mapping", {
      at: { file: "a.yaml", line: 3 },
      hint: "indent it",
    }),
  ],
  notes: [
    { message: "the plan is not of everything", hint: "plan without `-target`", at: { file: "plan.json" } },
  ],
};

describe("a report that is read again", () => {
  test.each([
    ["findings", blocked],
    ["every kind of part", everything],
    ["nothing", { ...blocked, conclusion: "pass", findings: [], tally: [], policies: [] } as Verdict],
  ])("tells what the verdict told, with %s", (_, verdict) => {
    const again = verdictIn(json(verdict));
    expect(renderComment(again, context)).toBe(renderComment(verdict, context));
    expect(renderSummary(again, context).split("<details>")[0]).toBe(
      renderSummary(verdict, context).split("<details>")[0],
    );
    expect(json(again)).toBe(json(verdict));
    expect(ajv.validate(strictly(schema), JSON.parse(json(verdict))), ajv.errorsText()).toBe(true);
  });

  test("passes where all that would block is excused", () => {
    const excused: Verdict = {
      ...blocked,
      conclusion: "pass",
      findings: blocked.findings.map((finding) => ({ ...finding, excuse: { kind: "waived", waiver } })),
    };
    expect(verdictIn(json(excused)).conclusion).toBe("pass");
  });

  test("says which run it is of", () => {
    const run = {
      head: "a".repeat(40),
      repository: "o/r",
      pullRequest: 7,
      event: "pull_request",
      key: "prod",
    };
    expect(read(json(blocked, { run }))).toMatchObject({ run });
    expect(read(json(blocked))).toMatchObject({ run: {} });
  });

  test.each([
    ["blocked", (report: Record<string, unknown>) => Object.assign(report, { conclusion: "pass" })],
    [
      "unjudged",
      (report: Record<string, unknown>) =>
        Object.assign(report, { conclusion: "pass", failures: [{ code: "empty", message: "nothing" }] }),
    ],
    ["unjudged", (report: Record<string, unknown>) => Object.assign(report, { conclusion: "unjudged" })],
  ] as const)("is %s where its parts say so, whatever it concludes", (conclusion, change) => {
    expect(verdictIn(changed(change)).conclusion).toBe(conclusion);
  });
});

describe("a report that is refused", () => {
  test.each([
    ["is no JSON", "{"],
    ["is nested without end", "[".repeat(100_000)],
    ["is a list", "[]"],
    ["has a key that means nothing", changed((report) => Object.assign(report, { markdown: "# hello" }))],
    [
      "has such a key deep inside",
      changed((report) => Object.assign(report.findings[0].place, { url: "x" })),
    ],
    ["has a key of every object", changed((report) => report.findings.push(JSON.parse('{"__proto__": {}}')))],
    ["lacks a key", changed((report) => Reflect.deleteProperty(report.findings[0], "message"))],
    ["has a number for a text", changed((report) => Object.assign(report.findings[0], { message: 1 }))],
    ["has a line that is none", changed((report) => Object.assign(report.findings[0].place, { line: 0.5 }))],
    ["is of another version", changed((report) => Object.assign(report, { schemaVersion: 2 }))],
    [
      "has a finding of no policy",
      changed((report) => Object.assign(report.findings[0], { policy: "other" })),
    ],
    ["draws what is no part of a drawing", drawing("x[evil] --> y")],
    ["counts less than nothing", changed((report) => Object.assign(report, { headroom: [bar(-1)] }))],
    ["is too large", " ".repeat(largestReport + 1)],
  ])("%s", (_, text) => {
    const report = read(text);
    expect(report).toBeInstanceOf(Failure);
    expect(report).toMatchObject({ code: "unreadable", message: expect.stringContaining("`report.json`") });
  });

  test("is not UTF-8", () => {
    expect(readReport("report.json", new Uint8Array([0x22, 0xff, 0x22]))).toBeInstanceOf(Failure);
  });
});
