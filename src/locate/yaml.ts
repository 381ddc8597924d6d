import {
  type AliasEvent,
  EVENT_ID,
  type Event,
  getScalarValue,
  type MappingEvent,
  SCALAR_STYLE,
  type ScalarEvent,
  type SequenceEvent,
} from "js-yaml";
import type { Span } from "../source/span.ts";
import { yamlEvents } from "../source/yaml/events.ts";
import { embeddedJson } from "./json.ts";
import type { Entry, Node } from "./node.ts";

/** The documents of a YAML file as nodes with positions; anchors, aliases and merge keys are followed. */
export function yamlDocuments(file: string): {
  readonly documents: readonly Node[];
  /** What the positions are counted in: some of the author's lines may be indented further. */
  readonly text: string;
} {
  const source: Source = yamlEvents(file);
  const documents: Node[] = [];
  for (let at = 0; at < source.events.length; at = after(source, at))
    documents.push(nodeAt(source, at + 1, 0));
  return { documents, text: source.text };
}

interface Source {
  readonly text: string;
  readonly events: readonly Event[];
}

type ContentEvent = SequenceEvent | MappingEvent | ScalarEvent | AliasEvent;

function nodeAt(source: Source, at: number, fallback: number): Node {
  const event = source.events[at];
  if (event === undefined || event.type === EVENT_ID.DOCUMENT || event.type === EVENT_ID.POP) {
    return leaf({ start: fallback, end: fallback });
  }
  const target = targetOf(source, at, event);
  return {
    get span() {
      return spanOf(source, at, event, fallback);
    },
    tag: tagOf(source, source.events[target]),
    entry: (key) => entryOf(source, target, key, new Set()) ?? textOf(source, target)?.entry(key),
    item: (index) => itemOf(source, target, index) ?? textOf(source, target)?.item(index),
  };
}

function leaf(span: Span): Node {
  return { span, tag: undefined, entry: () => undefined, item: () => undefined };
}

/** A literal text that holds JSON can be entered, as the policy documents in `!Sub |` are. */
function textOf(source: Source, at: number): Node | undefined {
  const event = source.events[at];
  if (event?.type !== EVENT_ID.SCALAR || event.style !== SCALAR_STYLE.LITERAL_BLOCK) return undefined;
  return embeddedJson(source.text, { start: event.valueStart, end: event.valueEnd });
}

/** Of keys written twice the last counts, as it does for kubectl; what is merged in comes after what is written. */
function entryOf(source: Source, mapping: number, key: string, seen: Set<number>): Entry | undefined {
  if (source.events[mapping]?.type !== EVENT_ID.MAPPING || seen.has(mapping)) return undefined;
  seen.add(mapping);
  const merged: number[] = [];
  let written: Entry | undefined;
  for (
    let at = mapping + 1;
    source.events[at]?.type !== EVENT_ID.POP;
    at = after(source, after(source, at))
  ) {
    const event = source.events[at];
    if (event?.type !== EVENT_ID.SCALAR) continue;
    const name = getScalarValue(source.text, event);
    const value = after(source, at);
    if (name === key) {
      const span = spanOf(source, at, event, 0);
      written = { key: span, value: nodeAt(source, value, span.end) };
    }
    if (name === "<<") merged.push(...mergedInto(source, value));
  }
  if (written !== undefined) return written;
  for (const from of merged) {
    const entry = entryOf(source, from, key, seen);
    if (entry !== undefined) return entry;
  }
  return undefined;
}

/** The mappings a merge key names: one, or a list of which the earlier wins. */
function mergedInto(source: Source, at: number): readonly number[] {
  const target = targetOf(source, at, source.events[at]);
  if (source.events[target]?.type !== EVENT_ID.SEQUENCE) return [target];
  const mappings: number[] = [];
  for (let item = target + 1; source.events[item]?.type !== EVENT_ID.POP; item = after(source, item)) {
    mappings.push(targetOf(source, item, source.events[item]));
  }
  return mappings;
}

function itemOf(source: Source, sequence: number, index: number): Node | undefined {
  if (source.events[sequence]?.type !== EVENT_ID.SEQUENCE) return undefined;
  let at = sequence + 1;
  for (let n = 0; n < index && source.events[at]?.type !== EVENT_ID.POP; n++) at = after(source, at);
  return source.events[at]?.type === EVENT_ID.POP ? undefined : nodeAt(source, at, startOf(source, sequence));
}

/** The event after the node that begins here. */
function after(source: Source, at: number): number {
  let depth = 0;
  let next = at;
  do {
    const type = source.events[next]?.type;
    if (type === undefined) return source.events.length;
    if (type === EVENT_ID.POP) depth--;
    else if (type !== EVENT_ID.SCALAR && type !== EVENT_ID.ALIAS) depth++;
    next++;
  } while (depth > 0);
  return next;
}

/** An alias stands for the nearest node before it that carries its anchor. */
function targetOf(source: Source, at: number, event: Event | undefined): number {
  if (event?.type !== EVENT_ID.ALIAS) return at;
  const name = source.text.slice(event.anchorStart, event.anchorEnd);
  for (let before = at - 1; before >= 0; before--) {
    const candidate = source.events[before];
    if (candidate === undefined || !("anchorStart" in candidate) || candidate.type === EVENT_ID.ALIAS)
      continue;
    if (source.text.slice(candidate.anchorStart, candidate.anchorEnd) === name) return before;
  }
  return at;
}

function tagOf(source: Source, event: Event | undefined): string | undefined {
  if (event === undefined || !("tagStart" in event) || event.tagStart < 0) return undefined;
  return source.text.slice(event.tagStart, event.tagEnd).replace(/^!/, "");
}

function startOf(source: Source, at: number): number {
  const event = source.events[at];
  return event !== undefined && "start" in event ? event.start : 0;
}

function spanOf(source: Source, at: number, event: ContentEvent, fallback: number): Span {
  if (event.type === EVENT_ID.ALIAS) return { start: event.anchorStart - 1, end: event.anchorEnd };
  const inner =
    event.type === EVENT_ID.SCALAR ? scalarSpan(source, event, fallback) : collectionSpan(source, at, event);
  return event.tagStart < 0 ? inner : { start: event.tagStart, end: Math.max(inner.end, event.tagEnd) };
}

function scalarSpan({ text }: Source, event: ScalarEvent, fallback: number): Span {
  if (event.valueStart < 0) return { start: fallback, end: fallback };
  switch (event.style) {
    case SCALAR_STYLE.PLAIN:
      return { start: event.valueStart, end: event.valueEnd };
    case SCALAR_STYLE.SINGLE_QUOTED:
    case SCALAR_STYLE.DOUBLE_QUOTED:
      return { start: event.valueStart - 1, end: event.valueEnd + 1 };
    case SCALAR_STYLE.LITERAL_BLOCK:
    case SCALAR_STYLE.FOLDED_BLOCK: {
      const indent = /^\s*/.exec(text.slice(event.valueStart, event.valueEnd))?.[0].length ?? 0;
      return { start: event.valueStart + indent, end: event.valueEnd };
    }
  }
}

/** Events carry no end: a collection ends with its last member and, in flow style, its closing bracket. */
function collectionSpan(source: Source, at: number, event: SequenceEvent | MappingEvent): Span {
  let end = event.start;
  for (let member = at + 1; source.events[member]?.type !== EVENT_ID.POP; member = after(source, member)) {
    const inner = source.events[member];
    if (inner === undefined) break;
    if (inner.type === EVENT_ID.DOCUMENT || inner.type === EVENT_ID.POP) continue;
    end = Math.max(end, spanOf(source, member, inner, end).end);
  }
  const bracket = source.text[event.start];
  const closing = bracket === "[" ? "]" : bracket === "{" ? "}" : undefined;
  const closed = closing === undefined ? -1 : source.text.indexOf(closing, end);
  return { start: event.start, end: closed === -1 ? end : closed + 1 };
}
