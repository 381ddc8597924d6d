import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { linesIn } from "../../src/source/lines.ts";

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "lines-"));
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

test("lines end as on any system, and in any encoding a file may have", () => {
  writeFileSync(join(folder, "main.tf"), "a\r\nb\nc");
  writeFileSync(join(folder, "wide.yaml"), Buffer.from("\uFEFFa: é\nb", "utf16le"));
  const lines = linesIn(folder);
  expect(lines("main.tf")).toEqual(["a", "b", "c"]);
  expect(lines("wide.yaml")).toEqual(["a: é", "b"]);
});

test("a file is read once, however often it is asked for", () => {
  writeFileSync(join(folder, "main.tf"), "first");
  const lines = linesIn(folder);
  expect(lines("main.tf")).toEqual(["first"]);
  writeFileSync(join(folder, "main.tf"), "second");
  expect(lines("main.tf")).toEqual(["first"]);
});

test("a file that is gone, and one that no author wrote by hand, have none", () => {
  writeFileSync(join(folder, "plan.json"), Buffer.alloc(5 * 1024 * 1024, "x"));
  const lines = linesIn(folder);
  expect(lines("plan.json")).toBeUndefined();
  expect(lines("gone.tf")).toBeUndefined();
});
