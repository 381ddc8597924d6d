/** Whether the text of an expression may read a variable. A name inside a string or after a dot counts as well. */
function mentions(text: string, name: string): boolean {
  return new RegExp(`(?<![\\w$])${name}(?![\\w$])`).test(text);
}

/**
 * The named parts that depend on the element of `each`, directly or through one another. More than those that
 * do may be named, never fewer.
 */
export function elementParts(
  parts: readonly { readonly name: string; readonly text: string }[],
  element: string | undefined,
): ReadonlySet<string> {
  const dependent = new Set<string>();
  if (element === undefined) return dependent;
  for (const { name, text } of parts) {
    if ([element, ...dependent].some((each) => mentions(text, each))) dependent.add(name);
  }
  return dependent;
}
