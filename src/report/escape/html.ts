import { oneLine, visible } from "./visible.ts";

/** Untrusted text in HTML, between tags or in a quoted attribute; on one line. */
export function html(untrusted: string, most: number = 4_000): string {
  return entities(oneLine(untrusted, most));
}

/** As `html`, but what stands between two back-ticks becomes code. */
export function htmlProse(untrusted: string, most: number = 8_000): string {
  return oneLine(untrusted, most)
    .split(/(`[^`]+`)/)
    .map((part, index) => (index % 2 === 1 ? `<code>${entities(part.slice(1, -1))}</code>` : entities(part)))
    .join("");
}

/** As `htmlProse`, in paragraphs. */
export function htmlParagraphs(untrusted: string): string {
  return visible(untrusted.replaceAll("\r\n", "\n").trim())
    .split(/\n\s*\n/)
    .filter((paragraph) => paragraph !== "")
    .map((paragraph) => `<p>${htmlProse(paragraph)}</p>`)
    .join("");
}

/** A link to another page; anything but `http` and `https` is shown instead of linked. `content` is HTML. */
export function htmlLink(content: string, address: string): string {
  if (!/^https?:\/\//.test(address)) return content;
  return `<a href="${entities(visible(address))}" rel="noreferrer">${content}</a>`;
}

/** `##[` is a command to the runner, wherever it is printed. */
function entities(untrusted: string): string {
  return untrusted
    .replace(/[&<>"'`]/g, (character) => `&#${character.charCodeAt(0)};`)
    .replaceAll("##[", "##&#91;");
}
