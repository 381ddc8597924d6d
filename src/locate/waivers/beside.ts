import type { Place, Ref } from "../../base/place.ts";
import type { Declaration } from "../../source/declaration.ts";
import { readText } from "../../source/span.ts";
import type { FileTree } from "../../source/tree.ts";
import type { LocatedFinding } from "../../verdict/finding.ts";
import { type Ignore, type Ignores, ignoresIn } from "./ignores.ts";
import { isWithin, type Steps } from "./site.ts";

/** What was read, and where it stands. */
export interface Here {
  readonly tree: FileTree;
  readonly declarations: readonly Declaration[];
  /** Where references lead, as for findings. */
  readonly place: (ref: Ref) => { readonly place: Place } | undefined;
}

/** Finds the waivers that stand beside findings. Only files are opened that findings are in, each once. */
export function lookout(here: Here): {
  readonly opened: Opener;
  readonly beside: (finding: LocatedFinding) => ReadonlySet<Ignore>;
} {
  const opened = opener(here.tree);
  const ownOf = owners(here, opened);
  return { opened, beside: (finding) => besideOf(finding, opened, ownOf(finding)) };
}

export interface Opener {
  (file: string): Ignores | undefined;
  readonly all: () => readonly Ignore[];
}

function opener(tree: FileTree): Opener {
  const files = new Map<string, Ignores | undefined>();
  const open = (file: string) => {
    if (!files.has(file)) {
      const source = readText(tree, file);
      files.set(file, source && ignoresIn(source));
    }
    return files.get(file);
  };
  return Object.assign(open, { all: () => [...files.values()].flatMap((ignores) => ignores?.all ?? []) });
}

/** What declares the resource of a finding, in one of the files. */
interface Own {
  readonly file: string;
  readonly object: Steps;
  /** What the finding is about, where that is a part of the object. */
  readonly part: Steps;
}

function besideOf(finding: LocatedFinding, opened: Opener, own: readonly Own[]): ReadonlySet<Ignore> {
  const pins = [finding.place, ...finding.trail.slice(0, 1).map(({ place }) => place)];
  return new Set([
    ...pins.flatMap((pin) => besidePin(pin, opened, own)),
    ...own.flatMap(({ file, object, part }) => {
      const ignores = opened(file);
      return ignores === undefined ? [] : [...ignores.of(object), ...between(ignores, object, part)];
    }),
  ]);
}

/** A variable says one thing, so that its block is as good a place as its default. */
function besidePin({ file, line }: Place, opened: Opener, own: readonly Own[]): readonly Ignore[] {
  const ignores = line === undefined ? undefined : opened(file);
  if (line === undefined || ignores === undefined) return [];
  const site = ignores.sites.at(line);
  if (site === undefined) return ignores.on(line);
  const [first] = site.steps;
  const isVariable = typeof first === "string" && first.startsWith('"variable" ');
  const objects = own.filter((each) => each.file === file).map(({ object }) => object);
  return [
    ...ignores.on(line),
    ...ignores.on(site.line),
    ...(isVariable ? [site.steps.slice(0, 2)] : objects).flatMap((object) =>
      between(ignores, object, site.steps),
    ),
  ];
}

/** The comments beside an object, and beside each step from there to something in it. */
function between(ignores: Ignores, object: Steps, inner: Steps): readonly Ignore[] {
  if (!isWithin(inner, object)) return [];
  return inner.slice(object.length - 1).flatMap((_, index) => {
    const site = ignores.sites.find(inner.slice(0, object.length + index));
    return site === undefined ? [] : ignores.on(site.line);
  });
}

/** What declares the resource of each finding; for Terraform by the line of its block. */
function owners({ declarations, place }: Here, opened: Opener): (finding: LocatedFinding) => readonly Own[] {
  let declared: ReadonlyMap<string, Declaration> | undefined;
  const blocks = new Map<string, readonly Own[]>();
  const blockOf = (file: string, owner: string): readonly Own[] => {
    const found = place({ format: "terraform", file, owner, document: 0, path: [] })?.place;
    if (found?.line === undefined) return [];
    const sites = opened(found.file)?.sites.on(found.line) ?? [];
    const object = sites.find(({ steps }) => steps.length === 2)?.steps;
    return object === undefined ? [] : [{ file: found.file, object, part: object }];
  };
  const blockOnce = (file: string, owner: string): readonly Own[] => {
    const key = `${file}\n${owner}`;
    const known = blocks.get(key) ?? blockOf(file, owner);
    blocks.set(key, known);
    return known;
  };
  return ({ about, resource }) => {
    if (about === undefined || about.format === "inventory") return [];
    declared ??= new Map(declarations.map((each) => [`${each.file}\n${each.owner}`, each]));
    if (about.format === "terraform") {
      const named = declared.has(`${about.file}\n${resource}`) ? [resource] : [];
      return [...new Set([about.owner, ...named])].flatMap((owner) => blockOnce(about.file, owner));
    }
    const root = declared.get(`${about.file}\n${about.owner}`)?.root.ref.path;
    const object = about.format === "cloudformation" ? about.path.slice(0, 2) : root;
    if (object === undefined) return [];
    const { file, document } = about;
    return [{ file, object: [document, ...object], part: [document, ...about.path] }];
  };
}
