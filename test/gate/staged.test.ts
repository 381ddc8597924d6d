import { describe, expect, it } from "vitest";
import { gate } from "../../src/gate.ts";
import { readConfiguration } from "../../src/policy/configuration.ts";
import { readSettings } from "../../src/policy/settings.ts";
import { memoryTree } from "../../src/source/tree.ts";

const settings = readSettings({ root: "test/fixtures", packaged: "policies" });
const single = (name: string) => `apiVersion: apps/v1
kind: Deployment
metadata: { name: ${name}, namespace: shop }
spec:
  replicas: 1
  selector: { matchLabels: { app: ${name} } }
  template:
    metadata: { labels: { app: ${name} } }
    spec: { containers: [{ name: app, image: "nginx:1.29" }] }
`;
const tree = memoryTree({ "k8s/prod/web.yaml": single("web"), "k8s/dev/web.yaml": single("web-dev") });

/** What is said of single replicas under a configuration, by resource. */
async function said(override: string, now: string) {
  const { configuration, mistakes } = readConfiguration("gate.yaml", `override:\n${override}`);
  expect(mistakes).toEqual([]);
  const verdict = await gate({ tree, now, clock: () => 0, settings: { ...settings, configuration } });
  expect(verdict.failures).toEqual([]);
  const { findings, conclusion } = verdict;
  const own = findings.filter(({ policy }) => policy.id === "workload-with-one-replica");
  return {
    conclusion,
    findings: own.map(({ place, enforcement }) => `${enforcement} ${place.file}`).sort(),
    own,
  };
}

describe("a policy that will deny from a day on", () => {
  const staged = "  workload-with-one-replica: { enforcement: { from: 2027-01-15, deny } }";

  it("warns until then, and says what is to come", async () => {
    const { conclusion, findings, own } = await said(staged, "2027-01-14");
    expect(conclusion).toBe("pass");
    expect(findings).toEqual(["warn k8s/dev/web.yaml", "warn k8s/prod/web.yaml"]);
    expect(own[0]?.message).toMatch(/; from 2027-01-15 on it blocks$/);
  });

  it("blocks on that day, and says no more of it", async () => {
    const { conclusion, own } = await said(staged, "2027-01-15");
    expect(conclusion).toBe("blocked");
    expect(own[0]?.message).not.toContain("from 2027");
  });

  it("that will warn is only counted until then", async () => {
    const { findings } = await said(
      "  workload-with-one-replica: { enforcement: { from: 2027-01-15, warn } }",
      "2027-01-14",
    );
    expect(findings).toEqual(["audit k8s/dev/web.yaml", "audit k8s/prod/web.yaml"]);
  });

  it.each([
    ["{ from: 2027-02-30, deny }", "a day that there is not"],
    ["{ from: 2027-01-15 }", "nothing from then on"],
    ["{ deny }", "no day"],
    ["{ from: 2027-01-15, deny, warn }", "two words"],
    ["{ from: 2027-01-15, audit }", "a word that is no step up"],
  ])("%s is a mistake: it has %s", (enforcement) => {
    const text = `override: { workload-with-one-replica: { enforcement: ${enforcement} } }`;
    expect(readConfiguration("gate.yaml", text).mistakes[0]?.message).toContain("{ from: 2027-01-15, deny }");
  });
});

describe("a policy that does something else in some paths", () => {
  it("does it there, and elsewhere what it did; the later change counts", async () => {
    const override = `  workload-with-one-replica:
    - enforcement: deny
    - { paths: [k8s/dev], enforcement: audit }`;
    const { conclusion, findings } = await said(override, "2026-01-01");
    expect(findings).toEqual(["audit k8s/dev/web.yaml", "deny k8s/prod/web.yaml"]);
    expect(conclusion).toBe("blocked");
  });

  it("may do it there from a day on", async () => {
    const override = `  workload-with-one-replica:
    paths: ["k8s/prod/**"]
    enforcement: { from: 2027-01-15, deny }`;
    expect((await said(override, "2027-01-01")).own.map(({ message }) => /; from/.test(message))).toEqual([
      false,
      true,
    ]);
    expect((await said(override, "2027-02-01")).findings).toEqual([
      "deny k8s/prod/web.yaml",
      "warn k8s/dev/web.yaml",
    ]);
  });

  it("asks the same everywhere: neither parameters nor `off` can differ", async () => {
    const text = `override:
  workload-with-one-replica: { paths: [k8s], enforcement: off }
  node-groups-over-quota: { paths: [k8s], params: { limit: 3 } }`;
    const { configuration } = readConfiguration("gate.yaml", text);
    const verdict = await gate({
      tree,
      now: "2026-01-01",
      clock: () => 0,
      settings: { ...settings, configuration },
    });
    expect(verdict.failures.map(({ message }) => message)).toEqual([
      expect.stringContaining("use `audit`"),
      expect.stringContaining("cannot differ by path"),
    ]);
  });
});
