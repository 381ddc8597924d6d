import { micromark } from "micromark";
import { gfm, gfmHtml } from "micromark-extension-gfm";
import { type DefaultTreeAdapterMap, parse, parseFragment } from "parse5";

type Node = DefaultTreeAdapterMap["node"];

/** What a browser makes of a text. */
export interface Page {
  /** Every element and comment, opened and closed, with the names of its attributes. Code is no element here: names are code. */
  readonly structure: string;
  /** What is read of it, code and all. */
  readonly text: string;
  /** What is read of it outside of code and links: where GitHub looks for people, issues and emoji. */
  readonly prose: string;
  readonly links: readonly string[];
}

/** Markdown as GitHub reads it, HTML and all. */
export function markdownPage(markdown: string): Page {
  const html = micromark(markdown, {
    allowDangerousHtml: true,
    allowDangerousProtocol: true,
    extensions: [gfm()],
    htmlExtensions: [gfmHtml()],
  });
  return pageOf(parseFragment(html));
}

/** A whole page of HTML. */
export function htmlPage(html: string): Page {
  return pageOf(parse(html));
}

function pageOf(root: Node): Page {
  const structure: string[] = [];
  const text: string[] = [];
  const prose: string[] = [];
  const links: string[] = [];
  const walk = (node: Node, isQuiet: boolean): void => {
    if (node.nodeName === "#text" && "value" in node) {
      text.push(node.value);
      prose.push(isQuiet ? "\n" : node.value);
    }
    if (node.nodeName === "#comment") structure.push("<!---->");
    if (!("childNodes" in node)) return;
    const isElement = "tagName" in node && node.tagName !== "code";
    if (isElement) structure.push(`<${[node.tagName, ...node.attrs.map(({ name }) => name)].join(" ")}>`);
    if ("attrs" in node)
      links.push(...node.attrs.flatMap(({ name, value }) => (name === "href" ? [value] : [])));
    const quiet = isQuiet || ["a", "code", "pre", "style"].includes(node.nodeName);
    for (const child of node.childNodes) walk(child, quiet);
    if (isElement) structure.push("</>");
  };
  walk(root, false);
  return {
    structure: structure.join("\n"),
    text: text.join(""),
    prose: prose.join(""),
    links,
  };
}
