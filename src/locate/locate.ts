import type { Place, Ref } from "../base/place.ts";
import type { Declaration } from "../source/declaration.ts";
import type { FileTree } from "../source/tree.ts";
import type { Finding, LocatedFinding } from "../verdict/finding.ts";
import { documentPlaces } from "./document.ts";
import { resourcePlaces } from "./hcl/resource.ts";

/**
 * Gives every finding the place a person can open: the first of its references that leads to a line of the author's
 * own files, or else the file alone. A Terraform finding never points into the plan: it has a line in a `.tf` file
 * or none. `declarations` are what the plans declare; they tell which folder a plan was made from.
 */
export function locate(
  findings: readonly Finding[],
  tree: FileTree,
  declarations: readonly Declaration[] = [],
): readonly LocatedFinding[] {
  const place = places(findings, tree, declarations);
  const secret = secrets(declarations);
  return findings.map((finding) => ({
    ...finding,
    place: firstPlace(finding, place),
    ...(finding.refs.some(secret) ? { secret: true } : {}),
  }));
}

/** Whether what a reference points into has anything in it that its plan marks as sensitive. */
function secrets(declarations: readonly Declaration[]): (ref: Ref) => boolean {
  const marked = declarations.filter(({ format, root }) => format === "terraform" && root.sensitive);
  const names = new Set(marked.map(({ file, owner }) => `${file}\n${owner}`));
  return ({ file, owner }) => names.has(`${file}\n${owner}`);
}

function places(
  findings: readonly Finding[],
  tree: FileTree,
  declarations: readonly Declaration[],
): (ref: Ref) => Place | undefined {
  const planned = findings.flatMap(({ refs }) => refs.filter(({ format }) => format === "terraform"));
  const inDocument = documentPlaces(tree);
  const inResource = resourcePlaces(tree, declarations, planned);
  return (ref) => (ref.format === "terraform" ? inResource(ref) : inDocument(ref));
}

function firstPlace(finding: Finding, place: (ref: Ref) => Place | undefined): Place {
  for (const ref of finding.refs) {
    const found = place(ref);
    if (found !== undefined) return found;
  }
  return { file: finding.refs[0]?.file ?? finding.policy.file };
}
