// Measures dist/cli.js against a floor in the same run, so that the ratios mean the same on every machine.
//
//   npm run bench -- [--huge] [--only small] [--runs 9] [--node /path/to/another/node]
import { spawn } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { writeManifests } from "./manifests.mjs";
import { writePlan } from "./plan.mjs";

const { values } = parseArgs({
  options: {
    huge: { type: "boolean", default: false },
    only: { type: "string" },
    runs: { type: "string" },
    node: { type: "string", default: process.execPath },
  },
});
const here = import.meta.dirname;
const cli = path.join(here, "../dist/cli.js");
const inputs = path.join(here, "../.cache/bench");
const exitCodes = [0, 1];

/** The aim is the ratio to the floor on Node 24. JSON.parse cannot read the huge plan at all, so it has no floor. */
const scenarios = [
  { name: "small", what: "0.3 MB plan, 20 manifests", megabytes: 0.3, manifests: 20, runs: 21, aim: 1.3 },
  { name: "large", what: "90 MB plan", megabytes: 90, manifests: 0, runs: 7, aim: 1.4 },
  { name: "monorepo", what: "10,000 manifests", megabytes: 0, manifests: 10_000, runs: 9, aim: 1.1 },
  { name: "huge", what: "1.1 GB plan", megabytes: 1100, manifests: 0, runs: 1, noFloor: true },
];

const wanted = scenarios.filter(({ name }) =>
  values.only === undefined ? name !== "huge" || values.huge : name === values.only,
);
const started = values.only === undefined || values.only === "start" ? [await startUp()] : [];
const measured = [];
for (const scenario of wanted) measured.push(await measure(scenario));
show([...started, ...measured]);

async function measure({ name, what, runs, aim, noFloor, megabytes, manifests }) {
  const folder = await prepared(name, megabytes, manifests);
  const gate = ["--require", path.join(here, "peak.cjs"), cli, "check", ".", "--format", "json"];
  const floor = ["--require", path.join(here, "peak.cjs"), path.join(here, "floor.cjs")];
  const programs = noFloor ? { gate } : { gate, floor };
  return {
    name,
    what,
    aim,
    megabytes: megabytesIn(folder),
    ...(await interleaved(programs, folder, runsOf(runs))),
  };
}

async function startUp() {
  const require = ["--require", path.join(here, "peak.cjs")];
  const programs = { gate: [...require, cli, "--version"], floor: [...require, "-e", "0"] };
  return {
    name: "start",
    what: "--version against node -e 0",
    megabytes: 0,
    ...(await interleaved(programs, here, runsOf(31))),
  };
}

function runsOf(usual) {
  return values.runs === undefined ? usual : Number(values.runs);
}

/** Medians of runs that take turns, after one of each that is not counted. */
async function interleaved(programs, folder, runs) {
  const taken = Object.fromEntries(Object.keys(programs).map((name) => [name, []]));
  for (let round = 0; round <= runs; round++) {
    for (const [name, args] of Object.entries(programs)) {
      const run = await timed(args, folder);
      if (round > 0 || runs === 1) taken[name].push(run);
    }
  }
  return Object.fromEntries(
    Object.entries(taken).map(([name, all]) => [
      name,
      {
        milliseconds: median(all.map((run) => run.milliseconds)),
        peakMegabytes: median(all.map((run) => run.peak)),
      },
    ]),
  );
}

function timed(args, cwd) {
  return new Promise((resolve, reject) => {
    const began = performance.now();
    const child = spawn(values.node, args, { cwd, stdio: ["ignore", "ignore", "pipe", "pipe"] });
    const said = { 2: "", 3: "" };
    for (const at of [2, 3]) child.stdio[at].on("data", (piece) => (said[at] += piece));
    child.on("close", (code, signal) => {
      const milliseconds = performance.now() - began;
      if (exitCodes.includes(code)) resolve({ milliseconds, peak: Number(said[3]) / 1024 });
      else reject(new Error(`${args.join(" ")} ended with ${signal ?? code}: ${said[2]}`));
    });
  });
}

/** The input of a scenario, made once. */
async function prepared(name, megabytes, manifests) {
  const folder = path.join(inputs, name);
  if (existsSync(folder)) return folder;
  const unfinished = `${folder}-unfinished`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { recursive: true });
  if (megabytes > 0) await writePlan(path.join(unfinished, "plan.json"), megabytes);
  if (manifests > 0) writeManifests(path.join(unfinished, "k8s"), manifests);
  renameSync(unfinished, folder);
  return folder;
}

function megabytesIn(folder) {
  const files = readdirSync(folder, { withFileTypes: true, recursive: true }).filter((entry) =>
    entry.isFile(),
  );
  return files.reduce((sum, entry) => sum + statSync(path.join(entry.parentPath, entry.name)).size, 0) / 1e6;
}

function median(numbers) {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}

function show(all) {
  console.log("scenario       MB    gate ms   floor ms   ratio    aim   peak MB   floor MB");
  for (const { name, megabytes, gate, floor, aim } of all) {
    const ratio = floor === undefined ? undefined : gate.milliseconds / floor.milliseconds;
    const cells = [
      name.padEnd(9),
      number(megabytes, 1, 7),
      number(gate.milliseconds, 0, 10),
      number(floor?.milliseconds, 0, 10),
      number(ratio, 2, 7),
      number(aim, 2, 6),
      number(gate.peakMegabytes, 0, 9),
      number(floor?.peakMegabytes, 0, 10),
    ];
    console.log(cells.join(" "));
  }
  console.log(
    JSON.stringify({ node: values.node === process.execPath ? process.version : values.node, measured: all }),
  );
}

function number(value, digits, width) {
  return (value === undefined ? "" : value.toFixed(digits)).padStart(width);
}
