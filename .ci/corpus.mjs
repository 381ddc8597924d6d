// Runs dist/cli.js over real input and checks what must hold for every input, whatever the policies say:
// nothing crashes or hangs, the same input gives the same bytes, every planned cluster is seen, what is none of
// ours is left alone, and what cannot be read is refused with its place.
//
//   node .ci/corpus.mjs CORPUS            the checks; CORPUS has the folders named in `expectations`
//   node .ci/corpus.mjs --stats FOLDER    how often each policy answers what, over everything in FOLDER
import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";

const cli = path.resolve(import.meta.dirname, "../dist/cli.js");
const patienceMilliseconds = 60_000;

/** A policy that every cluster violates, so that the findings are the clusters. */
const everyCluster = `title: There is a cluster
severity: low
select: Cluster
assert: self.name == ""
message: there is a cluster {self.name}
why: Its findings are the clusters of the input.
fix: Nothing needs fixing.
cases:
  - violated: a cluster
    cloudformation: |
      Resources:
        A: { Type: AWS::EKS::Cluster, Properties: { Name: a } }
  - satisfied: a cluster without a name
    cloudformation: |
      Resources:
        A: { Type: AWS::EKS::Cluster, Properties: { Name: "" } }
  - unresolved: a cluster whose name is not known
    cloudformation: |
      Resources:
        A: { Type: AWS::EKS::Cluster, Properties: { Name: !ImportValue name } }
`;

const { values, positionals } = parseArgs({ options: { stats: { type: "string" } }, allowPositionals: true });
if (values.stats !== undefined) await stats(path.resolve(values.stats));
else if (positionals[0] !== undefined) process.exitCode = await verify(path.resolve(positionals[0]));
else throw new Error("name the corpus, or `--stats` and a folder");

async function verify(corpus) {
  const scratch = mkdtempSync(path.join(tmpdir(), "corpus-"));
  writeFileSync(path.join(scratch, "there-is-a-cluster.yaml"), everyCluster);
  const expectations = [
    { group: "plans", targets: foldersOf, holds: (job) => [...readable(job), ...clusters(job)] },
    { group: "terraform-plan", targets: foldersOf, holds: () => [] },
    { group: "terraform-plan", targets: filesWithClusters, holds: clusters },
    { group: "cloudformation", targets: foldersOf, holds: hasInput },
    { group: "manifests", targets: foldersOf, holds: hasInput },
    { group: "eksctl", targets: foldersOf, holds: hasInput },
    { group: "labelled", targets: foldersOf, holds: () => [] },
    { group: "not-input", targets: () => ["."], holds: leftAlone },
    { group: "broken", targets: filesOf, holds: refused },
  ];
  const complaints = [];
  console.log("group             runs   slowest  seconds");
  for (const { group, targets, holds } of expectations) {
    const folder = path.join(corpus, group);
    const began = performance.now();
    const jobs = await inParallel(targets(folder), async (target) => {
      const file = path.join(folder, target);
      const changes = clusterChanges(file);
      const first = await check(folder, target);
      const second = await check(folder, target);
      const seen = changes.length === 0 ? undefined : await check(folder, target, ["--policies", scratch]);
      return { target, file, changes, first, second, seen };
    });
    for (const job of jobs) {
      const wrong = [...alive(job), ...(job.first.report === undefined ? [] : holds(job))];
      complaints.push(...wrong.map((complaint) => `${group}/${job.target}: ${complaint}`));
    }
    const slowest = Math.max(...jobs.map((job) => job.first.milliseconds));
    const seconds = ((performance.now() - began) / 1000).toFixed(1);
    console.log(
      `${group.padEnd(16)} ${pad(jobs.length, 5)} ${pad(Math.round(slowest), 6)} ms ${pad(seconds, 8)}`,
    );
  }
  rmSync(scratch, { recursive: true });
  for (const complaint of complaints) console.error(complaint);
  console.log(complaints.length === 0 ? "everything holds" : `${complaints.length} do not hold`);
  return complaints.length === 0 ? 0 : 1;
}

function alive({ first, second, seen }) {
  const broken = seen?.report?.failures.find(({ code }) => code === "policy");
  if (broken !== undefined) return [`the policy that counts clusters is refused: ${broken.message}`];
  const crashed = [first, second, ...(seen === undefined ? [] : [seen])].find(
    (run) => ![0, 1, 2].includes(run.code),
  );
  if (crashed !== undefined) return [`ended with ${crashed.code}: ${crashed.stderr.split("\n")[0]}`];
  if (first.report === undefined) return [`no report: ${first.stderr.trim()}`];
  return first.stdout === second.stdout ? [] : ["two runs differ"];
}

function readable({ first }) {
  return first.report.failures
    .filter(({ code }) => code !== "empty")
    .map(({ message }) => `refused: ${message}`);
}

function hasInput({ first }) {
  return first.report.inputs.length > 0 ? [] : ["nothing was recognised"];
}

/** A manifest with Helm's braces in it is refused, with the hint to render it; everything else is no concern of ours. */
function leftAlone({ first }) {
  const { inputs, failures } = first.report;
  const taken = inputs.map(({ file, format }) => `${file} was read as ${format}`);
  const wrong = failures.filter(
    ({ code, message }) => code !== "empty" && !message.includes("not been rendered"),
  );
  return [...taken, ...wrong.map(({ message }) => `refused: ${message}`)];
}

/** Never green. What says what it is and cannot be read is named; what says nothing is left alone, and then the scan is empty. */
function refused({ file, first }) {
  if (readFileSync(file, "utf8").startsWith("[command]"))
    return first.code === 2 ? ["the wrapper's line was not skipped"] : [];
  if (first.code !== 2) return [`was not refused (exit code ${first.code})`];
  const unplaced = first.report.failures.filter(
    ({ code, place }) => code === "unreadable" && place?.file === undefined,
  );
  return unplaced.map(({ message }) => `the refusal names no file: ${message}`);
}

/** The clusters a plan leaves standing, as its own JSON says, against those the gate saw. */
function clusters({ changes, seen }) {
  const found = new Set((seen?.report?.findings ?? []).map(({ resource }) => resource));
  const gone = ({ change }) => ["delete", "forget"].includes(change.actions.join());
  const standing = new Set(changes.filter((change) => !gone(change)).map(({ address }) => address));
  return changes
    .filter(({ address }) => standing.has(address) !== found.has(address))
    .map(({ address }) => `${address} was ${found.has(address) ? "seen and is deleted" : "not seen"}`);
}

function clusterChanges(target) {
  const file = existsSync(path.join(target, "plan.json")) ? path.join(target, "plan.json") : target;
  try {
    const { resource_changes: changes } = JSON.parse(readFileSync(file, "utf8"));
    return changes.filter(({ type, mode }) => type === "aws_eks_cluster" && mode === "managed");
  } catch {
    return [];
  }
}

async function stats(folder) {
  const runs = await inParallel(foldersOf(folder), (target) => check(folder, target));
  const reports = runs.flatMap(({ report }) => report ?? []);
  const totals = new Map();
  for (const { id, answers } of reports.flatMap(({ policies }) => policies)) {
    const sum = totals.get(id) ?? { violated: 0, satisfied: 0, unresolved: 0, notApplicable: 0 };
    totals.set(
      id,
      Object.fromEntries(Object.keys(sum).map((answer) => [answer, sum[answer] + answers[answer]])),
    );
  }
  const width = Math.max(...[...totals.keys()].map((id) => id.length));
  console.log(`${"policy".padEnd(width)}  violated satisfied unresolved not applicable  decided`);
  for (const [id, answers] of [...totals].sort()) {
    const { violated, satisfied, unresolved, notApplicable } = answers;
    console.log(
      `${id.padEnd(width)}  ${pad(violated, 8)} ${pad(satisfied, 9)} ${pad(unresolved, 10)} ${pad(notApplicable, 14)}  ${pad(decided([answers]), 7)}`,
    );
  }
  const of = (ids) => [...totals].filter(([id]) => ids.test(id)).map(([, answers]) => answers);
  const findings = reports.flatMap((report) => report.findings);
  const open = findings.filter(({ outcome }) => outcome === "unresolved");
  console.log(`
${runs.length} runs, ${reports.filter(({ conclusion }) => conclusion === "unjudged").length} unjudged
decided of everything that applies   ${decided([...totals.values()])}
decided of zones                     ${decided(of(/-in-one-zone$/))}
decided of trust                     ${decided(of(/^irsa-|^role-for-|trust/))}
unresolved that name their attribute ${share(open.filter(({ missing }) => missing.length > 0).length, open.length)}
findings with a line                 ${share(findings.filter(({ place }) => place.line !== undefined).length, findings.length)}`);
}

function decided(answers) {
  const sum = (name) => answers.reduce((all, each) => all + each[name], 0);
  const known = sum("violated") + sum("satisfied");
  return share(known, known + sum("unresolved"));
}

function share(part, whole) {
  return whole === 0 ? "-" : `${((100 * part) / whole).toFixed(1)} %`;
}

function check(cwd, target, more = []) {
  return new Promise((resolve) => {
    const began = performance.now();
    const child = spawn(
      process.execPath,
      [cli, "check", target, "--format", "json", "--date", "2026-01-01", ...more],
      {
        cwd,
        timeout: patienceMilliseconds,
      },
    );
    const out = [];
    const errors = [];
    child.stdout.on("data", (piece) => out.push(piece));
    child.stderr.on("data", (piece) => errors.push(piece));
    child.on("close", (code, signal) => {
      const stdout = Buffer.concat(out).toString();
      resolve({
        code: signal ?? code,
        stdout,
        stderr: Buffer.concat(errors).toString(),
        report: stdout.startsWith("{") ? JSON.parse(stdout) : undefined,
        milliseconds: performance.now() - began,
      });
    });
  });
}

async function inParallel(items, work) {
  const results = new Array(items.length);
  let next = 0;
  const worker = async () => {
    while (next < items.length) {
      const at = next++;
      results[at] = await work(items[at]);
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, worker));
  return results;
}

function foldersOf(folder) {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();
}

function filesOf(folder) {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
    .sort();
}

function filesWithClusters(folder) {
  return filesOf(folder).filter((file) => clusterChanges(path.join(folder, file)).length > 0);
}

function pad(value, width) {
  return String(value).padStart(width);
}
