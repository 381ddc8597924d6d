import { execFileSync } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { Failure } from "../../src/base/failure.ts";
import { diskTree } from "../../src/source/disk.ts";

let root = "";

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "disk-"));
});

afterEach(() => rmSync(root, { recursive: true, force: true }));

describe("files", () => {
  it("are found below the given paths, sorted, with forward slashes", async () => {
    put("b/web.yaml", "a.yaml", "b/a/plan.json", "c/not.yaml");
    expect(await files(["b", "a.yaml"])).toEqual(["a.yaml", "b/a/plan.json", "b/web.yaml"]);
  });

  it("of the whole root, where no path is given", async () => {
    put("a.yaml", "b/c.yml");
    expect(await files([])).toEqual(["a.yaml", "b/c.yml"]);
  });

  it("come once, however often they are named", async () => {
    put("a/b.yaml");
    expect(await files(["a", "a/b.yaml", "./a/", join(root, "a")])).toEqual(["a/b.yaml"]);
  });

  it("that cannot be input are not looked at, unless they are named", async () => {
    put("a.md", "b.png", "Makefile", "plan.out", "stack.template", "c.yaml.txt", ".eslintrc");
    expect(await files(["."])).toEqual(["Makefile", "plan.out", "stack.template"]);
    expect(await files(["a.md"])).toEqual(["a.md"]);
  });

  it("of tools and dependencies are left out", async () => {
    put(
      "node_modules/a/b.yaml",
      ".git/config",
      ".terraform/modules/m.json",
      "x/.terraform/y.json",
      ".github/a.yml",
    );
    expect(await files(["."])).toEqual([".github/a.yml"]);
    expect(await files(["node_modules/a"])).toEqual(["node_modules/a/b.yaml"]);
  });

  it("outside the root keep the way to them", async () => {
    put("inside/a.yaml", "outside/b.yaml");
    const tree = await diskTree(join(root, "inside"), ["../outside", "a.yaml"]);
    expect([...tree.files()]).toEqual(["../outside/b.yaml", "a.yaml"]);
    expect(Buffer.from(tree.bytes("../outside/b.yaml")).toString()).toBe("../outside/b.yaml".slice(3));
  });
});

describe("exclude", () => {
  it.each([
    ["vendor", ["a/keep.yaml", "a/old.yaml", "keep.yaml"]],
    ["vendor/", ["a/keep.yaml", "a/old.yaml", "keep.yaml"]],
    ["a/**", ["keep.yaml", "vendor/x.yaml"]],
    ["./a", ["keep.yaml", "vendor/x.yaml"]],
    ["**/old.*", ["a/keep.yaml", "keep.yaml", "vendor/x.yaml"]],
    ["*.yaml", ["a/vendor/y.json"]],
  ])("%s", async (glob, left) => {
    put("keep.yaml", "a/keep.yaml", "a/old.yaml", "vendor/x.yaml");
    if (glob === "*.yaml") put("a/vendor/y.json");
    expect(await files(["."], [glob])).toEqual(left);
  });

  it("does not hold for a file that is named", async () => {
    put("a/old.yaml");
    expect(await files(["a/old.yaml"], ["a/**"])).toEqual(["a/old.yaml"]);
  });
});

describe("links", () => {
  it("that go round in circles come to an end", async () => {
    put("a/b.yaml");
    link(".", "a/self");
    link("..", "a/up");
    link("a", "again");
    expect(await files(["."])).toEqual(["a/b.yaml"]);
  });

  it("that lead out of the root are not followed", async () => {
    put("inside/a.yaml", "outside/b.yaml");
    link("../outside", "inside/link");
    link("../outside/b.yaml", "inside/b.yaml");
    expect([...(await diskTree(join(root, "inside"), ["."])).files()]).toEqual(["a.yaml"]);
  });

  it("that lead nowhere are nothing", async () => {
    link("gone.yaml", "a.yaml");
    expect(await files(["."])).toEqual([]);
  });

  it("to what is pruned are followed once", async () => {
    put(".cache/real/a.yaml");
    link(".cache/real", "one");
    link(".cache/real", "two");
    expect(await files(["."])).toEqual(["one/a.yaml"]);
  });
});

describe("a path that does not exist", () => {
  it("is a mistake of the command, and the name that was meant is offered", async () => {
    put("manifests/a.yaml");
    const failure = await files(["manifest"]).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(Failure);
    expect(failure).toMatchObject({
      code: "usage",
      message: "`manifest` does not exist; did you mean `manifests`?",
    });
  });
});

describe("a path that is no file", () => {
  it("is refused where it can be read only once", async () => {
    execFileSync("mkfifo", [join(root, "plan.json")]);
    await expect(files(["plan.json"])).rejects.toThrow("`plan.json` is neither a file nor a folder");
    expect(await files([])).toEqual([]);
  });

  it("is refused where its links go round in circles, or a file stands in its way", async () => {
    symlinkSync("b", join(root, "a"));
    symlinkSync("a", join(root, "b"));
    put("c.yaml");
    await expect(files(["a"])).rejects.toThrow("its links go round in circles");
    await expect(files(["c.yaml/plan.json"])).rejects.toThrow(Failure);
    await expect(files(["x".repeat(5_000)])).rejects.toThrow(Failure);
  });
});

describe("contents", () => {
  it("are the file's own, in whatever order sizes and contents are asked for", async () => {
    put("a.yaml");
    put("folder/b.yaml");
    writeFileSync(join(root, "large.json"), Buffer.alloc(1_500_000, "x"));
    const tree = await diskTree(root, ["."]);
    const text = (file: string) => Buffer.from(tree.bytes(file)).toString();
    expect([tree.size("a.yaml"), tree.size("folder/b.yaml"), tree.size("large.json")]).toEqual([
      6, 13, 1_500_000,
    ]);
    expect([text("a.yaml"), text("folder/b.yaml")]).toEqual(["a.yaml", "folder/b.yaml"]);
    expect([tree.size("a.yaml"), tree.bytes("large.json").length]).toEqual([6, 1_500_000]);
  });

  it("come whole and in pieces", async () => {
    put("a.yaml");
    const tree = await diskTree(root, ["."]);
    expect(tree.size("a.yaml")).toBe(6);
    expect(Buffer.concat([...tree.chunks("a.yaml")]).toString()).toBe("a.yaml");
  });

  it("of a file that has gone are a failure of that file", async () => {
    put("a.yaml");
    const tree = await diskTree(root, ["."]);
    rmSync(join(root, "a.yaml"));
    expect(() => tree.bytes("a.yaml")).toThrow(
      expect.objectContaining({ code: "unreadable", at: { file: "a.yaml" } }),
    );
    expect(() => [...tree.chunks("a.yaml")]).toThrow("it cannot be opened: it is no longer there");
  });

  it.skipIf(process.getuid?.() === 0)("of a file that may not be read say so", async () => {
    put("a.yaml");
    chmodSync(join(root, "a.yaml"), 0);
    const tree = await diskTree(root, ["."]);
    expect(() => tree.bytes("a.yaml")).toThrow("permission denied");
  });
});

describe("list", () => {
  it("tells what stands in a folder, input or not", async () => {
    put("a/main.tf", "a/README.md", "a/b/c.yaml", "a/.terraform/x.json");
    const tree = await diskTree(root, ["."]);
    expect(tree.list("a")).toEqual({ files: ["README.md", "main.tf"], folders: ["b"] });
    expect(tree.list("")).toEqual({ files: [], folders: ["a"] });
    expect(tree.list("nowhere")).toEqual({ files: [], folders: [] });
  });
});

/** Writes files whose content is their own path. */
function put(...paths: readonly string[]): void {
  for (const path of paths) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), path);
  }
}

function link(target: string, path: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  symlinkSync(target, join(root, path));
}

async function files(paths: readonly string[], exclude: readonly string[] = []): Promise<readonly string[]> {
  return [...(await diskTree(root, paths, { exclude })).files()];
}
