import type { UnderSet } from "../differences.ts";
import type { LoadedPolicy } from "../file.ts";
import { type Article, articleOf, type Part } from "./article.ts";
import { fenced, generatedNote, page, table } from "./markdown.ts";

/** The page of one family: every policy with its reasons, an example that was tested, and the way out. */
export function familyPage(
  family: string,
  policies: readonly LoadedPolicy[],
  under: ReadonlyMap<string, readonly UnderSet[]>,
): string {
  const own = policies
    .filter((policy) => policy.family === family)
    .toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const articles = own.map((policy) => articleOf(policy, under.get(policy.id) ?? []));
  return page(generatedNote, `# ${family}`, ...articles.map(section));
}

function section({ id, title, parts, sections }: Article): string {
  return page(
    `## ${id}`,
    `**${title}**`,
    ...parts.map(markdown),
    ...sections.map(({ heading, parts: within }) => page(`### ${heading}`, ...within.map(markdown))),
  );
}

function markdown(part: Part): string {
  switch (part.kind) {
    case "text":
      return part.text;
    case "items":
      return part.items.map((item) => `- ${item}`).join("\n");
    case "code":
      return fenced(part.language, part.text);
    case "table":
      return table(part.head, part.rows);
  }
}
