import type { Declaration } from "../source/declaration.ts";
import type { ClusterFiles } from "./cluster-files.ts";
import { anyType, type Concept, type Lookup, type Part, type Supplier } from "./concept.ts";
import { concepts, readAlong } from "./concepts/all.ts";
import { stacksOf } from "./concepts/stack.ts";
import { DeclaredEntity } from "./entity.ts";
import type { Graph } from "./graph.ts";
import { GraphLookup } from "./lookup.ts";
import { rawEntities } from "./raw/raw-entities.ts";
import { vocabulary } from "./words.ts";

/**
 * The one graph of everything that was read. Deleted things are not in it: it shows what will be. What a data source
 * looks up, and what an inventory tells, can be reached through relations, but is not asked about: it is nobody's to
 * change here. `clusters` is what the author says of which files describe which cluster.
 */
export function buildGraph(
  declarations: readonly Declaration[],
  clusters: readonly ClusterFiles[] = [],
): Graph {
  const leaving = declarations.filter(({ change }) => change === "delete" || change === "replace");
  const lookup = new GraphLookup(concepts, clusters, leaving);
  const own = new Map<string, DeclaredEntity[]>();
  const future = declarations.filter(({ change, format }) => change !== "delete" && format !== "inventory");
  for (const declaration of future) lookup.addDeclaration(declaration);
  let size = 0;
  const add = (entity: DeclaredEntity): void => {
    lookup.addEntity(entity);
    if (entity.declaration.mode === "data") return;
    const members = own.get(entity.concept);
    if (members === undefined) own.set(entity.concept, [entity]);
    else members.push(entity);
  };
  for (const declaration of future) {
    for (const entity of entitiesOf(declaration, lookup)) {
      add(entity);
      if (declaration.mode !== "data") size++;
    }
  }
  for (const declaration of stacksOf(future)) {
    for (const entity of entitiesOf(declaration, lookup)) add(entity);
  }
  for (const declaration of standing(declarations, leaving)) {
    for (const entity of entitiesOf(declaration, lookup)) lookup.addTold(entity);
  }
  const raw = rawEntities(future, lookup);
  return { vocabulary, size, entities: (concept) => own.get(concept) ?? raw(concept) };
}

/** Whether the graph can use a Terraform type; the others need not be kept. */
export function wantsTerraform(type: string): boolean {
  return suppliersByType.has(typeKey("terraform", type)) || readAlong.has(type);
}

function* entitiesOf(declaration: Declaration, lookup: Lookup): Iterable<DeclaredEntity> {
  const { format, type } = declaration;
  const supplies = suppliersByType.get(typeKey(format, type)) ?? [];
  for (const { concept, supplier } of [
    ...supplies,
    ...(suppliersByType.get(typeKey(format, anyType)) ?? []),
  ]) {
    if (declaration.mode === "data" && supplier.data !== true) continue;
    for (const part of supplier.parts?.(declaration, lookup) ?? [whole(declaration)]) {
      yield new DeclaredEntity(concept, supplier, lookup, declaration, part);
    }
  }
}

/** What inventories tell of, but for what a plan takes away: whoever names that means something else, or nothing. */
function standing(
  declarations: readonly Declaration[],
  leaving: readonly Declaration[],
): readonly Declaration[] {
  const told = declarations.filter(({ format }) => format === "inventory");
  if (told.length === 0) return told;
  const gone = new Set(
    leaving.flatMap(({ format, type, before }) =>
      ["id", "arn"].flatMap((name) =>
        (suppliersByType.get(typeKey(format, type)) ?? []).map(
          ({ concept }) => `${concept.name} ${before?.get(name).json}`,
        ),
      ),
    ),
  );
  return told.filter(({ type, owner }) => !gone.has(`${type} ${owner}`));
}

function whole(declaration: Declaration): Part {
  return { root: declaration.root, key: "" };
}

interface Supply {
  readonly concept: Concept;
  readonly supplier: Supplier;
}

const suppliersByType = byType(concepts);

function byType(table: readonly Concept[]): ReadonlyMap<string, readonly Supply[]> {
  const found = new Map<string, Supply[]>();
  for (const concept of table) {
    for (const supplier of concept.suppliers) {
      for (const type of supplier.types) {
        const name = typeKey(supplier.format, type);
        found.set(name, [...(found.get(name) ?? []), { concept, supplier }]);
      }
    }
  }
  return found;
}

function typeKey(format: string, type: string): string {
  return `${format} ${type}`;
}
