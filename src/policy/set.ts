import * as v from "valibot";
import type { Override } from "./override.ts";
import type { Mistake } from "./policy.ts";
import { setShape } from "./shape.ts";
import type { SourceText } from "./text.ts";
import { shapeMistakes, unknownKeys } from "./validate.ts";
import { readOverride } from "./written-overrides.ts";
import { member, type Node, plain, readYaml } from "./yaml.ts";

/** A way to ask the packaged policies, as a file in `policies/sets` says it. Plain data: the build writes it down. */
export interface PolicySet {
  /** The file's name: `strict`. */
  readonly name: string;
  readonly title: string;
  readonly doc: string;
  /** What it changes, in the order it is written: where two change the same thing, the later wins. */
  readonly changes: readonly SetChange[];
}

/** What a set changes about some policies, and why. */
export interface SetChange extends Override {
  readonly because: string;
}

/** Reads the file of a set and reports everything that is wrong in it but names of policies. */
export function readSet(
  file: string,
  text: string,
): { readonly set: PolicySet | undefined; readonly mistakes: readonly Mistake[] } {
  const { source, root, mistakes } = readYaml(file, text);
  if (root?.kind !== "map") {
    const empty = { at: { file, line: 1 }, message: "a set is a map that begins with `title:`" };
    return { set: undefined, mistakes: mistakes.length > 0 ? mistakes : [empty] };
  }
  const shape = v.safeParse(setShape, plain(root));
  const changes = member(root, "changes");
  const known = Object.keys(setShape.entries.changes.item.entries);
  const written = changes?.kind === "list" ? changes.items : [];
  const all: readonly Mistake[] = [
    ...mistakes,
    ...unknownKeys(source, root, Object.keys(setShape.entries)),
    ...written.flatMap((change) => unknownKeys(source, change, known)),
    ...shapeMistakes(source, root, shape.issues),
  ];
  if (!shape.success) return { set: undefined, mistakes: all };
  const { title, doc } = shape.output;
  const set: PolicySet = {
    name: (file.split("/").at(-1) ?? file).replace(/\.ya?ml$/, ""),
    title: title.trim(),
    doc: doc.trim(),
    changes: written.flatMap((change) => readChanges(source, change)),
  };
  return { set, mistakes: all };
}

/** One change for each of the policies it is about. */
function readChanges(source: SourceText, change: Node): readonly SetChange[] {
  const because = member(change, "because");
  const policies = member(change, "policies");
  return (policies?.kind === "list" ? policies.items : []).flatMap((name): readonly SetChange[] => {
    if (name.kind !== "scalar" || because?.kind !== "scalar") return [];
    return [{ ...readOverride(source, name, change), because: because.text.trim() }];
  });
}
