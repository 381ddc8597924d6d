import type { Remark } from "../../policy/lint/remark.ts";
import { oneLine, visible } from "../escape/visible.ts";

/** The same as workflow commands: annotations on the lines of the files. */
export function lintGithub(remarks: readonly Remark[]): string {
  return remarks.map((remark) => `${commandOf(remark)}\n`).join("");
}

function commandOf({ kind, rule, at, message }: Remark): string {
  const { file, line, column, endLine, endColumn } = at;
  // The runner drops columns of a place that is longer than a line.
  const columns = endLine === undefined || endLine === line ? { col: column, endColumn } : {};
  const properties = {
    file: visible(file),
    line,
    endLine: endLine ?? line,
    ...columns,
    title: titleOf(rule),
  };
  const said = Object.entries(properties).flatMap(([key, value]) =>
    value === undefined ? [] : [`${key}=${property(String(value))}`],
  );
  return `::${kind === "mistake" ? "error" : "notice"} ${said.join(",")}::${data(oneLine(message))}`;
}

function titleOf(rule: Remark["rule"]): string {
  return rule === "mistake" ? "EKS policy gate" : `EKS policy gate: ${rule}`;
}

function data(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function property(text: string): string {
  return data(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
