/** `a`, `a and b`, `a, b and c`. */
export function listed(parts: readonly string[]): string {
  const last = parts.at(-1) ?? "";
  return parts.length < 2 ? last : `${parts.slice(0, -1).join(", ")} and ${last}`;
}

/** What a hurried person reads of a longer text. Version numbers and abbreviations do not end a sentence. */
export function firstSentence(text: string): string {
  const flat = text.replace(/\s+/g, " ").trim();
  return /^.*?[^.](?<!\b(?:e\.g|i\.e|etc|vs))[.!?](?= [^a-z]|$)/u.exec(flat)?.[0] ?? flat;
}
