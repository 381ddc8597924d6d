import { lineAt, lineStarts } from "../../base/lines.ts";
import { type Block, type Body, scanHcl } from "../../source/hcl/scan.ts";
import type { Site, Steps } from "./site.ts";

/** The blocks and attributes of a `.tf` or `.tfvars` file. */
export function hclSites(text: string): readonly Site[] {
  const starts = lineStarts(text);
  const sites: Site[] = [];
  const enter = (body: Body, steps: Steps, name: string): void => {
    for (const [key, attribute] of body.attributes) {
      const line = lineAt(starts, attribute.name.start) + 1;
      sites.push({ line, steps: [...steps, key], name: `${name}/${key}` });
    }
    for (const [index, block] of body.blocks.entries()) {
      const called = `${name}/${nameOf(block)}`;
      const within = [...steps, nameOf(block), index];
      sites.push({ line: lineAt(starts, block.header.start) + 1, steps: within, name: called });
      enter(block, within, called);
    }
  };
  enter(scanHcl(text), [], "");
  return sites.sort((a, b) => a.line - b.line || a.steps.length - b.steps.length);
}

function nameOf({ type, labels }: Block): string {
  return [type, ...labels].map((word) => JSON.stringify(word)).join(" ");
}
