import { createRequire } from "node:module";
import { Language, type Node, Parser } from "web-tree-sitter";
import { keyOutline, type Outline, type OutlinedBody } from "./outline.ts";

/** Reads HCL with tree-sitter, another reader of the same language, into the same outline as our own. */
export async function treeSitter(): Promise<(text: string) => OutlinedBody | undefined> {
  const { resolve } = createRequire(import.meta.url);
  await Parser.init();
  const parser = new Parser();
  parser.setLanguage(
    await Language.load(resolve("@tree-sitter-grammars/tree-sitter-hcl/tree-sitter-hcl.wasm")),
  );
  return (text) => {
    const tree = parser.parse(text);
    if (tree === null || tree.rootNode.hasError) return undefined;
    const body = namedIn(tree.rootNode).find(({ type }) => type === "body");
    const outline = bodyOf(body);
    tree.delete();
    return outline;
  };
}

function bodyOf(body: Node | undefined): OutlinedBody {
  const items = body === undefined ? [] : namedIn(body);
  return {
    attributes: items.filter(({ type }) => type === "attribute").map(attributeOf),
    blocks: items.filter(({ type }) => type === "block").map(blockOf),
  };
}

function attributeOf(attribute: Node): OutlinedBody["attributes"][number] {
  const [name, value] = namedIn(attribute);
  if (name === undefined || value === undefined) throw unexpected(attribute);
  return { name: name.text, nameSpan: spanOf([name]), valueSpan: spanOf([value]), value: expression(value) };
}

function blockOf(block: Node): OutlinedBody["blocks"][number] {
  const names = namedIn(block).filter(({ type }) => type === "identifier" || type === "string_lit");
  const labels = names.map((name) => (name.type === "identifier" ? name.text : name.text.slice(1, -1)));
  const body = namedIn(block).find(({ type }) => type === "body");
  return { labels, header: spanOf(names), body: bodyOf(body) };
}

function expression(node: Node): Outline {
  return term(childrenIn(node));
}

/** A value with the attributes and indexes that follow it; tree-sitter has them all on one level. */
function term(nodes: readonly Node[]): Outline {
  const [first, inner, , ...rest] = nodes;
  if (first === undefined) throw new Error("an expression of nothing");
  const parenthesized = first.type === "(";
  const root = parenthesized && inner !== undefined ? expression(inner) : value(first);
  const steps = (parenthesized ? rest : nodes.slice(1)).flatMap(stepsOf);
  return steps.length === 0 ? root : ["traversal", ...spanOf(nodes), root, ...steps];
}

function stepsOf(node: Node): readonly Outline[] {
  switch (node.type) {
    case "get_attr":
      return [keyOutline(namedIn(node)[0]?.text ?? "")];
    case "index":
    case "splat":
    case "full_splat":
    case "attr_splat":
      return childrenIn(node).flatMap(stepsOf);
    case "new_index": {
      const [key] = namedIn(node);
      if (key === undefined) throw unexpected(node);
      return [plainKey(key) ?? ["[]", expression(key)]];
    }
    case "legacy_index":
      return [Number(node.text.slice(1))];
    case "[*]":
    case ".*":
      return ["*"];
    default:
      throw unexpected(node);
  }
}

/** `[0]` and `["a"]`. */
function plainKey(key: Node): Outline | undefined {
  const nodes = childrenIn(key);
  const [first, inner] = nodes;
  if (first?.type === "(" && nodes.length === 3 && inner !== undefined) return plainKey(inner);
  const literal = first?.type === "literal_value" && nodes.length === 1 ? childrenIn(first)[0] : undefined;
  if (literal?.type === "numeric_lit") return Number(literal.text);
  if (literal?.type === "string_lit") return keyOutline(literal.text.slice(1, -1));
  const isTemplate = first?.type === "template_expr" && nodes.length === 1;
  return isTemplate && template(first)[0] === "literal" ? keyOutline("") : undefined;
}

function value(node: Node): Outline {
  const nodes = childrenIn(node);
  const [first] = nodes;
  switch (node.type) {
    case "collection_value":
    case "for_expr":
    case "operation":
      if (first === undefined) throw unexpected(node);
      return value(first);
    case "template_expr":
      return template(node);
    case "literal_value":
      return ["literal", ...spanOf([node])];
    case "variable_expr":
      return ["name", ...spanOf([node]), node.text];
    case "tuple":
      return ["list", ...spanOf([node]), ...nodes.filter(isExpression).map(expression)];
    case "object":
      return ["object", ...spanOf([node]), ...nodes.filter(({ type }) => type === "object_elem").map(entry)];
    case "function_call":
      return call(node);
    case "for_tuple_expr":
    case "for_object_expr":
      return forExpression(node);
    case "conditional":
      return conditional(node);
    case "unary_operation":
      return ["operation", ...spanOf([node]), nodes[0]?.type ?? "", term(nodes.slice(1))];
    case "binary_operation": {
      const at = nodes.findIndex(({ type }) => operators.has(type));
      return [
        "operation",
        ...spanOf([node]),
        nodes[at]?.type ?? "",
        term(nodes.slice(0, at)),
        term(nodes.slice(at + 1)),
      ];
    }
    default:
      throw unexpected(node);
  }
}

/** To tree-sitter `a ? b : c ? d : e` starts with `(a ? b : c)`; to Terraform it ends with `(c ? d : e)`. */
function conditional(node: Node): Outline {
  const [first, ...others] = [...conditionalParts(node)].reverse();
  if (first === undefined) throw unexpected(node);
  let result = expression(first);
  for (let at = 0; at < others.length; at += 2) {
    const [yes, condition] = others.slice(at, at + 2);
    if (yes === undefined || condition === undefined) throw unexpected(node);
    result = [
      "conditional",
      condition.startIndex,
      node.endIndex,
      expression(condition),
      expression(yes),
      result,
    ];
  }
  return result;
}

function conditionalParts(node: Node): readonly Node[] {
  const [condition, ...others] = childrenIn(node).filter(isExpression);
  if (condition === undefined) throw unexpected(node);
  const [nested] = childrenIn(condition);
  return [...(nested?.type === "conditional" ? conditionalParts(nested) : [condition]), ...others];
}

const operators = new Set(["||", "&&", "==", "!=", "<", ">", "<=", ">=", "+", "-", "*", "/", "%"]);

function template(node: Node): readonly Outline[] {
  const parts = (namedIn(node)[0] === undefined ? [] : namedIn(namedIn(node)[0] as Node)).flatMap(
    (part): Outline[] => {
      if (part.type === "template_directive") return [["broken", ...spanOf([part])]];
      if (part.type !== "template_interpolation") return [];
      return namedIn(part).filter(isExpression).map(expression);
    },
  );
  return parts.length === 0 ? ["literal", ...spanOf([node])] : ["template", ...spanOf([node]), ...parts];
}

function entry(node: Node): Outline {
  const [key, of] = namedIn(node);
  if (key === undefined || of === undefined) throw unexpected(node);
  const [first, ...others] = childrenIn(key);
  const bare = first?.type === "variable_expr" && others.length === 0;
  return [bare ? ["literal", ...spanOf([key])] : expression(key), expression(of)];
}

function call(node: Node): Outline {
  const [name, args] = namedIn(node);
  const given = args?.type === "function_arguments" ? namedIn(args) : [];
  const spread = given.some(({ type }) => type === "ellipsis");
  return ["call", ...spanOf([node]), name?.text ?? "", spread, ...given.filter(isExpression).map(expression)];
}

function forExpression(node: Node): Outline {
  const nodes = namedIn(node);
  const intro = nodes.find(({ type }) => type === "for_intro");
  const condition = nodes.find(({ type }) => type === "for_cond");
  const inIntro = intro === undefined ? [] : namedIn(intro);
  return [
    "for",
    ...spanOf([node]),
    inIntro.filter(({ type }) => type === "identifier").map(({ text }) => text),
    nodes.some(({ type }) => type === "ellipsis"),
    [...inIntro.filter(isExpression), ...nodes.filter(isExpression)].map(expression),
    condition === undefined ? [] : namedIn(condition).filter(isExpression).map(expression),
  ];
}

function isExpression({ type }: Node): boolean {
  return type === "expression";
}

function spanOf(nodes: readonly Node[]): [number, number] {
  return [nodes[0]?.startIndex ?? -1, nodes.at(-1)?.endIndex ?? -1];
}

function childrenIn(node: Node): readonly Node[] {
  return node.children.filter((child) => child !== null && child.type !== "comment");
}

function namedIn(node: Node): readonly Node[] {
  return childrenIn(node).filter(({ isNamed }) => isNamed);
}

function unexpected(node: Node): Error {
  return new Error(`a ${node.type} is not expected: ${node.text}`);
}
