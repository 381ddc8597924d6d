import { EVENT_ID, type Event, getScalarValue } from "js-yaml";
import { lineAt, lineStarts } from "../../base/lines.ts";
import { yamlEvents } from "../../source/yaml/events.ts";
import type { Site, Steps } from "./site.ts";

/** A text of a YAML file: which steps lead to it, what it says, and where. */
export interface YamlText {
  readonly steps: Steps;
  readonly text: string;
  /** The line on which it begins, counted from 1. */
  readonly line: number;
}

export interface YamlSites {
  readonly sites: readonly Site[];
  /** The texts below a key that `wanted` names, in the order they are written. */
  readonly texts: readonly YamlText[];
  /** What leads to a site, by names instead of numbers. */
  name(steps: Steps): string;
}

/** The documents, keys and items of a YAML file; JSON is YAML, too. Throws where it is neither. */
export function yamlSites(file: string, wanted: (key: string) => boolean): YamlSites {
  const { events, text } = yamlEvents(file);
  return new Walk(text, events, wanted).all();
}

/** What was opened: its place, and what it calls itself. */
interface Frame {
  readonly steps: Steps;
  readonly isList: boolean;
  readonly isWanted: boolean;
  /** The next item of a list. */
  index: number;
  /** The key whose value comes next. */
  key: string | undefined;
}

function opened(steps: Steps, isList: boolean, isWanted: boolean): Frame {
  return { steps, isList, isWanted, index: 0, key: undefined };
}

class Walk {
  readonly #text: string;
  readonly #events: readonly Event[];
  readonly #wanted: (key: string) => boolean;
  readonly #starts: readonly number[];
  readonly #found: { readonly line: number; readonly steps: Steps }[] = [];
  readonly #texts: YamlText[] = [];
  /** What mappings call themselves, by their steps: `name`, `kind` and what is in `metadata`. */
  readonly #names = new Map<string, Map<string, string>>();

  constructor(text: string, events: readonly Event[], wanted: (key: string) => boolean) {
    this.#text = text;
    this.#events = events;
    this.#wanted = wanted;
    this.#starts = lineStarts(text);
  }

  all(): YamlSites {
    const open: Frame[] = [];
    let document = -1;
    for (const event of this.#events) {
      if (event.type === EVENT_ID.DOCUMENT) {
        document++;
        open.push(opened([], false, false));
      } else if (event.type === EVENT_ID.POP) open.pop();
      else this.#content(event, open, document);
    }
    const name = (steps: Steps) => this.#nameOf(steps);
    const sites = this.#found
      .map(({ line, steps }) => ({
        line,
        steps,
        get name() {
          return name(steps);
        },
      }))
      .sort((a, b) => a.line - b.line || a.steps.length - b.steps.length);
    return { sites, texts: this.#texts, name };
  }

  #content(
    event: Exclude<Event, { type: typeof EVENT_ID.DOCUMENT | typeof EVENT_ID.POP }>,
    open: Frame[],
    document: number,
  ): void {
    const frame = open.at(-1);
    if (frame === undefined) return;
    const isRoot = open.length === 1;
    if (!isRoot && !frame.isList && frame.key === undefined) {
      frame.key = event.type === EVENT_ID.SCALAR ? getScalarValue(this.#text, event) : "";
      this.#add(offsetOf(event), [...frame.steps, frame.key]);
      // A mapping as a key is nothing that anybody waives.
      if (event.type === EVENT_ID.MAPPING || event.type === EVENT_ID.SEQUENCE) {
        open.push(opened([...frame.steps, ""], event.type === EVENT_ID.SEQUENCE, false));
      }
      return;
    }
    const step = isRoot ? document : frame.isList ? frame.index++ : (frame.key ?? "");
    const isWanted = frame.isWanted || (typeof step === "string" && this.#wanted(step));
    const steps = [...frame.steps, step];
    frame.key = undefined;
    if (isRoot || typeof step === "number") this.#add(offsetOf(event), steps);
    if (event.type === EVENT_ID.SCALAR) this.#scalar(event, steps, isWanted);
    else if (event.type !== EVENT_ID.ALIAS) {
      open.push(opened(steps, event.type === EVENT_ID.SEQUENCE, isWanted));
    }
  }

  #scalar(event: Extract<Event, { type: typeof EVENT_ID.SCALAR }>, steps: Steps, isWanted: boolean): void {
    const key = String(steps.at(-1));
    if (isWanted) {
      const line = lineAt(this.#starts, Math.max(0, event.valueStart)) + 1;
      this.#texts.push({ steps, text: getScalarValue(this.#text, event), line });
    }
    if (key !== "name" && key !== "kind" && key !== "namespace") return;
    const owner = JSON.stringify(steps.slice(0, -1));
    const names = this.#names.get(owner) ?? new Map<string, string>();
    this.#names.set(owner, names.set(key, getScalarValue(this.#text, event)));
  }

  #add(offset: number | undefined, steps: Steps): void {
    if (offset !== undefined) this.#found.push({ line: lineAt(this.#starts, offset) + 1, steps });
  }

  /** Items and documents are called what they call themselves, and by their number where they do not. */
  #nameOf(steps: Steps): string {
    const names = steps.map((step, index) => {
      if (typeof step === "string") return step;
      const own = this.#names.get(JSON.stringify(steps.slice(0, index + 1)));
      const metadata = this.#names.get(JSON.stringify([...steps.slice(0, index + 1), "metadata"]));
      const said = [own?.get("kind"), metadata?.get("namespace"), metadata?.get("name"), own?.get("name")];
      return said.some((word) => word !== undefined) ? said.map((word) => word ?? "") : step;
    });
    return JSON.stringify(names);
  }
}

function offsetOf(event: Event): number | undefined {
  if (event.type === EVENT_ID.ALIAS) return event.anchorStart;
  if (event.type === EVENT_ID.SCALAR) return event.valueStart < 0 ? undefined : event.valueStart;
  return event.type === EVENT_ID.SEQUENCE || event.type === EVENT_ID.MAPPING ? event.start : undefined;
}
