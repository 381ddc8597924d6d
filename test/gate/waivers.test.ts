import { describe, expect, test } from "vitest";
import type { Verdict } from "../../src/verdict/finding.ts";
import { about, blocking, endpoint, entry, judged, outcomeOf, template, waived } from "./answered.ts";

describe("a waiver in the file", () => {
  const files = { "stack.yaml": template({}) };

  test("excuses what it names, until its last day is over", async () => {
    const without = await outcomeOf(files);
    expect(about(without.findings)).toEqual([blocking]);
    expect(without.conclusion).toBe("blocked");
    const found = await outcomeOf(files, { list: entry({ expires: "2026-06-15" }) });
    expect(about(found.findings)).toEqual([waived]);
    expect(found.conclusion).toBe("pass");
    expect(found.waivers).toEqual(["used 1, Cluster, waivers.yaml:1"]);
    const expired = await outcomeOf(files, { list: entry({ expires: "2026-06-14" }) });
    expect(about(expired.findings)).toEqual([blocking]);
    expect(expired.conclusion).toBe("blocked");
    expect(expired.waivers).toEqual(["expired 1, Cluster, waivers.yaml:1, its last day was 2026-06-14"]);
  });

  test.each([
    ["another policy", { policy: "world-open-other-port" }, "unused 0, Cluster, waivers.yaml:1"],
    ["a part of the name", { resource: "Clust" }, "unused 0, Clust, waivers.yaml:1"],
    [
      "a glob that does not say so",
      { resource: "Clust*" },
      "unused 0, Clust*, waivers.yaml:1, `*` stands for itself without `match: glob`",
    ],
    ["a glob", { resource: "Clust*", match: "glob" }, "used 1, Clust*, waivers.yaml:1"],
  ])("of %s excuses no more than it says", async (_, more, use) => {
    const found = await outcomeOf(files, { list: entry(more) });
    expect(found.waivers).toEqual([use]);
    expect(about(found.findings)).toEqual([use.startsWith("used") ? waived : blocking]);
  });

  test("of an address that several files have is refused until it says which is meant", async () => {
    const both = { "dev/stack.yaml": template({}), "prod/stack.yaml": template({}) };
    const open = await outcomeOf(both, { list: entry() });
    expect(open.conclusion).toBe("blocked");
    expect(open.waivers).toEqual([
      "refused 2, Cluster, waivers.yaml:1, `Cluster` is in `dev/stack.yaml` and in `prod/stack.yaml`; say with `file` which is meant",
    ]);
    const found = await judged(both, { list: entry({ file: "./dev/stack.yaml" }) });
    const ofEndpoint = found.findings.filter(({ policy }) => policy.id === "world-open-api-endpoint");
    expect(ofEndpoint.map(({ place, excuse }) => [place.file, excuse?.kind])).toEqual([
      ["dev/stack.yaml", "waived"],
      ["prod/stack.yaml", undefined],
    ]);
  });

  test("of an address in several files is refused also while one of them has nothing to find", async () => {
    const shut = template({}).replace("0.0.0.0/0", "10.0.0.0/8");
    const both = { "dev/stack.yaml": template({}), "prod/stack.yaml": shut };
    const found = await outcomeOf(both, { list: entry() });
    expect(found.waivers).toEqual([expect.stringContaining("refused 1, Cluster")]);
  });

  test("with a mistake ends without a verdict", async () => {
    const found = await outcomeOf(files, {
      list: entry({ policy: "world-open-api-endpoin", expires: "2026" }),
    });
    expect(found.conclusion).toBe("unjudged");
    expect(found.problems).toEqual([
      "waivers.yaml:1:13: no policy is called `world-open-api-endpoin`; did you mean `world-open-api-endpoint`?",
      expect.stringContaining("`expires` must be a day as in 2027-03-31, not `2026`"),
    ]);
  });

  test("excuses an open question, too", async () => {
    const open = template({}).replace('["0.0.0.0/0"]', "[!ImportValue cidr]");
    const without = await judged({ "stack.yaml": open });
    const ofEndpoint = (verdict: Verdict) =>
      verdict.findings.filter(({ policy }) => policy.id === "world-open-api-endpoint");
    expect(ofEndpoint(without)).toMatchObject([{ outcome: "unresolved" }]);
    const found = await judged({ "stack.yaml": open }, { list: entry() });
    expect(ofEndpoint(found)).toMatchObject([{ outcome: "unresolved", excuse: { kind: "waived" } }]);
  });
});

describe("with `require-owner-approval`", () => {
  const waivers = "{ require-owner-approval: true }";
  const files = { "stack.yaml": template({ cidrs: endpoint }) };

  test("the owner is a code owner of the file that the waiver stands in", async () => {
    const found = await outcomeOf(files, {
      waivers,
      list: entry({ owner: "@acme/security" }),
      codeOwners: "*.yaml @Acme/Network\n/waivers.yaml @acme/security\n",
    });
    expect(found.waivers).toEqual(["used 1, Cluster, waivers.yaml:1", "used 1, Cluster, stack.yaml:8"]);
  });

  test("others are refused", async () => {
    const found = await outcomeOf(files, { waivers, list: entry(), codeOwners: "*.yaml @acme/security\n" });
    expect(about(found.findings)).toEqual([blocking]);
    expect(found.waivers).toEqual([
      "refused 1, Cluster, waivers.yaml:1, `@acme/network` is not a code owner of `waivers.yaml`",
      "refused 1, Cluster, stack.yaml:8, `@acme/network` is not a code owner of `stack.yaml`",
    ]);
    const without = await outcomeOf(files, { waivers });
    expect(without.waivers).toEqual([
      "refused 1, Cluster, stack.yaml:8, there is no CODEOWNERS that says who its owner is",
    ]);
  });
});
