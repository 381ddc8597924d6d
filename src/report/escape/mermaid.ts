import { oneLine } from "./visible.ts";

/**
 * Untrusted text inside the quotes of a Mermaid label. Everything that Mermaid, Markdown or HTML could take for its
 * own is written as the code of its character: quotes, brackets, `#`, `%%`, `:`, back-ticks, tags.
 */
export function label(untrusted: string, most: number = 60): string {
  return oneLine(untrusted, most).replace(special, (character) => {
    const code = `#${character.codePointAt(0)};`;
    return leading.includes(character) ? `${code}${between}` : code;
  });
}

/** What begins a formula, an icon or a line break for whoever reads the label once its codes are read. */
const leading = "$:\\";
/** Nobody sees it. */
const between = "#8203;";

/** What a label may hold as it is. Letters of other scripts are drawn, and mean nothing to Mermaid. */
const special = /[^\p{L}\p{M}\p{N} ._/…-]/gu;
