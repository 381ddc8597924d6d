/** Offsets into the expression's text; `end` is exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A mistake in an expression. */
export interface Problem extends Span {
  readonly message: string;
}

export type BinaryOperator = "==" | "!=" | "<" | "<=" | ">" | ">=" | "in" | "+" | "-" | "*" | "/" | "%";

type Quantifier = "all" | "exists" | "exists_one" | "count";

/** An expression as it was written, macros recognised. */
export type Node =
  | LiteralNode
  | NameNode
  | SelectNode
  | IndexNode
  | UnaryNode
  | LogicNode
  | ConditionalNode
  | BinaryNode
  | ListNode
  | MapNode
  | CallNode
  | HasNode
  | BindNode
  | QuantifierNode
  | CollectNode;

interface LiteralNode extends Span {
  readonly kind: "literal";
  readonly type: "int" | "double" | "string" | "bool" | "null";
  readonly value: null | boolean | number | string;
}

export interface NameNode extends Span {
  readonly kind: "name";
  readonly name: string;
}

export interface SelectNode extends Span {
  readonly kind: "select";
  readonly object: Node;
  readonly field: string;
  readonly fieldSpan: Span;
}

export interface IndexNode extends Span {
  readonly kind: "index";
  readonly object: Node;
  readonly index: Node;
}

export interface UnaryNode extends Span {
  readonly kind: "unary";
  readonly operator: "!" | "-";
  readonly operand: Node;
}

export interface LogicNode extends Span {
  readonly kind: "logic";
  readonly operator: "&&" | "||";
  readonly left: Node;
  readonly right: Node;
}

export interface ConditionalNode extends Span {
  readonly kind: "conditional";
  readonly condition: Node;
  readonly yes: Node;
  readonly no: Node;
}

export interface BinaryNode extends Span {
  readonly kind: "binary";
  readonly operator: BinaryOperator;
  readonly left: Node;
  readonly right: Node;
}

export interface ListNode extends Span {
  readonly kind: "list";
  readonly elements: readonly Node[];
}

export interface MapNode extends Span {
  readonly kind: "map";
  readonly entries: readonly { readonly key: Node; readonly value: Node }[];
}

export interface CallNode extends Span {
  readonly kind: "call";
  /** `size`, or with its namespace `sets.contains` where no variable has the namespace's name. */
  readonly function: string;
  readonly functionSpan: Span;
  readonly receiver: Node | undefined;
  readonly arguments: readonly Node[];
}

interface HasNode extends Span {
  readonly kind: "has";
  readonly select: SelectNode;
}

interface BindNode extends Span {
  readonly kind: "bind";
  readonly name: string;
  readonly value: Node;
  readonly body: Node;
}

/** `list.all(x, p)`, `map.exists(k, v, p)`. */
export interface QuantifierNode extends Span {
  readonly kind: "quantifier";
  readonly quantifier: Quantifier;
  readonly list: Node;
  /** One name for the member, or two for its index or key and the member. */
  readonly names: readonly NameNode[];
  readonly predicate: Node;
}

/** `list.filter(x, p)`, `list.map(x, t)`, `list.map(x, p, t)`. */
export interface CollectNode extends Span {
  readonly kind: "collect";
  readonly list: Node;
  readonly names: readonly NameNode[];
  readonly predicate: Node | undefined;
  readonly transform: Node | undefined;
}

/** The operands of an expression in the order they are evaluated. */
export function operands(node: Node): readonly Node[] {
  switch (node.kind) {
    case "literal":
    case "name":
      return [];
    case "select":
      return [node.object];
    case "index":
      return [node.object, node.index];
    case "unary":
      return [node.operand];
    case "logic":
    case "binary":
      return [node.left, node.right];
    case "conditional":
      return [node.condition, node.yes, node.no];
    case "list":
      return node.elements;
    case "map":
      return node.entries.flatMap(({ key, value }) => [key, value]);
    case "call":
      return node.receiver === undefined ? node.arguments : [node.receiver, ...node.arguments];
    case "has":
      return [node.select.object];
    case "bind":
      return [node.value, node.body];
    case "quantifier":
      return [node.list, node.predicate];
    case "collect":
      return [node.list, node.predicate, node.transform].filter((part) => part !== undefined);
  }
}
