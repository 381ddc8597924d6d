import type { Telling } from "../base/telling.ts";
import type { Value } from "../base/value.ts";
import type { FieldRead } from "../expr/explain.ts";
import type { Expression } from "../expr/expression.ts";
import { elementParts } from "../policy/mentions.ts";
import type { Policy } from "../policy/policy.ts";
import { Watch } from "./watch.ts";

export interface Explained {
  readonly value: Value;
  /** The field reads that decided, in the order they were read. */
  readonly reads: readonly FieldRead[];
}

/**
 * The variables of one policy, used again for every entity. Named parts are worked out when they are first asked
 * for, so that an entity the policy does not apply to costs no more than its `when`.
 */
export class Scope extends Map<string, Value> {
  readonly #parts: ReadonlyMap<string, Expression>;
  readonly #element: string | undefined;
  readonly #ofElement: ReadonlySet<string>;
  /** The list whose elements are asked about. */
  readonly #list: Expression | undefined;
  /** Who is told when an element is read that says nothing itself of what went into it, such as a text. */
  #told: Watch | undefined;

  constructor(policy: Policy, facts: Value, now: string) {
    super();
    this.#parts = new Map(policy.let.map(({ name, expression }) => [name, expression]));
    this.#element = policy.each?.name;
    this.#list = policy.each?.list;
    this.#ofElement = elementParts(
      policy.let.map(({ name, expression }) => ({ name, text: expression.text })),
      this.#element,
    );
    super.set("params", { concept: "params", get: (name: string) => policy.params.get(name) });
    super.set("facts", facts);
    super.set("now", now);
  }

  /** Asks about another entity. */
  enter(entity: Value): void {
    super.set("self", entity);
    if (this.#element !== undefined) super.delete(this.#element);
    this.#forget(this.#parts.keys());
  }

  /** Asks about another element of the entity's list. */
  enterElement(element: Value): void {
    if (this.#element === undefined) return;
    super.set(this.#element, element);
    this.#forget(this.#ofElement);
  }

  /** Asks later what could be asked now. */
  again<Answer>(entity: Value, ask: () => Answer): () => Answer {
    const element = this.#element === undefined ? undefined : super.get(this.#element);
    return () => {
      this.enter(entity);
      if (element !== undefined) this.enterElement(element);
      return ask();
    };
  }

  override get(name: string): Value | undefined {
    const value = super.get(name);
    if (name === this.#element && this.#told !== undefined) this.#told.sensitive = true;
    if (value !== undefined) return value;
    const part = this.#parts.get(name);
    if (part === undefined) return undefined;
    const worked = part.evaluate(this);
    super.set(name, worked);
    return worked;
  }

  override has(name: string): boolean {
    return super.has(name) || this.#parts.has(name);
  }

  /** Explains an expression, and with it the named parts that decided: `reads` has theirs first. */
  explain(expression: Expression): Explained {
    const { value, reads, variables } = expression.explain(this);
    const parts = variables.flatMap((name) => this.#parts.get(name) ?? []).map((part) => this.explain(part));
    return { value, reads: [...parts.flatMap((part) => part.reads), ...reads] };
  }

  /** The answer, and whether anything sensitive was read on the way to it. */
  guarded(expression: Expression): { readonly value: Value; readonly sensitive: boolean } {
    const watch = new Watch();
    const value = this.#under(watch, () => expression.evaluate(this));
    return { value, sensitive: watch.sensitive };
  }

  /** The answer as a tree, with the named parts where they are first read; what secrets went into has no value there. */
  tell(expression: Expression): Telling {
    const watch = new Watch();
    const parts = this.#parts;
    return this.#under(watch, () => expression.tell(new Parts(this, parts, watch), { parts, watch }));
  }

  /** While something is asked, a watch sees all that is read. */
  #under<Answer>(watch: Watch, ask: () => Answer): Answer {
    const names = this.#element === undefined ? ["self"] : ["self", this.#element];
    const plain = names.map((name) => [name, super.get(name)] as const);
    const isSecret = this.#isElementSecret();
    this.#forget(this.#parts.keys());
    for (const [name, value] of plain) if (value !== undefined) super.set(name, watch.over(value));
    this.#told = isSecret ? watch : undefined;
    const answer = ask();
    this.#told = undefined;
    for (const [name, before] of plain) if (before !== undefined) super.set(name, before);
    this.#forget(this.#parts.keys());
    return answer;
  }

  /** A text out of a sensitive list is as sensitive as the list, and cannot say so. */
  #isElementSecret(): boolean {
    const element = this.#element === undefined ? undefined : super.get(this.#element);
    const self = super.get("self");
    if (this.#list === undefined || self === undefined || element === undefined) return false;
    if (typeof element === "object" && element !== null) return false;
    const watch = new Watch();
    this.#forget(this.#parts.keys());
    super.set("self", watch.over(self));
    this.#list.evaluate(this);
    super.set("self", self);
    this.#forget(this.#parts.keys());
    return watch.sensitive;
  }

  #forget(names: Iterable<string>): void {
    if (this.#parts.size === 0) return;
    for (const name of names) super.delete(name);
  }
}

/** The variables of a scope whose named parts, though worked out once, tell the watch each time what went into them. */
class Parts extends Map<string, Value> {
  readonly #scope: ReadonlyMap<string, Value>;
  readonly #parts: ReadonlyMap<string, Expression>;
  readonly #watch: Watch;
  readonly #worked = new Map<string, { readonly value: Value; readonly sensitive: boolean }>();

  constructor(scope: ReadonlyMap<string, Value>, parts: ReadonlyMap<string, Expression>, watch: Watch) {
    super();
    this.#scope = scope;
    this.#parts = parts;
    this.#watch = watch;
  }

  override get(name: string): Value | undefined {
    const part = this.#parts.get(name);
    if (part === undefined) return this.#scope.get(name);
    const worked = this.#worked.get(name) ?? this.#work(name, part);
    this.#watch.sensitive ||= worked.sensitive;
    return worked.value;
  }

  override has(name: string): boolean {
    return this.#scope.has(name);
  }

  #work(name: string, part: Expression) {
    const before = this.#watch.sensitive;
    this.#watch.sensitive = false;
    const worked = { value: part.evaluate(this), sensitive: this.#watch.sensitive };
    this.#watch.sensitive = before;
    this.#worked.set(name, worked);
    return worked;
  }
}
