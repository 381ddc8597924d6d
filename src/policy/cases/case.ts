import { didYouMean } from "../../base/suggest.ts";
import type { Value } from "../../base/value.ts";
import { misfit, parameterValue } from "../parameters.ts";
import type { Mistake, Parameter } from "../policy.ts";
import { caseShape, outcomes } from "../shape.ts";
import type { SourceText } from "../text.ts";
import { unknownKeys } from "../validate.ts";
import { entry, type MapNode, member, type Node, plain, type ScalarNode } from "../yaml.ts";
import { addressProblem } from "./address.ts";

/** A repository in small, and what the policy must say about it. */
export interface Case {
  readonly expected: (typeof outcomes)[number];
  /** Why: `both subnets are in the same zone`. */
  readonly says: string;
  /** The attribute the finding must land on: `subnet_ids`; `.` is the resource as a whole. */
  readonly at: string | undefined;
  /** The run's date in this case, `YYYY-MM-DD`. */
  readonly now: string | undefined;
  /** Parameters that differ from the policy's own. */
  readonly params: ReadonlyMap<string, Value>;
  /** Planned values by address. */
  readonly terraform: PlannedResources | undefined;
  /** What some of them were, by the same addresses; the others are new. */
  readonly before: PlannedResources | undefined;
  readonly cloudformation: string | undefined;
  readonly kubernetes: string | undefined;
  readonly eksctl: string | undefined;
  /** What the account already has, as `--inventory` says it. */
  readonly inventory: string | undefined;
  /** The path of a real plan, relative to the policy file. */
  readonly terraformPlan: string | undefined;
  /** Line of the policy file the case begins on. */
  readonly line: number;
}

export type PlannedResources = Readonly<Record<string, Readonly<Record<string, Planned>>>>;

/** A planned value: plain data, or what a later apply will make known. */
export type Planned =
  | null
  | boolean
  | number
  | string
  | Reference
  | readonly Planned[]
  | { readonly [key: string]: Planned };

/** `!ref aws_subnet.a.id`, `!ref "${aws_x.y.url}:sub"`, or `!unknown`, whose text is empty. */
export class Reference {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

/** The tags that planned values may carry. */
export const caseTags: readonly string[] = ["!ref", "!unknown"];

const inputs = ["terraform", "cloudformation", "kubernetes", "eksctl", "terraform-plan"] as const;

/** Reads the cases of a policy file whose shape is right; what the shape does not say is checked here. */
export function readCases(
  source: SourceText,
  list: Node | undefined,
  parameters: readonly Parameter[],
): { readonly cases: readonly Case[]; readonly mistakes: readonly Mistake[] } {
  const mistakes: Mistake[] = [];
  const items = list?.kind === "list" ? list.items.filter((item) => item.kind === "map") : [];
  const cases = items.map((item) => readCase(source, item, parameters, mistakes));
  for (const outcome of ["violated", "satisfied", "unresolved"] as const) {
    if (list?.kind === "list" && !cases.some(({ expected }) => expected === outcome)) {
      mistakes.push({
        at: source.place(list.start),
        message: `there is no case that is ${outcome}; write one`,
      });
    }
  }
  return { cases, mistakes };
}

function readCase(
  source: SourceText,
  node: MapNode,
  parameters: readonly Parameter[],
  mistakes: Mistake[],
): Case {
  const complain = (at: Node, message: string) =>
    mistakes.push({ at: source.place(at.start, at.kind === "scalar" ? at.end : undefined), message });
  mistakes.push(...unknownKeys(source, node, Object.keys(caseShape.entries)));
  const expected = outcomes.filter((outcome) => member(node, outcome) !== undefined);
  if (expected.length !== 1) {
    complain(
      node,
      `a case says one of ${outcomes.join(", ")}${expected.length === 0 ? "" : ", and only one"}`,
    );
  }
  if (!inputs.some((input) => member(node, input) !== undefined)) {
    complain(node, `a case needs something to judge: ${inputs.join(", ")}`);
  }
  const outcome = expected[0] ?? "violated";
  const at = entry(node, "at");
  if (at !== undefined && (outcome === "satisfied" || outcome === "not-applicable")) {
    complain(at.key, `nothing is pointed at where a policy is ${outcome}`);
  }
  if (member(node, "before") !== undefined && member(node, "terraform") === undefined) {
    complain(node, "`before` says what resources of `terraform` were, and there are none");
  }
  const now = member(node, "now");
  if (now !== undefined && !/^\d{4}-\d{2}-\d{2}$/.test(textOf(now) ?? "")) {
    complain(now, "`now` must be a date, like `2026-01-31`");
  }
  return {
    expected: outcome,
    says: textOf(member(node, outcome)) ?? "",
    at: textOf(at?.value),
    now: textOf(now),
    params: readParams(member(node, "params"), parameters, complain),
    terraform: readTerraform(member(node, "terraform"), complain),
    before: readTerraform(member(node, "before"), complain),
    cloudformation: textOf(member(node, "cloudformation")),
    kubernetes: textOf(member(node, "kubernetes")),
    eksctl: textOf(member(node, "eksctl")),
    inventory: textOf(member(node, "inventory")),
    terraformPlan: textOf(member(node, "terraform-plan")),
    line: source.place(node.start).line ?? 1,
  };
}

type Complain = (at: Node, message: string) => void;

function readParams(
  node: Node | undefined,
  parameters: readonly Parameter[],
  complain: Complain,
): ReadonlyMap<string, Value> {
  const params = new Map<string, Value>();
  for (const { key, value } of node?.kind === "map" ? node.entries : []) {
    const parameter = parameters.find(({ name }) => name === key.text);
    const names = parameters.map(({ name }) => name);
    const wanted = parameter === undefined ? undefined : misfit(parameter.type, plain(value));
    if (parameter === undefined)
      complain(key, `there is no parameter \`${key.text}\`${didYouMean(key.text, names)}`);
    else if (wanted !== undefined) complain(value, `\`${key.text}\` must be ${wanted}`);
    else params.set(key.text, parameterValue(plain(value)) ?? null);
  }
  return params;
}

function readTerraform(node: Node | undefined, complain: Complain): PlannedResources | undefined {
  if (node?.kind !== "map") return undefined;
  const resources: [string, Readonly<Record<string, Planned>>][] = [];
  for (const { key, value } of node.entries) {
    const problem = addressProblem(key.text);
    if (problem !== undefined) complain(key, problem);
    else resources.push([key.text, value.kind === "map" ? plannedMap(value) : {}]);
  }
  return Object.fromEntries(resources);
}

function planned(node: Node): Planned {
  switch (node.kind) {
    case "scalar":
      return node.tag === undefined ? node.value : reference(node);
    case "list":
      return node.items.map(planned);
    case "map":
      return plannedMap(node);
  }
}

function plannedMap(node: MapNode): Readonly<Record<string, Planned>> {
  return Object.fromEntries(node.entries.map(({ key, value }) => [key.text, planned(value)]));
}

function reference(scalar: ScalarNode): Reference {
  return new Reference(scalar.tag === "!ref" ? scalar.text : "");
}

function textOf(node: Node | undefined): string | undefined {
  return node?.kind === "scalar" ? node.text : undefined;
}
