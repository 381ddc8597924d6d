import type { Value } from "../../base/value.ts";
import { does, type UnderSet } from "../differences.ts";
import { type Example, examplesOf } from "../example.ts";
import type { LoadedPolicy } from "../file.ts";

/** Everything a person who met a policy wants to know, in the order they want it. */
export interface Article {
  readonly id: string;
  readonly title: string;
  readonly parts: readonly Part[];
  readonly sections: readonly { readonly heading: string; readonly parts: readonly Part[] }[];
}

/** Text is one paragraph or several; a sentence may hold words in back-ticks. */
export type Part =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "items"; readonly items: readonly string[] }
  | { readonly kind: "code"; readonly language: string; readonly text: string }
  | {
      readonly kind: "table";
      readonly head: readonly string[];
      readonly rows: readonly (readonly string[])[];
    };

export function articleOf(policy: LoadedPolicy, under: readonly UnderSet[]): Article {
  const { before, after } = examplesOf(policy);
  const sections = [
    example("Before", before),
    example("After", after),
    { heading: "How to fix it", parts: [text(policy.fix)] },
    { heading: "When it cannot be told", parts: cannotTell(policy) },
    { heading: "What it asks", parts: [asked(policy)] },
    { heading: "Parameters", parts: parameters(policy) },
    { heading: "In the sets", parts: inSets(under) },
    { heading: "Sources", parts: items(policy.sources) },
  ];
  return {
    id: policy.id,
    title: policy.title,
    parts: [text(lead(policy)), text(policy.why)],
    sections: sections.filter(({ parts }) => parts.length > 0),
  };
}

function lead({ severity, enforcement, isOff, unresolved, select, when, each }: LoadedPolicy): string {
  const only = when === undefined ? "" : ` where \`${inLine(when.text)}\``;
  const elements = each === undefined ? "" : `, for each of \`${inLine(each.list.text)}\``;
  return (
    `Severity ${severity}; a violation ${does[enforcement]}, and what cannot be told ${does[unresolved]}. ` +
    `${isOff ? "It is off until a set or an override asks for it; it is then asked" : "Asked"} about every ` +
    `\`${select}\`${only}${elements}.`
  );
}

function example(word: string, found: Example | undefined): Article["sections"][number] {
  return {
    heading: found === undefined ? word : `${word}: ${found.says}`,
    parts: (found?.texts ?? []).map(({ language, text }) => ({ kind: "code", language, text })),
  };
}

/** The expression that decides, after the parts it names. */
function asked({ let: named, assert }: LoadedPolicy): Part {
  const lines = named.map(({ name, expression }) => `${name} = ${inLine(expression.text)}`);
  return { kind: "code", language: "cel", text: [...lines, inLine(assert.text)].join("\n") };
}

function cannotTell({ cases }: LoadedPolicy): readonly Part[] {
  const says = cases.filter(({ expected }) => expected === "unresolved").map((given) => given.says);
  return items([...new Set(says)]);
}

function parameters({ parameters, params }: LoadedPolicy): readonly Part[] {
  if (parameters.length === 0) return [];
  const rows = parameters.map(({ name, type, doc }) => [
    `\`${name}\``,
    type,
    `\`${plainText(params.get(name) ?? null)}\``,
    doc,
  ]);
  return [{ kind: "table", head: ["name", "type", "value", "what it is"], rows }];
}

function inSets(under: readonly UnderSet[]): readonly Part[] {
  return items(
    under.map(({ set, differences, because }) =>
      differences.length === 0
        ? `\`${set}\`: the same`
        : `\`${set}\`: ${[...differences].join(", ")}. ${because.join(" ")}`.trim(),
    ),
  );
}

function text(given: string): Part {
  return { kind: "text", text: given.trim() };
}

function items(given: readonly string[]): readonly Part[] {
  return given.length === 0 ? [] : [{ kind: "items", items: given.map(inLine) }];
}

function inLine(given: string): string {
  return given.replace(/\s+/g, " ").trim();
}

function plainText(value: Value): string {
  return JSON.stringify(value);
}
