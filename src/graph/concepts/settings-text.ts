/** A longer text is no list of settings, and is not searched. */
const longest = 20_000;

/** One setting of a line: `NAME=value`, `name: value`, `"name": "value",`, `export NAME=value`. */
const line = /^\s*(?:export\s+)?["']?([A-Za-z_][\w.-]{0,99})["']?\s{0,20}[=:]\s{0,20}(\S.{0,499})$/;

/** What stands where a value will be put or says where it is, and what says no more than yes, no or how many. */
const stands = /[$<{%]|\*{3}|^\/|^arn:|^(?:changeme|example|xxx+)$/i;
const plain = /^(?:true|false|yes|no|on|off|none|null|nil|\d{1,3})$/i;

/** The names that a text of settings gives values of their own: `PASSWORD` of `PASSWORD=hunter2`, and not of `PASSWORD=$PASSWORD`. */
export function settingsIn(text: string): readonly string[] {
  if (text.length > longest) return [];
  return text.split("\n").flatMap((each) => {
    const [, name = "", value = ""] = line.exec(each) ?? [];
    return name !== "" && isOwnValue(value) ? [name] : [];
  });
}

/** Whether a setting's value is written out: neither empty, nor a placeholder, a path or an ARN, nor merely yes or no. */
export function isOwnValue(written: string): boolean {
  const value = written
    .trim()
    .replace(/[,;]$/, "")
    .replace(/^(["'])(.*)\1$/, "$2");
  return value !== "" && !/^["'|>[({#]/.test(value) && !stands.test(value) && !plain.test(value);
}
