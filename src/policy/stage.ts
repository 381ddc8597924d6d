import { isDay } from "./day.ts";
import type { Enforcement, EnforcementOrOff, Stage } from "./policy.ts";
import { enforcementsAndOff } from "./shape.ts";
import { member, type Node } from "./yaml.ts";

/** What `enforcement:` says: a word, or `{ from: 2027-01-15, deny }`. Nothing where it is left out, or wrong. */
export interface WrittenEnforcement {
  readonly enforcement?: EnforcementOrOff | undefined;
  readonly stage?: Stage | undefined;
}

export function readEnforcement(node: Node | undefined): WrittenEnforcement {
  if (node?.kind === "scalar") return { enforcement: enforcementsAndOff.find((word) => word === node.text) };
  if (node?.kind !== "map") return {};
  const from = member(node, "from");
  const then = (["deny", "warn"] as const).find((word) => member(node, word) !== undefined);
  if (from?.kind !== "scalar" || !isDay(from.text) || then === undefined) return {};
  return { enforcement: until(then), stage: { from: from.text, then } };
}

/** What it does on a day. */
export function onDay<Staged extends { readonly stage?: Stage | undefined }>(
  staged: Staged,
  now: string,
): Enforcement | undefined {
  const { stage } = staged;
  return stage === undefined || now < stage.from ? undefined : stage.then;
}

function until(then: Stage["then"]): Enforcement {
  return then === "deny" ? "warn" : "audit";
}
