import { OpenMap } from "../base/open-map.ts";
import type { Given, Telling } from "../base/telling.ts";
import type { Value } from "../base/value.ts";
import type { Checked } from "./check.ts";
import { type Frame, newFrame } from "./evaluate/frame.ts";
import type { Plan } from "./evaluate/plan.ts";
import { type Binding, open, place, placeFurther, type Source } from "./evaluate/source.ts";
import { isFields } from "./kind.ts";
import { type CollectNode, type Node, operands, type QuantifierNode } from "./syntax.ts";
import { isUndecided } from "./unknowns.ts";

export interface TellOptions {
  /** Variables that are worked out by an expression, which is told where the variable is first read. */
  readonly parts?: ReadonlyMap<string, Tellable>;
  /** Becomes `sensitive` whenever something is read that must not be shown. */
  readonly watch?: { sensitive: boolean };
  /** The parts that were told already. */
  readonly told?: Set<string>;
}

interface Tellable {
  tell(variables: ReadonlyMap<string, Value>, options: TellOptions): Telling;
}

/** What a person can read, and what a hostile expression may cost. */
const mostNodes = 300;
const mostMembers = 4;
const mostVisits = 1_000_000;

/** Evaluates every part of an expression on its own and tells them as a tree, the whole at its root. */
export function tell(
  { checked, plan, text }: { readonly checked: Checked; readonly plan: Plan; readonly text: string },
  variables: ReadonlyMap<string, Value>,
  options: TellOptions = {},
): Telling {
  const frame = newFrame(variables);
  const { watch = { sensitive: false }, parts = new Map(), told = new Set<string>() } = options;
  const walk: Walk = { plan, checked, text, frame, watch, parts, told, secrets: new Set(), room: mostNodes };
  const asked = ask(checked.tree, walk);
  frame.budget = Math.min(frame.budget, mostVisits);
  return tellAsked(checked.tree, asked, walk, []);
}

interface Walk extends Required<TellOptions> {
  readonly checked: Checked;
  readonly plan: Plan;
  readonly text: string;
  readonly frame: Frame;
  /** Names of macros that stand for something that must not be shown. */
  readonly secrets: Set<string>;
  room: number;
}

interface Asked {
  readonly value: Value;
  readonly secret: boolean;
}

function ask(node: Node, walk: Walk): Asked {
  walk.watch.sensitive = false;
  const value = walk.plan.step(node)(walk.frame);
  return { value, secret: walk.watch.sensitive || readsSecret(node, walk) };
}

/** What a macro bound is not read again, so that its name has to tell. */
function readsSecret(node: Node, walk: Walk): boolean {
  if (walk.secrets.size === 0) return false;
  return (
    (node.kind === "name" && walk.secrets.has(node.name)) ||
    operands(node).some((part) => readsSecret(part, walk))
  );
}

function tellNode(node: Node, walk: Walk, given: readonly Given[] = []): Telling {
  return tellAsked(node, ask(node, walk), walk, given);
}

function tellAsked(node: Node, asked: Asked, walk: Walk, given: readonly Given[]): Telling {
  walk.room--;
  const { children, more = 0 } = inside(node, asked, walk);
  const shown = asked.secret ? {} : { value: asked.value };
  return { text: textOf(node, walk), ...shown, given, isIdle: false, children, more };
}

interface Inside {
  readonly children: readonly Telling[];
  readonly more?: number;
}

const nothing: Inside = { children: [] };

/** What is told of the parts must not tell what is secret either: which of them decided, for one. */
function inside(node: Node, asked: Asked, walk: Walk): Inside {
  if (walk.room <= 0 || walk.frame.budget <= 0) return nothing;
  switch (node.kind) {
    case "literal":
      return nothing;
    case "name":
      return partOf(node.name, walk);
    case "select":
      return { children: telling([node.object], walk) };
    case "has":
      return { children: [tellRead(node.select, walk)] };
    case "logic":
      return { children: sides(node.operator === "||", [node.left, node.right], asked, walk) };
    case "conditional":
      return { children: branches(node, walk) };
    case "bind":
      return { children: bound(node, walk) };
    case "quantifier":
      return quantified(node, asked, walk);
    case "collect":
      return collected(node, asked, walk);
    case "call":
      return { children: telling(walk.checked.calls.get(node)?.operands ?? operands(node), walk) };
    case "unary":
    case "binary":
    case "index":
    case "list":
    case "map":
      return { children: telling(operands(node), walk) };
  }
}

/** What a part is asked again for says nothing new. */
function partOf(name: string, walk: Walk): Inside {
  const part = walk.parts.get(name);
  if (part === undefined || walk.told.has(name)) return nothing;
  walk.told.add(name);
  const { parts, watch, told } = walk;
  return { children: [part.tell(walk.frame.variables, { parts, watch, told })] };
}

/** Those that say more than their own text: a literal does not, nor does the entity that a field is read of. */
function telling(nodes: readonly Node[], walk: Walk): readonly Telling[] {
  return nodes.flatMap((node) => {
    if (node.kind === "literal" || walk.room <= 0) return [];
    const isRead = node.kind === "name" || node.kind === "select";
    if (isRead && !walk.parts.has(rootOf(node)) && hasFields(ask(node, walk).value)) return [];
    return isNameOfMacro(node, walk) ? [] : [tellNode(node, walk)];
  });
}

function hasFields(value: Value): boolean {
  return isFields(value) || value instanceof OpenMap;
}

function rootOf(node: Node): string {
  if (node.kind === "select") return rootOf(node.object);
  return node.kind === "name" ? node.name : "";
}

/** It stands beside what it is asked of. */
function isNameOfMacro(node: Node, { frame }: Walk): boolean {
  return node.kind === "name" && !frame.variables.has(node.name);
}

/** `has(self.name)` asks less than the value that it is about. */
function tellRead(select: Node & { readonly kind: "select" }, walk: Walk): Telling {
  const { value: from, secret } = ask(select.object, walk);
  walk.watch.sensitive = false;
  const value = isFields(from) ? from.get(select.field) : from instanceof Map ? from.get(select.field) : from;
  const isHidden = secret || walk.watch.sensitive;
  return {
    text: textOf(select, walk),
    ...(isHidden || value === undefined ? {} : { value }),
    given: [],
    isIdle: false,
    children: telling([select.object], walk),
    more: 0,
  };
}

function sides(stop: boolean, nodes: readonly Node[], whole: Asked, walk: Walk): readonly Telling[] {
  const told = nodes.map((node) => ({ told: tellNode(node, walk), decides: ask(node, walk).value === stop }));
  if (whole.secret || whole.value !== stop) return told.map((side) => side.told);
  const first = told.find(({ decides }) => decides);
  return told.map((side) =>
    side === first ? side.told : { ...side.told, isIdle: true, children: [], more: 0 },
  );
}

/** The branch that is not taken may make no sense there. */
function branches(node: Node & { readonly kind: "conditional" }, walk: Walk): readonly Telling[] {
  const { value, secret } = ask(node.condition, walk);
  const isOpen = secret || typeof value !== "boolean";
  const taken = isOpen ? [node.yes, node.no] : [value ? node.yes : node.no];
  return [tellNode(node.condition, walk), ...telling(taken, walk)];
}

function bound(node: Node & { readonly kind: "bind" }, walk: Walk): readonly Telling[] {
  const value = tellNode(node.value, walk);
  const { secret } = ask(node.value, walk);
  ask(node, walk);
  const given = { name: node.name, ...(value.value === undefined ? {} : { value: value.value }) };
  return [value, withNames([node.name], secret, walk, () => tellNode(node.body, walk, [given]))];
}

function quantified(node: QuantifierNode, { value, secret }: Asked, walk: Walk): Inside {
  const stop = node.quantifier === "all" ? false : node.quantifier === "exists" ? true : undefined;
  const isOpen = isUndecided(value);
  const everyone = secret || stop === undefined || (!isOpen && value !== stop);
  const counts = (answer: Value) => everyone || (isOpen ? typeof answer !== "boolean" : answer === stop);
  const mayCount = (answer: Value) => secret || (isOpen && (stop === undefined || answer !== !stop));
  return members(node, [node.predicate], { counts, mayCount }, walk);
}

function collected(node: CollectNode, { value }: Asked, walk: Walk): Inside {
  const parts = [node.predicate, node.transform].filter((part) => part !== undefined);
  return members(node, parts, { counts: () => true, mayCount: () => isUndecided(value) }, walk);
}

/** Whether what is asked of a member matters for the whole, by what it answers. */
interface Matters {
  readonly counts: (answer: Value) => boolean;
  /** The same of a member that may not be there. */
  readonly mayCount: (answer: Value) => boolean;
}

/** The list, and what is asked of those members that count; nothing of them where the list is secret. */
function members(
  node: QuantifierNode | CollectNode,
  parts: readonly Node[],
  { counts, mayCount }: Matters,
  walk: Walk,
): Inside {
  const list =
    node.list.kind === "name" && !walk.parts.has(node.list.name) ? [] : [tellNode(node.list, walk)];
  const { value, secret: isSecret } = ask(node.list, walk);
  const binding = walk.plan.binding(node);
  walk.watch.sensitive = false;
  const source = open(value, { step: () => value, name: "", certain: false, kind: undefined }, binding.two);
  const secret = isSecret || walk.watch.sensitive;
  const [first] = parts;
  if (secret || isUndecided(source) || first === undefined) return { children: list };
  const names = node.names.map(({ name }) => name);
  return withNames(names, false, walk, () => {
    const told: Telling[] = [];
    let more = 0;
    for (const seat of seats(source, names, walk, binding)) {
      if (--walk.frame.budget < 0) break;
      seat.take();
      const asked = ask(first, walk);
      const matters = asked.secret || (seat.isCertain ? counts : mayCount)(asked.value);
      const hasRoom = told.length < mostMembers * parts.length && walk.room > 0;
      if (!hasRoom || !matters) {
        more++;
        continue;
      }
      for (const part of parts) {
        seat.take();
        told.push(tellNode(part, walk, seat.given));
      }
    }
    return { children: [...list, ...told], more };
  });
}

/** A member in its place, so that it can be asked about. */
interface Seat {
  readonly given: readonly Given[];
  readonly isCertain: boolean;
  readonly take: () => void;
}

function* seats(
  source: Source,
  names: readonly string[],
  { frame }: Walk,
  binding: Binding,
): Generator<Seat> {
  for (const index of source.items.keys()) {
    const given = givenAt(source, index, names);
    yield { given, isCertain: true, take: () => place(frame, binding, source, index) };
  }
  const { more } = source;
  for (const member of more?.candidates?.slice(0, mostMembers) ?? []) {
    const given = [{ name: names.at(-1) ?? "", value: member }];
    yield { given, isCertain: false, take: () => more && placeFurther(frame, binding, more, member) };
  }
}

function givenAt(source: Source, index: number, names: readonly string[]): readonly Given[] {
  const [first = "", second] = names;
  const item = source.items[index] ?? null;
  if (second === undefined) return [{ name: first, value: item }];
  return [
    { name: first, value: source.keys?.[index] ?? source.disorder ?? index },
    { name: second, value: item },
  ];
}

/** While names stand for something that must not be shown, nor must what is made of them. */
function withNames<Told>(names: readonly string[], secret: boolean, walk: Walk, tellAll: () => Told): Told {
  const before = names.map((name) => walk.secrets.has(name));
  for (const name of names) {
    if (secret) walk.secrets.add(name);
    else walk.secrets.delete(name);
  }
  const told = tellAll();
  for (const [index, name] of names.entries()) {
    if (before[index] === true) walk.secrets.add(name);
    else walk.secrets.delete(name);
  }
  return told;
}

function textOf(node: Node, { text }: Walk): string {
  return text.slice(node.start, node.end).replace(/\s+/g, " ").trim();
}
