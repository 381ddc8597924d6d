// Makes dist/: cli.js, action.js, index.js with its declarations, their libraries, policies.json and licenses.txt. `--check` only compares them with what is committed.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { build } from "esbuild";

const root = path.resolve(import.meta.dirname, "..");
const entries = [
  { from: "src/cli/main.ts", to: "dist/cli.js", banner: "#!/usr/bin/env node" },
  { from: "src/action.ts", to: "dist/action.js", banner: "" },
  { from: "src/library/main.ts", to: "dist/index.js", banner: "" },
];

const options = {
  absWorkingDir: root,
  bundle: true,
  write: false,
  metafile: true,
  platform: "node",
  format: "cjs",
  target: "node20",
  // jsonc-parser's "main" loads its parts in a way that cannot be bundled.
  mainFields: ["module", "main"],
  charset: "utf8",
  legalComments: "none",
  logLevel: "warning",
};

/**
 * Libraries that most runs need little of or nothing: each stands in a file of its own, so that starting does not
 * mean reading them all.
 */
const libraries = [
  "@marcbachmann/cel-js",
  "ip-address",
  "js-yaml",
  "jsonc-parser",
  "minimatch",
  "re2js",
  "vscode-languageserver/node",
  "vscode-languageserver-textdocument",
];

const late = await Promise.all(libraries.map(library)).catch(() => process.exit(1));
const bundles = await Promise.all(entries.map(bundle)).catch(() => process.exit(1));
const made = [...bundles, ...late];
const packages = [...new Set(made.flatMap(({ inputs }) => packagesIn(inputs)))].sort();
const files = new Map(made.map(({ to, text }) => [to, text]));
files.set("dist/index.d.ts", readFileSync(path.join(root, "src/library/face.ts"), "utf8"));
files.set("dist/policies.json", await preparedPolicies());
files.set("dist/licenses.txt", licences(packages));
process.exitCode = process.argv.includes("--check") ? compare(files) : write(files);

async function bundle({ from, to, banner }) {
  return bundled(to, { entryPoints: [from], banner: { js: banner }, plugins: [readWhenUsed(late)] });
}

async function library(name) {
  const stdin = { contents: `export * from "${name}";`, resolveDir: root };
  const { text, inputs } = await bundled(fileOf(name), { stdin });
  return { name, to: fileOf(name), text, inputs, exports: namesIn(text, name) };
}

/** What a library exports, asked of the library itself: one in CommonJS does not say it to esbuild. */
function namesIn(text, name) {
  const module = { exports: {} };
  new Function("module", "exports", "require", text)(module, module.exports, createRequire(import.meta.url));
  const names = Object.keys(module.exports).sort();
  if (names.length === 0) throw new Error(`${name} exports nothing`);
  return names;
}

function fileOf(name) {
  const file = name
    .replace(/\/node$/, "")
    .split("/")
    .at(-1);
  return `dist/lib/${file}.js`;
}

async function bundled(to, special) {
  const made = await build({ ...options, outfile: to, ...special });
  return { to, text: made.outputFiles[0].text, inputs: Object.keys(made.metafile.inputs) };
}

/** Puts in a library's place what reads the library's file when a name of it is first used, and keeps the value. */
function readWhenUsed(late) {
  const namespace = "library";
  const named = (name) => late.find((each) => each.name === name);
  return {
    name: "read-when-used",
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /.*/ }, ({ path: name }) => (named(name) ? { path: name, namespace } : undefined));
      onResolve({ filter: /.*/, namespace }, ({ path: file }) => ({ path: file, external: true }));
      onLoad({ filter: /.*/, namespace }, ({ path: name }) => ({ contents: readerOf(named(name)) }));
    },
  };
}

function readerOf({ to, exports }) {
  return `
    let library;
    const read = () => (library ??= require("./${path.relative("dist", to)}"));
    const kept = (name) => {
      const value = read()[name];
      Object.defineProperty(exports, name, { value });
      return value;
    };
    for (const name of ${JSON.stringify(exports)}) {
      Object.defineProperty(exports, name, { configurable: true, enumerable: true, get: () => kept(name) });
    }`;
}

/** The policies as the source that is bundled here reads them. */
async function preparedPolicies() {
  const { text } = await bundled("prepare.js", { entryPoints: [".ci/prepare.mjs"], format: "esm" });
  const script = Buffer.from(text).toString("base64");
  try {
    const { preparedPolicies } = await import(`data:text/javascript;base64,${script}`);
    return await preparedPolicies(path.join(root, "policies"));
  } catch (error) {
    // Its stack names the script it came from, which is the whole of it.
    console.error(`the policies cannot be prepared: ${error.message.slice(0, 2000)}`);
    process.exit(1);
  }
}

/** Folders of the packages that the inputs of a bundle came from, nested ones included. */
function packagesIn(inputs) {
  return inputs.flatMap((input) => input.match(/^.*node_modules\/(?:@[^/]+\/)?[^/]+/)?.[0] ?? []);
}

function licences(folders) {
  const known = new Map();
  for (const folder of folders) {
    const { name, version, license } = JSON.parse(
      readFileSync(path.join(root, folder, "package.json"), "utf8"),
    );
    known.set(`${name} ${version} (${license})`, licenceText(folder, name));
  }
  const parts = [...known]
    .sort()
    .map(([title, text]) => `${title}\n${"-".repeat(title.length)}\n\n${text}\n`);
  return `The bundles in this folder contain the following packages.\n\n${parts.join("\n\n")}`;
}

function licenceText(folder, name) {
  const file = readdirSync(path.join(root, folder)).find((entry) => /^licen[cs]e/i.test(entry));
  if (file === undefined)
    throw new Error(`${name} carries no licence file; it cannot be bundled without one`);
  return readFileSync(path.join(root, folder, file), "utf8")
    .replaceAll("\r\n", "\n")
    .trim();
}

function write(made) {
  for (const [file, text] of made) {
    const executable = text.startsWith("#!");
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    writeFileSync(path.join(root, file), text, { mode: executable ? 0o755 : 0o644 });
    console.log(`${file}  ${Math.round(Buffer.byteLength(text) / 1000)} kB`);
  }
  return 0;
}

function compare(made) {
  const differing = [...made].filter(([file, text]) => committed(file) !== text).map(([file]) => file);
  if (differing.length === 0) {
    console.log(`${[...made.keys()].join(", ")}: up to date`);
    return 0;
  }
  console.error(
    `${differing.join(", ")}: not what src/ builds to; run \`npm run build\` and commit the result`,
  );
  return 1;
}

function committed(file) {
  try {
    return readFileSync(path.join(root, file), "utf8");
  } catch {
    return undefined;
  }
}
