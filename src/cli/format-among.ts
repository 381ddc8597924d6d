import { Failure } from "../base/failure.ts";
import { suggest } from "../base/suggest.ts";

/** The format of that name. Throws `Failure` for one that a command does not have. */
export function formatAmong<const Format extends string>(formats: readonly Format[], name: string): Format {
  const format = formats.find((each) => each === name);
  if (format !== undefined) return format;
  const meant = suggest(name, formats);
  const hint = meant === undefined ? `formats are ${formats.join(", ")}` : `did you mean \`${meant}\`?`;
  throw new Failure("usage", `there is no format \`${name}\``, { hint });
}
