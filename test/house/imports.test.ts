import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";

const layers = ["base", "source", "graph", "policy", "verdict", "locate", "report", "github"] as const;

/** What architecture says each folder may see, written a second time and without globs. */
const sees: Readonly<Record<string, readonly string[]>> = {
  base: [],
  source: ["base"],
  graph: ["base", "source"],
  expr: ["base"],
  policy: ["base", "graph", "expr"],
  verdict: ["base", "graph", "expr", "policy"],
  locate: ["base", "source", "graph", "policy", "verdict"],
  report: ["base", "source", "graph", "policy", "verdict", "locate"],
  github: ["base", "source", "graph", "policy", "verdict", "locate", "report"],
  cli: ["base", "source", "graph", "policy", "verdict", "locate", "report"],
  action: layers,
};

test("a folder imports what stands left of it and nothing else", () => {
  const folders = [...layers, "expr", "cli", "action"];
  const files = Object.fromEntries(
    folders.flatMap((from) =>
      folders
        .filter((to) => to !== from)
        .flatMap((to) => [
          [`src/${from}/to-${to}.ts`, `import "../${to}/example.ts";\n`],
          ...(from === "base" || from === "cli" || from === "action"
            ? []
            : [[`src/${from}/deep/to-${to}.ts`, `import "../../${to}/example.ts";\n`]]),
        ]),
    ),
  );
  const reported = lint(files, "style/noRestrictedImports");
  for (const file of Object.keys(files)) {
    const [, from = "", to = ""] = /^src\/(\w+)\/.*to-(\w+)\.ts$/.exec(file) ?? [];
    expect([file, reported.has(file)]).toEqual([file, !sees[from]?.includes(to)]);
  }
});

test("a finding may name the files that were read, and the rest of verdict/ may not", () => {
  const files = {
    "src/verdict/finding.ts": `import type { InputFile } from "../source/sources.ts";\n`,
    "src/verdict/judge.ts": `import type { InputFile } from "../source/sources.ts";\n`,
  };
  expect([...lint(files, "style/noRestrictedImports")]).toEqual(["src/verdict/judge.ts"]);
});

test("the gate sees everything up to the verdict, and nobody inside sees the gate", () => {
  const files = {
    "src/gate.ts": `import "./locate/example.ts";\nimport "./expr/example.ts";\n`,
    "src/cases.ts": `import "./report/example.ts";\n`,
    "src/report/example.ts": `import "../gate.ts";\n`,
    "src/graph/example.ts": `import "../cases.ts";\n`,
    "src/verdict/example.ts": `import "../impact.ts";\n`,
    "src/github/example.ts": `import "../against.ts";\n`,
    "src/cli/example.ts": `import "../gate.ts";\nimport "../cases.ts";\n`,
    "src/action.ts": `import "./gate.ts";\nimport "./github/example.ts";\nimport "./report/example.ts";\n`,
  };
  expect([...lint(files, "style/noRestrictedImports")].sort()).toEqual([
    "src/cases.ts",
    "src/github/example.ts",
    "src/graph/example.ts",
    "src/report/example.ts",
    "src/verdict/example.ts",
  ]);
});

test("a new folder imports nothing until the list says so", () => {
  const files = {
    "src/inventory/a.ts": `import "../base/value.ts";\n`,
    "src/graph/concepts/deeper/b.ts": `import "../../link.ts";\n`,
    "src/new.ts": `import "./base/value.ts";\n`,
  };
  expect([...lint(files, "style/noRestrictedImports")].sort()).toEqual(Object.keys(files).sort());
});

test("the disk, the network, the clock and the process have homes", () => {
  const disk = { "src/source/a.ts": 1, "src/policy/a.ts": 1, "src/cli/a.ts": 1 };
  const nowhere = ["src/base/a.ts", "src/graph/a.ts", "src/expr/a.ts", "src/verdict/a.ts", "src/report/a.ts"];
  const reading = `import { readFileSync } from "node:fs";\nreadFileSync("a");\n`;
  const files = Object.fromEntries([...Object.keys(disk), ...nowhere].map((file) => [file, reading]));
  expect([...lint(files, "style/noRestrictedImports")].sort()).toEqual([...nowhere].sort());

  const effects = ["process.cwd();", "console.log(1);", 'fetch("a");', "performance.now();"];
  const using = Object.fromEntries(
    effects.map((effect, at) => [`src/report/effect-${at}.ts`, `${effect}\n`]),
  );
  const atHome = { "src/cli/b.ts": `${effects.join("\n")}\n`, "src/action.ts": `${effects.join("\n")}\n` };
  expect([...lint({ ...using, ...atHome }, "style/noRestrictedGlobals")].sort()).toEqual(Object.keys(using));
  const clock = { "src/verdict/c.ts": "Date.now();\n", "src/cli/c.ts": "Date.now();\n" };
  expect([...lint(clock, "nursery/noJsRestrictedProperties")]).toEqual(["src/verdict/c.ts"]);
});

test("a cycle of imports is a mistake, even where only types go round", () => {
  const files = {
    "src/graph/a.ts": `import type { B } from "./b.ts";\nexport interface A { readonly b: B }\n`,
    "src/graph/b.ts": `import type { A } from "./a.ts";\nexport interface B { readonly a: A }\n`,
    "src/graph/c.ts": `import type { A } from "./a.ts";\nexport interface C { readonly a: A }\n`,
  };
  expect([...lint(files, "suspicious/noImportCycles")].sort()).toEqual(["src/graph/a.ts", "src/graph/b.ts"]);
});

test("no type is imported inline, where the linter does not look", () => {
  const inline = /(?<!await |=> )\bimport\("\.{1,2}\//;
  expect(sources().filter((file) => inline.test(readFileSync(file, "utf8")))).toEqual([]);
});

test("files are named after an idea", () => {
  const vague = /(^|\/)(utils?|helpers?|common|types|constants|misc|index)\.ts$/;
  expect(sources().filter((file) => vague.test(file))).toEqual([]);
});

interface Diagnostic {
  readonly category: string;
  readonly location: { readonly path: string };
}

/** The files of which a rule reports something. They are linted in a folder of their own, with our configuration. */
function lint(files: Readonly<Record<string, string>>, rule: string): ReadonlySet<string> {
  const folder = mkdtempSync(join(tmpdir(), "imports-"));
  try {
    cpSync(".biome.json", join(folder, ".biome.json"));
    for (const [file, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, file)), { recursive: true });
      writeFileSync(join(folder, file), text);
    }
    const biome = join(process.cwd(), "node_modules/@biomejs/biome/bin/biome");
    const args = [biome, "lint", "--reporter=json", "--max-diagnostics=none"];
    const { stdout } = spawnSync(process.execPath, args, { cwd: folder, encoding: "utf8" });
    const { diagnostics } = JSON.parse(stdout) as { diagnostics: readonly Diagnostic[] };
    const reported = diagnostics.filter(({ category }) => category === `lint/${rule}`);
    return new Set(reported.map(({ location }) => location.path));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function sources(): readonly string[] {
  return readdirSync("src", { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts"))
    .map((file) => join("src", file));
}
