import { type Dirent, readdirSync, realpathSync } from "node:fs";
import { basename, dirname, extname, isAbsolute, join, relative, resolve, sep } from "node:path";
import { Failure } from "../base/failure.ts";
import { didYouMean } from "../base/suggest.ts";
import { opened, statOf } from "./opened.ts";

export interface WalkOptions {
  /** Globs of what to leave out, relative to the root. One without a slash means a name at any depth. */
  readonly exclude?: readonly string[];
}

/** The files that a walk through some paths of a folder comes to, relative to it. */
export interface Walked {
  readonly files: ReadonlySet<string>;
  /** Those that were asked for by name. */
  readonly named: ReadonlySet<string>;
}

/** Walks through some paths of a folder. Throws `Failure("usage")` where one does not exist. */
export async function walked(
  top: string,
  paths: readonly string[],
  options: WalkOptions = {},
): Promise<Walked> {
  const walk = new Walk(top, await excluder(options.exclude ?? []));
  for (const path of paths.length === 0 ? ["."] : paths) walk.add(path);
  return walk;
}

/**
 * Whether a file would be taken, if it were there: the same choice as a walk makes, for files that are somewhere else
 * than on the disk. Paths are relative to the root.
 */
export async function wouldTake(
  root: string,
  paths: readonly string[],
  options: WalkOptions = {},
): Promise<(file: string) => boolean> {
  const isExcluded = await excluder(options.exclude ?? []);
  const top = resolve(root);
  const tops = (paths.length === 0 ? ["."] : paths).map((path) =>
    relative(top, resolve(top, path)).split(sep).join("/"),
  );
  return (file) => {
    if (tops.includes(file)) return true;
    if (!extensions.has(extensionOf(file.slice(file.lastIndexOf("/") + 1)))) return false;
    return tops.some((path) => {
      if (path !== "" && !file.startsWith(`${path}/`)) return false;
      const below = path === "" ? file : file.slice(path.length + 1);
      const steps = below.split("/");
      return steps.every((step, index) => {
        const reached = [...(path === "" ? [] : [path]), ...steps.slice(0, index + 1)].join("/");
        return !(index < steps.length - 1 && pruned.has(step)) && !isExcluded(reached);
      });
    });
  };
}

/** Folders that hold no input of the author's own: version control, dependencies and caches of tools. */
export const pruned: ReadonlySet<string> = new Set([
  ".cache",
  ".git",
  ".hg",
  ".idea",
  ".jj",
  ".mypy_cache",
  ".pytest_cache",
  ".svn",
  ".terraform",
  ".terragrunt-cache",
  ".tox",
  ".venv",
  ".yarn",
  "__pycache__",
  "node_modules",
]);

/** Names worth a look. What a file is, its content says. */
const extensions: ReadonlySet<string> = new Set([
  "",
  ".json",
  ".out",
  ".plan",
  ".template",
  ".tf",
  ".tfplan",
  ".tofu",
  ".tofuplan",
  ".yaml",
  ".yml",
]);

type Excluded = (path: string) => boolean;

/** The globs are compiled once, and the library is loaded only where there are any. */
async function excluder(globs: readonly string[]): Promise<Excluded> {
  if (globs.length === 0) return () => false;
  const { Minimatch } = await import("minimatch");
  const matchers = globs.map((glob) => {
    const pattern = glob.replace(/^\.\//, "").replace(/\/+$/, "");
    return new Minimatch(pattern, {
      dot: true,
      matchBase: !pattern.includes("/"),
      nocomment: true,
      nonegate: true,
    });
  });
  return (path) => matchers.some((matcher) => matcher.match(path));
}

/** A class, because a walk remembers where it has been. */
class Walk implements Walked {
  readonly files = new Set<string>();
  /** Those that were asked for by name. */
  readonly named = new Set<string>();
  readonly #top: string;
  readonly #excluded: Excluded;
  readonly #seen = new Set<string>();

  constructor(top: string, excluded: Excluded) {
    this.#top = top;
    this.#excluded = excluded;
  }

  add(path: string): void {
    const full = resolve(this.#top, path);
    const stat = opened(path, () => statOf(full));
    if (stat === undefined) throw missing(path, full);
    const name = this.#nameOf(full);
    if (stat.isDirectory()) this.#folder(full, name);
    else if (stat.isFile()) this.#named(name);
    else throw notAFile(path);
  }

  #named(name: string): void {
    this.files.add(name);
    this.named.add(name);
  }

  #nameOf(full: string): string {
    const path = relative(this.#top, full);
    return (isAbsolute(path) ? full : path).split(sep).join("/");
  }

  #folder(full: string, name: string): void {
    for (const entry of entriesOf(full, name)) {
      const path = name === "" ? entry.name : `${name}/${entry.name}`;
      const child = join(full, entry.name);
      if (entry.isSymbolicLink()) this.#link(child, path, entry.name);
      else this.#take(child, path, entry.name, entry.isDirectory(), entry.isFile());
    }
  }

  #take(full: string, path: string, name: string, isFolder: boolean, isFile: boolean): void {
    if (isFolder ? pruned.has(name) : !(isFile && extensions.has(extensionOf(name)))) return;
    if (this.#excluded(path)) return;
    if (isFolder) this.#folder(full, path);
    else this.files.add(path);
  }

  /** A link is followed where it leads to something of the same root that is not reached by its own name. */
  #link(full: string, path: string, name: string): void {
    const target = realPath(full);
    const top = realPath(this.#top);
    if (target === undefined || top === undefined || !isWithin(target, top)) return;
    if (isWithin(full, target) || isWithin(realPath(dirname(full)) ?? full, target) || this.#seen.has(target))
      return;
    const stat = statOf(target);
    if (stat === undefined) return;
    this.#seen.add(target);
    if (this.#isReached(target, top)) return;
    this.#take(full, path, name, stat.isDirectory(), stat.isFile());
  }

  /** Whether the walk comes, or came, to a place without following links. */
  #isReached(target: string, top: string): boolean {
    const steps = relative(top, target).split(sep);
    return steps.every((step, index) => {
      const path = steps.slice(0, index + 1).join("/");
      return !pruned.has(step) && !this.#excluded(path);
    });
  }
}

function extensionOf(name: string): string {
  return name.startsWith(".") && !name.includes(".", 1) ? name : extname(name).toLowerCase();
}

function isWithin(path: string, folder: string): boolean {
  return path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}

function realPath(full: string): string | undefined {
  try {
    return realpathSync(full);
  } catch {
    return undefined;
  }
}

function entriesOf(full: string, name: string): readonly Dirent[] {
  return opened(name === "" ? "." : name, () => readdirSync(full, { withFileTypes: true }));
}

function missing(path: string, full: string): Failure {
  let siblings: readonly string[] = [];
  try {
    siblings = readdirSync(dirname(full));
  } catch {
    // the folder does not exist either
  }
  const message = `\`${path}\` does not exist${didYouMean(basename(full), siblings)}`;
  return new Failure("usage", message, { hint: "name files or folders that exist" });
}

/** A pipe can be read only once, and a device may have no end. */
function notAFile(path: string): Failure {
  return new Failure("usage", `\`${path}\` is neither a file nor a folder`, {
    hint: "write what it holds to a file, and name that",
  });
}
