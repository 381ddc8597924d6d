/** `a`, `a and b`, `a, b and c`. */
export function listed(parts: readonly string[]): string {
  const last = parts.at(-1) ?? "";
  return parts.length < 2 ? last : `${parts.slice(0, -1).join(", ")} and ${last}`;
}

/** What things are: `is known after apply`, `are each a parameter without a default`. */
export function are(number: number, what: string): string {
  if (number === 1) return `is ${what}`;
  return /^an? /.test(what) ? `are each ${what}` : `are ${what}`;
}

/** What a hurried person reads of a longer text. Version numbers and abbreviations do not end a sentence. */
export function firstSentence(text: string): string {
  const flat = text.replace(/\s+/g, " ").trim();
  return /^.*?[^.](?<!\b(?:e\.g|i\.e|etc|vs))[.!?](?= [^a-z]|$)/u.exec(flat)?.[0] ?? flat;
}
