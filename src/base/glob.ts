/**
 * Whether a glob means a text: `*` and `?` stand for what has no `/` in it, `**` between slashes for any number of
 * parts, none included. Everything else, brackets too, stands for itself. No regular expression is made of it, so
 * that no pair of glob and text takes longer than the product of their lengths.
 */
export function matchesGlob(glob: string, text: string): boolean {
  return fits(glob.split("/"), text.split("/"), "**", partFits);
}

function partFits(pattern: string, part: string): boolean {
  return fits([...pattern], [...part], "*", (wanted, character) => wanted === "?" || wanted === character);
}

/** Of several stars only the last that was met ever has to take more: what stands before it fits already. */
function fits(
  pattern: readonly string[],
  items: readonly string[],
  any: string,
  same: (wanted: string, item: string) => boolean,
): boolean {
  let at = 0;
  let star = -1;
  let taken = 0;
  for (let index = 0; index < items.length; ) {
    const wanted = pattern[at];
    const item = items[index] ?? "";
    if (wanted === any) {
      star = at++;
      taken = index;
    } else if (wanted !== undefined && same(wanted, item)) {
      at++;
      index++;
    } else if (star !== -1) {
      at = star + 1;
      index = ++taken;
    } else return false;
  }
  return pattern.slice(at).every((wanted) => wanted === any);
}
