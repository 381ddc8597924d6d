import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { load } from "../../src/gate/load.ts";
import { buildGraph, wantsTerraform } from "../../src/graph/build.ts";
import type { Entity, Graph } from "../../src/graph/graph.ts";
import { caseFiles } from "../../src/policy/cases/files.ts";
import { readInventories } from "../../src/policy/inventory.ts";
import { readSettings } from "../../src/policy/settings.ts";
import { inventoryDeclarations } from "../../src/source/inventory/declarations.ts";
import { read } from "../../src/source/read.ts";
import { memoryTree } from "../../src/source/tree.ts";
import type { Outcome } from "../../src/verdict/finding.ts";
import { judge } from "../../src/verdict/judge.ts";
import { type Parsed, parse, type Site, sitesOf, write } from "./blanks.ts";
import { allows, declaredBy, fieldsOf, nameOf } from "./refines.ts";
import { repositories } from "./repositories.ts";

/*
 * Soundness, the law of three values, held over the whole gate: what is said of a repository of which parts are not
 * known stays true whatever those parts turn out to be. The parts are blanked in repositories that are known, which
 * are one way of filling them in.
 *
 * An entity of the one graph is the entity of the other that stands at the same place. Entities need not be the same
 * ones: a list that is not known stands for its members as one entity that says so (`count`). So an entity may go
 * only where one of the same declaration stands for an unknown number, may come only as such a one, and such a one
 * is never violated: there may be none.
 *
 * Filling in is the same statement read the other way: an answer that is decided with blanks is the same without.
 */

const { policies, facts } = await load(readSettings({ root: ".", packaged: "policies" }));

/** Every case is asked about by its own policy; the repositories and plans below by all of them. */
const cases = policies.flatMap((policy) =>
  policy.cases.map((given) => ({
    name: `${policy.id}: ${given.says}`,
    parsed: parse(caseFiles(given)),
    code: {},
    asked: [policy],
    most: { single: 3, several: 1 },
  })),
);
const plans = ["living", "shop"].map((name) => {
  const plan = readFileSync(`test/fixtures/terraform/${name}/plan.json`, "utf8");
  return [`plan of ${name}`, { "plan.json": plan }] as const;
});
const inputs: readonly Input[] = [
  ...cases,
  ...[
    ...Object.entries(repositories),
    ...plans,
    ...["passed-on", "shop"].map((name) => [`code of ${name}`, fixture(name)] as const),
  ].map(([name, files]) => ({
    name,
    parsed: parse(files),
    code: name.startsWith("code of ") ? onlyCode(files) : {},
    asked: policies,
    most: { single: 60, several: 6 },
  })),
];
const codes = ["applied", "living", "passed-on", "shapes", "shop"];

interface Input {
  readonly name: string;
  readonly parsed: Parsed;
  /** The author's files beside a plan. */
  readonly code: Files;
  readonly asked: typeof policies;
  /** How many values are blanked one by one, and how often several at once. */
  readonly most: { readonly single: number; readonly several: number };
}

type Files = Readonly<Record<string, string>>;

/** A repository with some of its values blanked; `name` says which. */
interface Blanked {
  readonly name: string;
  readonly graph: Graph;
}

const tried = [...everyInput(), ...codes.flatMap(withoutCode)];

/** Thousands of repositories: in milliseconds, on a machine that has other things to do. */
const patience = { timeout: 300_000 };

describe("a value that is not known", patience, () => {
  it("is never guessed: every field of every entity allows what it turns out to be", () => {
    expect(tried.flatMap(({ full, blanked }) => wrongFields(full, blanked))).toEqual([]);
    expect(tried.length).toBeGreaterThan(3000);
  });

  it("decides nothing: what a policy answers without it stays its answer", () => {
    expect(tried.flatMap(({ full, blanked, asked }) => wrongAnswers(full, blanked, asked))).toEqual([]);
  });
});

function everyInput() {
  const random = randomFrom(20260101);
  return inputs.flatMap((input) => {
    const { name, parsed, code, asked } = input;
    const full = graphOf(parsed, code);
    if (full === undefined || full.size === 0) throw new Error(`${name} cannot be read`);
    return [...blankedOnce(input, random), ...blankedOften(input, random)].map((each) => ({
      full,
      asked,
      blanked: { ...each, name: `${name}: ${each.name}` },
    }));
  });
}

/** A plan knows less without the files it was made from, and less without any one of them. */
function withoutCode(name: string) {
  const files = fixture(name);
  const parsed = parse({ "plan.json": files["plan.json"] ?? "" });
  const code = onlyCode(files);
  const full = graphOf(parsed, code);
  if (full === undefined || full.size === 0) throw new Error(`${name} cannot be read`);
  const without = (gone: (file: string) => boolean) =>
    Object.fromEntries(Object.entries(code).filter(([file]) => !gone(file)));
  const lacking = Object.keys(code).map((gone) => [gone, without((file) => file === gone)] as const);
  return [["any", {}] as const, ...lacking].flatMap(([what, rest]) => {
    const graph = graphOf(parsed, rest);
    return graph === undefined
      ? []
      : [
          {
            full: withoutMixed(full),
            asked: policies,
            blanked: { name: `${name} without ${what}`, graph: withoutMixed(graph) },
          },
        ];
  });
}

/**
 * Where Terraform makes a set of ids that are written out and ids that are not known yet, nothing is left of the
 * first in a plan: without the code such a list is taken for the others alone. The only guess there is.
 */
function withoutMixed(graph: Graph): Graph {
  const isMixed = ({ resource }: Entity) => /^aws_eks_node_group\.w3[67]$/.test(resource);
  return { ...graph, entities: (concept) => graph.entities(concept).filter((entity) => !isMixed(entity)) };
}

function fixture(name: string): Files {
  const folder = `test/fixtures/terraform/${name}`;
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  return Object.fromEntries(
    files
      .map((entry) => `${entry.parentPath}/${entry.name}`)
      .map((file) => [file.slice(folder.length + 1), readFileSync(file, "utf8")] as const)
      .filter(([file]) => file === "plan.json" || file.endsWith(".tf")),
  );
}

function onlyCode(files: Files): Files {
  return Object.fromEntries(Object.entries(files).filter(([file]) => file.endsWith(".tf")));
}

function blankedOnce({ parsed, code, most }: Input, random: () => number): readonly Blanked[] {
  return some(sitesOf(parsed), most.single, random).flatMap((site) => blankedAt(parsed, code, [site]));
}

function blankedOften({ parsed, code, most }: Input, random: () => number): readonly Blanked[] {
  const sites = sitesOf(parsed);
  return Array.from({ length: most.several }, () => {
    const size = 1 + Math.floor(random() * 4);
    return blankedAt(parsed, code, some(sites, size, random));
  }).flat();
}

/** Nothing where the gate refuses the blanked repository: no answer is no guess. */
function blankedAt(parsed: Parsed, code: Files, sites: readonly Site[]): readonly Blanked[] {
  const copy = structuredClone(parsed);
  for (const site of sites) site.blank(copy);
  const graph = graphOf(copy, code);
  return graph === undefined ? [] : [{ name: sites.map(({ name }) => name).join(" and "), graph }];
}

function graphOf(parsed: Parsed, code: Files): Graph | undefined {
  const files = { ...write(parsed), ...code };
  const { declarations, failures } = read(memoryTree(files), { wanted: wantsTerraform });
  const { inventories } = readInventories(
    Object.entries(files).flatMap(([file, text]) => (file === "inventory.yaml" ? [{ file, text }] : [])),
  );
  return failures.length > 0
    ? undefined
    : buildGraph([...declarations, ...inventoryDeclarations(inventories)]);
}

function wrongFields(full: Graph, { name, graph }: Blanked): readonly string[] {
  return selectable(full).flatMap((concept) => {
    const [was, is] = [byName(full, concept), byName(graph, concept)];
    const gone = [...was.values()].filter(
      (entity) => !is.has(nameOf(entity)) && standIns(entity, graph).length === 0,
    );
    const come = [...is.values()].filter((entity) => !was.has(nameOf(entity)) && entity.count === undefined);
    const differs = [...is].flatMap(([key, entity]) => {
      const before = was.get(key);
      const fields = before === undefined ? [] : fieldsOf(full, concept);
      return (
        fields
          // Of what an account has besides, only an inventory could tell: what is declared is counted.
          .filter(() => concept !== "Stack")
          .filter((field) => !allows(entity.get(field) ?? null, before?.get(field) ?? null))
          .map((field) => `${key}.${field} is guessed`)
      );
    });
    const wrong = [
      ...gone.map((entity) => `${nameOf(entity)} is passed over`),
      ...come.map((entity) => `${nameOf(entity)} is made up`),
      ...differs,
    ];
    return wrong.map((text) => `${name}: ${text}`);
  });
}

function wrongAnswers(full: Graph, { name, graph }: Blanked, asked: typeof policies): readonly string[] {
  return asked.flatMap((policy) => {
    const ask = (of: Graph, entity: Entity): Outcome => {
      const alone: Graph = { ...of, entities: () => [entity] };
      const [tally] = judge(alone, [policy], { facts: facts.value, now: "2026-01-01" }).tally;
      if (tally === undefined || tally.unresolved > 0) return "unresolved";
      return tally.violated > 0 ? "violated" : tally.satisfied > 0 ? "satisfied" : "not-applicable";
    };
    const [was, is] = [byName(full, policy.select), byName(graph, policy.select)];
    const changed = [...is].flatMap(([key, entity]) => {
      const answer = ask(graph, entity);
      const before = was.get(key);
      if (before === undefined)
        return answer === "violated" ? [`${key} is violated and may not be there`] : [];
      const filledIn = answer === "unresolved" ? answer : ask(full, before);
      return holds(answer, filledIn) ? [] : [`${key} is ${answer}, and ${filledIn} when it is known`];
    });
    const missed = [...was.values()]
      .filter((entity) => !is.has(nameOf(entity)) && ask(full, entity) === "violated")
      .filter((entity) => !standIns(entity, graph).some((one) => ask(graph, one) === "unresolved"))
      .map((entity) => `${nameOf(entity)} is violated when it is known, and nothing is said`);
    return [...changed, ...missed].map((text) => `${name}: ${policy.id}: ${text}`);
  });
}

/** Satisfied is also what would not be violated if it applied, where it is not known whether it does. */
function holds(answer: Outcome, filledIn: Outcome): boolean {
  return answer === filledIn || (answer === "satisfied" && filledIn === "not-applicable");
}

/** What stands for the members of a list that is not known, in the declaration that the entity belongs to. */
function standIns(entity: Entity, graph: Graph): readonly Entity[] {
  const declared = declaredBy(entity);
  return graph
    .entities(entity.concept)
    .filter((one) => one.count !== undefined && declaredBy(one) === declared);
}

function byName(graph: Graph, concept: string): ReadonlyMap<string, Entity> {
  return new Map(graph.entities(concept).map((entity) => [nameOf(entity), entity]));
}

function selectable(graph: Graph): readonly string[] {
  return graph.vocabulary.types.filter((type) => type.selectable).map(({ name }) => name);
}

function some<Member>(members: readonly Member[], size: number, random: () => number): readonly Member[] {
  if (members.length <= size) return members;
  return members
    .map((member) => [random(), member] as const)
    .toSorted(([a], [b]) => a - b)
    .slice(0, size)
    .map(([, member]) => member);
}

/** Numbers between 0 and 1, the same in every run (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
