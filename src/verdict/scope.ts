import type { Value } from "../base/value.ts";
import type { FieldRead } from "../expr/explain.ts";
import type { Expression } from "../expr/expression.ts";
import { elementParts } from "../policy/mentions.ts";
import type { Policy } from "../policy/policy.ts";

/**
 * The variables of one policy, used again for every entity. Named parts are worked out when they are first asked
 * for, so that an entity the policy does not apply to costs no more than its `when`.
 */
export class Scope extends Map<string, Value> {
  readonly #parts: ReadonlyMap<string, Expression>;
  readonly #element: string | undefined;
  readonly #ofElement: ReadonlySet<string>;
  #trace: FieldRead[] | undefined;

  constructor(policy: Policy, facts: Value, now: string) {
    super();
    this.#parts = new Map(policy.let.map(({ name, expression }) => [name, expression]));
    this.#element = policy.each?.name;
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

  override get(name: string): Value | undefined {
    const value = super.get(name);
    if (value !== undefined) return value;
    const part = this.#parts.get(name);
    return part === undefined ? undefined : this.#workOut(name, part);
  }

  override has(name: string): boolean {
    return super.has(name) || this.#parts.has(name);
  }

  /** Explains an expression, and with it the named parts it uses: `reads` has the reads of both. */
  explain(expression: Expression): { readonly value: Value; readonly reads: readonly FieldRead[] } {
    const outer = this.#trace;
    const trace: FieldRead[] = [];
    this.#trace = trace;
    this.#forget(this.#parts.keys());
    const { value, reads } = expression.explain(this);
    this.#trace = outer;
    return { value, reads: [...trace, ...reads] };
  }

  #workOut(name: string, part: Expression): Value {
    if (this.#trace === undefined) {
      const value = part.evaluate(this);
      super.set(name, value);
      return value;
    }
    const { value, reads } = part.explain(this);
    this.#trace.push(...reads);
    super.set(name, value);
    return value;
  }

  #forget(names: Iterable<string>): void {
    for (const name of names) super.delete(name);
  }
}
