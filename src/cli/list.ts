import { showPlace } from "../base/place.ts";
import { load } from "../gate.ts";
import type { Mistake } from "../policy/policy.ts";
import { parse, policyOptions, settingsOf } from "./options.ts";

/** `list`: one line for each policy. */
export async function list(args: readonly string[]): Promise<number> {
  const { values } = parse("list", args, policyOptions);
  const { policies, mistakes } = await load(settingsOf(values));
  const width = Math.max(0, ...policies.map(({ id }) => id.length));
  const families = [...new Set(policies.map(({ family }) => family))];
  const text = families.map((family) => {
    const members = policies.filter((policy) => policy.family === family);
    const rows = members.map(
      ({ id, enforcement, severity, title }) => `  ${id.padEnd(width)}  ${enforcement.padEnd(5)}  ${severity.padEnd(8)}  ${title}`,
    );
    return [family, ...rows].join("\n");
  });
  process.stdout.write(`${text.join("\n\n")}\n\n${policies.length} policies\n`);
  return complain(mistakes);
}

/** Says what is wrong in policy files; the exit code that goes with it. */
export function complain(mistakes: readonly Mistake[]): number {
  for (const { at, message } of mistakes) process.stderr.write(`error: ${showPlace(at)}: ${message}\n`);
  return mistakes.length === 0 ? 0 : 2;
}
