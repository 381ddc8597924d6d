import * as v from "valibot";
import { didYouMean } from "../base/suggest.ts";
import type { TypeShape } from "../expr/environment.ts";
import { isRaw, rawExample, rawSelect } from "../graph/raw/raw-select.ts";
import type { Vocabulary } from "../graph/vocabulary.ts";
import { type Case, caseTags, readCases } from "./cases/case.ts";
import { readParameters, unusedParameters } from "./declared.ts";
import { policyEnvironment } from "./environment.ts";
import { compileExpressions, type Needs } from "./expressions.ts";
import type { Facts } from "./facts.ts";
import { idProblem } from "./id.ts";
import { defaultUnresolved, type Mistake, type Policy } from "./policy.ts";
import { policyShape } from "./shape.ts";
import { readEnforcement } from "./stage.ts";
import type { SourceText } from "./text.ts";
import { shapeMistakes, unknownKeys } from "./validate.ts";
import { entry, member, type Node, plain, readYaml } from "./yaml.ts";

/** A policy with the cases that prove it. */
export interface LoadedPolicy extends Policy {
  /** None where the policy comes prepared: it was proven when the gate was built. */
  readonly cases: readonly Case[];
  /** Whether the file itself says what an unresolved finding does. */
  readonly saysUnresolved: boolean;
  /** It is not asked. `enforcement` is what a violation would do if it were. */
  readonly isOff: boolean;
  readonly needs: Needs;
}

export interface PolicyFile {
  /** `undefined` when anything in the file is wrong. */
  readonly policy: LoadedPolicy | undefined;
  readonly mistakes: readonly Mistake[];
  readonly needs: Needs;
}

/** What every policy of a run is checked against. */
export interface World {
  readonly vocabulary: Vocabulary;
  readonly facts: Facts;
  readonly types: readonly TypeShape[];
}

/** Reads one policy file and reports everything that is wrong in it, in the order it is written. */
export function readPolicy(file: string, text: string, world: World): PolicyFile {
  const { source, root, mistakes } = readYaml(file, text, caseTags);
  if (root?.kind !== "map") {
    const empty = { at: { file, line: 1 }, message: "a policy file is a map that begins with `title:`" };
    return {
      policy: undefined,
      mistakes: mistakes.length > 0 ? mistakes : [empty],
      needs: { regex: false, network: false },
    };
  }
  const shape = v.safeParse(policyShape, plain(root));
  const found: Mistake[] = [
    ...mistakes,
    ...unknownKeys(source, root, Object.keys(policyShape.entries)),
    ...shapeMistakes(source, root, shape.issues),
    ...idMistakes(file),
  ];
  const { parameters, ...declared } = readParameters(source, root, world.facts);
  const select = selectMistake(source, root, world.vocabulary);
  const environment = policyEnvironment(
    world.types,
    world.facts,
    select === undefined ? (textAt(root, "select") ?? "dyn") : "dyn",
    parameters,
  );
  const expressions = compileExpressions(source, root, environment);
  const { cases, mistakes: inCases } = readCases(source, member(root, "cases"), parameters);
  found.push(
    ...declared.mistakes,
    ...expressions.mistakes,
    ...inCases,
    ...(select === undefined ? [] : [select]),
  );
  found.push(...unusedParameters(source, root, expressions.uses));
  const { assert } = expressions;
  if (found.length > 0 || !shape.success || assert === undefined) {
    return { policy: undefined, mistakes: found.sort(byPlace), needs: expressions.needs };
  }
  const { output } = shape;
  const { enforcement: set = "warn", stage } = readEnforcement(member(root, "enforcement"));
  const isOff = set === "off";
  const enforcement = isOff ? "warn" : set;
  const policy: LoadedPolicy = {
    id: idOf(file),
    family: familyOf(file),
    file,
    title: output.title.trim(),
    severity: output.severity,
    enforcement,
    ...(stage === undefined ? {} : { stage }),
    isOff,
    unresolved: output.unresolved ?? defaultUnresolved(enforcement),
    saysUnresolved: output.unresolved !== undefined,
    select: output.select,
    when: expressions.when,
    each: expressions.each,
    let: expressions.let,
    assert,
    message: expressions.message,
    at: expressions.at,
    suggest: expressions.suggest,
    params: new Map(parameters.map((parameter) => [parameter.name, parameter.default])),
    parameters,
    why: output.why.trim(),
    fix: output.fix.trim(),
    sources: output.sources ?? [],
    cases,
    needs: expressions.needs,
  };
  return { policy, mistakes: [], needs: expressions.needs };
}

/** `policies/multi-az/node-group-in-one-zone.yaml` is `node-group-in-one-zone`. */
function idOf(file: string): string {
  return (file.split("/").at(-1) ?? file).replace(/\.ya?ml$/, "");
}

function familyOf(file: string): string {
  const folder = file.split("/").at(-2) ?? "";
  return /^\.*$/.test(folder) ? "" : folder;
}

function idMistakes(file: string): readonly Mistake[] {
  const meant = idProblem(idOf(file));
  if (meant === undefined) return [];
  return [
    {
      at: { file, line: 1 },
      message: `the file's name is the policy's id and must read like \`${meant}.yaml\``,
    },
  ];
}

function selectMistake(source: SourceText, root: Node, vocabulary: Vocabulary): Mistake | undefined {
  const node = member(root, "select");
  if (node?.kind !== "scalar" || node.text === "") return undefined;
  const at = source.place(node.start, node.end);
  if (isRaw(node.text)) {
    if (rawSelect(node.text) !== undefined) return undefined;
    return { at, message: `\`${node.text}\` is no type; write one like \`${rawExample(node.text)}\`` };
  }
  const type = vocabulary.types.find(({ name }) => name === node.text);
  const selectable = vocabulary.types.filter((each) => each.selectable).map(({ name }) => name);
  if (type === undefined) {
    return { at, message: `there is no concept \`${node.text}\`${didYouMean(node.text, selectable)}` };
  }
  if (!type.selectable)
    return { at, message: `\`${node.text}\` is a part of other concepts and cannot be selected` };
  if (type.formats.length === 0) return { at, message: `no input format supplies \`${node.text}\`` };
  return undefined;
}

function textAt(node: Node | undefined, key: string): string | undefined {
  const value = entry(node, key)?.value;
  return value?.kind === "scalar" ? value.text : undefined;
}

function byPlace(a: Mistake, b: Mistake): number {
  return (a.at.line ?? 0) - (b.at.line ?? 0) || (a.at.column ?? 0) - (b.at.column ?? 0);
}
