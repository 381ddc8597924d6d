import { compile } from "../expr/compile.ts";
import type { Environment } from "../expr/environment.ts";
import type { Expression } from "../expr/expression.ts";
import { elementType, reservedNames, withVariable } from "./environment.ts";
import { inAuthorsWords } from "./facts.ts";
import { elementParts } from "./mentions.ts";
import type { MessageTemplate, Mistake, Policy } from "./policy.ts";
import { parseTemplate } from "./template.ts";
import type { SourceText } from "./text.ts";
import { entry, member, type Node, type ScalarNode } from "./yaml.ts";

/** The expressions of a policy file; what is wrong in them is in `mistakes`, and then they are not used. */
export interface Expressions {
  readonly when: Expression | undefined;
  readonly each: Policy["each"];
  readonly let: Policy["let"];
  readonly assert: Expression | undefined;
  readonly message: MessageTemplate;
  readonly at: Expression | undefined;
  readonly suggest: Expression | undefined;
  readonly mistakes: readonly Mistake[];
  /** What is read of variables: `params.limit`; the bare name of one that is used as a whole. */
  readonly uses: ReadonlySet<string>;
  readonly needs: Needs;
  /** Every expression that is written, right or wrong, for whoever helps to write it. */
  readonly sites: readonly Site[];
}

/** An expression where it stands, and what it may name. */
export interface Site {
  readonly scalar: ScalarNode;
  readonly text: string;
  /** Where in the scalar's value it begins. */
  readonly start: number;
  readonly environment: Environment;
}

/**
 * Compiles what a policy file asks. `when` and `each` are about the entity; the assertion, the message, `at` and the
 * named parts that say so are about one element of `each`, where there is one.
 */
export function compileExpressions(source: SourceText, root: Node, environment: Environment): Expressions {
  const compiler = new Compiler(source);
  const each = splitEach(scalarAt(root, "each"));
  const parts = partsOf(root);
  const ofElement = elementParts(
    parts.map(({ name, scalar }) => ({ name, text: scalar.text })),
    each?.name,
  );
  const lets = new Map<string, Expression>();
  let scope = environment;
  const compileParts = (ready: (name: string) => boolean) => {
    for (const { name, key, scalar } of parts.filter((part) => ready(part.name))) {
      compiler.refuseName(key, name, scope);
      const expression = compiler.compile(scalar, scope);
      if (expression !== undefined) lets.set(name, expression);
      scope = withVariable(scope, name, expression?.type ?? "dyn");
    }
  };
  compileParts((name) => !ofElement.has(name));
  const when = compiler.optional(scalarAt(root, "when"), scope, "bool");
  const list = compiler.list(scalarAt(root, "each"), each, scope);
  if (each !== undefined) scope = withVariable(scope, each.name, list?.element ?? "dyn");
  compileParts((name) => ofElement.has(name));
  const assert = compiler.optional(scalarAt(root, "assert"), scope, "bool");
  const message = compiler.message(scalarAt(root, "message"), scope);
  const at = compiler.place(scalarAt(root, "at"), scope, each?.name);
  const suggest = compiler.literal(scalarAt(root, "suggest"), scope, at !== undefined);
  compiler.unusedParts(parts);
  if (each !== undefined) compiler.unusedElement(scalarAt(root, "each"), each.name, ofElement);
  return {
    when,
    each: list === undefined || each === undefined ? undefined : { list: list.expression, name: each.name },
    let: parts.flatMap(({ name }) => {
      const expression = lets.get(name);
      return expression === undefined ? [] : [{ name, expression }];
    }),
    assert,
    message,
    at,
    suggest,
    mistakes: compiler.mistakes,
    uses: compiler.uses,
    needs: compiler.needs,
    sites: compiler.sites,
  };
}

/** The engines that have to be loaded before expressions are asked. */
export interface Needs {
  readonly regex: boolean;
  readonly network: boolean;
}

interface Part {
  readonly name: string;
  readonly key: ScalarNode;
  readonly scalar: ScalarNode;
}

interface Each {
  /** The list's expression, and where in the scalar it begins. */
  readonly text: string;
  readonly name: string;
}

class Compiler {
  readonly mistakes: Mistake[] = [];
  readonly uses = new Set<string>();
  readonly needs = { regex: false, network: false };
  readonly sites: Site[] = [];
  readonly #source: SourceText;

  constructor(source: SourceText) {
    this.#source = source;
  }

  optional(
    scalar: ScalarNode | undefined,
    environment: Environment,
    expected: string,
  ): Expression | undefined {
    return scalar === undefined ? undefined : this.compile(scalar, environment, { expected });
  }

  compile(
    scalar: ScalarNode,
    environment: Environment,
    part: { readonly text?: string; readonly start?: number; readonly expected?: string } = {},
  ): Expression | undefined {
    const text = part.text ?? scalar.text;
    this.sites.push({ scalar, text, start: part.start ?? 0, environment });
    const { expression, problems, uses, needsRegex, needsNetwork } = compile(
      text,
      environment,
      part.expected,
    );
    for (const use of uses) this.uses.add(use);
    this.needs.regex ||= needsRegex;
    this.needs.network ||= needsNetwork;
    for (const { message, start, end } of problems) {
      this.#complain(scalar, inAuthorsWords(message), (part.start ?? 0) + start, (part.start ?? 0) + end);
    }
    return problems.length === 0 ? expression : undefined;
  }

  list(
    scalar: ScalarNode | undefined,
    each: Each | undefined,
    environment: Environment,
  ): { readonly expression: Expression; readonly element: string } | undefined {
    if (scalar === undefined) return undefined;
    if (each === undefined) {
      this.#complain(scalar, "`each` reads `<list> as <name>`, like `self.rules as rule`");
      return undefined;
    }
    const expression = this.compile(scalar, environment, { text: each.text });
    if (expression === undefined) return undefined;
    const element = elementType(expression.type);
    if (element === undefined && expression.type !== "dyn") {
      this.#complain(scalar, `\`each\` needs a list, and this is ${expression.type}`, 0, each.text.length);
      return undefined;
    }
    this.refuseName(scalar, each.name, environment);
    return { expression, element: element ?? "dyn" };
  }

  message(scalar: ScalarNode | undefined, environment: Environment): MessageTemplate {
    if (scalar === undefined) return [];
    const { parts, problems } = parseTemplate(scalar.text);
    for (const { message, start, end } of problems) this.#complain(scalar, message, start, end);
    if (problems.length === 0 && parts.every((part) => typeof part === "string")) {
      this.#complain(scalar, "the message names nothing; put what it is about in braces, like `{self.name}`");
    }
    return parts.flatMap<string | Expression>((part) => {
      if (typeof part === "string") return [part];
      const expression = this.compile(scalar, environment, part);
      return expression === undefined ? [] : [expression];
    });
  }

  place(scalar: ScalarNode | undefined, environment: Environment, element: string | undefined) {
    if (scalar === undefined) return undefined;
    const expression = this.compile(scalar, environment);
    const [root, ...fields] = scalar.text.trim().split(/\s*\.\s*/);
    const isPlace = root === "self" ? fields.length > 0 : root === element;
    if (!isPlace || !fields.every((field) => /^\w+$/.test(field))) {
      this.#complain(scalar, "`at` must be a field of what is judged, like `self.subnets`");
    }
    return expression;
  }

  /** What can be written as it is in place of a value. */
  literal(scalar: ScalarNode | undefined, environment: Environment, isPlaced: boolean) {
    if (scalar === undefined) return undefined;
    const expression = this.compile(scalar, environment);
    if (!isPlaced) this.#complain(scalar, "`suggest` needs `at`: it says what would do there");
    if (expression !== undefined && !/^(?:bool|int|string|dyn|list<string>)\??$/.test(expression.type)) {
      this.#complain(
        scalar,
        `\`suggest\` must be a bool, an int, a string or a list of strings, not ${expression.type}`,
      );
    }
    return expression;
  }

  refuseName(key: ScalarNode, name: string, environment: Environment): void {
    const place = this.#source.place(key.start, key.end);
    if (!/^[a-z_]\w*$/.test(name)) {
      this.mistakes.push({
        at: place,
        message: `\`${name}\` cannot be a name; use letters, digits and \`_\``,
      });
    } else if (reservedNames.includes(name) || Object.hasOwn(environment.variables, name)) {
      this.mistakes.push({
        at: place,
        message: `\`${name}\` already means something else; choose another name`,
      });
    }
  }

  unusedParts(parts: readonly Part[]): void {
    for (const { name, key } of parts.filter((part) => !this.#isUsed(part.name))) {
      this.mistakes.push({
        at: this.#source.place(key.start, key.end),
        message: `\`${name}\` is never used`,
      });
    }
  }

  unusedElement(scalar: ScalarNode | undefined, name: string, parts: ReadonlySet<string>): void {
    if (scalar === undefined || this.#isUsed(name) || parts.size > 0) return;
    this.#complain(scalar, `\`${name}\` is never used`, scalar.text.lastIndexOf(name), scalar.text.length);
  }

  #isUsed(name: string): boolean {
    return [...this.uses].some((use) => use === name || use.startsWith(`${name}.`));
  }

  #complain(scalar: ScalarNode, message: string, start = 0, end = scalar.text.length): void {
    this.mistakes.push({ at: this.#source.placeIn(scalar, scalar.text, start, end), message });
  }
}

function partsOf(root: Node): readonly Part[] {
  const parts = member(root, "let");
  if (parts?.kind !== "map") return [];
  return parts.entries.flatMap(({ key, value }) =>
    value.kind === "scalar" ? [{ name: key.text, key, scalar: value }] : [],
  );
}

function splitEach(scalar: ScalarNode | undefined): Each | undefined {
  const found = /^([\s\S]*\S)\s+as\s+([A-Za-z_]\w*)\s*$/.exec(scalar?.text ?? "");
  return found?.[1] === undefined || found[2] === undefined ? undefined : { text: found[1], name: found[2] };
}

function scalarAt(root: Node, key: string): ScalarNode | undefined {
  const value = entry(root, key)?.value;
  return value?.kind === "scalar" && value.text !== "" ? value : undefined;
}
