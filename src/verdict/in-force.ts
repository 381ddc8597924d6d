import type { Elsewhere, Enforcement, Stage } from "../policy/policy.ts";
import type { LocatedFinding } from "./finding.ts";

/**
 * What findings do where they are: a configuration may treat some paths otherwise than others. What will do more from
 * a day on says so.
 */
export function inForce(findings: readonly LocatedFinding[]): readonly LocatedFinding[] {
  return findings.map((finding) => announced(inItsPlace(finding)));
}

interface Placed {
  readonly finding: LocatedFinding;
  readonly stage: Stage | undefined;
}

function inItsPlace(finding: LocatedFinding): Placed {
  const { stage, elsewhere = [] } = finding.policy;
  const changes = elsewhere.filter(({ holds }) => holds(finding.place.file));
  return changes.reduce<Placed>(changed, { finding, stage });
}

function changed({ finding, stage }: Placed, change: Elsewhere): Placed {
  const { enforcement } = change;
  const isViolated = finding.outcome === "violated";
  const does = isViolated ? enforcement : (change.unresolved ?? whereOpen(enforcement, finding.enforcement));
  return {
    finding: {
      ...finding,
      enforcement: does ?? finding.enforcement,
      severity: change.severity ?? finding.severity,
    },
    stage: enforcement === undefined ? stage : change.stage,
  };
}

/** Who only counts violations does not want to be warned of what could be one; the reverse restores the warning. */
function whereOpen(violated: Enforcement | undefined, now: Enforcement): Enforcement | undefined {
  if (violated === undefined) return undefined;
  if (violated === "audit") return "audit";
  return now === "audit" ? "warn" : now;
}

function announced({ finding, stage }: Placed): LocatedFinding {
  if (stage === undefined || finding.outcome === "unresolved") return finding;
  const then = stage.then === "deny" ? "blocks" : "warns";
  return { ...finding, message: `${finding.message}; from ${stage.from} on it ${then}` };
}
