import { oneLine, shorten } from "./visible.ts";

/**
 * Untrusted text inside the quotes of a Mermaid label. Everything that Mermaid, Markdown or HTML could take for its
 * own is written as the code of its character: quotes, brackets, `#`, `%%`, `:`, back-ticks, tags.
 */
export function label(untrusted: string, most: number = 60): string {
  return shorten(oneLine(untrusted), most).replace(special, (character) => `#${character.codePointAt(0)};`);
}

/** What a label may hold as it is. Letters of other scripts are drawn, and mean nothing to Mermaid. */
const special = /[^\p{L}\p{M}\p{N} ._/…-]/gu;
