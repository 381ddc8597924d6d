import { Unknown, type Value } from "../base/value.ts";
import type { Policy } from "../policy/policy.ts";

/** A policy as a page of text for the terminal. */
export function explanation(policy: Policy): string {
  const { id, family, severity, enforcement, title, parameters } = policy;
  const condition = policy.when === undefined ? [] : [`when    ${policy.when.text.trim()}`];
  const parts = [
    `${id}\n${title}`,
    `${family}, ${severity}; a violation ${effects[enforcement]}, and where it cannot be told it ${effects[policy.unresolved]}`,
    section("Why", policy.why),
    section("How to fix it", policy.fix),
    section(
      "What it asks",
      [
        `every  ${policy.select}`.replace("every ", "of every"),
        ...condition,
        `assert  ${oneLine(policy.assert.text)}`,
      ].join("\n"),
    ),
    ...(parameters.length === 0
      ? []
      : [
          section(
            "Parameters",
            parameters
              .map((each) => `${each.name} = ${show(policy.params.get(each.name) ?? null)}: ${each.doc}`)
              .join("\n"),
          ),
        ]),
    section("Sources", policy.sources.join("\n")),
  ];
  return `${parts.join("\n\n")}\n`;
}

const effects = { deny: "blocks", warn: "warns", audit: "is only counted" } as const;

function section(title: string, text: string): string {
  const lines = text.trim().split("\n");
  return [title, ...lines.map((line) => `  ${line}`.trimEnd())].join("\n");
}

function oneLine(text: string): string {
  return text.trim().replace(/\s+/g, " ");
}

function show(value: Value): string {
  if (Array.isArray(value)) return value.map(show).join(", ");
  return value instanceof Unknown ? "(unknown)" : String(value);
}
