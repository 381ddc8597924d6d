import type { Json, Attribute as Planned } from "../declaration.ts";
import { literal } from "./literal.ts";
import type { Body } from "./scan.ts";

/** How often the literals of a body are, and are not, what the plan says. */
export interface Agreement {
  readonly agreed: number;
  readonly contradicted: number;
}

/** Compares only what is certain on both sides: literals with known values. */
export function agreement(text: string, body: Body, planned: Planned): Agreement {
  let agreed = 0;
  let contradicted = 0;
  for (const [name, attribute] of body.attributes) {
    const written = literal(text, attribute.value);
    const value = planned.get(name);
    if (written === undefined || value.state !== "known" || value.json === undefined) continue;
    if (same(written, value.json)) agreed++;
    else contradicted++;
  }
  return { agreed, contradicted };
}

/** `"443"` and `443` are the same to Terraform, and a set has no order. */
function same(written: Json, planned: Json): boolean {
  return canonical(written) === canonical(planned);
}

function canonical(json: Json): string {
  if (Array.isArray(json)) return `[${json.map(canonical).sort().join()}]`;
  return json !== null && typeof json === "object" ? JSON.stringify(json) : JSON.stringify(String(json));
}
