import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { gate } from "../../src/gate.ts";
import { readSettings } from "../../src/policy/settings.ts";
import { json } from "../../src/report/json.ts";
import { diskTree } from "../../src/source/disk.ts";

const bundles = [
  "dist/cli.js",
  "dist/action.js",
  ...readdirSync("dist/lib").map((file) => `dist/lib/${file}`),
];

test("what is committed in dist/ is what src/ builds to", () => {
  const { status, stderr } = spawnSync(process.execPath, [".ci/build.mjs", "--check"], { encoding: "utf8" });
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
});

test("the bundle answers as the source does, in every format", async () => {
  const now = "2026-01-01";
  const args = ["dist/cli.js", "check", "examples/shop", "--format", "json", "--date", now];
  const bundled = spawnSync(process.execPath, args, { encoding: "utf8" });
  const settings = readSettings({ root: ".", packaged: "policies", policies: ["recommended"] });
  const tree = await diskTree(".", ["examples/shop"]);
  expect(bundled.stdout).toBe(json(await gate({ tree, settings, now, clock: () => 0 })));
});

test("the bundles name no folder of the machine that built them", () => {
  for (const file of [...bundles, "dist/policies.json", "dist/licenses.txt"]) {
    expect(readFileSync(file, "utf8")).not.toContain(process.cwd());
  }
});

test("every package in the bundles is named with its licence", () => {
  const bundled = bundles.flatMap((file) =>
    [...readFileSync(file, "utf8").matchAll(/^\s*\/\/ .*node_modules\/((?:@[^/\n]+\/)?[^/\n]+)\//gm)].map(
      ([, name]) => name,
    ),
  );
  const licences = readFileSync("dist/licenses.txt", "utf8");
  expect(new Set(bundled).size).toBeGreaterThan(10);
  expect(
    [...new Set(bundled)].filter((name) => !new RegExp(`^${name} \\d+\\.\\d+`, "m").test(licences)),
  ).toEqual([]);
});
