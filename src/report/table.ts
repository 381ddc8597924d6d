/** A row of a table in Markdown. A pipe ends a cell even inside code, unless a backslash of its own is before it. */
export function row(cells: readonly (string | number)[]): string {
  return `| ${cells.map((cell) => String(cell).replace(/(\\*)\|/g, escaped)).join(" | ")} |`;
}

/** Two backslashes are one that is escaped, and the pipe behind them none. */
function escaped(pipe: string, before: string): string {
  return before.length % 2 === 1 ? pipe : `\\${pipe}`;
}
