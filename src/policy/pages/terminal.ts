import type { Article, Part } from "./article.ts";

/** A policy's article as text for the terminal. */
export function articleText({ id, title, parts, sections }: Article): string {
  const blocks = [
    `${id}\n${title}`,
    ...parts.map((part) => partText(part).join("\n")),
    ...sections.map(({ heading, parts: within }) =>
      [heading, ...within.flatMap(partText).map((line) => `  ${line}`.trimEnd())].join("\n"),
    ),
  ];
  return `${blocks.join("\n\n")}\n`;
}

function partText(part: Part): readonly string[] {
  switch (part.kind) {
    case "text":
      return part.text.split("\n");
    case "items":
      return part.items.map((item) => `- ${item}`);
    case "code":
      return part.text.trimEnd().split("\n");
    case "table":
      return part.rows.map((row) => row.map((cell) => cell.replace(/\s+/g, " ")).join("  "));
  }
}
