import { EvalError, type Value } from "../../base/value.ts";
import type { Checked } from "../check.ts";
import type { CollectNode, ListNode, MapNode, NameNode, Node, QuantifierNode } from "../syntax.ts";
import { dyn, isCertain, type Type } from "../type.ts";
import { carried, Fallible, isUndecided, union } from "../unknowns.ts";
import { call } from "./call.ts";
import { collect, count, existsOne } from "./collect.ts";
import type { Operand, Step } from "./frame.ts";
import { binary, conditional, logic, negate, not } from "./operators.ts";
import { quantify } from "./quantify.ts";
import { has, index, select } from "./select.ts";
import type { Binding, Listing } from "./source.ts";

/** A checked expression as closures, one for each of its parts. */
export interface Plan {
  readonly root: Step;
  step(node: Node): Step;
  /** Where a macro puts its members. */
  binding(node: Node): Binding;
}

/** Turns a checked expression into closures; `see` is told the value of every part that is evaluated. */
export function plan(checked: Checked, text: string, see?: (node: Node, value: Value) => void): Plan {
  const work: Work = { checked, text, steps: new Map(), bindings: new Map(), see };
  const root = stepOf(checked.tree, undefined, work);
  return {
    root,
    step: (node) => work.steps.get(node) ?? root,
    binding: (node) => work.bindings.get(node) ?? { slot: 0, two: false },
  };
}

interface Work {
  readonly checked: Checked;
  readonly text: string;
  readonly steps: Map<Node, Step>;
  readonly bindings: Map<Node, Binding>;
  readonly see: ((node: Node, value: Value) => void) | undefined;
}

/** The slots of names that macros bind, innermost first. */
type Slots = { readonly name: string; readonly slot: number; readonly outer: Slots } | undefined;

function stepOf(node: Node, slots: Slots, work: Work): Step {
  const made = makeStep(node, slots, work);
  const step = work.see === undefined ? made : seen(node, made, work.see);
  work.steps.set(node, step);
  return step;
}

function seen(node: Node, step: Step, see: (node: Node, value: Value) => void): Step {
  return (frame) => {
    const value = step(frame);
    see(node, value);
    return value;
  };
}

function operand(node: Node, slots: Slots, work: Work): Operand {
  return {
    step: stepOf(node, slots, work),
    name: nameOf(node, work),
    certain: isCertain(typeOf(node, work)),
  };
}

function typeOf(node: Node, work: Work): Type {
  return work.checked.types.get(node) ?? dyn;
}

function nameOf(node: Node, work: Work): string {
  if (node.kind === "name") return node.name;
  if (node.kind === "select") return node.field;
  const source = work.text.slice(node.start, node.end).replace(/\s+/g, " ");
  return source.length > 60 ? `${source.slice(0, 59)}…` : source;
}

function makeStep(node: Node, slots: Slots, work: Work): Step {
  switch (node.kind) {
    case "literal":
      return constant(node.value);
    case "name":
      return nameStep(node, slots);
    case "select":
      return select(operand(node.object, slots, work), node.field, typeOf(node.object, work).kind === "map");
    case "index":
      return index(operand(node.object, slots, work), operand(node.index, slots, work));
    case "unary": {
      const inner = operand(node.operand, slots, work);
      return node.operator === "!" ? not(inner) : negate(inner, typeOf(node, work).kind === "int");
    }
    case "logic":
      return logic(node.operator === "||", operand(node.left, slots, work), operand(node.right, slots, work));
    case "conditional":
      return conditional(
        operand(node.condition, slots, work),
        stepOf(node.yes, slots, work),
        stepOf(node.no, slots, work),
      );
    case "binary":
      return binary(
        node.operator,
        operand(node.left, slots, work),
        operand(node.right, slots, work),
        areInts(typeOf(node.left, work), typeOf(node.right, work)),
      );
    case "list":
      return listStep(node, slots, work);
    case "map":
      return mapStep(node, slots, work);
    case "call": {
      const resolved = work.checked.calls.get(node);
      const operands = (resolved?.operands ?? []).map((part) => operand(part, slots, work));
      return call(node.function, resolved?.overloads ?? [], operands);
    }
    case "has":
      return has(operand(node.select.object, slots, work), node.select.field);
    case "bind": {
      const slot = nextSlot(slots);
      const value = stepOf(node.value, slots, work);
      const body = stepOf(node.body, { name: node.name, slot, outer: slots }, work);
      work.bindings.set(node, { slot, two: false });
      return (frame) => {
        frame.slots[slot] = value(frame);
        return body(frame);
      };
    }
    case "quantifier":
      return quantifierStep(node, slots, work);
    case "collect":
      return collectStep(node, slots, work);
  }
}

function constant(value: Value): Step {
  return () => value;
}

function nameStep({ name }: NameNode, slots: Slots): Step {
  for (let inner = slots; inner !== undefined; inner = inner.outer) {
    const { slot } = inner;
    if (inner.name === name) return (frame) => frame.slots[slot] ?? null;
  }
  return (frame) => {
    const value = frame.variables.get(name);
    return value === undefined ? new EvalError(`the variable \`${name}\` is not set`) : value;
  };
}

/** `undefined` where the types leave it to the values. */
function areInts(left: Type, right: Type): boolean | undefined {
  if (left.kind === "double" || right.kind === "double") return false;
  return left.kind === "int" || right.kind === "int" ? true : undefined;
}

/** An unknown member stays a member; one that may turn out to be an error makes the whole list unknown. */
function listStep(node: ListNode, slots: Slots, work: Work): Step {
  const steps = node.elements.map((element) => stepOf(element, slots, work));
  const literals = node.elements.flatMap((element) => (element.kind === "literal" ? [element.value] : []));
  if (literals.length === steps.length) return constant(literals);
  return (frame) => {
    const values = steps.map((step) => step(frame));
    return failureAmong(values) ?? values;
  };
}

function mapStep(node: MapNode, slots: Slots, work: Work): Step {
  const steps = node.entries.map(
    ({ key, value }) => [stepOf(key, slots, work), stepOf(value, slots, work)] as const,
  );
  return (frame) => {
    const entries = steps.map(([key, value]) => [key(frame), value(frame)] as const);
    const key = entries.map(([written]) => written).find(isUndecided);
    const failure = failureAmong(entries.map(([, value]) => value));
    return failure ?? (key === undefined ? mapOf(entries) : carried(key, false));
  };
}

function mapOf(entries: readonly (readonly [Value, Value])[]): Value {
  const map = new Map<string, Value>();
  for (const [key, value] of entries) {
    if (typeof key !== "string") return new EvalError("the keys of a map are strings");
    if (map.has(key)) return new EvalError(`the key \`${key}\` is there twice`);
    map.set(key, value);
  }
  return map;
}

function failureAmong(values: readonly Value[]): Value | undefined {
  const failed = values.find((value) => value instanceof EvalError);
  if (failed !== undefined) return failed;
  const open = values.filter((value) => value instanceof Fallible);
  return open.length === 0 ? undefined : open.reduce(union);
}

function nextSlot(slots: Slots): number {
  return slots === undefined ? 0 : slots.slot + 1;
}

function macroParts(
  node: QuantifierNode | CollectNode,
  slots: Slots,
  work: Work,
): { readonly list: Listing; readonly binding: Binding; readonly inner: Slots } {
  const [first, second] = node.names;
  const slot = nextSlot(slots);
  const binding = { slot, two: second !== undefined };
  work.bindings.set(node, binding);
  const { kind } = typeOf(node.list, work);
  const list = {
    ...operand(node.list, slots, work),
    kind: kind === "list" || kind === "map" ? kind : undefined,
  };
  const one: Slots = { name: first?.name ?? "", slot, outer: slots };
  return {
    list,
    binding,
    inner: second === undefined ? one : { name: second.name, slot: slot + 1, outer: one },
  };
}

function quantifierStep(node: QuantifierNode, slots: Slots, work: Work): Step {
  const { list, binding, inner } = macroParts(node, slots, work);
  const predicate = operand(node.predicate, inner, work);
  switch (node.quantifier) {
    case "all":
      return quantify(false, list, predicate, binding);
    case "exists":
      return quantify(true, list, predicate, binding);
    case "exists_one":
      return existsOne(list, predicate, binding);
    case "count":
      return count(list, predicate, binding);
  }
}

function collectStep(node: CollectNode, slots: Slots, work: Work): Step {
  const { list, binding, inner } = macroParts(node, slots, work);
  const predicate = node.predicate === undefined ? undefined : operand(node.predicate, inner, work);
  const transform = node.transform === undefined ? undefined : stepOf(node.transform, inner, work);
  return collect(list, predicate, transform, binding);
}
