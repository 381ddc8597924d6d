import { readFileSync } from "node:fs";
import { Ajv } from "ajv";
import { expect, test } from "vitest";
import { Failure } from "../../src/base/failure.ts";
import type { Waiver } from "../../src/policy/waiver.ts";
import { json } from "../../src/report/json.ts";
import type { Verdict } from "../../src/verdict/finding.ts";
import { blocked, found, openIngress, traced } from "./example.ts";

const schema: object = JSON.parse(
  readFileSync(new URL("../../src/report/report.schema.json", import.meta.url), "utf8"),
);

const failed: Verdict = {
  ...blocked,
  conclusion: "unjudged",
  failures: [
    new Failure("unreadable", "`spec` must be a mapping", {
      at: { file: "a.yaml", line: 3 },
      hint: "indent it",
    }),
    new Failure("empty", "nothing was there"),
  ],
};
const empty: Verdict = { ...blocked, conclusion: "pass", findings: [], tally: [], inputs: [], policies: [] };

const waiver: Waiver = {
  policy: openIngress.id,
  resource: "aws_security_group.web",
  match: "exact",
  file: "plan.json",
  reason: "behind the VPN",
  owner: "@acme/network",
  expires: "2027-01-31",
  at: { file: "waivers.yaml", line: 1 },
};
const waived: Verdict = {
  ...blocked,
  conclusion: "pass",
  findings: [
    { ...traced, excuse: { kind: "waived", waiver } },
    { ...traced, excuse: { kind: "before" } },
  ],
  waivers: [
    { waiver, state: "used", findings: 1 },
    { waiver, state: "expired", findings: 0, why: "its last day was 2027-01-31" },
  ],
};

test("the report reads as its golden", async () => {
  await expect(json(blocked)).toMatchFileSnapshot("report.json");
});

test.each([
  ["blocked", json(blocked)],
  ["unjudged", json(failed)],
  ["empty", json(empty)],
  ["timed", json(blocked, { elapsed: true })],
])("the schema describes a report that is %s", (_, report) => {
  const ajv = new Ajv({ allErrors: true, allowUnionTypes: true });
  expect(ajv.validate(schema, JSON.parse(report)), ajv.errorsText()).toBe(true);
});

test("the schema describes every field there is", () => {
  const strict = JSON.parse(JSON.stringify(schema), (_, value: unknown) =>
    typeof value === "object" && value !== null && "properties" in value
      ? { ...value, additionalProperties: false }
      : value,
  );
  const ajv = new Ajv({ allErrors: true, allowUnionTypes: true });
  for (const verdict of [blocked, failed, empty, { ...blocked, findings: [traced] }, waived]) {
    expect(ajv.validate(strict, JSON.parse(json(verdict, { elapsed: true }))), ajv.errorsText()).toBe(true);
  }
});

test("says who answers for a finding, and what became of each waiver", () => {
  const said = {
    policy: openIngress.id,
    resource: "aws_security_group.web",
    match: "exact",
    file: "plan.json",
    reason: "behind the VPN",
    owner: "@acme/network",
    expires: "2027-01-31",
    place: { file: "waivers.yaml", line: 1 },
  };
  expect(JSON.parse(json(waived))).toMatchObject({
    findings: [{ excuse: { kind: "waived", waiver: said } }, { excuse: { kind: "before" } }],
    waivers: [
      { ...said, state: "used", findings: 1 },
      { ...said, state: "expired", findings: 0, why: "its last day was 2027-01-31" },
    ],
  });
  expect(JSON.parse(json(blocked)).waivers).toBeUndefined();
});

test("the time a run took is left out unless asked for, so that equal input gives equal bytes", () => {
  expect(json({ ...blocked, elapsedMilliseconds: 1 })).toBe(json({ ...blocked, elapsedMilliseconds: 2 }));
  expect(JSON.parse(json(blocked, { elapsed: true })).run).toEqual({ elapsedMilliseconds: 419 });
});

test("invisible and reordering characters are escaped and mean the same", () => {
  const name = "a\u202E\u001B[2J\u009B\u2028\u{E0041}\uD800é名";
  const report = json({ ...blocked, findings: [found(openIngress, name, { file: name }, name)] });
  expect(report.replaceAll("\n", "")).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u);
  expect(JSON.parse(report).findings[0].resource).toBe(name);
});
