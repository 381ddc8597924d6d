import type { Ref } from "../base/place.ts";
import type { Sources } from "../source/sources.ts";
import type { FileTree } from "../source/tree.ts";
import type { Verdict } from "../verdict/finding.ts";
import { headroom } from "../verdict/headroom.ts";
import { layouts } from "../verdict/layout.ts";
import type { Heard } from "./hear.ts";
import type { GateOptions } from "./options.ts";

/** What is drawn: the zones of the clusters that the change touches, and what is used of quotas. */
export function pictures(
  { graph, policies, given }: Heard,
  before: Heard["graph"] | undefined,
  findings: Verdict["findings"],
  sources: Sources,
  { tree, base }: GateOptions,
): Pick<Verdict, "layouts" | "headroom"> {
  const planned = new Set(
    sources.declarations.filter(isPlanned).map(({ file, owner }) => `${file} ${owner}`),
  );
  const isWritten = isChangedFile(tree, base?.tree);
  const isChanged = ({ format, file, owner }: Ref) =>
    base === undefined || (format === "terraform" ? planned.has(`${file} ${owner}`) : isWritten(file));
  const counted = findings.filter(({ excuse }) => excuse === undefined);
  return {
    layouts: layouts(graph, counted, isChanged),
    headroom: headroom(graph, policies, given, before),
  };
}

/** Whether a plan changes it. */
function isPlanned({ change }: Sources["declarations"][number]): boolean {
  return change !== "none" && change !== "declared";
}

/** Whether a file is not the same in both trees. What is in neither, as inventories are, is nobody's change. */
function isChangedFile(tree: FileTree, base: FileTree | undefined): (file: string) => boolean {
  const [here, there] = [new Set(tree.files()), new Set(base?.files())];
  return (file) => {
    if (base === undefined || !here.has(file)) return false;
    return !there.has(file) || !Buffer.from(tree.bytes(file)).equals(base.bytes(file));
  };
}
