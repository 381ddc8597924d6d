import { Failure } from "../base/failure.ts";
import { suggest } from "../base/suggest.ts";
import { type Format, formats, type RenderOptions } from "../report/render.ts";
import { linesIn } from "../source/lines.ts";
import { version } from "../version.ts";

export function formatOf(name: string): Format {
  const found = formats.find((format) => format === name);
  if (found !== undefined) return found;
  const meant = suggest(name, formats);
  const hint = meant === undefined ? `formats are ${formats.join(", ")}` : `did you mean \`${meant}\`?`;
  throw new Failure("usage", `there is no format \`${name}\``, { hint });
}

/** How a report looks where it goes: on the terminal, or in a file. */
export function lookOf({
  quiet,
  output,
}: {
  readonly quiet: boolean;
  readonly output?: string;
}): RenderOptions {
  const { isTTY, columns } = process.stdout;
  return {
    version,
    terminal: {
      quiet,
      colour: output === undefined && wantsColour(isTTY),
      width: columns ?? 100,
      lines: linesIn(process.cwd()),
    },
  };
}

/** The conventions of terminals: NO_COLOR turns colour off, FORCE_COLOR on. */
export function wantsColour(isTerminal: boolean): boolean {
  const { NO_COLOR, FORCE_COLOR, TERM } = process.env;
  if (NO_COLOR !== undefined && NO_COLOR !== "") return false;
  if (FORCE_COLOR !== undefined && FORCE_COLOR !== "") return FORCE_COLOR !== "0" && FORCE_COLOR !== "false";
  return isTerminal && TERM !== "dumb";
}
