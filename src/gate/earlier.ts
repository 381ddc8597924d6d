import type { Note } from "../base/note.ts";
import { read } from "../source/read.ts";
import type { ReadOptions, Sources } from "../source/sources.ts";
import { beforeApply } from "../source/terraform/before.ts";
import { noFiles, without } from "../source/tree.ts";
import type { Finding, Verdict } from "../verdict/finding.ts";
import { type Heard, hear } from "./hear.ts";
import type { Loaded } from "./load.ts";
import type { Base, GateOptions } from "./options.ts";

/** What the same policies say of what was there before. A file that could not be read then excuses nothing now. */
export async function heardBefore(
  { tree, isBrought = () => false }: Base,
  sources: Sources,
  loaded: Loaded,
  options: GateOptions,
  reading: ReadOptions,
): Promise<Heard> {
  const isPlan = new Set(sources.plans.map(({ file }) => file));
  const past = read(tree === undefined ? noFiles : without(tree, isPlan), reading);
  const before = beforeApply(
    sources.declarations.filter(({ format, file }) => format === "terraform" && !isBrought(file)),
  );
  const asItWas: Sources = {
    ...past,
    inputs: [...past.inputs, ...sources.inputs.filter(({ file }) => isPlan.has(file))],
    declarations: [...before, ...past.declarations],
    assuming: (world, make) => past.assuming(world, (declared) => make([...before, ...declared])),
  };
  return hear(loaded, options.settings, asItWas, options.now);
}

/** What cannot be compared counts: whoever wonders about that is told why. */
export function notCompared(
  { base, settings }: GateOptions,
  { plans }: Sources,
  findings: Verdict["findings"],
): readonly Note[] {
  if (base === undefined || settings.configuration.newOnly === false) return [];
  const isInFile = ({ enforcement, refs: [ref] }: Finding) =>
    enforcement !== "audit" && ref?.format !== "terraform";
  const isUntold = base.tree === undefined && findings.some(isInFile);
  return [
    ...(isUntold ? [untold] : []),
    ...plans.filter(({ file }) => base.isBrought?.(file) === true).map(({ file }) => ofTheChange(file)),
  ];
}

const untold: Note = {
  message: "what was there before cannot be told for files, so that all that is found in them counts",
  hint: "check out with `fetch-depth: 2`",
};

function ofTheChange(file: string): Note {
  return {
    at: { file },
    message: "the change brings this plan itself, so that all that is found in it counts",
    hint: "let a step of the workflow make the plan, and leave it out of the repository",
  };
}
