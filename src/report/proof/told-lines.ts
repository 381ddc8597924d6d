import type { Telling } from "../../base/telling.ts";
import type { Vocabulary } from "../../graph/vocabulary.ts";
import type { ToldEntity } from "../../verdict/proof.ts";
import { oneLine } from "../escape/visible.ts";
import { tellingLines } from "../inspect/telling.ts";
import { type Paint, painter } from "../paint.ts";

export interface ProofPage {
  readonly vocabulary: Vocabulary;
  readonly width: number;
  readonly paint: Paint;
}

/** For files: no colour, and room enough. */
export function plainPage(vocabulary: Vocabulary): ProofPage {
  return { vocabulary, width: 160, paint: painter(false) };
}

/** How a policy came to its answer about one entity: its expressions as trees, each part with its value. */
export function toldLines(
  { resource, when, each, asserted }: ToldEntity,
  page: ProofPage,
): readonly string[] {
  const tree = (name: string, telling: Telling | undefined) =>
    telling === undefined ? [] : [`  ${name}`, ...treeLines(telling, page).map((line) => `    ${line}`)];
  return [
    oneLine(resource),
    ...tree("when", when),
    ...tree("each", each),
    ...asserted.flatMap(({ element, telling }) =>
      tree(element === undefined ? "assert" : `assert, where ${oneLine(element)}`, telling),
    ),
  ];
}

function treeLines(telling: Telling, { vocabulary, width, paint }: ProofPage): readonly string[] {
  return tellingLines(telling, { vocabulary, place: () => undefined, width: width - 8, paint });
}
