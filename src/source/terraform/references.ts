import type { Path } from "../../base/place.ts";
import { showPath } from "../../base/place.ts";
import type { Json, Link } from "../declaration.ts";
import { isObject, memberOf, textsIn } from "../plain.ts";
import { parseReferences, type Reference, within, withoutKeys, writtenReferences } from "./address.ts";
import type { Module } from "./configuration.ts";
import type { JsonObject, Others } from "./document.ts";
import { type Instances, instancesOf, type ModuleInstance } from "./instances.ts";
import { isOpen, type PlannedResource } from "./resource.ts";
import { isConstant, isExpression, referencesOf } from "./written.ts";

/** What following a list of references leads to. */
export interface Trace {
  /** Every attribute of a planned resource that can be meant: an upper bound. */
  readonly targets: readonly Link[];
  /** Everything was followed to its end. */
  readonly closed: boolean;
  /** Nothing it leads to waits for the apply. */
  readonly settled: boolean;
  /**
   * A bare enumeration: the same attribute of single instances and nothing else, `[aws_subnet.a.id, aws_subnet.b.id]`.
   * Whatever chooses among them would refer to what it chooses by: a condition to a variable or a local, an index to
   * `count` or `each`, a filter to the whole resource. Only a constant choice (`true ? a.id : b.id`) goes unnoticed.
   */
  readonly plain: boolean;
  /** Texts that are written out on the way: the value may be, or hold, any of them. */
  readonly texts: readonly string[];
}

/** The references that the expression of a local value is written with. A plan does not have them. */
export type Locals = (module: Module, name: string) => readonly string[] | undefined;

/** What of a plan is needed to follow references. */
export interface PlanScope {
  readonly root: Module | undefined;
  /** Everything wanted that will be there. */
  readonly planned: () => Iterable<PlannedResource>;
  readonly wanted: (type: string) => boolean;
  readonly others: Others;
  readonly variables: Json | undefined;
  readonly locals?: Locals | undefined;
}

/** Follows the references of one of a resource's expressions. */
export type Follow = (from: PlannedResource, references: readonly string[]) => Trace;

/** What there will be, and where the references of an expression lead. */
export interface PlanInstances extends Instances {
  readonly follow: Follow;
  /** Follows references that are written in a module; `key` is that of the instance they are written for. */
  trace(module: ModuleInstance, references: readonly string[], key: string | undefined): Trace;
}

export function planInstances(plan: PlanScope): PlanInstances {
  const instances = instancesOf(plan.root, plan.planned());
  const trace = (module: ModuleInstance, references: readonly string[], own: Own | undefined): Trace => {
    const tracer = new Tracer(plan, instances);
    tracer.references(references, { module, own, depth: 0 }, []);
    return tracer.trace(isPlain(references, tracer.targets.size));
  };
  return {
    ...instances,
    trace: (module, references, key) =>
      trace(
        module,
        references,
        key === undefined ? undefined : { key, keys: new Set([key]), forEach: undefined },
      ),
    follow: (from, references) => {
      const module = instances.module(from.module);
      if (module === undefined)
        return { targets: [], closed: false, settled: false, plain: false, texts: [] };
      const config = module.module.resource(from.local);
      const keys = instances.resources(from.module, from.local);
      return trace(module, references, { key: from.key, keys, forEach: config?.for_each_expression });
    },
  };
}

/** Where an expression stands, and for which instance of its resource or module call it is evaluated. */
interface Scope {
  readonly module: ModuleInstance;
  readonly own: Own | undefined;
  readonly depth: number;
}

interface Own {
  readonly key: string;
  readonly keys: ReadonlyMap<string, unknown> | ReadonlySet<string>;
  readonly forEach: Json | undefined;
}

/** Deeper than any configuration; hand-made plans may go in circles. */
const deepest = 100;

/** A class, because the answer is gathered along the way. */
class Tracer {
  readonly targets = new Map<string, Link>();
  #closed = true;
  #settled = true;
  readonly #texts = new Set<string>();
  readonly #plan: PlanScope;
  readonly #instances: Instances;
  readonly #visited = new Set<string>();

  constructor(plan: PlanScope, instances: Instances) {
    this.#plan = plan;
    this.#instances = instances;
  }

  trace(plain: boolean): Trace {
    const targets = [...this.targets.values()];
    return { targets, closed: this.#closed, settled: this.#settled, plain, texts: [...this.#texts] };
  }

  /** `tail` is what is taken out of the value that the references make. `chained`: it is a `for_each` of instances. */
  references(references: readonly string[], scope: Scope, tail: Path, chained = false): void {
    if (scope.depth > deepest) {
      this.#deadEnd();
      return;
    }
    const written = parseReferences(references);
    const keys = written.filter((reference) => reference.kind === "own key");
    const values = written.filter((reference) => reference.kind !== "own key");
    // An index can be told from other uses of `each.key` only where there is but one thing to index.
    const index = values.length > 1 ? undefined : chained ? "for_each" : keys[0]?.of;
    for (const reference of values) this.#follow(reference, scope, values.length > 1 ? [] : tail, index);
  }

  #follow(reference: Reference, scope: Scope, tail: Path, index: Index): void {
    switch (reference.kind) {
      case "own key":
      case "context":
        break;
      case "variable":
        this.#variable(reference.name, scope, [...reference.path, ...tail]);
        break;
      case "local":
        this.#local(reference.name, scope, [...reference.path, ...tail]);
        break;
      case "each":
        this.#each(scope, [...reference.path, ...tail]);
        break;
      case "output":
        this.#output(reference, scope, [...reference.path, ...tail], index);
        break;
      case "resource":
        this.#resource(reference, scope, tail, index);
        break;
    }
  }

  #expression(expression: Json | undefined, scope: Scope, tail: Path, chained = false): void {
    const isOne = expression !== undefined && expression !== null && isExpression(expression);
    if (isOne && isConstant(expression)) {
      this.#constant(expression.constant_value);
      return;
    }
    const references = isOne ? referencesOf(expression) : undefined;
    // A function without references refers to nothing, but `timestamp()` is not known before the apply.
    if (!isOne) this.#deadEnd();
    else if (references === undefined) this.#settled = false;
    else this.references(references, { ...scope, depth: scope.depth + 1 }, tail, chained);
  }

  #variable(name: string, { module, depth }: Scope, tail: Path): void {
    const { parent, call, key } = module;
    if (this.#again("var", module, name, tail)) return;
    if (parent === undefined) {
      this.#constant(memberOf(memberOf(this.#plan.variables, name), "value"));
      return;
    }
    const given = memberOf(module.module.call?.expressions, name);
    if (given === undefined) {
      this.#constant(memberOf(memberOf(module.module.json.variables, name), "default"));
      return;
    }
    const keys = this.#instances.childKeys(parent.address, call);
    const own = { key, keys, forEach: module.module.call?.for_each_expression };
    this.#expression(given, { module: parent, own, depth }, tail);
  }

  #local(name: string, scope: Scope, tail: Path): void {
    if (this.#again("local", scope.module, name, tail)) return;
    const references = this.#plan.locals?.(scope.module.module, name);
    if (references === undefined) this.#deadEnd();
    else this.references(references, { ...scope, depth: scope.depth + 1 }, tail);
  }

  #each(scope: Scope, tail: Path): void {
    const { own } = scope;
    if (own?.forEach === undefined) this.#deadEnd();
    else this.#expression(own.forEach, { ...scope, own: { ...own, forEach: undefined } }, tail, true);
  }

  #output(reference: Reference & { kind: "output" }, scope: Scope, tail: Path, index: Index): void {
    const { call, name } = reference;
    const outputs = name === undefined ? (scope.module.module.child(call)?.outputs ?? []) : [name];
    if (name === undefined) this.#settled = false;
    const keys = this.#instances.childKeys(scope.module.address, call);
    const chosen =
      keys.size === 0 ? [reference.key] : choose([...keys], keys, reference.key, scope.own, index);
    for (const key of chosen) {
      const module = this.#instances.child(scope.module, call, key);
      if (module === undefined) this.#deadEnd();
      else
        for (const output of outputs)
          this.#outputOf(module, output, scope.depth, name === undefined ? [] : tail);
    }
  }

  #outputOf(module: ModuleInstance, name: string, depth: number, tail: Path): void {
    if (this.#again("output", module, name, tail)) return;
    this.#expression(module.module.output(name), { module, own: undefined, depth }, tail);
  }

  #resource(reference: Reference & { kind: "resource" }, scope: Scope, tail: Path, index: Index): void {
    const { local, key } = reference;
    const { address, module } = scope.module;
    const [first = "", second = ""] = local.split(".");
    if (!this.#plan.wanted(first === "data" ? second : first)) {
      this.#unwanted(reference, scope, tail, index);
      return;
    }
    const all = this.#instances.resources(address, local);
    if (all.size === 0 && !mayBeNone(module.resource(local))) this.#deadEnd();
    for (const chosen of choose([...all.keys()], all, key, scope.own, index)) {
      const target = all.get(chosen);
      if (target === undefined) continue;
      const path = pathInto(target, reference.path, tail);
      this.targets.set(`${target.owner} ${showPath(path)}`, { owner: target.owner, path });
      if (path.length === 0 || isOpen(target, path)) this.#settled = false;
    }
  }

  /**
   * A resource that was not kept. An attribute that is written leads on to what it was written with
   * (`time_sleep.this.triggers`); data that was read while planning is settled, whatever it is.
   */
  #unwanted(reference: Reference & { kind: "resource" }, scope: Scope, tail: Path, index: Index): void {
    const { local, key, path } = reference;
    const { address, module } = scope.module;
    const { present, deferred } = this.#plan.others;
    const config = module.resource(local);
    const name = withoutKeys(within(address, local));
    if (!present.has(name) && mayBeNone(config)) return;
    if (local.startsWith("data.")) {
      this.#closed = false;
      if (deferred.has(name) || !present.has(name)) this.#settled = false;
      return;
    }
    const [attribute, ...below] = path;
    const source = local.startsWith("terraform_data.") && attribute === "output" ? "input" : attribute;
    const written = source === undefined ? undefined : memberOf(config?.expressions, source);
    if (!isObject(written) || written.constant_value === null) this.#deadEnd();
    else if (!this.#again(local, scope.module, key, [...path, ...tail])) {
      const keyed = { key, keys: new Set([key]), forEach: config?.for_each_expression };
      const indexed = index === undefined ? undefined : scope.own;
      this.#expression(written, { ...scope, own: key === "" ? indexed : keyed }, [...below, ...tail]);
    }
  }

  /** What is written in full is no target, but the texts in it may be what is meant. */
  #constant(value: Json | undefined): void {
    for (const text of textsIn(value)) this.#texts.add(text);
  }

  #deadEnd(): void {
    this.#closed = false;
    this.#settled = false;
  }

  #again(kind: string, module: ModuleInstance, name: string, tail: Path): boolean {
    const visit = `${kind} ${module.address} ${name} ${showPath(tail)}`;
    if (this.#visited.has(visit)) return true;
    this.#visited.add(visit);
    return false;
  }
}

/** Whether a resource may have no instance at all. */
function mayBeNone(config: JsonObject | undefined): boolean {
  return config?.count_expression !== undefined || config?.for_each_expression !== undefined;
}

/** What an unkeyed reference is indexed by, if it is. */
type Index = "for_each" | "count" | undefined;

/**
 * The keys a reference means: its own; the referring instance's when it is indexed by it; otherwise all.
 * `aws_subnet.a[count.index]` cannot be told from `aws_subnet.a[count.index + 1]`, so a count pairs only where both
 * sides have the same keys. With `for_each` the key must be there on the other side.
 */
function choose(
  all: readonly string[],
  keys: { has(key: string): boolean; readonly size: number },
  key: string,
  own: Own | undefined,
  index: Index,
): readonly string[] {
  if (key !== "") return keys.has(key) ? [key] : [];
  if (own === undefined || index === undefined || !keys.has(own.key)) return all;
  if (index === "for_each") return [own.key];
  const same = own.keys.size === keys.size && all.every((one) => own.keys.has(one));
  return same ? [own.key] : all;
}

/**
 * What of a resource is meant. A path written behind it counts; one written behind a variable or an output leads into
 * it only where the resource as a whole was handed on, and its first step is one of its attributes.
 */
function pathInto(target: PlannedResource, path: Path, tail: Path): Path {
  const [first] = tail;
  if (path.length > 0 || typeof first !== "string") return path;
  const known = memberOf(target.after, first) !== undefined || memberOf(target.unknown, first) !== undefined;
  return known ? tail : [];
}

function isPlain(references: readonly string[], targets: number): boolean {
  const written = writtenReferences(references);
  const paths = new Set<string>();
  for (const reference of parseReferences(references)) {
    if (reference.kind !== "resource" || reference.path.length === 0) return false;
    paths.add(showPath(reference.path));
  }
  return paths.size === 1 && new Set(written).size === targets;
}
