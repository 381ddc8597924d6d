import * as v from "valibot";
import type { Mistake } from "./policy.ts";
import { waiversShape } from "./shape.ts";
import type { SourceText } from "./text.ts";
import { shapeMistakes, unknownKeys } from "./validate.ts";
import type { Waiver } from "./waiver.ts";
import { dateProblem, noSuchPolicy, ownerProblem } from "./waiver-words.ts";
import { member, type Node, plain, readYaml } from "./yaml.ts";

/**
 * Reads a file of waivers and reports everything that is wrong in it. `policies` are the ids of all there are; where
 * they are not known, ids are not checked.
 */
export function readWaivers(
  file: string,
  text: string,
  policies: readonly string[] | undefined,
): { readonly waivers: readonly Waiver[]; readonly mistakes: readonly Mistake[] } {
  const { source, root, mistakes } = readYaml(file, text);
  if (root === undefined || (root.kind === "scalar" && root.value === null)) return { waivers: [], mistakes };
  const shape = v.safeParse(waiversShape, plain(root));
  const items = root.kind === "list" ? root.items : [];
  const all = [
    ...mistakes,
    ...items.flatMap((item) => unknownKeys(source, item, Object.keys(waiversShape.item.entries))),
    ...shapeMistakes(source, root, shape.issues),
    ...items.flatMap((item) => wordMistakes(source, item, policies)),
  ];
  if (!shape.success) return { waivers: [], mistakes: all };
  const waivers = shape.output.map(({ match = "exact", file: declaring, ...said }, index): Waiver => {
    const item = items[index];
    const narrowed = declaring === undefined ? {} : { file: declaring.replace(/^\.\//, "") };
    return { ...said, ...narrowed, match, at: item === undefined ? { file } : source.place(item.start) };
  });
  return { waivers, mistakes: all };
}

function wordMistakes(
  source: SourceText,
  item: Node,
  policies: readonly string[] | undefined,
): readonly Mistake[] {
  const check = (key: string, problem: (text: string) => string | undefined): readonly Mistake[] => {
    const node = member(item, key);
    const message = node?.kind === "scalar" && node.text.trim() !== "" ? problem(node.text) : undefined;
    return node === undefined || message === undefined
      ? []
      : [{ at: source.place(node.start, node.end), message }];
  };
  const match = member(item, "match");
  const isGlob = match?.kind === "scalar" && match.text === "glob";
  return [
    ...check("policy", (text) => (policies === undefined ? undefined : noSuchPolicy(text, policies))),
    ...check("resource", (text) => (isGlob ? globProblem(text) : undefined)),
    ...check("owner", ownerProblem),
    ...check("expires", (text) => dateProblem("expires", text)),
  ];
}

/** What would waive a policy for everything is a decision about the policy, and belongs to its enforcement. */
function globProblem(glob: string): string | undefined {
  if (/[\p{L}\p{N}]/u.test(glob)) return undefined;
  return `\`${glob}\` means every resource; name some, or change the policy's \`enforcement\` under \`override\``;
}
