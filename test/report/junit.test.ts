import { expect, test } from "vitest";
import { Failure } from "../../src/base/failure.ts";
import { junit } from "../../src/report/junit.ts";
import type { Verdict } from "../../src/verdict/finding.ts";
import { blocked, found, openIngress } from "./example.ts";

test("there is a suite for every policy, and in it what blocks as a failure and what warns as skipped", async () => {
  await expect(junit(blocked)).toMatchFileSnapshot("junit.xml");
});

test("what could not be read is an error, with its place", () => {
  const failed: Verdict = {
    ...blocked,
    conclusion: "unjudged",
    failures: [new Failure("unreadable", "`spec` must be a mapping", { at: { file: "a.yaml", line: 3 } })],
  };
  expect(junit(failed)).toContain('<testcase name="a.yaml:3" classname="reading" file="a.yaml" line="3">');
  expect(junit(failed)).toContain('<error message="`spec` must be a mapping">');
});

test("it is XML whatever a name holds, and the counts are those of what is in it", () => {
  const name = `"]]><!-- & '\u0000\u202e\n</testcase>`;
  const hostile = found(openIngress, name, { file: "<a>.tf", line: 1 }, "<b>&amp;");
  for (const verdict of [blocked, { ...blocked, findings: [hostile, ...blocked.findings] }]) {
    const { elements, attributes } = parsed(junit(verdict));
    expect(elements.filter((name) => name === "testcase")).toHaveLength(Number(attributes.tests));
    expect(elements.filter((name) => name === "failure")).toHaveLength(Number(attributes.failures));
    expect(elements.filter((name) => name === "skipped")).toHaveLength(Number(attributes.skipped));
  }
});

/** Reads XML strictly, as far as a report uses it: elements in order, and the attributes of the first. */
function parsed(xml: string) {
  const open: string[] = [];
  const elements: string[] = [];
  let attributes: Record<string, string> = {};
  const body = xml.replace(/^<\?xml [^>]*\?>/, "");
  const token = /<(\/?)([a-z-]+)((?: [a-z]+="[^"<&]*(?:&#\d+;[^"<&]*)*")*)>|([^<&]|&#\d+;)/gy;
  for (const [, close, name, written, text] of body.matchAll(token)) {
    if (text !== undefined) continue;
    if (close === "/") expect(open.pop()).toBe(name);
    else {
      open.push(name ?? "");
      elements.push(name ?? "");
      if (elements.length === 1)
        attributes = Object.fromEntries(
          [...(written ?? "").matchAll(/ ([a-z]+)="([^"]*)"/g)].map(([, key, value]) => [key, value]),
        );
    }
  }
  const read = [...body.matchAll(token)].reduce((length, [all]) => length + all.length, 0);
  expect({ open, read }).toEqual({ open: [], read: body.length });
  return { elements, attributes };
}
