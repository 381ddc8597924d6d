import { existsSync, readFileSync, statSync, watch } from "node:fs";
import { basename, dirname, resolve } from "node:path";
import { Failure, showFailure } from "../base/failure.ts";
import { matchesGlob } from "../base/glob.ts";
import { suggest } from "../base/suggest.ts";
import { load } from "../gate/load.ts";
import { vocabulary } from "../graph/words.ts";
import { noConfiguration } from "../policy/configuration.ts";
import { sharedTypes } from "../policy/environment.ts";
import type { LoadedPolicy } from "../policy/file.ts";
import type { PolicyText } from "../policy/load.ts";
import type { Mistake } from "../policy/policy.ts";
import { prove } from "../prove.ts";
import { mutationScore, type Proof, wrongCases } from "../verdict/proof.ts";
import { chosenPolicies, noPolicies } from "./chosen-policies.ts";
import { errorLine } from "./error-line.ts";
import { formatAmong } from "./format-among.ts";
import { complain } from "./list.ts";
import { parse } from "./options.ts";
import { pageFor } from "./page.ts";

const options = {
  config: { type: "string", short: "c" },
  packaged: { type: "boolean", default: false },
  filter: { type: "string" },
  coverage: { type: "boolean", default: false },
  mutate: { type: "boolean", default: false },
  "min-score": { type: "string" },
  format: { type: "string", short: "f", default: "terminal" },
  watch: { type: "boolean", short: "w", default: false },
} as const;

type Values = ReturnType<typeof parse<typeof options>>["values"];

/** `test [files|folders]`: runs the cases of policies; 0 where all are right, 1 where one is not, 2 where a policy is wrong. */
export async function test(args: readonly string[]): Promise<number> {
  const { values, positionals } = parse("test", args, options);
  refuse(values, positionals);
  const code = await run(values, positionals);
  return values.watch ? runAgain(values, positionals) : code;
}

function refuse(values: Values, positionals: readonly string[]): void {
  formatAmong(formats, values.format);
  if (values.packaged && positionals.length > 0) {
    throw new Failure("usage", "`--packaged` tests the policies that come with the gate, and no files", {
      hint: "choose some of them with `--filter`",
    });
  }
  if (values.watch && values.format !== "terminal") {
    throw new Failure("usage", "`--watch` is for the terminal", { hint: "leave `--format` out" });
  }
  minScoreOf(values);
}

/** From 0 to 1. */
function minScoreOf({ mutate, "min-score": given }: Values): number | undefined {
  if (given === undefined) return undefined;
  const score = Number(given);
  if (!/^\d+(\.\d+)?$/.test(given) || score > 100) {
    throw new Failure("usage", `\`${given}\` is not a score`, {
      hint: "write a percentage, as in --min-score 90",
    });
  }
  if (mutate) return score / 100;
  throw new Failure("usage", "`--min-score` is about small changes of policies", { hint: "add `--mutate`" });
}

/** Loads the policies as they are now, runs their cases and says how they went; the exit code. */
async function run(values: Values, paths: readonly string[]): Promise<number> {
  const { policies, facts, mistakes } = await policiesOf(values, paths);
  const world = { vocabulary, facts, types: sharedTypes(vocabulary, facts) };
  const asked = { world, plan: planBeside, mutate: values.mutate, coverage: values.coverage };
  const proofs = policies.map((policy) => prove(policy, asked));
  process.stdout.write(await report(values, proofs, mistakes));
  return codeOf(proofs, mistakes, minScoreOf(values));
}

function codeOf(
  proofs: readonly Proof[],
  mistakes: readonly Mistake[],
  minScore: number | undefined,
): number {
  if (mistakes.length > 0) return 2;
  const wrong = proofs.flatMap(wrongCases);
  if (wrong.some(({ outcome }) => outcome === "unreadable")) return 2;
  if (wrong.length > 0) return 1;
  return minScore !== undefined && mutationScore(proofs) < minScore ? 1 : 0;
}

/** Policies as their files say them: what a configuration overrides is no concern of their cases. */
async function policiesOf(values: Values, paths: readonly string[]) {
  const { policies: own, settings } = chosenPolicies({ ...values, paths });
  if (own.length === 0) throw noPolicies("test");
  const { facts, sets = [], mistakes } = settings;
  const policies = values.filter === undefined ? own : filtered(own, values.filter);
  return load({ policies, facts, sets, configuration: noConfiguration, mistakes });
}

function filtered(policies: readonly PolicyText[], filter: string): readonly PolicyText[] {
  const ids = policies.map(({ file }) => basename(file).replace(/\.ya?ml$/, ""));
  const chosen = policies.filter((_, index) => matchesGlob(filter, ids[index] ?? ""));
  if (chosen.length > 0) return chosen;
  const meant = suggest(filter, ids);
  const hint = meant === undefined ? "`*` stands for any part of an id" : `did you mean \`${meant}\`?`;
  throw new Failure("usage", `no policy is called \`${filter}\``, { hint });
}

function planBeside({ file }: LoadedPolicy, path: string): string | undefined {
  const plan = resolve(process.cwd(), dirname(file), path);
  return existsSync(plan) ? readFileSync(plan, "utf8") : undefined;
}

const formats = ["terminal", "json", "junit"] as const;

async function report(
  values: Values,
  proofs: readonly Proof[],
  mistakes: readonly Mistake[],
): Promise<string> {
  const format = formatAmong(formats, values.format);
  if (format === "json")
    return (await import("../report/proof/json.ts")).proofJson(proofs, mistakes, vocabulary);
  if (format === "junit")
    return (await import("../report/proof/junit.ts")).proofJunit(proofs, mistakes, vocabulary);
  complain(mistakes);
  const { proofTerminal } = await import("../report/proof/terminal.ts");
  return proofs.length === 0 ? "" : proofTerminal(proofs, { vocabulary, ...pageFor(false) });
}

/** Runs again whenever a file changes, until it is stopped. */
function runAgain(values: Values, paths: readonly string[]): Promise<number> {
  const folders = [...new Set((paths.length > 0 ? paths : ["."]).map(folderOf))];
  const say = () => process.stdout.write(`\nwatching ${folders.join(", ")}; stop with Ctrl-C\n`);
  const again = () => {
    process.stdout.write("\n");
    run(values, paths).then(say, (error: unknown) => {
      if (!(error instanceof Failure)) throw error;
      errorLine(showFailure(error));
      say();
    });
  };
  let pending: NodeJS.Timeout | undefined;
  const later = (_: string, file: string | null) => {
    if (file !== null && !/\.(ya?ml|json)$/.test(file)) return;
    clearTimeout(pending);
    // Editors write a file in several steps.
    pending = setTimeout(again, 100);
  };
  for (const folder of folders) watch(folder, { recursive: true }, later);
  say();
  return new Promise(() => {});
}

/** Editors put a new file in the place of the old one: what is watched is the folder. */
function folderOf(path: string): string {
  return statSync(path).isDirectory() ? path : dirname(path);
}
