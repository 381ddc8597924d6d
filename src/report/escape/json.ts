/**
 * JSON for people and programs: ASCII where a character would be invisible or reorder others, so that it can be printed,
 * also to the log of a job: `##[` is a command to its runner.
 */
export function printableJson(content: unknown): string {
  return `${JSON.stringify(content, undefined, 2).replace(unseen, escaped).replaceAll("##[", "##\\u005b")}\n`;
}

const unseen = /(?!\n)[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu;

function escaped(character: string): string {
  const units = Array.from({ length: character.length }, (_, unit) => character.charCodeAt(unit));
  return units.map((unit) => `\\u${unit.toString(16).padStart(4, "0")}`).join("");
}
