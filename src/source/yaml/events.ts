import { type Event, parseEvents, YAMLException } from "js-yaml";

/** The events of a YAML file, and the text that their offsets belong to. */
export interface YamlEvents {
  readonly events: Event[];
  /** The author's text, with some lines indented further: line numbers are the author's own. */
  readonly text: string;
}

const deepest = 100;
/** Each repair reads the file again, so large files get fewer: two seconds at most. */
const mostRepaired = 20_000_000;

/**
 * Parses as kubectl and CloudFormation do: within brackets and quotes a line may stand as far left as its key,
 *
 *     command: [
 *       sh
 *     ]
 *
 * which js-yaml refuses wherever that key is not at the margin. Indentation means nothing there, so such a line is
 * moved to the right until it is accepted. Throws js-yaml's own exception for everything else.
 */
export function yamlEvents(text: string): YamlEvents {
  let repaired = text;
  for (let repairs = 0; ; repairs++) {
    try {
      return { events: parseEvents(repaired, { maxDepth: deepest }), text: repaired };
    } catch (error) {
      const line = repairs * text.length < mostRepaired ? shallowLine(error) : undefined;
      if (line === undefined) throw error;
      repaired = shifted(repaired, line);
    }
  }
}

/** Where the line starts that is refused for its indentation alone. */
function shallowLine(error: unknown): number | undefined {
  if (!(error instanceof YAMLException) || error.reason !== "deficient indentation") return undefined;
  const { mark } = error;
  return mark === undefined ? undefined : mark.position - mark.column;
}

function shifted(text: string, line: number): string {
  return `${text.slice(0, line)} ${text.slice(line)}`;
}
