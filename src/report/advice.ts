import type { Missing } from "../base/value.ts";

/** How an author can make an attribute known, as a sentence. */
export function advice(missing: Missing): string {
  return known.find(([reason]) => reason.test(missing.reason))?.[1] ?? otherwise;
}

/**
 * Reasons are written by the readers of each format, in words; what they have in common is enough to say what
 * helps.
 */
const known: readonly (readonly [reason: RegExp, advice: string])[] = [
  [
    /after apply|computed/i,
    "Write the value in the configuration where it can be written, or plan again once what it depends on exists.",
  ],
  [
    /another stack|import(ed)?\b/i,
    "Pass it as a parameter with a default instead of importing it, so that it stands in the template.",
  ],
  [/parameter/i, "Give the parameter a `Default` or `AllowedValues`."],
  [
    /deploy|pseudo|resolved by/i,
    "It is only decided at deployment: write the value where the policy matters.",
  ],
  [
    /not (read|found|part|among|declared)|elsewhere|outside|no such/i,
    "Let the gate read the file that declares it: add it to `paths`.",
  ],
];

const otherwise = "Write the value where the gate can read it, or let it read the file that declares it.";
