/** The offset of the first key that its object already has, in a text that is known to be JSON. */
export function secondKey(json: string): number | undefined {
  const token = /"(?:[^"\\]|\\.)*"|[{}[\],]/g;
  const open: (Set<string> | undefined)[] = [];
  let isKey = false;
  for (let match = token.exec(json); match !== null; match = token.exec(json)) {
    const [text] = match;
    switch (text) {
      case "{":
        open.push(new Set());
        isKey = true;
        break;
      case "[":
        open.push(undefined);
        isKey = false;
        break;
      case "}":
      case "]":
        open.pop();
        isKey = false;
        break;
      case ",":
        isKey = open.at(-1) !== undefined;
        break;
      default: {
        const keys = isKey ? open.at(-1) : undefined;
        if (keys?.has(text)) return match.index;
        keys?.add(text);
        isKey = false;
      }
    }
  }
  return undefined;
}
