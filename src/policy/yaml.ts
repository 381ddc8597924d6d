import {
  boolCoreTag,
  EVENT_ID,
  type Event,
  floatCoreTag,
  getScalarValue,
  intCoreTag,
  NOT_RESOLVED,
  nullCoreTag,
  parseEvents,
  type ScalarEvent,
  YAMLException,
} from "js-yaml";
import type { Mistake } from "./policy.ts";
import { type SourceText, sourceText } from "./text.ts";

/** A value of a YAML 1.2 document, with the characters it is written with. */
export type Node = ScalarNode | ListNode | MapNode;

export interface ScalarNode {
  readonly kind: "scalar";
  readonly value: null | boolean | number | string;
  /** As written, before `12` became a number. */
  readonly text: string;
  readonly tag: string | undefined;
  readonly start: number;
  readonly end: number;
}

interface ListNode {
  readonly kind: "list";
  readonly items: readonly Node[];
  readonly start: number;
  readonly end: number;
}

export interface MapNode {
  readonly kind: "map";
  readonly entries: readonly Entry[];
  readonly start: number;
  readonly end: number;
}

export interface Entry {
  readonly key: ScalarNode;
  readonly value: Node;
}

/** A document that was read: its root, and the text its offsets count in. */
export interface Document {
  readonly source: SourceText;
  /** `undefined` when the text is empty or is not YAML. */
  readonly root: Node | undefined;
  readonly mistakes: readonly Mistake[];
}

/**
 * Reads one YAML 1.2 document (core schema: `yes` and `on` are text). Of tags only `tags` are allowed; anchors,
 * aliases and several documents are mistakes, so that a file reads from top to bottom.
 */
export function readYaml(file: string, text: string, tags: readonly string[] = []): Document {
  const source = sourceText(file, text);
  const mistakes: Mistake[] = [];
  const root = parse(source, (start, message) => mistakes.push({ at: source.place(start), message }), tags);
  return { source, root, mistakes };
}

/** The plain value of a node; tagged scalars become what `tagged` makes of them. */
export function plain(
  node: Node,
  tagged: (scalar: ScalarNode) => unknown = (scalar) => scalar.text,
): unknown {
  switch (node.kind) {
    case "scalar":
      return node.tag === undefined ? node.value : tagged(node);
    case "list":
      return node.items.map((item) => plain(item, tagged));
    case "map":
      return Object.fromEntries(node.entries.map(({ key, value }) => [key.text, plain(value, tagged)]));
  }
}

/** The value under a key of a map. */
export function member(node: Node | undefined, key: string): Node | undefined {
  return entry(node, key)?.value;
}

export function entry(node: Node | undefined, key: string): Entry | undefined {
  return node?.kind === "map" ? node.entries.find((each) => each.key.text === key) : undefined;
}

type Complain = (start: number, message: string) => void;

function parse(source: SourceText, complain: Complain, tags: readonly string[]): Node | undefined {
  let events: readonly Event[];
  try {
    events = parseEvents(source.text, { filename: source.file });
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    complain(error.mark?.position ?? 0, `not valid YAML: ${error.reason}${hintFor(error, source.text)}`);
    return undefined;
  }
  const documents = events.filter((event) => event.type === EVENT_ID.DOCUMENT).length;
  if (documents > 1) complain(0, `${documents} documents in one file; write one per file`);
  const content = events[1];
  if (content === undefined || content.type === EVENT_ID.POP) return undefined;
  return new Builder(source, events, complain, tags).node(1).node;
}

/** `!` begins a tag in YAML and a colon ends a key: the two traps of expressions in plain text. */
function hintFor(error: YAMLException, text: string): string {
  if (/tag/.test(error.reason)) return "; an expression that begins with `!` must be quoted";
  const position = error.mark?.position ?? 0;
  const line = text.slice(text.lastIndexOf("\n", position - 1) + 1, position + 1);
  return /:\s.*:/.test(line) ? "; text with `: ` in it must be quoted" : "";
}

class Builder {
  readonly #source: SourceText;
  readonly #events: readonly Event[];
  readonly #complain: Complain;
  readonly #tags: readonly string[];
  /** Where the text that was last read ends: an empty value stands there. */
  #last = 0;

  constructor(source: SourceText, events: readonly Event[], complain: Complain, tags: readonly string[]) {
    this.#source = source;
    this.#events = events;
    this.#complain = complain;
    this.#tags = tags;
  }

  node(index: number): { readonly node: Node; readonly next: number } {
    const event = this.#events[index];
    if (event === undefined) throw new Error("the YAML events end inside a node");
    switch (event.type) {
      case EVENT_ID.SCALAR:
        return { node: this.#scalar(event), next: index + 1 };
      case EVENT_ID.SEQUENCE:
        this.#refuseProperties(event, "a list");
        return this.#list(event.start, index + 1);
      case EVENT_ID.MAPPING:
        this.#refuseProperties(event, "a map");
        return this.#map(event.start, index + 1);
      case EVENT_ID.ALIAS:
        this.#complain(event.anchorStart - 1, "aliases are not part of policy files; write the value out");
        return { node: emptyScalar(event.anchorStart), next: index + 1 };
      case EVENT_ID.DOCUMENT:
      case EVENT_ID.POP:
        throw new Error("the YAML events end inside a node");
    }
  }

  #scalar(event: ScalarEvent): ScalarNode {
    const tag = event.tagStart >= 0 ? this.#source.text.slice(event.tagStart, event.tagEnd) : undefined;
    const start = event.valueStart >= 0 ? event.valueStart : Math.max(this.#last, event.tagStart);
    const end = event.valueStart >= 0 ? event.valueEnd : start;
    this.#last = Math.max(this.#last, end, event.tagEnd);
    if (event.anchorStart >= 0) {
      this.#complain(event.anchorStart - 1, "anchors are not part of policy files; write the value out");
    }
    if (tag !== undefined && !this.#tags.includes(tag)) {
      this.#complain(
        event.tagStart,
        `\`${tag}\` is a YAML tag, which means nothing here; an expression that begins with \`!\` must be quoted`,
      );
    }
    const text = getScalarValue(this.#source.text, event);
    return { kind: "scalar", value: event.style === 1 ? resolve(text) : text, text, tag, start, end };
  }

  #list(start: number, first: number): { readonly node: ListNode; readonly next: number } {
    const items: Node[] = [];
    let index = first;
    while (this.#events[index]?.type !== EVENT_ID.POP) {
      const { node, next } = this.node(index);
      items.push(node);
      index = next;
    }
    return { node: { kind: "list", items, start, end: this.#last }, next: index + 1 };
  }

  #map(start: number, first: number): { readonly node: MapNode; readonly next: number } {
    const entries: Entry[] = [];
    const seen = new Set<string>();
    let index = first;
    while (this.#events[index]?.type !== EVENT_ID.POP) {
      const key = this.node(index);
      this.#last = Math.max(this.#last, key.node.end);
      const value = this.node(key.next);
      index = value.next;
      if (key.node.kind !== "scalar") {
        this.#complain(key.node.start, "a key must be text");
      } else if (seen.has(key.node.text)) {
        this.#complain(key.node.start, `\`${key.node.text}\` is written twice`);
      } else {
        seen.add(key.node.text);
        entries.push({ key: key.node, value: value.node });
      }
    }
    return { node: { kind: "map", entries, start, end: this.#last }, next: index + 1 };
  }

  #refuseProperties(event: { readonly anchorStart: number; readonly tagStart: number }, what: string): void {
    if (event.anchorStart >= 0) {
      this.#complain(event.anchorStart - 1, "anchors are not part of policy files; write the value out");
    }
    if (event.tagStart >= 0) this.#complain(event.tagStart, `${what} cannot carry a YAML tag here`);
  }
}

function emptyScalar(start: number): ScalarNode {
  return { kind: "scalar", value: null, text: "", tag: undefined, start, end: start };
}

function resolve(text: string): null | boolean | number | string {
  for (const tag of [nullCoreTag, boolCoreTag, intCoreTag, floatCoreTag]) {
    const value = tag.resolve(text, false, tag.tagName);
    if (value !== NOT_RESOLVED) return value;
  }
  return text;
}
