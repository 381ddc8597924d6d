import type { Verdict } from "../verdict/finding.ts";
import type { ReportContext } from "./markdown.ts";

/** What a verdict can be written as. */
export const formats = ["terminal", "json", "markdown", "html", "sarif", "junit"] as const;
export type Format = (typeof formats)[number];

/** Those that draw: pictures are worked out for them alone. */
export const drawn: readonly Format[] = ["terminal", "markdown", "html"];

export interface RenderOptions {
  /** The day, for those who tell what ends soon. */
  readonly now?: string;
  /** Where it is shown, for those who link. */
  readonly context?: ReportContext;
  /** Of the gate, for those who name it. */
  readonly version: string;
  readonly terminal: {
    readonly colour: boolean;
    readonly width: number;
    /** Only what blocks, and the verdict. */
    readonly quiet?: boolean;
    /** The lines of a file of the author's. */
    readonly lines: (file: string) => readonly string[] | undefined;
  };
}

/** Writes a verdict. Each format is loaded when it is asked for. */
export async function render(verdict: Verdict, format: Format, options: RenderOptions): Promise<string> {
  const { version, now } = options;
  const day = now === undefined ? {} : { now };
  switch (format) {
    case "terminal":
      return (await import("./terminal.ts")).terminal(verdict, { ...options.terminal, ...day });
    case "json":
      return (await import("./json.ts")).json(verdict);
    case "markdown":
      return `${(await import("./comment.ts")).renderComment(verdict, { ...options.context, ...day })}\n`;
    case "html":
      return (await import("./html.ts")).renderHtml(verdict, day);
    case "sarif":
      return (await import("./sarif.ts")).sarif(verdict, { version });
    case "junit":
      return (await import("./junit.ts")).junit(verdict);
  }
}
