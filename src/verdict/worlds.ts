import { type Choice, choiceKey, isPossible, type World } from "../base/choice.ts";
import { groupsOf } from "../base/groups.ts";
import type { Entity, Graph } from "../graph/graph.ts";
import type { Finding, Outcome } from "./finding.ts";

/** The graph of a world; `undefined` where that cannot be read. */
export type Alternatives = (world: World) => Graph | undefined;

/** What a policy says about an entity, or about what it turns out to be. */
export interface Answer {
  readonly findings: readonly Finding[];
  readonly counts: Readonly<Record<Outcome, number>>;
}

const mostPerEntity = 64;

/** How many entities all the worlds of a run may have together: they are kept. */
const mostEntities = 100_000;

/**
 * The worlds of a run. A class, because each is made once and looked into for many entities.
 */
export class Worlds {
  readonly #own: Graph;
  readonly #alternatives: Alternatives;
  readonly #made = new Map<string, Index | undefined>();
  readonly #mostWorlds: number;
  #index: Index | undefined;

  constructor(own: Graph, alternatives: Alternatives) {
    this.#own = own;
    this.#mostWorlds = Math.max(8, Math.floor(mostEntities / Math.max(1, own.size)));
    this.#alternatives = alternatives;
  }

  /**
   * The answer where every branch counts that can happen: violated where it is in one of them, which the finding
   * names; satisfied where it is in all. Costs nothing where nothing is open because of a choice.
   */
  settle(entity: Entity, isOne: boolean, here: Answer, ask: (entities: readonly Entity[]) => Answer): Answer {
    if (here.findings.length === 0 || openChoice(here, []) === undefined) return here;
    const tour = new Tour(isOne && entity.count === undefined, (world) => {
      const found = world.length === 0 ? [entity] : this.#sameIn(world, entity);
      return found === undefined ? undefined : ask(found);
    });
    tour.visit([], here);
    return tour.answer(here);
  }

  /** What an entity turns out to be in a world: itself, nothing, or the members of the list it stands for. */
  #sameIn(world: World, entity: Entity): readonly Entity[] | undefined {
    const index = this.#at(world);
    if (index === undefined) return undefined;
    const here = index.at(entity).filter((other) => isBelow(other, entity));
    const same = here.filter(({ id }) => id === entity.id);
    if (same.length > 0) return same;
    this.#index ??= new Index(this.#own);
    const own = this.#index;
    return here.filter((other) => {
      const isOther = own
        .at(other)
        .some((each) => each !== entity && each.id === other.id && isBelow(other, each));
      return !isOther && (entity.count !== undefined || samePlace(other, entity));
    });
  }

  #at(world: World): Index | undefined {
    const key = world
      .map(({ choice, option }) => `${choiceKey(choice)}\n${JSON.stringify(option.value)}`)
      .sort()
      .join("\n\n");
    if (this.#made.has(key)) return this.#made.get(key);
    const graph = this.#made.size >= this.#mostWorlds ? undefined : this.#alternatives(world);
    const made = graph === undefined ? undefined : new Index(graph);
    this.#made.set(key, made);
    return made;
  }
}

/** The entities of a graph by concept and file. */
class Index {
  readonly #graph: Graph;
  readonly #concepts = new Map<string, ReadonlyMap<string, readonly Entity[]>>();

  constructor(graph: Graph) {
    this.#graph = graph;
  }

  at({ concept, ref }: Entity): readonly Entity[] {
    const files = this.#concepts.get(concept) ?? this.#filesOf(concept);
    return files.get(ref.file) ?? [];
  }

  #filesOf(concept: string): ReadonlyMap<string, readonly Entity[]> {
    const files = groupsOf(this.#graph.entities(concept), ({ ref }) => ref.file);
    this.#concepts.set(concept, files);
    return files;
  }
}

interface Leaf {
  readonly world: World;
  readonly answer: Answer;
  readonly isOpen: boolean;
  /** Not looked into: there are too many, or it cannot be read. */
  readonly isCut: boolean;
}

/** One entity in all of its worlds. */
class Tour {
  readonly #isOne: boolean;
  readonly #ask: (world: World) => Answer | undefined;
  readonly #leaves: Leaf[] = [];
  #visited = 0;
  #isOver = false;

  constructor(isOne: boolean, ask: (world: World) => Answer | undefined) {
    this.#isOne = isOne;
    this.#ask = ask;
  }

  /** Splits a world by what keeps its answer open, until nothing does. */
  visit(world: World, answer: Answer): void {
    const choice = openChoice(answer, world);
    if (choice === undefined) {
      this.#leaves.push({ world, answer, isOpen: answer.counts.unresolved > 0, isCut: false });
      this.#isOver = this.#isOne && answer.counts.violated > 0 && isPossible(world);
      return;
    }
    for (const option of choice.options) {
      if (this.#isOver) return;
      const next = [...world, { choice, option }];
      const told = ++this.#visited > mostPerEntity ? undefined : this.#ask(next);
      if (told === undefined) this.#leaves.push({ world: next, answer, isOpen: true, isCut: true });
      else this.visit(next, told);
    }
  }

  answer(here: Answer): Answer {
    const told = distinct([
      ...here.findings.filter(isViolated),
      ...this.#leaves
        .filter(({ world }) => isPossible(world))
        .flatMap(({ world, answer }) =>
          answer.findings.filter(isViolated).map((finding) => this.#named(finding, world)),
        ),
    ]);
    const violated = this.#isOne ? told.slice(0, 1) : told;
    const isOpen = this.#leaves.some(
      ({ world, answer, isOpen: open }) => open || (answer.counts.violated > 0 && !isPossible(world)),
    );
    const open = !isOpen || (this.#isOne && violated.length > 0) ? [] : this.#stillOpen(here);
    const most = (outcome: Outcome) =>
      Math.max(here.counts[outcome], ...this.#leaves.map(({ answer }) => answer.counts[outcome]));
    const findings = [...violated, ...open];
    const isSatisfied = findings.length === 0 || !this.#isOne;
    const satisfied = isSatisfied ? most("satisfied") : 0;
    return {
      findings,
      counts: {
        violated: violated.length,
        unresolved: open.length,
        satisfied,
        "not-applicable": isSatisfied && satisfied === 0 ? most("not-applicable") : 0,
      },
    };
  }

  /** Where some branches are decided, what stands in the way is that of those which are not. */
  #stillOpen(here: Answer): readonly Finding[] {
    const unresolved = here.findings.filter((finding) => !isViolated(finding));
    const [leaf] = this.#leaves.filter(({ isOpen, world }) => isOpen && isPossible(world));
    const isDecidedSomewhere = this.#leaves.some(({ isOpen }) => !isOpen);
    const isCut = this.#leaves.some((each) => each.isCut);
    if (!this.#isOne || leaf === undefined || !isDecidedSomewhere || isCut) return unresolved;
    return leaf.answer.findings
      .filter((finding) => !isViolated(finding))
      .map((finding) => this.#named(finding, leaf.world));
  }

  /** A finding with what has to be assumed for it, and no more. */
  #named(finding: Finding, world: World): Finding {
    let [needed, named] = [world, finding];
    for (const assumption of world) {
      const fewer = needed.filter((each) => each !== assumption);
      const answer = fewer.length === 0 ? undefined : this.#ask(fewer);
      const found = answer?.findings.find((other) => this.#isAsGood(other, finding));
      if (found !== undefined) [needed, named] = [fewer, found];
    }
    const when = needed.map(({ option }) => option.says).join(" and ");
    return { ...named, when, message: `when ${when}: ${named.message}` };
  }

  /** Whether a finding that assumes less says the same; what a choice may still settle does not. */
  #isAsGood(finding: Finding, other: Finding): boolean {
    const isSettled = isViolated(finding) || openChoice({ findings: [finding] }, []) === undefined;
    return finding.outcome === other.outcome && isSettled && (this.#isOne || isSame(finding, other));
  }
}

/** The first choice that would settle something and is not settled yet. */
function openChoice({ findings }: Pick<Answer, "findings">, world: World): Choice | undefined {
  const settled = new Set(world.map(({ choice }) => choiceKey(choice)));
  return findings
    .flatMap(({ missing }) => missing.flatMap(({ choices = [] }) => choices))
    .find((choice) => !settled.has(choiceKey(choice)));
}

function isViolated({ outcome }: Finding): boolean {
  return outcome === "violated";
}

function distinct(findings: readonly Finding[]): readonly Finding[] {
  return findings.filter((finding, index) => findings.findIndex((other) => isSame(other, finding)) === index);
}

/** Whether two findings point at the same, and say the same of it. */
function isSame(one: Finding, other: Finding): boolean {
  return (
    JSON.stringify(one.refs[0]) === JSON.stringify(other.refs[0]) && plainMessage(one) === plainMessage(other)
  );
}

function plainMessage({ message, when }: Finding): string {
  return when === undefined ? message : message.slice(`when ${when}: `.length);
}

/** Whether an entity is written where another is, or below. What a loop makes is called otherwise. */
function isBelow(entity: Entity, other: Entity): boolean {
  const [one, whole] = [entity.ref, other.ref];
  const isOfOwner = one.owner === whole.owner || other.count !== undefined;
  return (
    isOfOwner &&
    one.document === whole.document &&
    whole.path.every((step, index) => step === one.path[index])
  );
}

function samePlace(entity: Entity, other: Entity): boolean {
  return entity.ref.path.length === other.ref.path.length;
}
