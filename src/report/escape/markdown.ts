import { oneLine, shorten, visible } from "./visible.ts";

/** Untrusted text as text, on one line: nothing in it links, mentions, formats or closes anything. */
export function text(untrusted: string, most = 2_000): string {
  return escapeText(oneLine(untrusted, most));
}

/** As `text`, but what stands between two back-ticks becomes code. */
export function prose(untrusted: string, most = 4_000): string {
  return oneLine(untrusted, most)
    .split(/(`[^`]+`)/)
    .map((part, index) => (index % 2 === 1 ? code(part.slice(1, -1)) : escapeText(part)))
    .join("");
}

/** As `prose`, in paragraphs: blank lines and lines that begin a list stay line breaks. */
export function paragraphs(untrusted: string, most = 8_000): string {
  return shorten(untrusted.replaceAll("\r\n", "\n").trim(), most)
    .split(/\n\s*\n/)
    .map((paragraph) =>
      paragraph
        .split(/\n(?=\s*[-*] )/)
        .map(listLine)
        .join("\n"),
    )
    .join("\n\n");
}

/** Untrusted text as a code span, on one line. */
export function code(untrusted: string, most = 500): string {
  const line = untrusted.slice(0, 2 * most + 2).replace(/\r\n|\n|\t/g, " ");
  const content = shorten(visible(line), most);
  if (content.trim() === "") return "`(empty)`";
  // Nothing can be escaped between back-ticks, and the runner would obey it where the text is printed.
  if (content.includes("##[")) return `<code>${escapeText(content)}</code>`;
  const fence = "`".repeat(longestRun(content) + 1);
  const room = /^[` ]|[` ]$/.test(content) ? " " : "";
  return `${fence}${room}${content}${room}${fence}`;
}

/** A link. Anything but `http` and `https` is shown instead of linked. */
export function link(label: string, address: string): string {
  if (!/^https?:\/\//.test(address)) return `${label} (${text(address)})`;
  return `[${label}](${destination(address)})`;
}

/** Untrusted text in a line of HTML, where Markdown is not read: `<summary>`. Nothing in it links, mentions or commands. */
export function inHtml(untrusted: string, most = 500): string {
  return quiet(entities(oneLine(untrusted, most))).replaceAll("##[", "##&#91;");
}

function listLine(line: string): string {
  const item = /^\s*[-*] (.*)$/s.exec(line);
  return item === null ? prose(line) : `- ${prose(item[1] ?? "")}`;
}

function escapeText(untrusted: string): string {
  return quiet(
    entities(untrusted)
      .replace(/[\\`*[\]|~]/g, "\\$&")
      // Between two letters an underscore formats nothing, and most names have some.
      .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, "\\_")
      .replace(/^(?=[-+=#]|::)/, "\\")
      .replace(/^(\d{1,9})([.)])(?=\s|$)/, "$1\\$2"),
  );
}

function entities(untrusted: string): string {
  return untrusted
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("$", "&#36;");
}

/**
 * GitHub looks for people, issues, addresses and emoji in the finished page, where an escaped character reads
 * like any other. Only a character in between keeps them apart.
 */
function quiet(escaped: string): string {
  return withoutEmoji(escaped)
    .replace(/@(?=\S)/g, `@${between}`)
    .replace(/(?<!&)#(?=\d)/g, `#${between}`)
    .replace(/(?<![\p{L}\p{N}])gh-(?=\d)/giu, (reference) => `${reference}${between}`)
    .replace(/:(?=\/\/)/g, `:${between}`)
    .replace(/(?<![\p{L}\p{N}])www(?=\.)/giu, (prefix) => `${prefix}${between}`);
}

/** `:key:` would become a picture of one. ARNs and IPv6 addresses are left whole, for people copy them. */
function withoutEmoji(escaped: string): string {
  return escaped.replace(/\S+/g, (word) =>
    /^\W*arn:/.test(word) || /^[\da-f:./]+$/i.test(word)
      ? word
      : word.replace(/:(?=[\w+\\-]+:)/g, `:${between}`),
  );
}

const between = "&#8203;";

/** What would end the address is encoded, and a link to an issue does not leave a mention of us on it. */
function destination(address: string): string {
  return encodeURI(address.replace(/\p{Cs}/gu, "\ufffd"))
    .replace(/%25(?=[\da-f]{2})/gi, "%")
    .replace(/[()'*]/g, (character) => `%${character.charCodeAt(0).toString(16)}`)
    .replace(
      /^https:\/\/github\.com(?=\/[^/]+\/[^/]+\/(?:issues|pull|discussions)\/)/,
      "https://redirect.github.com",
    )
    .replaceAll("&", "&amp;");
}

/** How many back-ticks follow each other: what is put around them has to have more. */
export function longestRun(content: string): number {
  return (content.match(/`+/g) ?? []).reduce((most, run) => Math.max(most, run.length), 0);
}
