import { showPlace } from "../../base/place.ts";
import type { Remark } from "../../policy/lint/remark.ts";
import { printable } from "../escape/log.ts";
import { oneLine } from "../escape/visible.ts";
import { codeFrame } from "../frame.ts";
import { count } from "../headline.ts";
import type { Paint } from "../paint.ts";

export interface LintPage {
  readonly width: number;
  readonly paint: Paint;
  /** The lines of a file that was looked at. */
  readonly lines: (file: string) => readonly string[];
}

/** What is wrong and what could be better, each with the line it is about. */
export function lintTerminal(remarks: readonly Remark[], files: number, page: LintPage): string {
  const blocks = remarks.map((remark) => block(remark, page).join("\n"));
  return printable([...blocks, summary(remarks, files, page)].join("\n\n"));
}

function block({ kind, rule, at, message }: Remark, { width, paint, lines }: LintPage): readonly string[] {
  const word = kind === "mistake" ? paint("error", "bold", "red") : paint("advice", "bold", "yellow");
  const name = rule === "mistake" ? "" : `  ${paint(rule, "dim")}`;
  const frame = codeFrame(lines(at.file), at, { context: 0, width: Math.max(20, width - 12) });
  return [
    `${oneLine(showPlace(at))}: ${word}: ${oneLine(message)}${name}`,
    ...frame.flatMap(({ number, text, mark }) => {
      const gutter = String(number).padStart(6);
      const under =
        mark === undefined
          ? []
          : [
              `${" ".repeat(7)}${paint("│", "dim")} ${" ".repeat(mark.start)}${paint("^".repeat(mark.length), "cyan")}`,
            ];
      return [`${paint(`${gutter} │`, "dim")} ${text}`, ...under];
    }),
  ];
}

function summary(remarks: readonly Remark[], files: number, { paint }: LintPage): string {
  const mistakes = remarks.filter(({ kind }) => kind === "mistake").length;
  const advice = remarks.length - mistakes;
  const looked = `${count(files, "file")}`;
  if (remarks.length === 0) return `${looked}: ${paint("nothing to say", "green")}`;
  const found = [
    ...(mistakes === 0 ? [] : [paint(count(mistakes, "mistake"), "red")]),
    ...(advice === 0 ? [] : [paint(`${advice} ${advice === 1 ? "piece" : "pieces"} of advice`, "yellow")]),
  ];
  return `${looked}: ${found.join(", ")}`;
}
