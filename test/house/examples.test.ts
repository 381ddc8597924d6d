import { spawnSync } from "node:child_process";
import { expect, test } from "vitest";

/** `npm test -- -u` rewrites what is committed; the difference is reviewed. */
const expectedFiles = {
  terminal: "../../examples/shop/terminal.txt",
  markdown: "../../examples/shop/comment.md",
};

test("the example says in the terminal what is committed beside it", async () => {
  const { status, stdout } = gate("--format", "terminal");
  expect(status).toBe(1);
  await expect(stdout.replace(/ in \d[\d.,]* m?s$/m, " in 100 ms")).toMatchFileSnapshot(
    expectedFiles.terminal,
  );
});

test("the example says on a pull request what is committed beside it", async () => {
  const { status, stdout } = gate("--format", "markdown");
  expect(status).toBe(1);
  await expect(stdout).toMatchFileSnapshot(expectedFiles.markdown);
});

function gate(...options: readonly string[]) {
  const args = ["dist/cli.js", "check", "examples/shop", "--date", "2026-01-01", ...options];
  return spawnSync(process.execPath, args, { encoding: "utf8", env: { PATH: process.env.PATH } });
}
