import { showPlace } from "../../base/place.ts";
import type { Vocabulary } from "../../graph/vocabulary.ts";
import type { Mistake } from "../../policy/policy.ts";
import type { Proof, ProvenCase } from "../../verdict/proof.ts";
import { type Case, junitXml, type Suite } from "../junit-xml.ts";
import { type ProofPage, plainPage, toldLines } from "./told-lines.ts";
import { caseName, survived, wrongly } from "./words.ts";

/** The same as JUnit's XML: a suite for every policy, a test for every case; changes that survive are skipped tests. */
export function proofJunit(
  proofs: readonly Proof[],
  mistakes: readonly Mistake[],
  vocabulary: Vocabulary,
): string {
  const page = plainPage(vocabulary);
  const errors = mistakes.map(
    ({ at, message }): Case => ({
      name: showPlace(at),
      file: at.file,
      line: at.line,
      outcome: "error",
      message,
      detail: "",
    }),
  );
  const reading: readonly Suite[] = errors.length === 0 ? [] : [{ name: "reading", cases: errors }];
  return junitXml([...reading, ...proofs.map((proof) => suite(proof, page))]);
}

function suite(proof: Proof, page: ProofPage): Suite {
  const survivors = (proof.mutation?.survivors ?? []).map((survivor): Case => {
    const name = `no case notices ${survived(survivor)}`;
    return { name, file: proof.policy.file, outcome: "skipped", message: name, detail: "" };
  });
  return {
    name: proof.policy.id,
    cases: [...proof.cases.map((each) => testCase(proof, each, page)), ...survivors],
  };
}

function testCase({ policy }: Proof, proven: ProvenCase, page: ProofPage): Case {
  const { outcome, got, told, given } = proven;
  const isRight = outcome === "right";
  return {
    name: caseName(proven),
    file: policy.file,
    line: given.line,
    outcome: isRight ? "passed" : outcome === "unreadable" ? "error" : "failure",
    message: isRight ? "" : `${outcome}: ${wrongly(proven)}`,
    detail: isRight ? got : [got, ...told.flatMap((entity) => toldLines(entity, page))].join("\n"),
  };
}
