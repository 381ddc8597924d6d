import { attributeExpression } from "../../../src/source/hcl/attribute.ts";
import { type Body, scanHcl } from "../../../src/source/hcl/scan.ts";
import type { Expression, For, Member, Splat } from "../../../src/source/hcl/syntax.ts";
import type { Span } from "../../../src/source/span.ts";

/** An expression as nested lists of kinds, spans and names, in which two readers of HCL can be compared. */
export type Outline = string | number | boolean | readonly Outline[];

export interface OutlinedBody {
  readonly attributes: readonly {
    readonly name: string;
    readonly nameSpan: Outline;
    readonly valueSpan: Outline;
    readonly value: Outline;
  }[];
  /** The first label is the type. */
  readonly blocks: readonly {
    readonly labels: readonly string[];
    readonly header: Outline;
    readonly body: OutlinedBody;
  }[];
}

/** Our own reading. */
export function outline(text: string, body: Body = scanHcl(text)): OutlinedBody {
  return {
    attributes: [...body.attributes].map(([name, attribute]) => ({
      name,
      nameSpan: at(attribute.name),
      valueSpan: at(attribute.value),
      value: outlined(attributeExpression(text, attribute)),
    })),
    blocks: body.blocks.map((block) => ({
      labels: [block.type, ...block.labels],
      header: at(block.header),
      body: outline(text, block),
    })),
  };
}

function outlined(expression: Expression): Outline {
  const { kind, span } = expression;
  switch (kind) {
    case "literal":
    case "broken":
      return [kind, ...at(span)];
    case "name":
      return [kind, ...at(span), expression.name];
    case "template":
      return [
        kind,
        ...at(span),
        ...expression.parts.flatMap((part) => (typeof part === "string" ? [] : [outlined(part)])),
      ];
    case "member":
    case "splat": {
      const { root, steps } = traversal(expression);
      return ["traversal", ...at(span), outlined(root), ...steps];
    }
    case "call":
      return [kind, ...at(span), expression.name, expression.spread, ...expression.arguments.map(outlined)];
    case "list":
      return [kind, ...at(span), ...expression.items.map(outlined)];
    case "object":
      return [
        kind,
        ...at(span),
        ...expression.entries.map(({ key, value }) => [outlined(key), outlined(value)]),
      ];
    case "for":
      return forExpression(expression);
    case "conditional":
      return [kind, ...at(span), ...[expression.condition, expression.yes, expression.no].map(outlined)];
    case "operation":
      return [kind, ...at(span), expression.operator, ...expression.operands.map(outlined)];
  }
}

function forExpression(expression: For): Outline {
  const { key, item, in: collection, keyResult, result, grouped, condition, span } = expression;
  if (item === "*") {
    const { root, steps } = traversal(expression);
    return ["traversal", ...at(span), outlined(root), ...steps];
  }
  const names = key === undefined ? [item] : [key, item];
  const parts = keyResult === undefined ? [collection, result] : [collection, keyResult, result];
  return [
    "for",
    ...at(span),
    names,
    grouped,
    parts.map(outlined),
    condition === undefined ? [] : [outlined(condition)],
  ];
}

/** Splats of splats are flat here, and parentheses are where a traversal starts. */
function traversal(expression: Expression): {
  readonly root: Expression;
  readonly steps: readonly Outline[];
} {
  if (expression.kind === "for" && expression.item === "*") {
    const outer = traversal(expression.in);
    return { root: outer.root, steps: [...outer.steps, ...traversal(expression.result).steps] };
  }
  if (expression.kind !== "member" && expression.kind !== "splat") return { root: expression, steps: [] };
  const { of, span } = expression;
  const before = of.span.start === span.start ? traversal(of) : { root: of, steps: [] };
  return { root: before.root, steps: [...before.steps, ...stepsOf(expression)] };
}

function stepsOf(expression: Member | Splat): readonly Outline[] {
  if (expression.kind === "member") return [step(expression.key)];
  return ["*", ...expression.path.map(step)];
}

/** How a plain key is written is not compared: a splat does not remember it. */
function step(key: string | number | Expression): Outline {
  if (typeof key === "string") return keyOutline(key);
  return typeof key === "number" ? key : ["[]", outlined(key)];
}

/** Escapes, which only we resolve, are not compared. */
export function keyOutline(key: string): Outline {
  return /^[\w.-]+$/.test(key) ? key : "a text";
}

function at({ start, end }: Span): [number, number] {
  return [start, end];
}
