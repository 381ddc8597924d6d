import { PartialList, Unknown, type Value } from "../../base/value.ts";
import type { Entity } from "../../graph/graph.ts";
import { isEntity } from "../../verdict/show.ts";
import { label } from "../escape/mermaid.ts";
import type { Showing } from "./facets.ts";

/** More is no picture; Mermaid draws nothing at all beyond 500 edges. */
const mostThings = 60;
const mostOfField = 10;

/**
 * A thing and what it is related to, as a Mermaid flowchart; around a cluster, also what those are related to. What may
 * be related, or is not known, hangs on a dashed line.
 */
export function surroundings(center: Entity, showing: Showing): string {
  const picture: Picture = { things: new Map(), edges: [], blanks: [], joined: new Set(), showing };
  seat(center, picture);
  const near = relate(center, picture);
  if (center.concept === "Cluster") for (const entity of near) relate(entity, picture);
  const nodes = [...picture.things].map(([entity, key]) => `  ${key}["${names(entity)}"]`);
  return `${[
    "flowchart LR",
    ...nodes,
    ...picture.blanks.map(([key, text]) => `  ${key}(["${label(text)}"])`),
    ...picture.edges.map(edge),
    "  classDef center stroke-width:4px",
    "  class n0 center",
  ].join("\n")}\n`;
}

interface Picture {
  readonly things: Map<Entity, string>;
  readonly edges: Edge[];
  readonly blanks: (readonly [key: string, text: string])[];
  /** The pairs that a line joins already: relations are told from both ends. */
  readonly joined: Set<string>;
  readonly showing: Showing;
}

interface Edge {
  readonly from: string;
  readonly to: string;
  readonly field: string;
  readonly isSure: boolean;
}

/** Draws what an entity's fields lead to; answers with those that were drawn for the first time. */
function relate(entity: Entity, picture: Picture): readonly Entity[] {
  const type = picture.showing.vocabulary.types.find(({ name }) => name === entity.concept);
  const isCenter = picture.things.get(entity) === "n0";
  const near: Entity[] = [];
  for (const { name, type: of } of type?.fields ?? []) {
    const reading = entity.reading(name);
    if (reading === undefined || reading.sensitive || !isRelation(of, picture)) continue;
    const { sure, maybe, isOpen } = relatedOf(reading.value);
    for (const [others, isSure] of [[sure, true] as const, [maybe, false] as const]) {
      for (const other of others.slice(0, mostOfField)) {
        if (join(entity, other, name, isSure, picture)) near.push(other);
      }
    }
    const rest = [sure, maybe].reduce((sum, { length }) => sum + Math.max(0, length - mostOfField), 0);
    if (rest > 0) blank(entity, name, `${rest} more`, true, picture);
    if (isOpen && isCenter) blank(entity, name, "not known", false, picture);
  }
  return near;
}

function isRelation(type: string, { showing }: Picture): boolean {
  const name = type.replace(/^list<|>?\??$/g, "");
  return showing.vocabulary.types.some((each) => each.name === name && each.selectable);
}

function relatedOf(value: Value): { sure: readonly Entity[]; maybe: readonly Entity[]; isOpen: boolean } {
  if (value instanceof Unknown) return { sure: [], maybe: [], isOpen: true };
  if (value instanceof PartialList) {
    const { items, candidates } = value;
    return {
      sure: items.filter(isEntity),
      maybe: (candidates ?? []).filter(isEntity),
      isOpen: candidates === undefined,
    };
  }
  if (isEntity(value)) return { sure: [value], maybe: [], isOpen: false };
  return { sure: Array.isArray(value) ? value.filter(isEntity) : [], maybe: [], isOpen: false };
}

/** Whether the other was not in the picture before. */
function join(one: Entity, other: Entity, field: string, isSure: boolean, picture: Picture): boolean {
  const isNew = !picture.things.has(other);
  const [from, to] = [seat(one, picture), seat(other, picture)];
  if (from === undefined || to === undefined || from === to) return false;
  const pair = [from, to].toSorted().join(" ");
  if (picture.joined.has(pair)) return false;
  picture.joined.add(pair);
  picture.edges.push({ from, to, field, isSure });
  return isNew;
}

function seat(entity: Entity, { things }: Picture): string | undefined {
  const before = things.get(entity);
  if (before !== undefined || things.size >= mostThings) return before;
  const key = `n${things.size}`;
  things.set(entity, key);
  return key;
}

function blank(entity: Entity, field: string, text: string, isSure: boolean, picture: Picture): void {
  const from = picture.things.get(entity);
  if (from === undefined || picture.blanks.length >= mostThings) return;
  const to = `u${picture.blanks.length}`;
  picture.blanks.push([to, text]);
  picture.edges.push({ from, to, field, isSure });
}

function names({ concept, resource }: Entity): string {
  return `${label(concept)}<br/>${label(tail(resource))}`;
}

/** Of a long address the end says most. */
function tail(name: string): string {
  return name.length <= longestName ? name : `…${name.slice(1 - longestName)}`;
}

const longestName = 40;

function edge({ from, to, field, isSure }: Edge): string {
  return `  ${from} ${isSure ? "-->" : "-.->"}|${label(field)}| ${to}`;
}
