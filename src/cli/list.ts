import { Failure } from "../base/failure.ts";
import { showPlace } from "../base/place.ts";
import { load } from "../gate/load.ts";
import { setting, underSets } from "../policy/differences.ts";
import type { LoadedPolicy } from "../policy/file.ts";
import { shortly } from "../policy/pages/overview.ts";
import type { Mistake } from "../policy/policy.ts";
import { escapeLog } from "../report/escape/log.ts";
import { oneLine } from "../report/escape/visible.ts";
import { errorLine } from "./error-line.ts";
import { parse, policyOptions, settingsOf } from "./options.ts";

/** `list`: one line for each policy, with what each set would do with it. */
export async function list(args: readonly string[]): Promise<number> {
  const { values, positionals } = parse("list", args, policyOptions);
  if (positionals[0] !== undefined) {
    throw new Failure("usage", `list takes no \`${positionals[0]}\``, {
      hint: "it lists the policies; see eks-policy-gate list --help",
    });
  }
  const { policies, packaged, sets, mistakes } = await load(settingsOf(values));
  const under = await underSets(packaged, sets);
  const written = new Map(packaged.map((policy) => [policy.file, policy]));
  const names = sets.map(({ name }) => name);
  const rowOf = (policy: LoadedPolicy): readonly string[] => {
    const file = written.get(policy.file);
    const inSets = file === undefined ? [] : (under.get(file.id) ?? []).map((each) => shortly(file, each));
    const words = names.map((_, index) => inSets[index] ?? "");
    return [`  ${policy.id}`, setting(policy), policy.severity, ...words, oneLine(policy.title)];
  };
  const families = [...new Set(policies.map(({ family }) => family))];
  const rows = families.map((family) => policies.filter((each) => each.family === family).map(rowOf));
  const head = ["", "does", "severity", ...names, "what it finds"];
  const widths = head.map((_, column) =>
    Math.max(...[head, ...rows.flat()].map((row) => row[column]?.length ?? 0)),
  );
  const line = (row: readonly string[]) =>
    row.map((cell, column) => cell.padEnd(column === row.length - 1 ? 0 : (widths[column] ?? 0))).join("  ");
  const text = families.map((family, index) => [family, ...(rows[index] ?? []).map(line)].join("\n"));
  if (policies.length > 0)
    process.stdout.write(escapeLog(`${line(head)}\n\n${text.join("\n\n")}\n\n${plural(policies.length)}\n`));
  return complain(mistakes);
}

function plural(count: number): string {
  return count === 1 ? "1 policy" : `${count} policies`;
}

/** Says what is wrong in policy files; the exit code that goes with it. */
export function complain(mistakes: readonly Mistake[]): number {
  for (const { at, message } of mistakes) errorLine(`${showPlace(at)}: ${message}`);
  return mistakes.length === 0 ? 0 : 2;
}
