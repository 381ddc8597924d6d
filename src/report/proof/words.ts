import type { CaseOutcome, ProvenCase, Survivor } from "../../verdict/proof.ts";

/** What a case that went wrong should have been, and what it was. */
export function wrongly({ given, outcome }: ProvenCase): string {
  const { expected, at } = given;
  const sentences: Readonly<Record<CaseOutcome, string>> = {
    right: `is ${expected}`,
    missed: "should be violated, and is not",
    noisy: `should be ${expected.replace("-", " ")}, and is not`,
    guessed: "should be unresolved: the answer was guessed",
    misplaced: `should point at \`${at ?? ""}\`, and points elsewhere`,
    unreadable: "its own input cannot be read",
  };
  return sentences[outcome];
}

/** `violated: both subnets are in the same zone`. */
export function caseName({ given }: ProvenCase): string {
  return `${given.expected}: ${given.says}`;
}

/** What a change that nobody noticed did. */
export function survived({ where, was, now }: Survivor): string {
  return now === undefined ? `${where}: ${was}  left out` : `${where}: ${was}  became  ${now}`;
}

/** `87.5 %`. Not quite all is never 100 %. */
export function percent(part: number): string {
  return `${Math.floor(part * 1000) / 10} %`;
}
