import { showPlace } from "../../base/place.ts";
import { mutationScore, type Proof, type ProvenCase, wrongCases } from "../../verdict/proof.ts";
import { printable } from "../escape/log.ts";
import { oneLine } from "../escape/visible.ts";
import { count } from "../headline.ts";
import { type ProofPage, toldLines } from "./told-lines.ts";
import { percent, survived, wrongly } from "./words.ts";

/** What the cases of policies say of them: a line for each policy, and all about those that went wrong. */
export function proofTerminal(proofs: readonly Proof[], page: ProofPage): string {
  const lines = proofs.flatMap((proof) => policyLines(proof, page));
  return printable([...lines, "", ...summary(proofs, page)].join("\n"));
}

function policyLines(proof: Proof, page: ProofPage): readonly string[] {
  const { paint } = page;
  const wrong = wrongCases(proof);
  const mark = wrong.length === 0 ? paint("✓", "green") : paint("✗", "red");
  const { mutation } = proof;
  const score =
    mutation === undefined
      ? ""
      : `, ${mutation.made - mutation.survivors.length} of ${count(mutation.made, "change")} noticed`;
  const head = `${mark} ${proof.policy.id}  ${paint(`${count(proof.cases.length, "case")}${score}`, "dim")}`;
  return [
    head,
    ...wrong.flatMap((each) => caseLines(proof, each, page)),
    ...(mutation?.survivors ?? []).map(
      (each) => `  ${paint("survived", "yellow")}  ${oneLine(survived(each))}`,
    ),
    ...(proof.uncovered ?? []).map(
      ({ where, text, lacks }) => `  ${paint("uncovered", "yellow")}  ${where}: ${oneLine(text)}  ${lacks}`,
    ),
  ];
}

function caseLines({ policy }: Proof, wrong: ProvenCase, page: ProofPage): readonly string[] {
  const { paint } = page;
  const { given, outcome, got, told } = wrong;
  const place = showPlace({ file: policy.file, line: given.line });
  return [
    "",
    `  ${paint(outcome, "bold", "red")}  ${oneLine(given.says)}  ${paint(place, "dim")}`,
    `    ${wrongly(wrong)}`,
    ...got.split("\n").map((line) => `    ${paint("got", "dim")} ${oneLine(line)}`),
    ...told.flatMap((entity) => ["", ...toldLines(entity, page).map((line) => `    ${line}`)]),
    "",
  ];
}

function summary(proofs: readonly Proof[], { paint }: ProofPage): readonly string[] {
  const cases = proofs.flatMap((proof) => proof.cases);
  const wrong = proofs.flatMap(wrongCases);
  const kinds = [...new Set(wrong.map(({ outcome }) => outcome))].map(
    (kind) => `${wrong.filter(({ outcome }) => outcome === kind).length} ${kind}`,
  );
  const all = `${count(proofs.length, "policy")}, ${count(cases.length, "case")}`;
  const answer = wrong.length === 0 ? paint("all as they say", "green") : paint(kinds.join(", "), "red");
  const mutated = proofs.some(({ mutation }) => mutation !== undefined);
  const uncovered = proofs.flatMap((proof) => proof.uncovered ?? []);
  const measured = proofs.some((proof) => proof.uncovered !== undefined);
  return [
    `${all}: ${answer}`,
    ...(mutated ? [`mutation score ${percent(mutationScore(proofs))}: ${noticed(proofs)}`] : []),
    ...(measured ? [`coverage: ${coverage(uncovered.length)}`] : []),
  ];
}

function coverage(left: number): string {
  if (left === 0) return "every part is decided both ways by a case";
  return `${count(left, "part")} ${left === 1 ? "is" : "are"} left that no case decides both ways`;
}

function noticed(proofs: readonly Proof[]): string {
  const mutations = proofs.flatMap(({ mutation }) => mutation ?? []);
  const made = mutations.reduce((sum, each) => sum + each.made, 0);
  const survivors = mutations.reduce((sum, each) => sum + each.survivors.length, 0);
  return `${made - survivors} of ${count(made, "small change")} are noticed by a case`;
}
