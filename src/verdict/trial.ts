import type { Telling } from "../base/telling.ts";
import type { Value } from "../base/value.ts";
import { compile } from "../expr/compile.ts";
import type { Environment } from "../expr/environment.ts";
import { loadNetworkEngine } from "../expr/functions/network.ts";
import { loadRegexEngine } from "../expr/functions/patterns.ts";
import type { Entity } from "../graph/graph.ts";
import type { Vocabulary } from "../graph/vocabulary.ts";
import { sharedTypes } from "../policy/environment.ts";
import { type Facts, inAuthorsWords } from "../policy/facts.ts";
import { rawShapes } from "../policy/raw.ts";
import { Watch } from "./watch.ts";

/** An expression that somebody wants to try, and what it may speak of. */
export interface Trial {
  readonly text: string;
  /** The concept that `self` is one of; there is no `self` where this is left out. */
  readonly select: string | undefined;
  readonly vocabulary: Vocabulary;
  readonly facts: Facts;
  /** The day that `now` is, `YYYY-MM-DD`. */
  readonly now: string;
}

/** What is wrong in the text, and where; or how to ask it. */
export type Tried =
  | { readonly kind: "wrong"; readonly problems: readonly TrialProblem[] }
  | { readonly kind: "ready"; readonly type: string; readonly ask: (self: Entity | undefined) => Telling };

export interface TrialProblem {
  readonly message: string;
  /** Offsets into the text. */
  readonly start: number;
  readonly end: number;
}

/** Checks an expression as a policy's would be. What it is asked of it tells as a tree, without secrets. */
export async function tryOut({ text, select, vocabulary, facts, now }: Trial): Promise<Tried> {
  const environment: Environment = {
    types: [...sharedTypes(vocabulary, facts), ...rawShapes(select ?? "")],
    variables: { ...(select === undefined ? {} : { self: select }), facts: facts.type, now: "string" },
  };
  const first = compile(text, environment);
  if (first.needsRegex) await loadRegexEngine();
  if (first.needsNetwork) await loadNetworkEngine();
  const { expression, problems } = first.needsRegex ? compile(text, environment) : first;
  if (expression === undefined) {
    return {
      kind: "wrong",
      problems: problems.map((each) => ({ ...each, message: inAuthorsWords(each.message) })),
    };
  }
  const ask = (self: Entity | undefined): Telling => {
    const watch = new Watch();
    const variables = new Map<string, Value>([
      ["facts", facts.value],
      ["now", now],
    ]);
    if (self !== undefined) variables.set("self", watch.over(self));
    return expression.tell(variables, { watch });
  };
  return { kind: "ready", type: expression.type, ask };
}
