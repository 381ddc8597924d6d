/** A part of the language that binds a name: a question about the members of a list. */
export interface Macro {
  /** The shapes its arguments may have: `n` a name, `p` a condition, `t` a value. */
  readonly forms: readonly string[];
  /** How it is written, for mistakes and for the authors' page. */
  readonly usage: string;
  readonly doc: string;
}

export const macros: Readonly<Record<string, Macro>> = {
  all: {
    forms: ["np", "nnp"],
    usage: "all(x, condition)",
    doc: "Whether the condition holds for every member.",
  },
  exists: { forms: ["np", "nnp"], usage: "exists(x, condition)", doc: "Whether it holds for at least one." },
  exists_one: {
    forms: ["np", "nnp"],
    usage: "exists_one(x, condition)",
    doc: "Whether it holds for exactly one.",
  },
  existsOne: { forms: ["np", "nnp"], usage: "existsOne(x, condition)", doc: "The same as `exists_one`." },
  count: { forms: ["np", "nnp"], usage: "count(x, condition)", doc: "For how many members it holds." },
  filter: { forms: ["np"], usage: "filter(x, condition)", doc: "The members for which it holds." },
  map: {
    forms: ["nt", "npt"],
    usage: "map(x, value)",
    doc: "A value for every member; `map(x, condition, value)` for some.",
  },
  transformList: {
    forms: ["nnt", "nnpt"],
    usage: "transformList(i, x, value)",
    doc: "A value for every member and its index.",
  },
};

/** What is written like a macro and binds no member. */
export const otherMacros: Readonly<Record<string, Pick<Macro, "usage" | "doc">>> = {
  has: { usage: "has(x.field)", doc: "Whether a field has a value." },
  "cel.bind": {
    usage: "cel.bind(name, value, expression)",
    doc: "The expression, with a name for a value in it.",
  },
};

/** The names that are macros, for suggestions. */
export const macroNames: readonly string[] = [...Object.keys(macros), ...Object.keys(otherMacros)];
