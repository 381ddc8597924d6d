import { existsSync } from "node:fs";
import { Failure } from "../base/failure.ts";
import { showPlace } from "../base/place.ts";
import { load } from "../gate/load.ts";
import { vocabulary } from "../graph/words.ts";
import { readConfiguration } from "../policy/configuration.ts";
import { asRemark, byPlace, fileKind, lintPolicies } from "../policy/lint/lint.ts";
import type { Remark } from "../policy/lint/remark.ts";
import { loadFacts, type PolicyText } from "../policy/load.ts";
import type { Mistake } from "../policy/policy.ts";
import { readSettings } from "../policy/settings.ts";
import { version } from "../version.ts";
import { chosenPolicies, noPolicies } from "./chosen-policies.ts";
import { formatAmong } from "./format-among.ts";
import { parse, settingsOptions } from "./options.ts";
import { pageFor } from "./page.ts";

const options = {
  config: { type: "string", short: "c" },
  packaged: { type: "boolean", default: false },
  strict: { type: "boolean", default: false },
  format: { type: "string", short: "f", default: "terminal" },
} as const;

/** `lint [files|folders]`: what is wrong in policies, configuration and waivers; 0 where nothing is, 1 where something is. */
export async function lint(args: readonly string[]): Promise<number> {
  const { values, positionals } = parse("lint", args, options);
  const format = formatAmong(formats, values.format);
  if (values.packaged && positionals.length > 0) {
    throw new Failure("usage", "`--packaged` is about the policies that come with the gate, and no files", {
      hint: "leave one of them out",
    });
  }
  const { policies: texts, settings } = chosenPolicies({ ...values, paths: positionals });
  const others = positionals.length > 0 || values.packaged ? [] : usualFiles(values.config);
  const files = [...texts, ...others];
  if (files.length === 0) throw noPolicies("lint");
  const of = (kind: ReturnType<typeof fileKind>) => files.filter((file) => fileKind(file) === kind);
  const { facts } = await loadFacts(settings.facts);
  const policies = await lintPolicies(of("policy"), { vocabulary, facts });
  const about = [
    ...(await Promise.all(of("configuration").map(aboutConfiguration))).flat(),
    ...(await Promise.all(of("waivers").map((file) => aboutWaivers(file, values.config)))).flat(),
  ];
  const remarks = byPlace(distinct([...policies, ...about]));
  process.stdout.write(await report(format, remarks, files));
  return remarks.some(({ kind }) => kind === "mistake" || values.strict) ? 1 : 0;
}

/** What is wrong in a policy is wrong for the configuration that names it, too. */
function distinct(remarks: readonly Remark[]): readonly Remark[] {
  return [
    ...new Map(remarks.map((remark) => [`${showPlace(remark.at)} ${remark.message}`, remark])).values(),
  ];
}

/** The configuration, and the waivers it names. */
function usualFiles(config: string | undefined): readonly PolicyText[] {
  const usual = [".github/eks-policy-gate.yaml", ".github/eks-policy-gate.yml"];
  const file = config ?? usual.find((each) => existsSync(each));
  if (file === undefined) return [];
  const [text] = chosenPolicies({ packaged: false, config, paths: [file] }).policies;
  const waivers = readSettings(settingsOptions({ policies: ["none"], config: file })).waivers?.waivers;
  return [...(text === undefined ? [] : [text]), ...(waivers === undefined ? [] : [waivers])];
}

/** What it says of policies is only judged where all of them can be read. */
async function aboutConfiguration({ file, text }: PolicyText): Promise<readonly Remark[]> {
  const { mistakes } = readConfiguration(file, text);
  if (mistakes.length > 0) return mistakes.map(asRemark);
  const whole = await wholeOf(file);
  if (!(whole instanceof Failure)) return whole.mistakes.map(asRemark);
  return [asRemark({ at: whole.at ?? { file, line: 1 }, message: messageOf(whole) })];
}

async function aboutWaivers(
  { file, text }: PolicyText,
  config: string | undefined,
): Promise<readonly Remark[]> {
  const { readWaivers } = await import("../policy/waiver-file.ts");
  const whole = await wholeOf(config);
  const ids = whole instanceof Failure ? undefined : whole.ids;
  return readWaivers(file, text, ids).mistakes.map(asRemark);
}

/** Everything that is wrong in what a run would load, and the ids of its policies where all can be read. */
async function wholeOf(
  config: string | undefined,
): Promise<{ readonly mistakes: readonly Mistake[]; readonly ids: readonly string[] | undefined } | Failure> {
  try {
    const settings = readSettings(settingsOptions(config === undefined ? {} : { config }));
    const { policies, mistakes } = await load(settings);
    const files = new Set(settings.policies.map(({ file }) => file));
    const isWhole = mistakes.every(({ at }) => !files.has(at.file));
    return { mistakes, ids: isWhole ? policies.map(({ id }) => id) : undefined };
  } catch (error) {
    if (error instanceof Failure) return error;
    throw error;
  }
}

function messageOf({ message, hint }: Failure): string {
  return hint === undefined ? message : `${message}; ${hint}`;
}

const formats = ["terminal", "json", "sarif", "github"] as const;

async function report(
  format: (typeof formats)[number],
  remarks: readonly Remark[],
  files: readonly PolicyText[],
): Promise<string> {
  switch (format) {
    case "json":
      return (await import("../report/lint/json.ts")).lintJson(remarks, files.length);
    case "sarif":
      return (await import("../report/lint/sarif.ts")).lintSarif(remarks, version);
    case "github":
      return (await import("../report/lint/github.ts")).lintGithub(remarks);
    case "terminal": {
      const { lintTerminal } = await import("../report/lint/terminal.ts");
      const texts = new Map(files.map(({ file, text }) => [file, text]));
      const lines = (file: string) => (texts.get(file) ?? "").split("\n");
      return lintTerminal(remarks, files.length, { ...pageFor(false), lines });
    }
  }
}
