import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { checkoutOf } from "../../src/github/checkout.ts";
import { lineMap } from "../../src/github/line-map.ts";

const folders: string[] = [];

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

/** A repository in a folder of its own, with what one does in it. */
function repository() {
  const folder = mkdtempSync(join(tmpdir(), "repository-"));
  folders.push(folder);
  const author = ["-c", "user.name=t", "-c", "user.email=t@example.com", "-c", "commit.gpgsign=false"];
  const git = (...args: readonly string[]) =>
    execFileSync("git", [...author, ...args], { cwd: folder, encoding: "utf8", stdio: "pipe" }).trim();
  git("init", "-q", "-b", "main");
  const write = (file: string, ...lines: readonly string[]) => {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), `${lines.join("\n")}\n`);
  };
  const commit = (): string => {
    git("add", "-A");
    git("commit", "-q", "-m", "x");
    return git("rev-parse", "HEAD");
  };
  return { folder, git, write, commit };
}

const body = ["a", "b", "c", "d", "e", "f", "g", "h"];

/** What a `pull_request` run checks out: the author changed a line, and the base has three more and a file since. */
function merged() {
  const repo = repository();
  repo.write("main.tf", ...body);
  repo.write("same.tf", "x");
  repo.commit();
  repo.git("checkout", "-q", "-b", "feature");
  repo.write("main.tf", ...body.slice(0, -1), "H");
  repo.write("new file.tf", "x");
  const head = repo.commit();
  repo.git("checkout", "-q", "main");
  repo.write("main.tf", "1", "2", "3", ...body);
  repo.write("of-the-base.tf", "x");
  repo.commit();
  repo.git("merge", "-q", "--no-ff", "-m", "merge", "feature");
  return { ...repo, head };
}

const files = ["main.tf", "same.tf", "new file.tf", "of-the-base.tf", "plan.json"];

describe("a place of the merge that is checked out", () => {
  it("is shown at its line of the author's commit", () => {
    const { folder, head } = merged();
    const { place, shallow } = checkoutOf(folder, files, head);
    expect(shallow).toBe(false);
    expect(place({ file: "main.tf", line: 11, column: 3, endLine: 11, endColumn: 5 })).toEqual({
      file: "main.tf",
      line: 8,
      column: 3,
      endLine: 8,
      endColumn: 5,
    });
    expect(place({ file: "main.tf", line: 4, endLine: 6 })).toEqual({ file: "main.tf", line: 1, endLine: 3 });
    for (const file of ["same.tf", "new file.tf"])
      expect(place({ file, line: 1 })).toEqual({ file, line: 1 });
  });

  it("is shown without a line where the author's commit does not have it", () => {
    const { folder, head } = merged();
    const { place, isCommitted } = checkoutOf(folder, files, head);
    expect(place({ file: "main.tf", line: 2, column: 1 })).toEqual({ file: "main.tf" });
    expect(place({ file: "of-the-base.tf", line: 1 })).toEqual({ file: "of-the-base.tf" });
    expect(files.filter(isCommitted)).toEqual(["main.tf", "same.tf", "new file.tf"]);
  });

  it("keeps its line where a step wrote the file, which is in no commit", () => {
    const { folder, head, write } = merged();
    write("plan.json", "x");
    const { place, isCommitted } = checkoutOf(folder, files, head);
    expect(place({ file: "plan.json", line: 1 })).toEqual({ file: "plan.json", line: 1 });
    expect(isCommitted("plan.json")).toBe(false);
  });

  it("is shown at the line it had before a step changed the file", () => {
    const { folder, head, write } = merged();
    write("same.tf", "new", "x");
    const { place } = checkoutOf(folder, files, head);
    expect(place({ file: "same.tf", line: 2 })).toEqual({ file: "same.tf", line: 1 });
    expect(place({ file: "same.tf", line: 1 })).toEqual({ file: "same.tf" });
  });

  it("has no line where the author's commit was not fetched", () => {
    const { folder } = merged();
    const clone = mkdtempSync(join(tmpdir(), "clone-"));
    folders.push(clone);
    execFileSync("git", ["clone", "-q", "--depth", "1", `file://${folder}`, clone], { stdio: "pipe" });
    const { head } = { head: "1".repeat(40) };
    const { place, isCommitted, shallow } = checkoutOf(clone, files, head);
    expect(shallow).toBe(true);
    expect(place({ file: "main.tf", line: 11 })).toEqual({ file: "main.tf" });
    expect(place({ file: "plan.json", line: 2 })).toEqual({ file: "plan.json", line: 2 });
    expect(isCommitted("main.tf")).toBe(true);
  });

  it("has its line with both parents of the merge fetched, and no more", () => {
    const { folder, head } = merged();
    const clone = mkdtempSync(join(tmpdir(), "clone-"));
    folders.push(clone);
    execFileSync("git", ["clone", "-q", "--depth", "2", `file://${folder}`, clone], { stdio: "pipe" });
    const { place, shallow } = checkoutOf(clone, files, head);
    expect(shallow).toBe(false);
    expect(place({ file: "main.tf", line: 11 })).toEqual({ file: "main.tf", line: 8 });
  });

  it("is as it is where what is checked out is shown, or there is no git to ask", () => {
    const { folder } = merged();
    const place = { file: "main.tf", line: 2 };
    expect(checkoutOf(folder, files, undefined).place(place)).toEqual(place);
    const none = checkoutOf(join(folder, "not-there"), files, "1".repeat(40));
    expect(none.place(place)).toEqual(place);
    expect(none.isCommitted("main.tf")).toBe(true);
  });

  it("is found in a folder of the repository, under any name, and no name is taken for an option or a pattern", () => {
    const repo = repository();
    const names = ["deploy/:(top)x.tf", 'deploy/"quoted" ünï.tf', "deploy/*.tf", "deploy/-x.tf"];
    for (const name of names) repo.write(name, ...body);
    const head = repo.commit();
    for (const name of names) repo.write(name, "new", ...body);
    repo.commit();
    const below = names.map((name) => name.slice("deploy/".length));
    const { place } = checkoutOf(join(repo.folder, "deploy"), below, head);
    for (const file of below) expect(place({ file, line: 3 }), file).toEqual({ file, line: 2 });
  });
});

describe("what is taken for the name of a commit", () => {
  it("is nothing but a hash", () => {
    const { folder } = merged();
    expect(checkoutOf(folder, files, "--output=x").shallow).toBe(true);
  });
});

describe("a line of the new text", () => {
  const map = lineMap("@@ -2 +2,2 @@\n-b\n+B\n+B\n@@ -5,2 +5,0 @@\n-e\n-f\n@@ -9,0 +9 @@\n+@@ -1 +1 @@\n");

  it("is the old one that stands in its place, or none", () => {
    const lines = Array.from({ length: 10 }, (_, index) => map(index + 1));
    expect(lines).toEqual([1, undefined, undefined, 3, 4, 7, 8, 9, undefined, 10]);
  });
});
