import { describe, expect, test } from "vitest";
import { Failure } from "../../src/base/failure.ts";
import { renderHtml } from "../../src/report/html.ts";
import type { Verdict } from "../../src/verdict/finding.ts";
import { blocked, found, openIngress, traced } from "./example.ts";
import { compared, policyChanged, use } from "./excused.ts";
import { layoutOf, renamed } from "./layouts.ts";

const full: Verdict = {
  ...compared,
  findings: [...blocked.findings, traced, ...compared.findings],
  layouts: [layoutOf(3, 2)],
  headroom: [
    {
      policy: { id: "p" },
      what: "things a cluster may have",
      concept: "Cluster",
      resource: "prod",
      used: 9,
      before: 5,
      limit: 10,
      isOpen: false,
    },
  ],
  waivers: [use("expired", { expires: "2026-01-01" })],
};

const page = renderHtml(full, { now: "2026-11-22" });

/** Every tag is closed in its order. */
function unbalanced(html: string): readonly string[] {
  const open: string[] = [];
  for (const [, slash, name = ""] of html
    .replace(/<style>[\s\S]*?<\/style>/, "")
    .matchAll(/<(\/?)([a-z1-6]+)\b[^<>]*?(?<!\/)>/g)) {
    if (["meta", "br", "input"].includes(name)) continue;
    if (slash === "") open.push(name);
    else if (open.pop() !== name) return [`</${name}>`];
  }
  return open;
}

describe("the report as a page", () => {
  test("says what the comment says", () => {
    for (const words of [
      "<h1>❌ Blocked by 3 findings, with 1 warning and 1 open question</h1>",
      "Compared with <code>main</code>",
      "security group `web` lets 0.0.0.0/0 reach port 22".replace(/`(\w+)`/, "<code>$1</code>"),
      "<strong>Fix:</strong>",
      "1 finding from before",
      "1 finding waived",
      "This pull request resolves 1 finding",
      "1 open question",
      "ended on 2026-01-01",
      "<svg ",
      "things a cluster may have",
      "9 of 10, 5 before",
    ])
      expect(page).toContain(words);
  });

  test("loads nothing and runs nothing", () => {
    expect(page).not.toMatch(/<script|<link|<img|<iframe|\bsrc=|url\(|@import|\son\w+=/i);
    expect(page).toContain("default-src 'none'");
  });

  test("is whole: every tag is closed", () => {
    expect(unbalanced(page)).toEqual([]);
    expect(unbalanced(renderHtml(policyChanged, {}))).toEqual([]);
    expect(unbalanced(renderHtml({ ...blocked, findings: [] }, {}))).toEqual([]);
  });

  test("says first that policy changes", () => {
    const text = renderHtml(policyChanged, {});
    expect(text.indexOf("This pull request changes policy")).toBeLessThan(text.indexOf("Asked and read"));
    expect(text).toContain("it would add 2 findings and remove 1");
  });

  test("says why there is no verdict", () => {
    const failures = [
      new Failure("unreadable", "`a` ends early", { at: { file: "a.json" }, hint: "write it again" }),
    ];
    expect(renderHtml({ ...blocked, conclusion: "unjudged", failures }, {})).toContain(
      "<code>a.json</code>: <code>a</code> ends early<br>write it again",
    );
  });

  test("links places where it is known to what", () => {
    const context = { serverUrl: "https://github.com", repository: "acme/shop", headSha: "abc" };
    expect(renderHtml(full, context)).toContain(
      '<a href="https://github.com/acme/shop/blob/abc/infra/security.tf#L4" rel="noreferrer">',
    );
    expect(page).not.toContain("<a href");
  });

  test("shows the severities that are ticked, without a script", () => {
    expect(page).toMatch(/<input type="checkbox" id="show-critical" checked> critical \(\d+\)/);
    expect(page).toContain("body:has(#show-critical:not(:checked)) .is-critical");
  });

  test("is the same for the same verdict, and leaves nothing out", () => {
    expect(renderHtml({ ...full, elapsedMilliseconds: 1 }, { now: "2026-11-22" })).toBe(page);
    const many = Array.from({ length: 2_000 }, (_, index) =>
      found(openIngress, `sg-${index}.x`, { file: "a.tf" }, "open"),
    );
    expect(renderHtml({ ...blocked, findings: many }, {}).match(/sg-\d+\.x/g)).toHaveLength(2_000);
  });

  test("lets nobody's name be a tag", () => {
    const evil = `"><script>alert(1)</script><!-- ' \` --> \u202e`;
    const finding = found(
      { ...openIngress, title: evil, why: evil, fix: evil, sources: [evil, `https://x/${evil}`] },
      evil,
      { file: evil },
      evil,
      {
        trail: [{ place: { file: evil }, what: evil }],
        note: evil,
      },
    );
    const text = renderHtml(
      {
        ...full,
        findings: [
          finding,
          {
            ...finding,
            outcome: "unresolved",
            enforcement: "warn",
            missing: [{ attribute: evil, reason: evil }],
          },
        ],
        layouts: [renamed(layoutOf(2, 1), evil)],
        comparison: { base: evil, resolved: [finding] },
        waivers: [use("refused", { policy: evil, resource: evil, owner: evil }, evil)],
        notes: [{ message: evil, hint: evil, at: { file: evil } }],
      },
      {},
    );
    expect(text).not.toMatch(/<script|<!--|\u202e/);
    expect(unbalanced(text)).toEqual([]);
  });
});
