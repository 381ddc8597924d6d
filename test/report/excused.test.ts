import { describe, expect, test } from "vitest";
import { Failure } from "../../src/base/failure.ts";
import { annotations } from "../../src/report/annotations.ts";
import { commentBytes, markerBytes, renderComment } from "../../src/report/comment.ts";
import { isClean } from "../../src/report/headline.ts";
import { junit } from "../../src/report/junit.ts";
import type { ReportContext } from "../../src/report/markdown.ts";
import { renderSummary } from "../../src/report/summary.ts";
import { terminal } from "../../src/report/terminal.ts";
import type { Verdict } from "../../src/verdict/finding.ts";
import { blocked, found, openIngress } from "./example.ts";
import { caused, compared, excused, policyChanged, use } from "./excused.ts";

const context: ReportContext = {
  serverUrl: "https://github.com",
  repository: "acme/shop",
  headSha: "ec26c3e57ca3a959ca5aad62de7213c562f8c821",
  now: "2026-11-22",
};

function comment(verdict: Verdict, more: ReportContext = {}): string {
  return renderComment(verdict, { ...context, ...more });
}

function printed(verdict: Verdict): string {
  return terminal(verdict, { colour: false, width: 100, lines: () => undefined, now: "2026-11-22" });
}

describe("the comment on a change that is compared with its base", () => {
  const text = comment(compared);

  test("says first what the change causes, in numbers and in full", async () => {
    expect(text).toMatch(/^### ❌ EKS policy gate: blocked by 1 finding\n/);
    expect(text).toContain("Compared with `main`: **1 new** · **1 resolved** 🎉 · 1 from before · 1 waived");
    await expect(text).toMatchFileSnapshot("excused.txt");
  });

  test("folds what was there before, each on one line with its place, after what the change causes", () => {
    const fold = text.indexOf(
      "<b>1 finding</b> was there before, in <code>main</code>: not counted</summary>",
    );
    expect(fold).toBeGreaterThan(text.indexOf("aws_security_group.new"));
    expect(
      text.indexOf("- 🔴 `world-open-ingress` · `aws_security_group.old` at [`infra/old.tf:9`]"),
    ).toBeGreaterThan(fold);
    expect(text.match(/aws_security_group\.old/g)).toHaveLength(1);
  });

  test("praises what it resolves on one line", () => {
    expect(text).toContain(
      "🎉 <b>This pull request resolves 1 finding</b> of <code>main</code>. Thank you!</summary>",
    );
    expect(text).toContain("`node-group-in-one-zone` · `aws_eks_node_group.gone`");
  });

  test("says who answers for what is waived, until when and why, without calling them", () => {
    expect(text).toContain("📝 <b>1 finding</b> is waived by 1 waiver: not counted</summary>");
    expect(text).toContain("until 2026-12-31, `@acme/shop`: the queue is drained by hand, see #&#8203;12");
  });

  test("passes where all that is found is excused", () => {
    const passed = comment(excused);
    expect(passed).toMatch(/^### ✅ EKS policy gate: passed\n/);
    expect(passed).toContain("nothing new");
    expect(passed).not.toContain("#### Blocking");
    expect(isClean(excused)).toBe(true);
  });

  test("keeps to its limit however much was there before", () => {
    const many = Array.from({ length: 3_000 }, (_, index) =>
      found(openIngress, `aws_security_group.日本${index}`, { file: "a.tf", line: index + 1 }, "is open", {
        excuse: { kind: "before" },
      }),
    );
    const long = comment({ ...compared, findings: [caused, ...many] });
    expect(Buffer.byteLength(long)).toBeLessThanOrEqual(commentBytes - markerBytes);
    expect(long).toContain("<b>3000 findings</b> were there before");
    expect(long).toContain("and 2950 others, in the JSON report");
    expect(long).toContain("resolves 1 finding");
    expect(long.split("<details").length).toBe(long.split("</details>").length);
  });

  test("calls nobody and links nothing in the name of a base", () => {
    const text = comment({ ...compared, comparison: { base: "@octocat/<b>#1", resolved: [caused] } });
    expect(text).toContain("<code>@&#8203;octocat/&lt;b&gt;#&#8203;1</code>");
    expect(text).not.toContain("<code>@octocat");
  });
});

describe("the comment on a change of policy", () => {
  const text = comment(policyChanged);

  test("says so before anything else, with what it would do and who judged", () => {
    const lines = text.split("\n");
    expect(lines[2]).toBe("> [!IMPORTANT]");
    expect(lines[3]).toBe(
      "> **This pull request changes policy**: it would add 2 findings and remove 1. The policies of `main` judged it.",
    );
  });

  test("folds the files and the findings", () => {
    expect(text).toContain("<summary>2 changed files of policy</summary>");
    expect(text).toContain("/policies/team/own.yaml)");
    expect(text.indexOf("**Would be added**")).toBeLessThan(text.indexOf("aws_security_group.new"));
    expect(text.indexOf("**Would be removed**")).toBeLessThan(text.indexOf("aws_security_group.old"));
  });

  test("says what is wrong in the changed files", () => {
    const failures = [
      new Failure("policy", "`assert` is missing", { at: { file: "policies/team/own.yaml", line: 3 } }),
    ];
    const policyChange = { files: ["policies/team/own.yaml"], added: [], removed: [], failures };
    const broken = comment({ ...policyChanged, policyChange });
    expect(broken).toContain("nothing could be judged by it, for 1 mistake in it");
    expect(broken).toContain("own.yaml#L3)");
  });

  test("is spoken of although nothing is found", () => {
    expect(isClean(policyChanged)).toBe(false);
    expect(printed(policyChanged)).toMatch(
      /^! this change is about policy: it would add 2 findings and remove 1/,
    );
    const [verdict, policy] = annotations(policyChanged);
    expect(verdict?.title).toBe("EKS policy gate");
    expect(policy).toMatchObject({ level: "warning", title: "This pull request changes policy" });
  });
});

describe("waivers that somebody has to look at", () => {
  const news: Verdict = {
    ...excused,
    waivers: [
      use("used", { policy: "ends-soon", expires: "2026-12-02" }),
      use("used", { policy: "ends-late", expires: "2027-12-02" }),
      use("unused", { policy: "needless" }),
      use("expired", { policy: "over", expires: "2026-11-01" }),
      use("refused", { policy: "not-theirs" }, "`@acme/shop` does not own `k8s/web.yaml`"),
    ],
  };

  test("come in the order of their urgency, those that end later not at all", () => {
    const lines = comment(news)
      .split("\n")
      .filter((line) => /^- (?:🚫|⌛|⏳|🧹)/u.test(line));
    expect(lines).toEqual([
      "- 🚫 The waiver of `not-theirs` for `Deployment/shop/web` (`@acme/shop`) does not count: `@acme/shop` does not own `k8s/web.yaml`.",
      "- ⌛ The waiver of `over` for `Deployment/shop/web` (`@acme/shop`) ended on 2026-11-01; 1 finding counts again.",
      "- ⏳ The waiver of `ends-soon` for `Deployment/shop/web` (`@acme/shop`) ends in 10 days, on 2026-12-02: then 1 finding counts again.",
      "- 🧹 The waiver of `needless` for `Deployment/shop/web` (`@acme/shop`) is not needed: nothing it is about was found. It can be removed.",
    ]);
  });

  test("end soon only where the day is known", () => {
    const { now: _, ...timeless } = context;
    expect(renderComment(news, timeless)).not.toContain("ends in");
  });

  test("are in the terminal and the summary too", () => {
    expect(printed(news)).toContain("! the waiver of `over`");
    expect(renderSummary(news, context)).toContain("The waiver of `over`");
  });

  test("are annotated where they do not count", () => {
    const titles = annotations(news).map(({ title, place }) => [title, place?.file]);
    expect(titles.slice(1)).toEqual([
      ["EKS policy gate: a waiver does not count", ".github/waivers.yaml"],
      ["EKS policy gate: a waiver does not count", ".github/waivers.yaml"],
    ]);
  });
});

describe("what is excused", () => {
  test("is not annotated", () => {
    expect(annotations(compared).map(({ place }) => place?.file)).toEqual([undefined, "infra/new.tf"]);
  });

  test("is skipped in JUnit, with its excuse", () => {
    const xml = junit(compared);
    expect(xml).toContain('failures="1" errors="0" skipped="2"');
    expect(xml).toContain('<skipped message="there before this change: is open">');
    expect(xml).toContain(
      "waived by @acme/shop until 2026-12-31, the queue is drained by hand, see #12: runs 1 replica",
    );
  });

  test("is only counted in the terminal", () => {
    const text = printed(compared);
    expect(text).not.toContain("aws_security_group.old");
    expect(text).toContain("compared  with main: 1 new, 1 resolved, 1 from before, not shown");
    expect(text).toContain("waived    1 finding, not shown");
    expect(text.trimEnd().split("\n").at(-1)).toBe("✗ blocked by 1 finding");
  });

  test("changes nothing where nothing is", () => {
    expect(comment(blocked)).not.toMatch(/Compared with|waived|resolves|changes policy/);
  });
});
