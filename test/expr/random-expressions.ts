import type { Random } from "./random.ts";

/** The names in scope, by what they hold. */
interface Names {
  readonly ints: readonly string[];
  readonly things: readonly string[];
  readonly strings: readonly string[];
}

/** Writes random expressions of each type. */
export class Writer {
  readonly random: Random;
  private fresh = 0;

  constructor(random: Random) {
    this.random = random;
  }

  private one(choices: readonly (() => string)[]): string {
    return (choices[this.random(choices.length)] ?? (() => "0"))();
  }

  private name(): string {
    return `v${++this.fresh}`;
  }

  bool(depth: number, names: Names): string {
    if (depth <= 0) return this.one([() => "p", () => "q", () => "true", () => "false"]);
    const d = depth - 1;
    const comparison = ["==", "!=", "<", "<=", ">", ">="][this.random(6)];
    return this.one([
      () => `(${this.bool(d, names)} && ${this.bool(d, names)})`,
      () => `(${this.bool(d, names)} || ${this.bool(d, names)})`,
      () => `!${this.bool(d, names)}`,
      () => `(${this.int(d, names)} ${comparison} ${this.int(d, names)})`,
      () => `(${this.int(d, names)} ${comparison} ${this.int(d, names)})`,
      () => `(${this.string(d, names)} ${comparison} ${this.string(d, names)})`,
      () => `(${this.int(d, names)} in ${this.ints(d, names)})`,
      () => `(${this.string(d, names)} in ${this.strings(d, names)})`,
      () => `(${this.ints(d, names)} == ${this.ints(d, names)})`,
      () => `(${this.bool(d, names)} ? ${this.bool(d, names)} : ${this.bool(d, names)})`,
      () => this.quantifier(d, names),
      () => this.quantifier(d, names),
      () => this.quantifier(d, names),
      () =>
        `sets.${["contains", "intersects", "equivalent"][this.random(3)]}(${this.ints(d, names)}, ${this.ints(d, names)})`,
      () => `${this.ints(d, names)}.isSorted()`,
      () => `has(${this.thing(names)}.${["limit", "next", "zone"][this.random(3)]})`,
      () => `has(k.${["x", "y"][this.random(2)]})`,
      () => `(${["c", "o", `${this.thing(names)}.limit`][this.random(3)]} == null)`,
      () => `${this.string(d, names)}.startsWith(${this.string(d, names)})`,
    ]);
  }

  int(depth: number, names: Names): string {
    const atoms = ["a", "b", "c", "0", "1", "2", "3", ...names.ints, ...names.ints];
    const atom = (): string => atoms[this.random(atoms.length)] ?? "0";
    if (depth <= 0) return atom();
    const d = depth - 1;
    return this.one([
      atom,
      () => `(${this.int(d, names)} ${["+", "-", "*", "/", "%"][this.random(5)]} ${this.int(d, names)})`,
      () => `size(${this.ints(d, names)})`,
      () => `size(${this.ints(d, names)}.distinct())`,
      () => `size(${this.strings(d, names)}.distinct())`,
      () => `size(${this.strings(d, names)}.distinct())`,
      () => `size(${this.things(d, names)}.distinct())`,
      () => `(${this.bool(d, names)} ? ${this.int(d, names)} : ${this.int(d, names)})`,
      () => this.counted(d, names),
      () => `${this.ints(d, names)}[${this.int(0, names)}]`,
      () => `${this.ints(d, names)}.${["sum", "min", "max"][this.random(3)]}()`,
      () => `${this.ints(d, names)}.${["indexOf", "lastIndexOf"][this.random(2)]}(${this.int(0, names)})`,
      () => `${this.thing(names)}.${["port", "limit", "next.port"][this.random(3)]}`,
      () => `k[${this.string(0, names)}]`,
      () => `size(${this.string(d, names)})`,
      () => {
        const name = this.name();
        return `cel.bind(${name}, ${this.int(d, names)}, ${this.int(d, { ...names, ints: [...names.ints, name] })})`;
      },
    ]);
  }

  string(depth: number, names: Names): string {
    const atoms = ["s", '"x"', '"y"', `${this.thing(names)}.zone`, ...names.strings];
    const atom = (): string => atoms[this.random(atoms.length)] ?? "s";
    if (depth <= 0) return atom();
    const d = depth - 1;
    return this.one([
      atom,
      atom,
      () => `(${this.string(d, names)} + ${this.string(d, names)})`,
      () => `${this.strings(d, names)}.join("-")`,
    ]);
  }

  private thing(names: Names): string {
    const things = ["t", "t", "o", ...names.things, ...names.things];
    return things[this.random(things.length)] ?? "t";
  }

  private things(depth: number, names: Names): string {
    if (depth <= 0 || this.random(2) === 0) return "ts";
    const name = this.name();
    return `ts.filter(${name}, ${this.bool(depth - 1, { ...names, things: [...names.things, name] })})`;
  }

  private strings(depth: number, names: Names): string {
    if (depth <= 0) return "w";
    const d = depth - 1;
    const name = this.name();
    return this.one([
      () => "w",
      () => `ts.map(${name}, ${name}.zone)`,
      () =>
        `${this.things(d, names)}.map(${name}, ${this.string(d, { ...names, things: [...names.things, name] })})`,
      () => `(${this.strings(d, names)} + ${this.strings(d, names)})`,
      () => `[${this.string(0, names)}, ${this.string(d, names)}]`,
      () =>
        `${this.strings(d, names)}.filter(${name}, ${this.bool(d, { ...names, strings: [...names.strings, name] })})`,
    ]);
  }

  ints(depth: number, names: Names): string {
    if (depth <= 0)
      return this.one([() => "l", () => "m", () => `[${this.int(0, names)}, ${this.int(0, names)}]`]);
    const d = depth - 1;
    const name = this.name();
    const inner = { ...names, ints: [...names.ints, name, name] };
    return this.one([
      () => "l",
      () => "m",
      () => `[${this.int(d, names)}, ${this.int(d, names)}]`,
      () => `${this.ints(d, names)}.distinct()`,
      () => `${this.ints(d, names)}.filter(${name}, ${this.bool(d, inner)})`,
      () => `${this.ints(d, names)}.map(${name}, ${this.int(d, inner)})`,
      () => `${this.ints(d, names)}.map(${name}, ${this.bool(d, inner)}, ${this.int(d, inner)})`,
      () =>
        `${this.things(d, names)}.map(${name}, ${this.int(d, { ...names, things: [...names.things, name] })})`,
      () => `(${this.ints(d, names)} + ${this.ints(d, names)})`,
      () => `(${this.bool(d, names)} ? ${this.ints(d, names)} : ${this.ints(d, names)})`,
      () => `${this.ints(d, names)}.slice(0, ${this.int(0, names)})`,
      () => `${this.ints(d, names)}.reverse()`,
      () => `[${this.ints(d, names)}, ${this.ints(d, names)}].flatten()`,
    ]);
  }

  private quantifier(depth: number, names: Names): string {
    const macro = ["all", "exists", "exists_one"][this.random(3)];
    return this.over(macro ?? "all", depth, names);
  }

  private counted(depth: number, names: Names): string {
    return this.over("count", depth, names);
  }

  private over(macro: string, depth: number, names: Names): string {
    const [first, second] = [this.name(), this.name()];
    const ints = { ...names, ints: [...names.ints, second, second] };
    const withIndex = { ...ints, ints: [...ints.ints, first] };
    const things = { ...names, things: [...names.things, second, second] };
    return this.one([
      () => `${this.ints(depth, names)}.${macro}(${second}, ${this.bool(depth, ints)})`,
      () => `${this.ints(depth, names)}.${macro}(${first}, ${second}, ${this.bool(depth, withIndex)})`,
      () => `${this.things(depth, names)}.${macro}(${second}, ${this.bool(depth, things)})`,
    ]);
  }
}
