/** Something that decides what counts in a file and is not known, with everything it may turn out to be. */
export interface Choice {
  readonly file: string;
  /** Tells it from the other choices of its file. */
  readonly name: string;
  /** What it depends on. Two choices that depend on the same thing may exclude each other. */
  readonly roots: readonly string[];
  /** One of them is the case, and no two are. */
  readonly options: readonly Option[];
}

export interface Option {
  /** `null` stands for everything that the other options do not name. */
  readonly value: string | number | boolean | null;
  /** Completes "when ...": `` `Environment` is `dev` ``. */
  readonly says: string;
  /** Whether it can certainly be the case; otherwise something that was not followed may rule it out. */
  readonly possible: boolean;
}

/** Choices that are taken to be settled, each by one of its options. */
export type World = readonly Assumption[];

export interface Assumption {
  readonly choice: Choice;
  readonly option: Option;
}

/** Identity of a choice among those of all files. */
export function choiceKey({ file, name }: Pick<Choice, "file" | "name">): string {
  return `${file}\n${name}`;
}

/** Whether a world can certainly be: all that it assumes can, and none of it depends on the same thing. */
export function isPossible(world: World): boolean {
  const roots = world.flatMap(({ choice }) => choice.roots.map((root) => `${choice.file}\n${root}`));
  return world.every(({ option }) => option.possible) && new Set(roots).size === roots.length;
}
