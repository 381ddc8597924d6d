import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Path, showPlace } from "../../../src/base/place.ts";
import { locate } from "../../../src/locate/locate.ts";
import { read } from "../../../src/source/read.ts";
import { memoryTree } from "../../../src/source/tree.ts";
import { finding, ref } from "../findings.ts";

const root = fileURLToPath(new URL("../../fixtures/terraform/platform/", import.meta.url));
const files: Readonly<Record<string, string>> = Object.fromEntries(
  readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => `${parentPath}/${name}`.replaceAll("//", "/"))
    .map((file) => [file.slice(root.length), readFileSync(file, "utf8")]),
);

/** The place and the way to it, where something was written differently after planning. */
function since(file: string, from: string, to: string, owner: string, path: Path) {
  expect(files[file]).toContain(from);
  const tree = memoryTree({ ...files, [file]: files[file]?.replace(from, to) ?? "" });
  const sources = read(tree, { wanted: () => true });
  const [located] = locate([finding(ref("terraform", "live/prod/plan.json", owner, path))], tree, sources);
  if (located === undefined) throw new Error("no place");
  const { place, trail, note } = located;
  return [showPlace(place), trail.at(-1)?.what ?? "no trail", ...(note === undefined ? [] : [note])];
}

const note = "the files here are not what was planned";
const main = "live/prod/main.tf";
const edge: readonly [string, Path] = ["aws_security_group.edge", ["ingress", 2, "description"]];
const web: readonly [string, Path] = ['module.fence.aws_security_group_rule.in["web"]', ["cidr_blocks", 0]];
const cluster: readonly [string, Path] = [
  'module.stack["shop.eu"].module.cluster.aws_eks_cluster.this[0]',
  ["vpc_config", 0, "public_access_cidrs", 0],
];

describe("files that are not what was planned", () => {
  test("are noticed where a resource was renamed", () => {
    expect(since(main, '"aws_security_group" "edge"', '"aws_security_group" "rim"', ...edge)).toEqual([
      "live/prod/plan.json",
      "no trail",
      note,
    ]);
    const renamed = ['"aws_eks_cluster" "this"', '"aws_eks_cluster" "main"'] as const;
    expect(since("modules/stack/cluster/main.tf", ...renamed, ...cluster)).toEqual([
      "modules/stack/main.tf:19:1",
      "no trail",
      note,
    ]);
  });

  test("are noticed where something else was added to the same module", () => {
    const reader = 'resource "aws_iam_role" "reader"';
    expect(since(main, reader, `variable "new" {}\n${reader}`, ...edge)).toEqual([
      "live/prod/main.tf:65:19",
      "no trail",
      note,
    ]);
  });

  test("are noticed where a literal was changed, which is shown but not followed", () => {
    const planned: readonly [string, Path] = ["aws_security_group.edge", ["name"]];
    expect(since(main, 'name = "edge"', 'name = "rim"', ...planned)).toEqual([
      "live/prod/main.tf:50:10",
      "no trail",
      note,
    ]);
    expect(since(main, 'name = "edge"', "name = local.world[0]", ...planned)).toEqual([
      "live/prod/main.tf:50:10",
      "no trail",
      note,
    ]);
  });

  test("are noticed where an argument of a call is another", () => {
    const file = "modules/stack/main.tf";
    expect(since(file, 'var.endpoint["cidrs"]', "var.ssh", ...cluster)).toEqual([
      "modules/stack/cluster/main.tf:46:31",
      "no trail",
      note,
    ]);
  });

  test("are noticed where what a value leads to says otherwise, and then it is not blamed", () => {
    expect(since(main, 'world    = ["0.0.0.0/0"]', 'world    = ["10.0.0.0/8"]', ...web)).toEqual([
      "live/prod/main.tf:27:1",
      "no trail",
      note,
    ]);
    const file = "modules/stack/cluster/main.tf";
    const logs: readonly [string, Path] = [cluster[0], ["enabled_cluster_log_types", 0]];
    expect(since(file, 'default = ["audit"]', 'default = ["api"]', ...logs)).toEqual([
      `${file}:41:31`,
      "no trail",
      note,
    ]);
  });

  test("are noticed where a module comes from elsewhere now", () => {
    expect(since(main, '"../../modules/stack"', '"../../modules/other"', ...cluster)).toEqual([
      "live/prod/main.tf:16:1",
      "no trail",
      note,
    ]);
  });

  test("are not seen where a comment, a blank line or an order has changed", () => {
    expect(since(main, "# Installed by", "\n# Installed, now, by", ...edge)).toEqual([
      "live/prod/main.tf:66:19",
      "no trail",
    ]);
  });
});

describe("a file of variables that says something else now", () => {
  const ssh: readonly [string, Path] = ["aws_security_group.edge", ["ingress", 0, "cidr_blocks", 1]];

  test("is not blamed", () => {
    expect(since("live/prod/terraform.tfvars", "number = 22", "number = 2222", ...ssh)).toEqual([
      "live/prod/variables.tf:14:1",
      "variable `ports`, for which `terraform.tfvars` has another value",
    ]);
  });
});

test("whatever is cut out of the files, every value has a place, and none in the plan", () => {
  const names = Object.keys(files).filter((file) => !file.endsWith("plan.json"));
  const values = [edge, web, cluster].map(([owner, path]) =>
    ref("terraform", "live/prod/plan.json", owner, path),
  );
  fc.assert(
    fc.property(fc.constantFrom(...names), fc.nat(), fc.nat(60), (file, at, length) => {
      const text = files[file] ?? "";
      const start = at % text.length;
      const tree = memoryTree({ ...files, [file]: text.slice(0, start) + text.slice(start + length) });
      const sources = read(tree, { wanted: () => true });
      for (const { place, trail } of locate(
        values.map((value) => finding(value)),
        tree,
        sources,
      )) {
        for (const each of [place, ...trail.map((step) => step.place)]) {
          expect(each.file).not.toContain(".terraform/");
          if (each.file.endsWith("plan.json")) expect(each.line).toBeUndefined();
        }
      }
    }),
    { numRuns: 200, seed: 20261122 },
  );
});
