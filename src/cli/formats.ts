import { Failure } from "../base/failure.ts";
import { suggest } from "../base/suggest.ts";
import { linesIn } from "../source/lines.ts";
import type { Verdict } from "../verdict/finding.ts";
import { version } from "./version.ts";

/** Those that draw. */
export const drawn: readonly Format[] = ["terminal", "markdown", "html"];

interface Wish {
  /** The day, for those who tell what ends soon. */
  readonly now?: string;
  readonly quiet: boolean;
  readonly toFile: boolean;
}

type Format = "terminal" | "json" | "markdown" | "html" | "sarif" | "junit";

export const formats: Readonly<Record<Format, (verdict: Verdict, wish: Wish) => Promise<string>>> = {
  terminal: async (verdict, { quiet, toFile, now }) => {
    const { terminal } = await import("../report/terminal.ts");
    const { isTTY, columns } = process.stdout;
    return terminal(verdict, {
      quiet,
      ...(now === undefined ? {} : { now }),
      colour: !toFile && wantsColour(isTTY),
      width: columns ?? 100,
      lines: linesIn(process.cwd()),
    });
  },
  json: async (verdict) => (await import("../report/json.ts")).json(verdict),
  sarif: async (verdict) => (await import("../report/sarif.ts")).sarif(verdict, { version }),
  junit: async (verdict) => (await import("../report/junit.ts")).junit(verdict),
  markdown: async (verdict, { now }) =>
    `${(await import("../report/comment.ts")).renderComment(verdict, now === undefined ? {} : { now })}\n`,
  html: async (verdict, { now }) =>
    (await import("../report/html.ts")).renderHtml(verdict, now === undefined ? {} : { now }),
};

export function formatOf(name: string): Format {
  const names = Object.keys(formats);
  if (isFormat(name)) return name;
  const meant = suggest(name, names);
  const hint = meant === undefined ? `formats are ${names.join(", ")}` : `did you mean \`${meant}\`?`;
  throw new Failure("usage", `there is no format \`${name}\``, { hint });
}

function isFormat(name: string): name is Format {
  return Object.hasOwn(formats, name);
}

/** The conventions of terminals: NO_COLOR turns colour off, FORCE_COLOR on. */
function wantsColour(isTerminal: boolean): boolean {
  const { NO_COLOR, FORCE_COLOR, TERM } = process.env;
  if (NO_COLOR !== undefined && NO_COLOR !== "") return false;
  if (FORCE_COLOR !== undefined && FORCE_COLOR !== "") return FORCE_COLOR !== "0" && FORCE_COLOR !== "false";
  return isTerminal && TERM !== "dumb";
}
