import { describe, expect, test } from "vitest";
import { gate } from "../../src/gate.ts";
import { readSettings } from "../../src/policy/settings.ts";
import { memoryTree } from "../../src/source/tree.ts";
import { fullness, type Headroom, notable } from "../../src/verdict/headroom.ts";

const settings = readSettings({ root: ".", packaged: "policies" });

function cluster(groups: number): Readonly<Record<string, string>> {
  const names = Array.from({ length: groups }, (_, index) => `{ name: g${index} }`);
  return {
    "cluster.yaml": `apiVersion: eksctl.io/v1alpha5
kind: ClusterConfig
metadata: { name: prod, region: eu-west-1, version: "1.34" }
managedNodeGroups: [${names.join(", ")}]
`,
  };
}

async function headroomOf(groups: number, before?: number): Promise<readonly Headroom[]> {
  const base = before === undefined ? {} : { base: { name: "main", tree: memoryTree(cluster(before)) } };
  const tree = memoryTree(cluster(groups));
  const options = { tree, settings, now: "2026-11-22", clock: () => 0, pictures: true, ...base };
  return (await gate(options)).headroom ?? [];
}

function of(all: readonly Headroom[], policy: string): Headroom | undefined {
  return all.find((one) => one.policy.id === policy);
}

describe("the headroom of quotas", () => {
  test("is worked out only where pictures are asked for", async () => {
    const verdict = await gate({ tree: memoryTree(cluster(2)), settings, now: "2026-11-22", clock: () => 0 });
    expect(verdict.headroom).toBeUndefined();
    expect(verdict.layouts).toBeUndefined();
  });

  test("says what is used of what, by the words of the parameter that is the limit", async () => {
    const groups = of(await headroomOf(20), "node-groups-over-quota");
    expect(groups).toMatchObject({
      what: "managed node groups a cluster may have",
      concept: "Cluster",
      resource: "prod",
      used: 20,
      isOpen: false,
    });
    expect(groups?.limit).toBeGreaterThan(20);
    expect(groups).not.toHaveProperty("before");
  });

  test("says what was used before, where there is something to compare with", async () => {
    expect(of(await headroomOf(20, 15), "node-groups-over-quota")).toMatchObject({ used: 20, before: 15 });
  });

  test("covers most policies about quotas", async () => {
    const all = await headroomOf(3);
    expect(new Set(all.map(({ policy }) => policy.id)).size).toBeGreaterThan(5);
  });

  test("knows how full a quota is, also one of nothing", () => {
    const one = { policy: { id: "x" }, what: "x", concept: "X", resource: "x", isOpen: false };
    expect(fullness({ ...one, used: 15, limit: 30 })).toBe(0.5);
    expect(fullness({ ...one, used: 1, limit: 0 })).toBe(Number.POSITIVE_INFINITY);
    expect(fullness({ ...one, used: 0, limit: 0 })).toBe(0);
  });
});

describe("the quotas that people should look at", () => {
  const one = (resource: string, used: number): Headroom => ({
    policy: { id: "p" },
    what: "things",
    concept: "Cluster",
    resource,
    used,
    isOpen: false,
    limit: 10,
  });

  test("are those that are over 60 % or that a finding is about, fullest first", () => {
    const all = [one("a", 1), one("b", 6), one("c", 7), one("d", 11), one("e", 2)];
    const shown = notable(all, [{ policy: { id: "p" }, resource: "e" }]);
    expect(shown.map(({ resource }) => resource)).toEqual(["d", "c", "e"]);
  });

  test("are twelve at most", () => {
    expect(
      notable(
        Array.from({ length: 40 }, (_, index) => one(`${index}`, 9)),
        [],
      ),
    ).toHaveLength(12);
  });
});
