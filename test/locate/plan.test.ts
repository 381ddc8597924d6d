import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { gate } from "../../src/gate.ts";
import { locate } from "../../src/locate/locate.ts";
import { readSettings } from "../../src/policy/settings.ts";
import type { Attribute } from "../../src/source/declaration.ts";
import { diskTree } from "../../src/source/disk.ts";
import { read } from "../../src/source/read.ts";
import { memoryTree } from "../../src/source/tree.ts";
import { finding } from "./findings.ts";

const root = fileURLToPath(new URL("../fixtures/terraform/", import.meta.url));

function leaves(attribute: Attribute): readonly Attribute[] {
  const below = [...attribute.entries().map(([, value]) => value), ...attribute.items()];
  return below.length === 0 ? [attribute] : below.flatMap(leaves);
}

test("every value of every plan has a line in a file of its author, and none in the plan", async () => {
  const tree = await diskTree(root, []);
  const sources = read(tree, { wanted: () => true });
  const values = sources.declarations
    .filter(({ change }) => change !== "delete")
    .flatMap(({ root }) => leaves(root));
  const located = locate(
    values.map(({ ref }) => finding(ref)),
    tree,
    sources,
  );
  expect(located.length).toBeGreaterThan(100);
  for (const { place, refs, note } of located) {
    expect(note, refs[0]?.owner).toBeUndefined();
    expect(place.file, refs[0]?.owner).toMatch(/\.(?:tf|tfvars)(?:\.json)?$/);
    expect(place.file, refs[0]?.owner).not.toContain(".terraform/");
    expect(place.line).toBeGreaterThan(0);
  }
});

test("a literal that is written in a real configuration is placed where it is written", async () => {
  const tree = await diskTree(root, ["shop"]);
  const sources = read(tree, { wanted: () => true });
  const place = (owner: string, ...path: readonly (string | number)[]) => {
    const attribute = sources.declarations
      .find((declaration) => declaration.owner === owner)
      ?.root.get(...path);
    const [located] = attribute === undefined ? [] : locate([finding(attribute.ref)], tree, sources);
    const { file = "", line = 0, column = 0, endColumn = 0 } = located?.place ?? {};
    const text = new TextDecoder().decode(tree.bytes(file)).split("\n")[line - 1] ?? "";
    return `${file} ${text.slice(column - 1, endColumn - 1)}`;
  };
  expect(place("aws_eks_cluster.plain", "name")).toBe('shop/main.tf "plain"');
  expect(place("aws_eks_cluster.plain", "vpc_config", 0, "endpoint_public_access")).toBe("shop/main.tf true");
  expect(place("aws_eks_cluster.plain", "vpc_config", 0, "public_access_cidrs")).toBe(
    "shop/main.tf vpc_config",
  );
  expect(place('module.cluster["shop \\"green\\""].aws_eks_cluster.this[0]', "name")).toBe(
    'shop/modules/cluster/main.tf replace(var.name, "/[^a-z]/", "-")',
  );
});

test("a resource with something sensitive in it is marked, so that its lines are shown to nobody", () => {
  const change = (sensitive: unknown) => ({
    actions: ["create"],
    before: null,
    after: { name: "a" },
    after_unknown: {},
    after_sensitive: sensitive,
  });
  const entry = (name: string, sensitive: unknown) => ({
    address: `aws_vpc.${name}`,
    mode: "managed",
    type: "aws_vpc",
    name,
    change: change(sensitive),
  });
  const plan = {
    format_version: "1.2",
    resource_changes: [entry("secret", { tags: [{ value: true }] }), entry("open", { tags: [{}] })],
  };
  const tree = memoryTree({ "plan.json": JSON.stringify(plan) });
  const sources = read(tree, { wanted: () => true });
  const marks = sources.declarations.map(
    ({ root }) => locate([finding(root.get("name").ref)], tree, sources)[0]?.secret,
  );
  expect(marks).toEqual([true, undefined]);
});

test("every finding about every plan has a line in a file of its author, and none in the plan", async () => {
  const tree = await diskTree(root, []);
  const settings = readSettings({ root: ".", packaged: "policies" });
  const { findings } = await gate({ tree, settings, now: "2026-01-31", clock: () => 0 });
  expect(findings.length).toBeGreaterThan(50);
  for (const { policy, resource, place, trail, missing, note } of findings) {
    const places = [place, ...trail.map((step) => step.place), ...missing.flatMap((one) => one.place ?? [])];
    for (const { file, line } of places) {
      expect(file, `${policy.id} ${resource}`).toMatch(/\.(?:tf|tfvars)(?:\.json)?$/);
      expect(file, `${policy.id} ${resource}`).not.toContain(".terraform/");
      expect(line, `${policy.id} ${resource}`).toBeGreaterThan(0);
    }
    expect(note, `${policy.id} ${resource}`).toBeUndefined();
  }
});
