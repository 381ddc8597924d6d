import type { Value } from "../base/value.ts";
import { compile } from "../expr/compile.ts";
import { type Facts, inAuthorsWords } from "./facts.ts";
import { misfit, parameterValue } from "./parameters.ts";
import type { Mistake, Parameter } from "./policy.ts";
import { parameterShape, parameterTypes } from "./shape.ts";
import type { SourceText } from "./text.ts";
import { unknownKeys } from "./validate.ts";
import { member, type Node, plain, type ScalarNode } from "./yaml.ts";

/** The parameters a policy file declares. */
export function readParameters(
  source: SourceText,
  root: Node,
  facts: Facts,
): { readonly parameters: readonly Parameter[]; readonly mistakes: readonly Mistake[] } {
  const mistakes: Mistake[] = [];
  const parameters: Parameter[] = [];
  const declared = member(root, "params");
  for (const { key, value } of declared?.kind === "map" ? declared.entries : []) {
    mistakes.push(...unknownKeys(source, value, Object.keys(parameterShape.entries)));
    if (!/^[a-z]\w*$/i.test(key.text)) {
      mistakes.push({ at: source.place(key.start, key.end), message: `\`${key.text}\` cannot be a name` });
      continue;
    }
    const type = parameterTypes.find((each) => each === textOf(member(value, "type")));
    const read = readDefault(source, key, value, type, facts);
    const fact = textOf(member(value, "fact"));
    mistakes.push(...read.mistakes);
    parameters.push({
      name: key.text,
      type: type ?? "string",
      default: read.value,
      ...(fact === undefined ? {} : { fact }),
      doc: textOf(member(value, "doc")) ?? "",
    });
  }
  return { parameters, mistakes };
}

/** A parameter's own value: written as `default`, or read from the facts so that it stands in one place only. */
function readDefault(
  source: SourceText,
  key: ScalarNode,
  parameter: Node,
  type: Parameter["type"] | undefined,
  facts: Facts,
): { readonly value: Value; readonly mistakes: readonly Mistake[] } {
  const written = member(parameter, "default");
  const fact = member(parameter, "fact");
  if ((written === undefined) === (fact === undefined)) {
    const at = source.place(key.start, key.end);
    return {
      value: null,
      mistakes: [{ at, message: `\`${key.text}\` needs a \`default\` or a \`fact\`, and one only` }],
    };
  }
  const node = fact ?? written;
  if (node === undefined || type === undefined) return { value: null, mistakes: [] };
  const read = fact?.kind === "scalar" ? readFact(source, fact, facts) : { value: plain(node), mistakes: [] };
  if (read.mistakes.length > 0) return { value: null, mistakes: read.mistakes };
  const wanted = misfit(type, read.value);
  if (wanted === undefined) return { value: parameterValue(read.value) ?? null, mistakes: [] };
  const word = fact === undefined ? "default" : "fact";
  return {
    value: null,
    mistakes: [{ at: source.place(node.start, node.end), message: `\`${word}\` must be ${wanted}` }],
  };
}

function readFact(
  source: SourceText,
  node: ScalarNode,
  facts: Facts,
): { readonly value: Value; readonly mistakes: readonly Mistake[] } {
  const prefix = "facts.";
  const environment = { types: facts.types, variables: { facts: facts.type } };
  const { expression, problems } = compile(`${prefix}${node.text}`, environment);
  return {
    value: expression?.evaluate(new Map([["facts", facts.value]])) ?? null,
    mistakes: problems.map(({ message, start, end }) => ({
      at: source.placeIn(
        node,
        node.text,
        Math.max(0, start - prefix.length),
        Math.max(0, end - prefix.length),
      ),
      message: inAuthorsWords(message),
    })),
  };
}

/** Parameters that no expression reads: they promise what they do not do. */
export function unusedParameters(
  source: SourceText,
  root: Node,
  uses: ReadonlySet<string>,
): readonly Mistake[] {
  const declared = member(root, "params");
  if (uses.has("params")) return [];
  return (declared?.kind === "map" ? declared.entries : [])
    .filter(({ key }) => !uses.has(`params.${key.text}`))
    .map(({ key }) => ({
      at: source.place(key.start, key.end),
      message: `the parameter \`${key.text}\` is never used`,
    }));
}

function textOf(node: Node | undefined): string | undefined {
  return node?.kind === "scalar" ? node.text : undefined;
}
