import type { Value } from "../base/value.ts";
import { PartialList } from "../base/value.ts";
import type { Entity, Graph } from "../graph/graph.ts";
import type { Policy } from "../policy/policy.ts";
import type { ToldEntity } from "./proof.ts";
import { Scope } from "./scope.ts";
import { hidden, show } from "./show.ts";

/** What a person reads of one case. */
const mostEntities = 5;
const mostElements = 5;

/** How a policy comes to its answers: every expression of it as a tree, for each entity that it asks about. */
export function tellAnswers(
  graph: Graph,
  policy: Policy,
  given: { readonly facts: Value; readonly now: string },
): readonly ToldEntity[] {
  const scope = new Scope(policy, given.facts, given.now);
  return graph
    .entities(policy.select)
    .slice(0, mostEntities)
    .map((entity) => tellEntity(entity, policy, scope));
}

function tellEntity(entity: Entity, policy: Policy, scope: Scope): ToldEntity {
  const { when, each, assert } = policy;
  scope.enter(entity);
  const told = {
    resource: entity.resource,
    ...(when === undefined ? {} : { when: scope.tell(when) }),
  };
  if (when?.evaluate(scope) === false) return { ...told, asserted: [] };
  if (each === undefined) return { ...told, asserted: [{ telling: scope.tell(assert) }] };
  const list = each.list.evaluate(scope);
  const { sensitive } = scope.guarded(each.list);
  const asserted = elementsOf(list).map((element) => {
    scope.enterElement(element);
    return { element: `${each.name} is ${sensitive ? hidden : show(element)}`, telling: scope.tell(assert) };
  });
  scope.enter(entity);
  return { ...told, each: scope.tell(each.list), asserted };
}

/** What is certain, and then what may be in it. */
function elementsOf(list: Value): readonly Value[] {
  if (Array.isArray(list)) return list.slice(0, mostElements);
  if (!(list instanceof PartialList)) return [];
  return [...list.items, ...(list.candidates ?? [])].slice(0, mostElements);
}
