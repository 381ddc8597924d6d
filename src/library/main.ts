import { resolve } from "node:path";
import { against, alone } from "../against.ts";
import { Failure } from "../base/failure.ts";
import { load } from "../gate/load.ts";
import { gate as judge } from "../gate.ts";
import { packaged, prepared } from "../packaged.ts";
import { isDay } from "../policy/day.ts";
import { setting } from "../policy/differences.ts";
import { readSettings } from "../policy/settings.ts";
import { failurePart } from "../report/finding-json.ts";
import { json } from "../report/json.ts";
import { render } from "../report/render.ts";
import { commitNamed } from "../source/base-commit.ts";
import { linesIn } from "../source/lines.ts";
import { exitCode } from "../verdict/decide.ts";
import type { Verdict } from "../verdict/finding.ts";
import { withoutVerdict } from "../verdict/without.ts";
import { version } from "../version.ts";
import type * as face from "./face.ts";

export async function gate(options: face.GateOptions = {}): Promise<face.Judgement> {
  const root = resolve(options.root ?? ".");
  const verdict = await verdictOf(options, root);
  const now = options.date ?? today();
  return {
    report: JSON.parse(json(verdict)),
    exitCode: exitCode(verdict.conclusion),
    render: (format, { colour = false, width = 100, quiet = false } = {}) =>
      render(verdict, format, { version, now, terminal: { colour, width, quiet, lines: linesIn(root) } }),
  };
}

export async function loadPolicies(
  options: Pick<face.GateOptions, "root" | "policies" | "config"> = {},
): Promise<face.LoadedPolicies> {
  const { config, policies = [] } = options;
  try {
    const root = resolve(options.root ?? ".");
    const loaded = await load(readSettings({ root, packaged, prepared, config, policies }));
    return {
      policies: loaded.policies.map((policy) => {
        const { id, family, file, title, severity, why, fix, sources } = policy;
        return { id, family, file, title, severity, enforcement: setting(policy), why, fix, sources };
      }),
      failures: loaded.mistakes.map(({ at, message }) => failurePart(new Failure("policy", message, { at }))),
    };
  } catch (error) {
    if (error instanceof Failure) return { policies: [], failures: [failurePart(error)] };
    throw error;
  }
}

async function verdictOf(options: face.GateOptions, root: string): Promise<Verdict> {
  const {
    paths = [],
    exclude = [],
    policies = [],
    inventories = [],
    parameters = [],
    config,
    base,
  } = options;
  const { date = today() } = options;
  try {
    if (!isDay(date)) {
      throw new Failure("usage", `\`${date}\` is not a date`, { hint: "write it as 2027-01-31" });
    }
    const settings = { root, packaged, prepared, config, policies, inventories, parameters };
    const scope = { root, paths, exclude };
    const what =
      base === undefined ? alone(settings, scope) : against(settings, scope, commitNamed(root, base));
    return await judge({ ...(await what), now: date, clock: () => performance.now(), pictures: true });
  } catch (error) {
    if (error instanceof Failure) return withoutVerdict(error);
    throw error;
  }
}

function today(): string {
  return new Date().toISOString().slice(0, 10);
}
