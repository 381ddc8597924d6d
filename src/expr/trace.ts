import { OpenMap } from "../base/open-map.ts";
import { PartialList, type Value } from "../base/value.ts";
import type { Checked } from "./check.ts";
import { type Frame, newFrame } from "./evaluate/frame.ts";
import type { Plan } from "./evaluate/plan.ts";
import { furtherOf, open, place, placeFurther, type Source } from "./evaluate/source.ts";
import type { Explanation, FieldRead } from "./explain.ts";
import { isFields } from "./kind.ts";
import { unknownWithin } from "./members.ts";
import { type CollectNode, type Node, operands, type QuantifierNode } from "./syntax.ts";
import { isUndecided } from "./unknowns.ts";

/** What a finding can use; a walk over a large list says no more after this. */
const mostReads = 100;
const mostItems = 20;
const mostVisits = 200_000;

/**
 * Evaluates again and follows only the parts that decided: the side of `||` that is true, the members that break an
 * `all`, and where the answer is not known, the parts that are not known.
 */
export function trace(checked: Checked, plan: Plan, variables: ReadonlyMap<string, Value>): Explanation {
  const frame = { ...newFrame(variables), budget: mostVisits };
  const value = plan.root(frame);
  const walk: Walk = { checked, plan, frame, reads: [], items: [], variables: new Set(), seen: new Map() };
  follow(checked.tree, value, walk);
  return { value, reads: walk.reads, items: walk.items, variables: [...walk.variables] };
}

interface Walk {
  readonly checked: Checked;
  readonly plan: Plan;
  readonly frame: Frame;
  readonly reads: FieldRead[];
  readonly items: { readonly item: Value; readonly index: number }[];
  readonly variables: Set<string>;
  readonly seen: Map<object, Set<string>>;
}

function ask(node: Node, walk: Walk): Value {
  return walk.plan.step(node)(walk.frame);
}

function follow(node: Node, value: Value, walk: Walk): void {
  if (walk.reads.length >= mostReads || --walk.frame.budget < 0) return;
  switch (node.kind) {
    case "literal":
      return;
    case "name":
      if (walk.frame.variables.has(node.name)) walk.variables.add(node.name);
      return;
    case "select": {
      const from = ask(node.object, walk);
      follow(node.object, from, walk);
      noteRead(from, node.field, value, walk);
      return;
    }
    case "has": {
      const { object, field } = node.select;
      const from = ask(object, walk);
      follow(object, from, walk);
      noteRead(from, field, isFields(from) ? (from.get(field) ?? null) : null, walk);
      return;
    }
    case "logic":
      followLogic(node.operator === "||", [node.left, node.right], value, walk);
      return;
    case "conditional": {
      const condition = ask(node.condition, walk);
      follow(node.condition, condition, walk);
      if (typeof condition !== "boolean") return;
      follow(condition ? node.yes : node.no, value, walk);
      return;
    }
    case "bind":
      follow(node.value, ask(node.value, walk), walk);
      ask(node, walk);
      follow(node.body, value, walk);
      return;
    case "quantifier":
      followQuantifier(node, value, walk);
      return;
    case "collect":
      followCollect(node, value, walk);
      return;
    case "call":
      followOperands(walk.checked.calls.get(node)?.operands ?? [], value, walk);
      return;
    case "index":
      followOperands(operands(node), value, walk);
      noteMember(ask(node.object, walk), ask(node.index, walk), value, walk);
      return;
    case "unary":
    case "binary":
    case "list":
    case "map":
      followOperands(operands(node), value, walk);
      return;
  }
}

function noteRead(object: Value, field: string, value: Value, walk: Walk): void {
  if (!isFields(object) && !(object instanceof OpenMap)) return;
  const fields = walk.seen.get(object) ?? new Set();
  if (fields.has(field)) return;
  walk.seen.set(object, fields.add(field));
  walk.reads.push({ object, field, value });
}

/** `attributes["acl"]` reads what `attributes.acl` reads. */
function noteMember(object: Value, key: Value, value: Value, walk: Walk): void {
  if (typeof key === "string") noteRead(object, key, value, walk);
}

/** All operands decide a known answer; an answer that is not known is the fault of operands that are not known. */
function followOperands(parts: readonly Node[], value: Value, walk: Walk): void {
  const asked = parts.map((part) => ({ part, answer: ask(part, walk) }));
  const open = isOpen(value) ? asked.filter(({ answer }) => isOpen(answer)) : [];
  for (const { part, answer } of open.length === 0 ? asked : open) follow(part, answer, walk);
}

function followLogic(stop: boolean, sides: readonly Node[], value: Value, walk: Walk): void {
  const asked = sides.map((side) => ({ side, answer: ask(side, walk) }));
  if (value === stop) {
    const decisive = asked.find(({ answer }) => answer === stop);
    if (decisive !== undefined) follow(decisive.side, decisive.answer, walk);
    return;
  }
  for (const { side, answer } of asked)
    if (answer === value || typeof value !== "boolean") {
      if (typeof value === "boolean" || typeof answer !== "boolean") follow(side, answer, walk);
    }
}

function followQuantifier(node: QuantifierNode, value: Value, walk: Walk): void {
  const source = openList(node, walk);
  if (source === undefined || needsList(source, value)) follow(node.list, ask(node.list, walk), walk);
  if (source === undefined) return;
  const stop = node.quantifier === "all" ? false : node.quantifier === "exists" ? true : undefined;
  const wanted = decisiveAnswer(stop, value);
  const binding = walk.plan.binding(node);
  for (const [index, item] of source.items.entries()) {
    if (walk.items.length >= mostItems) return;
    place(walk.frame, binding, source, index);
    const answer = ask(node.predicate, walk);
    const decides =
      wanted === "open" ? typeof answer !== "boolean" : wanted === undefined || answer === wanted;
    if (!decides) continue;
    if (isBreaker(stop, value, answer)) walk.items.push({ item, index });
    follow(node.predicate, answer, walk);
  }
  if (wanted === "open" && source.more !== undefined) followFurther(node, source, walk);
}

/** Whether what was read of the members does not tell where they stand: there are none, or they have no fields. */
function needsList(source: Source, value: Value): boolean {
  if (source.items.length === 0 || (isOpen(value) && source.more !== undefined)) return true;
  return source.items.some((item) => !isFields(item));
}

/** The answer of members that matter: `undefined` where all do. */
function decisiveAnswer(stop: boolean | undefined, value: Value): boolean | "open" | undefined {
  if (isUndecided(value)) return "open";
  return value === stop ? stop : undefined;
}

/** Members worth showing: those that stop a quantifier, those that leave it open, those that are counted. */
function isBreaker(stop: boolean | undefined, value: Value, answer: Value): boolean {
  if (isUndecided(value)) return true;
  return stop === undefined ? answer === true : value === stop;
}

function followFurther(node: QuantifierNode, source: Source, walk: Walk): void {
  const { more } = source;
  if (more?.candidates === undefined) return;
  for (const member of furtherOf(more).slice(0, mostItems)) {
    placeFurther(walk.frame, walk.plan.binding(node), more, member);
    const answer = ask(node.predicate, walk);
    if (typeof answer !== "boolean") follow(node.predicate, answer, walk);
  }
}

function followCollect(node: CollectNode, value: Value, walk: Walk): void {
  const list = ask(node.list, walk);
  const source = openList(node, walk);
  if (!isOpen(value) || isOpen(list) || source === undefined) follow(node.list, list, walk);
  if (source === undefined) return;
  const binding = walk.plan.binding(node);
  const parts = [node.predicate, node.transform].filter((part) => part !== undefined);
  for (const [index] of source.items.slice(0, mostItems).entries()) {
    place(walk.frame, binding, source, index);
    for (const part of parts) {
      const answer = ask(part, walk);
      if (!isOpen(value) || isOpen(answer)) follow(part, answer, walk);
    }
  }
}

function openList(node: QuantifierNode | CollectNode, walk: Walk): Source | undefined {
  const list = { step: walk.plan.step(node.list), name: "", certain: false, kind: undefined };
  const source = open(ask(node.list, walk), list, walk.plan.binding(node).two);
  return isUndecided(source) ? undefined : source;
}

/** Whether anything in a value is not known, or failed. */
function isOpen(value: Value): boolean {
  return isUndecided(value) || value instanceof PartialList || unknownWithin(value) !== undefined;
}
