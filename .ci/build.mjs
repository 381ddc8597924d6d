// Makes dist/: cli.js, action.js, policies.json and licenses.txt. `--check` only compares them with what is committed.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { build } from "esbuild";

const root = path.resolve(import.meta.dirname, "..");
const entries = [
  { from: "src/cli/main.ts", to: "dist/cli.js", banner: "#!/usr/bin/env node" },
  { from: "src/action.ts", to: "dist/action.js", banner: "" },
];

const bundles = await Promise.all(entries.map(bundle)).catch(() => process.exit(1));
const packages = [...new Set(bundles.flatMap((made) => packagesIn(made.inputs)))].sort();
const files = new Map(bundles.map((made) => [made.to, made.text]));
files.set("dist/policies.json", await preparedPolicies());
files.set("dist/licenses.txt", licences(packages));
process.exitCode = process.argv.includes("--check") ? compare(files) : write(files);

async function bundle({ from, to, banner }) {
  const made = await build({
    absWorkingDir: root,
    entryPoints: [from],
    outfile: to,
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
    banner: { js: banner },
    logLevel: "warning",
  });
  return { to, text: made.outputFiles[0].text, inputs: Object.keys(made.metafile.inputs) };
}

/** The policies as the source that is bundled here reads them. */
async function preparedPolicies() {
  const made = await build({
    absWorkingDir: root,
    entryPoints: [".ci/prepare.mjs"],
    bundle: true,
    write: false,
    platform: "node",
    format: "esm",
    mainFields: ["module", "main"],
    logLevel: "warning",
  });
  const script = Buffer.from(made.outputFiles[0].text).toString("base64");
  const { preparedPolicies } = await import(`data:text/javascript;base64,${script}`);
  return preparedPolicies(path.join(root, "policies"));
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
