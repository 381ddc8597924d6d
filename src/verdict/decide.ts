import { Failure } from "../base/failure.ts";
import type { Conclusion, LocatedFinding } from "./finding.ts";

/** What a run came to, before it is decided. */
export interface Run {
  readonly findings: readonly Pick<LocatedFinding, "enforcement" | "excuse">[];
  /** What could not be read or loaded. */
  readonly failures: readonly Failure[];
  /** The files that were read, and how many things each declares. */
  readonly inputs: readonly { readonly declares: number }[];
  readonly policies: { readonly length: number };
}

/**
 * The decision. The first row that fits counts.
 *
 *     a failure           policies   declared things   a finding denies   conclusion   why
 *     yes                 any        any               any                unjudged     an answer about a part is no answer
 *     no                  none       any               any                unjudged     nobody asked anything
 *     no                  some       none              any                unjudged     a gate must not pass because it saw nothing
 *     no                  some       some              yes                blocked
 *     no                  some       some              no                 pass         `warn` and `audit` never block
 *
 * A finding that is excused denies nothing: what it is compared with has it too, or it is waived.
 *
 * Inputs that were read and declare things no policy asks about (a pull request of ConfigMaps) pass: they were
 * looked at. That no relevant file changed is found before a run and never comes here.
 */
export function decide(run: Run): Conclusion {
  if (run.failures.length > 0) return "unjudged";
  if (emptiness(run) !== undefined) return "unjudged";
  const denied = run.findings.some(
    ({ enforcement, excuse }) => enforcement === "deny" && excuse === undefined,
  );
  return denied ? "blocked" : "pass";
}

/** Why there was nothing to judge: what to tell the user beside `unjudged`. */
export function emptiness({ inputs, policies }: Pick<Run, "inputs" | "policies">): Failure | undefined {
  if (policies.length === 0) {
    return new Failure("policy", "no policies were loaded", {
      hint: "name a set or a folder under `policies`",
    });
  }
  if (inputs.length === 0) {
    return new Failure("empty", "nothing to judge was found", {
      hint: "give a Terraform plan (`terraform show -json plan > plan.json`), templates, manifests or eksctl files",
    });
  }
  if (inputs.every(({ declares }) => declares === 0)) {
    return new Failure("empty", "the files that were read declare nothing", {
      hint: "a plan of an empty configuration says nothing; check how the input was made",
    });
  }
  return undefined;
}

/** The exit code of a conclusion; 3 is kept for bugs of ours. */
export function exitCode(conclusion: Conclusion): 0 | 1 | 2 {
  switch (conclusion) {
    case "pass":
      return 0;
    case "blocked":
      return 1;
    case "unjudged":
      return 2;
  }
}

const enforcementOrder = ["deny", "warn", "audit"];
const severityOrder = ["critical", "high", "medium", "low"];

/**
 * Worst first: enforcement, severity, what is certain before what is not, policy, place. What is only counted stays in
 * the order it was read in: nobody needs to know where it is for that.
 */
export function worstFirst(findings: readonly LocatedFinding[]): readonly LocatedFinding[] {
  return findings.toSorted(
    (a, b) =>
      enforcementOrder.indexOf(a.enforcement) - enforcementOrder.indexOf(b.enforcement) ||
      severityOrder.indexOf(a.severity) - severityOrder.indexOf(b.severity) ||
      Number(a.outcome === "unresolved") - Number(b.outcome === "unresolved") ||
      compare(a.policy.id, b.policy.id) ||
      (a.enforcement === "audit" ? 0 : byPlace(a, b)),
  );
}

function byPlace(a: LocatedFinding, b: LocatedFinding): number {
  return (
    compare(a.place.file, b.place.file) ||
    (a.place.line ?? 0) - (b.place.line ?? 0) ||
    (a.place.column ?? 0) - (b.place.column ?? 0) ||
    compare(a.resource, b.resource)
  );
}

/** By code unit, so that every machine sorts alike. */
function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
