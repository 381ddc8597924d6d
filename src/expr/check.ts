import { didYouMean } from "../base/suggest.ts";
import { alwaysAnswers } from "./always.ts";
import { patternProblem } from "./functions/patterns.ts";
import type { Library } from "./library.ts";
import { isArithmetic, operatorType } from "./operator-types.ts";
import { resolve } from "./resolve.ts";
import { namespaces, type Overload } from "./signature.ts";
import type {
  BinaryNode,
  CallNode,
  CollectNode,
  ConditionalNode,
  IndexNode,
  ListNode,
  MapNode,
  NameNode,
  Node,
  Problem,
  QuantifierNode,
  SelectNode,
  Span,
  UnaryNode,
} from "./syntax.ts";
import {
  bool,
  dyn,
  fits,
  int,
  isNumber,
  join,
  listOf,
  mapOf,
  present,
  showType,
  string,
  type Type,
} from "./type.ts";
import { literalKey, variablePath } from "./variable-path.ts";

/** An expression with everything the evaluator needs to know about it. */
export interface Checked {
  readonly tree: Node;
  readonly type: Type;
  readonly types: ReadonlyMap<Node, Type>;
  readonly calls: ReadonlyMap<CallNode, ResolvedCall>;
  readonly uses: ReadonlySet<string>;
  readonly problems: readonly Problem[];
}

interface ResolvedCall {
  /** More than one where the types leave it open. */
  readonly overloads: readonly Overload[];
  /** The receiver, unless it is a namespace, and the arguments. */
  readonly operands: readonly Node[];
}

/** Checks an expression against what there is to ask, and finds every mistake in it. */
export function check(tree: Node, text: string, library: Library): Checked {
  const work: Work = {
    text,
    library,
    types: new Map(),
    calls: new Map(),
    uses: new Set(),
    problems: [],
  };
  const type = typeOf(tree, undefined, work);
  return { tree, type, types: work.types, calls: work.calls, uses: work.uses, problems: work.problems };
}

interface Work {
  readonly text: string;
  readonly library: Library;
  readonly types: Map<Node, Type>;
  readonly calls: Map<CallNode, ResolvedCall>;
  readonly uses: Set<string>;
  readonly problems: Problem[];
}

/** Names that macros bind, innermost first. */
type Scope = { readonly name: string; readonly type: Type; readonly outer: Scope } | undefined;

function typeOf(node: Node, scope: Scope, work: Work): Type {
  const type = findType(node, scope, work);
  work.types.set(node, type);
  return type;
}

function findType(node: Node, scope: Scope, work: Work): Type {
  switch (node.kind) {
    case "literal":
      return { kind: node.type };
    case "name":
      if (lookUp(node.name, scope) === undefined) work.uses.add(node.name);
      return nameType(node, scope, work);
    case "select":
      return selectType(node, scope, work);
    case "index":
      return indexType(node, scope, work);
    case "unary":
      return unaryType(node, scope, work);
    case "logic":
      wantBool(node.left, `\`${node.operator}\``, scope, work);
      wantBool(node.right, `\`${node.operator}\``, scope, work);
      return bool;
    case "conditional":
      return conditionalType(node, scope, work);
    case "binary":
      return binaryType(node, scope, work);
    case "list":
      return listType(node, scope, work);
    case "map":
      return mapType(node, scope, work);
    case "call":
      return callType(node, scope, work);
    case "has":
      typeOf(node.select, scope, work);
      return bool;
    case "bind": {
      const value = typeOf(node.value, scope, work);
      return typeOf(node.body, { name: node.name, type: value, outer: scope }, work);
    }
    case "quantifier":
      return quantifierType(node, scope, work);
    case "collect":
      return collectType(node, scope, work);
  }
}

function report(work: Work, at: Span, message: string): Type {
  work.problems.push({ message, start: at.start, end: at.end });
  return dyn;
}

function lookUp(name: string, scope: Scope): Type | undefined {
  for (let inner = scope; inner !== undefined; inner = inner.outer)
    if (inner.name === name) return inner.type;
  return undefined;
}

function scopeNames(scope: Scope): readonly string[] {
  return scope === undefined ? [] : [scope.name, ...scopeNames(scope.outer)];
}

function nameType(node: NameNode, scope: Scope, work: Work): Type {
  const type = lookUp(node.name, scope) ?? work.library.variable(node.name);
  if (type !== undefined) return type;
  const names = [...scopeNames(scope), ...work.library.variableNames];
  return report(work, node, `unknown variable \`${node.name}\`${didYouMean(node.name, names)}`);
}

/** The type of what a field is read from. The name alone is not a use of the whole variable. */
function objectType(node: Node, scope: Scope, work: Work): Type {
  if (node.kind !== "name") return typeOf(node, scope, work);
  const type = nameType(node, scope, work);
  work.types.set(node, type);
  return type;
}

function noteUse(node: Node, scope: Scope, work: Work): void {
  const path = variablePath(node, (name) => lookUp(name, scope) === undefined);
  if (path !== undefined) work.uses.add(path);
}

function selectType(node: SelectNode, scope: Scope, work: Work): Type {
  const object = present(objectType(node.object, scope, work));
  noteUse(node, scope, work);
  if (object.kind === "dyn") return dyn;
  if (object.kind === "map") return object.of;
  if (object.kind === "list") {
    return report(
      work,
      node.fieldSpan,
      `\`${showType(object)}\` has no fields; ask its members, as in \`.map(x, x.${node.field})\``,
    );
  }
  return fieldType(object, node.field, node.fieldSpan, work);
}

function fieldType(object: Type, field: string, at: Span, work: Work): Type {
  const type = object.kind === "object" ? work.library.field(object.name, field) : undefined;
  if (type !== undefined) return type;
  const meant = object.kind === "object" ? didYouMean(field, work.library.fieldNames(object.name)) : "";
  return report(work, at, `\`${showType(object)}\` has no field \`${field}\`${meant}`);
}

function indexType(node: IndexNode, scope: Scope, work: Work): Type {
  const key = literalKey(node.index);
  const object = present(
    key === undefined ? typeOf(node.object, scope, work) : objectType(node.object, scope, work),
  );
  const index = present(typeOf(node.index, scope, work));
  noteUse(node, scope, work);
  if (object.kind === "dyn") return dyn;
  if (object.kind === "list") return want(index, int, node.index, "a position in a list", work) ?? object.of;
  if (object.kind === "map") return want(index, string, node.index, "a key of a map", work) ?? object.of;
  if (object.kind === "object" && work.library.isOpen(object.name)) {
    return key === undefined ? dyn : fieldType(object, key, node.index, work);
  }
  return report(work, node, `\`${showType(object)}\` has no members to ask for with \`[ ]\``);
}

function want(type: Type, wanted: Type, at: Span, what: string, work: Work): Type | undefined {
  if (fits(type, wanted, new Map())) return undefined;
  return report(work, at, `${what} is \`${showType(wanted)}\`, but this is \`${showType(type)}\``);
}

function wantBool(node: Node, who: string, scope: Scope, work: Work): void {
  const type = typeOf(node, scope, work);
  if (!fits(type, bool, new Map()))
    report(work, node, `${who} needs \`bool\`, but this is \`${showType(type)}\``);
}

function unaryType(node: UnaryNode, scope: Scope, work: Work): Type {
  if (node.operator === "!") {
    wantBool(node.operand, "`!`", scope, work);
    return bool;
  }
  const type = present(typeOf(node.operand, scope, work));
  if (isNumber(type) || type.kind === "dyn") return type;
  return report(work, node.operand, `\`-\` needs a number, but this is \`${showType(type)}\``);
}

function conditionalType(node: ConditionalNode, scope: Scope, work: Work): Type {
  wantBool(node.condition, "a condition", scope, work);
  const [yes, no] = [typeOf(node.yes, scope, work), typeOf(node.no, scope, work)];
  const both = join(yes, no);
  if (both !== undefined) return both;
  return report(
    work,
    node,
    `the two branches are of different types: \`${showType(yes)}\` and \`${showType(no)}\``,
  );
}

function binaryType(node: BinaryNode, scope: Scope, work: Work): Type {
  const before = work.problems.length;
  const [left, right] = [typeOf(node.left, scope, work), typeOf(node.right, scope, work)];
  if (work.problems.length > before) return isArithmetic(node) ? dyn : bool;
  const always = alwaysAnswers(node, work.text, (operand) => work.types.get(operand) ?? dyn);
  if (always !== undefined) {
    report(work, node, `this is always ${always.answer}: ${always.because}`);
    return bool;
  }
  const type = operatorType(node, left, right);
  if (typeof type !== "string") return type;
  report(work, node, type);
  return isArithmetic(node) ? dyn : bool;
}

function listType(node: ListNode, scope: Scope, work: Work): Type {
  let of: Type | undefined;
  for (const element of node.elements) {
    const type = typeOf(element, scope, work);
    const both = of === undefined ? type : join(of, type);
    if (both === undefined)
      report(
        work,
        element,
        `a list holds one type: this is \`${showType(type)}\` among \`${showType(of ?? dyn)}\``,
      );
    of = both ?? dyn;
  }
  return listOf(of ?? dyn);
}

function mapType(node: MapNode, scope: Scope, work: Work): Type {
  let of: Type | undefined;
  const keys = new Set<string>();
  for (const { key, value } of node.entries) {
    want(typeOf(key, scope, work), string, key, "a key of a map", work);
    const literal = literalKey(key);
    if (literal !== undefined && keys.has(literal))
      report(work, key, `the key \`${literal}\` is written twice`);
    if (literal !== undefined) keys.add(literal);
    const type = typeOf(value, scope, work);
    of = of === undefined ? type : (join(of, type) ?? dyn);
  }
  return mapOf(of ?? dyn);
}

function memberScope(node: QuantifierNode | CollectNode, scope: Scope, work: Work): Scope {
  const list = present(typeOf(node.list, scope, work));
  const [key, member] =
    list.kind === "list" ? [int, list.of] : list.kind === "map" ? [string, list.of] : [dyn, dyn];
  if (list.kind !== "list" && list.kind !== "map" && list.kind !== "dyn") {
    report(work, node.list, `\`${showType(list)}\` has no members to go through`);
  }
  const [first, second] = node.names;
  if (first === undefined) return scope;
  if (second === undefined)
    return { name: first.name, type: list.kind === "map" ? key : member, outer: scope };
  return { name: second.name, type: member, outer: { name: first.name, type: key, outer: scope } };
}

function quantifierType(node: QuantifierNode, scope: Scope, work: Work): Type {
  const inner = memberScope(node, scope, work);
  wantBool(node.predicate, `the condition of \`${node.quantifier}()\``, inner, work);
  return node.quantifier === "count" ? int : bool;
}

function collectType(node: CollectNode, scope: Scope, work: Work): Type {
  const inner = memberScope(node, scope, work);
  if (node.predicate !== undefined) {
    wantBool(
      node.predicate,
      `the condition of \`${node.transform === undefined ? "filter" : "map"}()\``,
      inner,
      work,
    );
  }
  if (node.transform !== undefined) return listOf(typeOf(node.transform, inner, work));
  return listOf(inner?.type ?? dyn);
}

function callType(node: CallNode, scope: Scope, work: Work): Type {
  const { receiver } = node;
  const namespace =
    receiver?.kind === "name" && isNamespace(receiver, scope, work) ? `${receiver.name}.` : "";
  const isMethod = receiver !== undefined && namespace === "";
  const operands = isMethod ? [receiver, ...node.arguments] : node.arguments;
  const types = operands.map((operand) => typeOf(operand, scope, work));
  if (node.function === "") return dyn;
  const resolved = resolve({ name: `${namespace}${node.function}`, isMethod, types }, work.library);
  if (typeof resolved === "string") return report(work, node.functionSpan, resolved);
  const { overloads, result } = resolved;
  work.calls.set(node, { overloads, operands });
  if (overloads.some(({ declaration }) => declaration.engine === "regex")) checkPattern(operands[1], work);
  return result;
}

function isNamespace(receiver: NameNode, scope: Scope, work: Work): boolean {
  const isValue =
    lookUp(receiver.name, scope) !== undefined || work.library.variable(receiver.name) !== undefined;
  return !isValue && namespaces.has(receiver.name);
}

/** A pattern that is written out is judged now rather than when it is first asked. */
function checkPattern(pattern: Node | undefined, work: Work): void {
  const written = pattern === undefined ? undefined : literalKey(pattern);
  const problem = written === undefined ? undefined : patternProblem(written);
  if (pattern !== undefined && problem !== undefined) report(work, pattern, problem);
}
