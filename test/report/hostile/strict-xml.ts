/**
 * The elements of XML in their order, opened with the names of their attributes, and closed. Reads what reports are made
 * of and refuses the rest: no comments, no CDATA, no instructions but the first, no characters that XML does not have.
 */
export function elementsOf(xml: string): readonly string[] {
  const body = /^<\?xml version="1\.0" encoding="UTF-8"\?>\n([\s\S]*)$/.exec(xml)?.[1];
  if (body === undefined) throw new Error("it does not begin as XML");
  if (!/^[\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]*$/u.test(body))
    throw new Error("it holds characters that XML does not have");
  const elements: string[] = [];
  const open: string[] = [];
  let read = 0;
  for (const [whole, close, name = "", attributes = "", text] of body.matchAll(token)) {
    read += whole.length;
    if (text !== undefined) continue;
    if (close === "") open.push(name);
    else if (open.pop() !== name) throw new Error(`</${name}> closes what is not open`);
    const names = [...attributes.matchAll(/ ([a-z]+)="[^"]*"/g)].map(([, attribute]) => attribute);
    elements.push([`${close}${name}`, ...names].join(" "));
  }
  if (read !== body.length) throw new Error(`it is no XML at ${body.slice(read, read + 40)}`);
  if (open.length > 0) throw new Error(`<${open.join("> <")}> is not closed`);
  return elements;
}

const token = /<(\/?)([a-z-]+)((?: [a-z]+="(?:[^"<&]|&#\d+;)*")*)>|((?:[^<&]|&#\d+;)+)/gy;
