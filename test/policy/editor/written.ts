import { sharedTypes } from "../../../src/policy/environment.ts";
import { facts, policyText, vocabulary } from "../world.ts";

export const world = { vocabulary, facts, types: sharedTypes(vocabulary, facts) };
export const file = "policies/sizes/group-too-small.yaml";

/** A policy file with the given lines, and where in it the cursor is: `|`. */
export function written(lines: string): { readonly text: string; readonly at: number } {
  const marked = policyText(lines.replace("|", "§"));
  return { text: marked.replace("§", ""), at: marked.indexOf("§") };
}
