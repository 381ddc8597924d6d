import type { Ref } from "../base/place.ts";
import type { Missing } from "../base/value.ts";
import type { Declaration } from "../source/declaration.ts";
import type { Sources } from "../source/sources.ts";
import type { FileTree } from "../source/tree.ts";
import type { Finding, LocatedFinding, LocatedMissing } from "../verdict/finding.ts";
import { documentPlaces } from "./document.ts";
import { type Located, resourcePlaces } from "./hcl/resource.ts";

/**
 * Gives every finding the place a person can open: the first of its references that leads to a line of the author's
 * own files, or else the file alone. A Terraform finding never points into the plan: it has a line in a `.tf` or
 * `.tfvars` file or none. `sources` are what was read; they tell which folder a plan was made from.
 */
export function locate(
  findings: readonly Finding[],
  tree: FileTree,
  sources: Pick<Sources, "declarations" | "plans">,
  place: (ref: Ref) => Located | undefined = placesIn(tree, sources),
): readonly LocatedFinding[] {
  const secret = secrets(sources.declarations);
  const located = (finding: Finding): LocatedFinding => ({
    ...finding,
    ...firstPlace(finding, place),
    missing: finding.missing.map((one) => withPlace(one, place)),
    ...(finding.refs.some(secret) ? { secret: true } : {}),
  });
  return findings.map((finding) =>
    finding.enforcement === "audit" ? whenAsked(finding, located) : located(finding),
  );
}

/** What is only counted is shown in few reports, and there may be thousands: its place is looked for when it is. */
function whenAsked(finding: Finding, locate: (finding: Finding) => LocatedFinding): LocatedFinding {
  let known: LocatedFinding | undefined;
  const located = () => {
    known ??= locate(finding);
    return known;
  };
  const { policy, outcome, severity, enforcement, concept, resource, when, about } = finding;
  const told = { policy, outcome, severity, enforcement, concept, resource };
  return {
    ...told,
    ...(when === undefined ? {} : { when }),
    ...(about === undefined ? {} : { about }),
    get message() {
      return finding.message;
    },
    get refs() {
      return finding.refs;
    },
    get place() {
      return located().place;
    },
    get trail() {
      return located().trail;
    },
    get note() {
      return located().note;
    },
    get missing() {
      return located().missing;
    },
    get secret() {
      return located().secret;
    },
  };
}

/** Whether what a reference points into has anything in it that its plan marks as sensitive. */
function secrets(declarations: readonly Declaration[]): (ref: Ref) => boolean {
  const marked = declarations.filter(({ format, root }) => format === "terraform" && root.sensitive);
  const names = new Set(marked.map(({ file, owner }) => `${file}\n${owner}`));
  return ({ file, owner }) => names.has(`${file}\n${owner}`);
}

/** Where references lead. Each file is read once, so one of these serves a whole run. */
export function placesIn(
  tree: FileTree,
  sources: Pick<Sources, "declarations" | "plans">,
): (ref: Ref) => Located | undefined {
  const inDocument = documentPlaces(tree);
  const inResource = resourcePlaces(tree, sources);
  return (ref) => {
    if (ref.format === "terraform") return inResource(ref);
    const place = inDocument(ref);
    return place && { place, trail: [] };
  };
}

function withPlace(missing: Missing, place: (ref: Ref) => Located | undefined): LocatedMissing {
  const found = missing.ref === undefined ? undefined : place(missing.ref);
  return found === undefined ? missing : { ...missing, place: found.place };
}

/** The first that has a line, or else whatever is known of the first. */
function firstPlace(finding: Finding, place: (ref: Ref) => Located | undefined): Located {
  let lineless: Located | undefined;
  for (const ref of finding.refs) {
    const found = place(ref);
    if (found?.place.line !== undefined) return found;
    lineless ??= found;
  }
  return lineless ?? { place: { file: finding.refs[0]?.file ?? finding.policy.file }, trail: [] };
}
