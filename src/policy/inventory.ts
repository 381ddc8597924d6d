import * as v from "valibot";
import type { Place } from "../base/place.ts";
import {
  clusterShape,
  countsShape,
  inventoryShape,
  roleShape,
  ruleShape,
  securityGroupShape,
  subnetShape,
} from "./inventory-shape.ts";
import type { Mistake } from "./policy.ts";
import type { SourceText } from "./text.ts";
import { shapeMistakes, unknownKeys } from "./validate.ts";
import { type Entry, entry, member, type Node, plain, readYaml } from "./yaml.ts";

/** What one account has in one Region, checked. */
export interface Inventory {
  readonly file: string;
  readonly bytes: number;
  /** What the file says, as JSON says it. */
  readonly document: unknown;
  /** Everything in it that has a name of its own, for comparing inventories. */
  readonly things: readonly Thing[];
  /** Quotas by our name or by their code in Service Quotas. */
  readonly quotas: readonly GivenQuota[];
}

export interface Inventories {
  readonly inventories: readonly Inventory[];
  readonly mistakes: readonly Mistake[];
}

export interface GivenQuota {
  readonly name: string;
  readonly value: number;
  readonly at: Place;
}

interface Thing {
  /** What it is the only one of: a subnet's id, a role's ARN, a cluster's account, Region and name. */
  readonly identity: string;
  /** What people call it. */
  readonly name: string;
  readonly says: ReadonlyMap<string, string>;
  readonly at: Place;
}

/** Reads inventories and checks each, and that none contradicts another; all mistakes of all files at once. */
export function readInventories(
  files: readonly { readonly file: string; readonly text: string }[],
): Inventories {
  const read = files.map(({ file, text }) => readInventory(file, text));
  const inventories = read.flatMap(({ inventory }) => inventory ?? []);
  return {
    inventories,
    mistakes: [...read.flatMap(({ mistakes }) => mistakes), ...disagreements(inventories)],
  };
}

function readInventory(
  file: string,
  text: string,
): { readonly inventory: Inventory | undefined; readonly mistakes: readonly Mistake[] } {
  const { source, root, mistakes } = readYaml(file, text);
  if (root === undefined || mistakes.length > 0) {
    const empty = { at: { file, line: 1 }, message: "the inventory is empty" };
    return { inventory: undefined, mistakes: mistakes.length > 0 ? mistakes : [empty] };
  }
  const other = otherVersion(source, root);
  if (other !== undefined) return { inventory: undefined, mistakes: [other] };
  const shape = v.safeParse(inventoryShape, plain(root));
  const all = [
    ...unknownEverywhere(source, root),
    ...shapeMistakes(source, root, shape.issues),
    ...accountMistakes(source, root),
    ...peerMistakes(source, root),
  ];
  if (!shape.success || all.length > 0) return { inventory: undefined, mistakes: all };
  const account = textOf(member(root, "account"));
  const things = thingsOf(source, root);
  const inventory = {
    file,
    bytes: Buffer.byteLength(text),
    document: { ...shape.output, account },
    things,
    quotas: quotasOf(source, member(root, "quotas")),
  };
  return { inventory, mistakes: twice(things) };
}

/** Of a version that is not ours nothing else can be said. */
function otherVersion(source: SourceText, root: Node): Mistake | undefined {
  const version = member(root, "version");
  if (version === undefined || (version.kind === "scalar" && version.value === 1)) return undefined;
  return {
    at: source.place(version.start, version.end),
    message: "`version` must be 1, the only version there is",
  };
}

function unknownEverywhere(source: SourceText, root: Node): readonly Mistake[] {
  const groups = itemsOf(member(root, "securityGroups"));
  const known = (nodes: readonly (Node | undefined)[], shape: { readonly entries: object }) =>
    nodes.flatMap((node) => unknownKeys(source, node, Object.keys(shape.entries)));
  return [
    ...known([root], inventoryShape),
    ...known(itemsOf(member(root, "subnets")), subnetShape),
    ...known(groups, securityGroupShape),
    ...known(
      groups.flatMap((group) => itemsOf(member(group, "rules"))),
      ruleShape,
    ),
    ...known(itemsOf(member(root, "roles")), roleShape),
    ...known(itemsOf(member(root, "clusters")), clusterShape),
    ...known([member(root, "counts")], countsShape),
  ];
}

function accountMistakes(source: SourceText, root: Node): readonly Mistake[] {
  const account = member(root, "account");
  if (account?.kind !== "scalar" || /^\d{12}$/.test(account.text)) return [];
  const at = source.place(account.start, account.end);
  return [{ at, message: "`account` must be the 12 digits of an account" }];
}

/** A rule has one other side. */
function peerMistakes(source: SourceText, root: Node): readonly Mistake[] {
  const rules = itemsOf(member(root, "securityGroups")).flatMap((group) => itemsOf(member(group, "rules")));
  return rules
    .filter(
      (rule) => ["cidr", "peer", "prefixList"].filter((key) => entry(rule, key) !== undefined).length !== 1,
    )
    .map((rule) => ({
      at: source.place(rule.start),
      message: "a rule has one of `cidr`, `peer` and `prefixList`, and one only",
    }));
}

function thingsOf(source: SourceText, root: Node): readonly Thing[] {
  const where = `${textOf(member(root, "account"))} ${textOf(member(root, "region"))}`;
  const list = (key: string, name: string, scope: string) =>
    itemsOf(member(root, key)).map((node) => {
      const called = textOf(member(node, name));
      return {
        identity: `${scope} ${called}`,
        name: called,
        says: saysOf(node),
        at: placeOf(source, node, name),
      };
    });
  return [
    {
      identity: `inventory ${where}`,
      name: where,
      says: new Map([["file", source.file]]),
      at: placeOf(source, root, "account"),
    },
    ...list("subnets", "id", "subnet"),
    ...list("securityGroups", "id", "group"),
    ...list("roles", "arn", "role"),
    ...list("clusters", "name", `cluster ${where}`),
  ];
}

function saysOf(node: Node): ReadonlyMap<string, string> {
  const entries = node.kind === "map" ? node.entries : [];
  return new Map(entries.map(({ key, value }) => [key.text, JSON.stringify(sorted(plain(value)))]));
}

/** The same value in whatever order its keys are written. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return entries.map(([key, inner]) => [key, sorted(inner)]);
}

function placeOf(source: SourceText, node: Node, key: string): Place {
  const named = member(node, key) ?? node;
  return source.place(named.start, named.end);
}

function quotasOf(source: SourceText, node: Node | undefined): readonly GivenQuota[] {
  const entries: readonly Entry[] = node?.kind === "map" ? node.entries : [];
  return entries.map(({ key, value }) => ({
    name: key.text,
    value: Number(value.kind === "scalar" ? value.value : Number.NaN),
    at: source.place(key.start, key.end),
  }));
}

function twice(things: readonly Thing[]): readonly Mistake[] {
  const seen = new Set<string>();
  return things.flatMap(({ identity, name, at }) => {
    if (seen.has(identity)) return [{ at, message: `\`${name}\` is written twice` }];
    seen.add(identity);
    return [];
  });
}

/** Two inventories may know the same role. What they say of it must be the same. */
function disagreements(inventories: readonly Inventory[]): readonly Mistake[] {
  const first = new Map<string, { readonly thing: Thing; readonly file: string }>();
  const mistakes: Mistake[] = [];
  for (const { file, things } of inventories) {
    for (const thing of things) {
      const other = first.get(thing.identity);
      if (other === undefined) first.set(thing.identity, { thing, file });
      else if (other.file !== file) mistakes.push(...contradiction(thing, other.thing, other.file));
    }
  }
  return mistakes;
}

function contradiction(thing: Thing, other: Thing, file: string): readonly Mistake[] {
  const key = [...thing.says.keys()].find(
    (each) => other.says.has(each) && other.says.get(each) !== thing.says.get(each),
  );
  if (key === undefined) return [];
  if (key === "file")
    return [
      { at: thing.at, message: `\`${file}\` is of \`${thing.name}\` as well; make one inventory of both` },
    ];
  const message = `\`${thing.name}\` has another \`${key}\` here than in \`${file}\`; make both inventories again`;
  return [{ at: thing.at, message }];
}

function itemsOf(node: Node | undefined): readonly Node[] {
  return node?.kind === "list" ? node.items : [];
}

function textOf(node: Node | undefined): string {
  return node?.kind === "scalar" ? node.text : "";
}
