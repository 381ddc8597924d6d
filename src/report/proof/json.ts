import type { Vocabulary } from "../../graph/vocabulary.ts";
import type { Mistake } from "../../policy/policy.ts";
import { mutationScore, type Proof } from "../../verdict/proof.ts";
import { printableJson } from "../escape/json.ts";
import { plainPage, toldLines } from "./told-lines.ts";

/** The same for programs: `score` is there where changes were made. */
export function proofJson(
  proofs: readonly Proof[],
  mistakes: readonly Mistake[],
  vocabulary: Vocabulary,
): string {
  const page = plainPage(vocabulary);
  return printableJson({
    policies: proofs.map(({ policy, cases, mutation, uncovered }) => ({
      ...policy,
      cases: cases.map(({ given, outcome, got, told }) => ({
        expected: given.expected,
        says: given.says,
        line: given.line,
        outcome,
        ...(outcome === "right" ? {} : { got, explained: told.flatMap((entity) => toldLines(entity, page)) }),
      })),
      ...(mutation === undefined ? {} : { mutation }),
      ...(uncovered === undefined ? {} : { uncovered }),
    })),
    mistakes: mistakes.map(({ at, message }) => ({ ...at, message })),
    ...(proofs.some(({ mutation }) => mutation !== undefined) ? { score: mutationScore(proofs) } : {}),
  });
}
