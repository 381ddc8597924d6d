import { describe, expect, test } from "vitest";
import { Failure } from "../../src/base/failure.ts";
import { commentBytes, markerBytes, renderComment } from "../../src/report/comment.ts";
import type { ReportContext } from "../../src/report/markdown.ts";
import { renderSummary, summaryBytes } from "../../src/report/summary.ts";
import type { LocatedFinding, Verdict } from "../../src/verdict/finding.ts";
import { blocked, fewReplicas, found, openIngress, policyNamed, traced } from "./example.ts";

const context: ReportContext = {
  serverUrl: "https://github.com",
  repository: "acme/shop",
  headSha: "ec26c3e57ca3a959ca5aad62de7213c562f8c821",
  runUrl: "https://github.com/acme/shop/actions/runs/5",
};

const clean: Verdict = { ...blocked, conclusion: "pass", findings: [] };

function of(findings: readonly LocatedFinding[], more: Partial<Verdict> = {}): Verdict {
  return { ...blocked, findings, ...more };
}

function bytes(text: string): number {
  return Buffer.byteLength(text, "utf8");
}

describe("the comment", () => {
  test("says the verdict, then what to do, worst first, each with its place", async () => {
    await expect(renderComment(blocked, context)).toMatchFileSnapshot("comment.txt");
  });

  test("is short and green when there is nothing to tell", () => {
    const text = renderComment(clean, context);
    expect(text).toMatch(/^### ✅ EKS policy gate: passed\n/);
    expect(text.split("\n").length).toBeLessThan(5);
  });

  test("says how many findings are resolved", () => {
    expect(renderComment(clean, { ...context, resolved: 3 })).toContain(
      "All 3 findings reported here are resolved.",
    );
    expect(renderComment(clean, { ...context, resolved: 1 })).toContain(
      "The finding reported here is resolved.",
    );
    expect(renderComment(clean, { ...context, resolved: 0 })).not.toContain("resolved.");
  });

  test("mentions what is under audit only as a number", () => {
    const audited = found(fewReplicas, "Deployment/shop/db", { file: "db.yaml" }, "runs 1 replica", {
      enforcement: "audit",
    });
    const text = renderComment(of([audited], { conclusion: "pass" }), context);
    expect(text).toContain("1 finding under audit, only counted");
    expect(text).not.toContain("Deployment/shop/db");
  });

  test("says first why there is no verdict", () => {
    const failures = [
      new Failure("unreadable", "the plan ends in the middle of `resource_changes`", {
        at: { file: "infra/plan.json", line: 7 },
        hint: "write it again with `terraform show -json`",
      }),
    ];
    const text = renderComment({ ...blocked, conclusion: "unjudged", failures }, context);
    expect(text).toMatch(/^### ❗ EKS policy gate: not judged: the plan ends in the middle/);
    expect(text.indexOf("Why there is no verdict")).toBeLessThan(text.indexOf("Blocking"));
    expect(text).toContain("write it again with `terraform show -json`");
    expect(text).toContain("/infra/plan.json#L7)");
  });

  test("links no file that is not part of the commit", () => {
    const isCommitted = (file: string) => file.endsWith(".tf");
    const text = renderComment(blocked, { ...context, isCommitted });
    expect(text).toContain("/infra/security.tf#L4)");
    expect(text).toContain("at `infra/plan.json`<br>");
  });

  test("links nothing where it is not known to what", () => {
    expect(renderComment(blocked, {})).not.toContain("](");
  });

  test("is the same for the same verdict, however long it took", () => {
    expect(renderComment({ ...blocked, elapsedMilliseconds: 7 }, context)).toBe(
      renderComment(blocked, context),
    );
  });

  test("says the fix of a policy once, however many findings it has", () => {
    const many = ["a", "b", "c"].map((name) => found(openIngress, name, { file: `${name}.tf` }, "is open"));
    expect(renderComment(of(many), context).match(/\*\*Fix:\*\*/g)).toHaveLength(1);
  });

  test("says what is not known once for all attributes that are unknown for the same reason", () => {
    const text = renderComment(blocked, context);
    expect(text.match(/known after apply/g)).toHaveLength(1);
    expect(text).toContain("`aws_subnet.e.availability_zone` are known after apply");
  });
});

test("the way of a value to its cause is folded away, each place a link", () => {
  const comment = renderComment(of([traced]), context);
  const url = `https://github.com/acme/shop/blob/${context.headSha}`;
  expect(comment).toContain(
    "<br>Note: the files here are not what was planned.<details><summary>Where the value comes from</summary>" +
      `the attribute at [\`modules/eks/main.tf:5\`](${url}/modules/eks/main.tf#L5)<br>` +
      `argument \`cidrs\` of module \`eks\` at [\`live/main.tf:8\`](${url}/live/main.tf#L8)<br>` +
      `\`prod.auto.tfvars\` at [\`live/prod.auto.tfvars:2\`](${url}/live/prod.auto.tfvars#L2)</details>`,
  );
});

describe("a comment with more findings than fit", () => {
  const policies = ["one", "two", "three"].map((id) => policyNamed(id, "high", "Do something about it."));
  const findings = policies.flatMap((policy) =>
    Array.from({ length: 400 }, (_, index) =>
      found(
        policy,
        `aws_security_group.日本${index}`,
        { file: "a.tf", line: index + 1 },
        "security group lets 世界 in",
      ),
    ),
  );
  const text = renderComment(of(findings), context);

  test("stays below the limit in bytes, with room for the marker", () => {
    expect(bytes(text)).toBeLessThanOrEqual(commentBytes - markerBytes);
    expect(bytes(text)).toBeGreaterThan(commentBytes - markerBytes - 1_000);
  });

  test("leaves out whole findings, and says how many", () => {
    const shown = text.split("\n").filter((line) => line.startsWith("- `aws_security_group")).length;
    expect(text).toContain(`**${1200 - shown} more findings** are in the [job summary](${context.runUrl}).`);
    expect(shown).toBeGreaterThan(100);
  });

  test("closes what it opens", () => {
    const count = (what: string) => text.split(what).length - 1;
    expect(count("<details>")).toBe(count("</details>"));
    expect(count("<summary>")).toBe(count("</summary>"));
  });

  test("keeps the worst ones", () => {
    expect(text).toContain("aws_security_group.日本0`");
    expect(text).not.toContain("`three`");
  });

  test("says everything in the job summary", () => {
    const summary = renderSummary(of(findings), context);
    expect(summary.split("\n").filter((line) => line.startsWith("- `aws_security_group"))).toHaveLength(1200);
  });

  test("cuts a single finding that would take all the room", () => {
    const huge = found(openIngress, "x".repeat(100_000), { file: "a.tf" }, "y".repeat(100_000));
    const cut = renderComment(of([huge]), context);
    expect(bytes(cut)).toBeLessThan(5_000);
    expect(cut).toContain("y…");
  });
});

describe("the job summary", () => {
  test("adds what was asked and read", async () => {
    await expect(renderSummary(blocked, context)).toMatchFileSnapshot("summary.txt");
  });

  test("stays below the limit of the runner", () => {
    const findings = Array.from({ length: 8_000 }, (_, index) =>
      found(openIngress, `aws_security_group.group${index}`, { file: "a.tf", line: index + 1 }, "is open"),
    );
    const inputs = Array.from({ length: 10_000 }, (_, index) => ({
      file: `k8s/${index}.yaml`,
      format: "kubernetes" as const,
      bytes: 1,
      declares: 1,
    }));
    const text = renderSummary(of(findings, { inputs }), context);
    expect(bytes(text)).toBeLessThanOrEqual(summaryBytes);
    expect(text).toMatch(/\*\*\d+ more findings\*\* in the JSON report/);
    expect(text).toContain("9800 more in the JSON report.");
  });
});
