/** What a word means as a truth value to kubectl, eksctl and CloudFormation; `undefined` where it is a text. */
export function truth(text: string): boolean | undefined {
  return text.length > 5 ? undefined : truths.get(text);
}

/** The whole number that a text is: YAML 1.2's, and the leading-zero octals, binaries and underscores of 1.1. */
export function wholeNumber(text: string): number | undefined {
  if (!integer.test(text)) return undefined;
  const digits = text.replace(/^[-+]|_/g, "").replace(/^0o?(?=[0-7]+$)/, "0o");
  const value = Number(digits === "0o" ? "0" : digits);
  if (Number.isNaN(value)) return undefined;
  return text.startsWith("-") && value !== 0 ? -value : value;
}

/** What a plain scalar means, where that is beyond doubt. */
export function ordinaryScalar(text: string): string | number | boolean | undefined {
  if (isWord(text))
    return truth(text) ?? (text.length === 4 && text.toLowerCase() === "null" ? undefined : text);
  return ordinaryNumber(text) ?? (isDoubtful(text) ? undefined : text);
}

/** A text that begins with a letter and ends on its line is itself, or one of a few words. */
function isWord(text: string): boolean {
  const first = text.charCodeAt(0) | 0x20;
  return (
    first >= 0x61 && first <= 0x7a && !text.includes(": ") && !text.endsWith(":") && !text.includes(" #")
  );
}

const integer = /^[-+]?(?:0|[1-9][0-9_]*|0o?[0-7_]+|0x[0-9a-fA-F_]+|0b[01_]+)$/;

const truths: ReadonlyMap<string, boolean> = new Map([
  ...["true", "True", "TRUE", "yes", "Yes", "YES", "on", "On", "ON", "y", "Y"].map(
    (word) => [word, true] as const,
  ),
  ...["false", "False", "FALSE", "no", "No", "NO", "off", "Off", "OFF", "n", "N"].map(
    (word) => [word, false] as const,
  ),
]);

function ordinaryNumber(text: string): number | undefined {
  return /^(?:0|-?[1-9]\d{0,14}|(?:0|-?[1-9]\d{0,8})\.\d{1,6})$/.test(text) ? Number(text) : undefined;
}

/** What may be null, a number of another kind, syntax, or the beginning of something longer. */
function isDoubtful(text: string): boolean {
  if (/^(?:~|null)?$/i.test(text) || /:(?: |$)| #/.test(text)) return true;
  if (
    /^[-+]?\.(?:inf|nan)$/i.test(text) ||
    /^[-+]?[\d_]*\.?[\d_]*(?:e[-+]?\d+)?$/i.test(text) ||
    integer.test(text)
  )
    return true;
  return !/^(?:--?)?[A-Za-z0-9_./+$(\u00a1-\uffff]/.test(text);
}
