import { Failure } from "../base/failure.ts";
import { showPlace } from "../base/place.ts";
import { load } from "../gate.ts";
import type { Mistake } from "../policy/policy.ts";
import { oneLine } from "../report/escape/visible.ts";
import { parse, policyOptions, settingsOf } from "./options.ts";

/** `list`: one line for each policy. */
export async function list(args: readonly string[]): Promise<number> {
  const { values, positionals } = parse("list", args, policyOptions);
  if (positionals[0] !== undefined) {
    throw new Failure("usage", `list takes no \`${positionals[0]}\``, {
      hint: "it lists the policies; see eks-policy-gate list --help",
    });
  }
  const { policies, mistakes } = await load(settingsOf(values));
  const width = Math.max(0, ...policies.map(({ id }) => id.length));
  const families = [...new Set(policies.map(({ family }) => family))];
  const text = families.map((family) => {
    const members = policies.filter((policy) => policy.family === family);
    const rows = members.map(
      ({ id, isOff, enforcement, severity, title }) =>
        `  ${id.padEnd(width)}  ${(isOff ? "off" : enforcement).padEnd(5)}  ${severity.padEnd(8)}  ${oneLine(title)}`,
    );
    return [family, ...rows].join("\n");
  });
  if (policies.length > 0) process.stdout.write(`${text.join("\n\n")}\n\n${plural(policies.length)}\n`);
  return complain(mistakes);
}

function plural(count: number): string {
  return count === 1 ? "1 policy" : `${count} policies`;
}

/** Says what is wrong in policy files; the exit code that goes with it. */
export function complain(mistakes: readonly Mistake[]): number {
  for (const { at, message } of mistakes)
    process.stderr.write(`error: ${oneLine(`${showPlace(at)}: ${message}`)}\n`);
  return mistakes.length === 0 ? 0 : 2;
}
