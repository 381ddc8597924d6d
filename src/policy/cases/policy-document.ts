import type { Settled } from "./settled.ts";

/**
 * The JSON that `aws_iam_policy_document` makes of its statements, as far as cases need it; the order of keys and the
 * one-or-many form of lists are the provider's.
 */
export function policyDocument(statements: Settled): string {
  const list = Array.isArray(statements) ? statements : [];
  return JSON.stringify({ Version: "2012-10-17", Statement: list.map(statement) });
}

function statement(given: Settled): Readonly<Record<string, unknown>> {
  const of = (key: string): Settled => member(given, key);
  return withoutAbsent({
    Sid: of("sid"),
    Effect: of("effect") ?? "Allow",
    Action: oneOrMany(of("actions")),
    NotAction: oneOrMany(of("not_actions")),
    Resource: oneOrMany(of("resources")),
    NotResource: oneOrMany(of("not_resources")),
    Principal: principals(of("principals")),
    NotPrincipal: principals(of("not_principals")),
    Condition: conditions(of("condition")),
  });
}

function principals(given: Settled): unknown {
  const blocks = Array.isArray(given) ? given : [];
  if (blocks.length === 0) return undefined;
  const all = blocks.map(
    (block) => [text(member(block, "type")), oneOrMany(member(block, "identifiers"))] as const,
  );
  const [first] = all;
  return all.length === 1 && first?.[0] === "*" ? first[1] : Object.fromEntries(all);
}

function conditions(given: Settled): unknown {
  const blocks = Array.isArray(given) ? given : [];
  if (blocks.length === 0) return undefined;
  const byTest: Record<string, Record<string, unknown>> = {};
  for (const block of blocks) {
    const test = text(member(block, "test"));
    byTest[test] = { ...byTest[test], [text(member(block, "variable"))]: oneOrMany(member(block, "values")) };
  }
  return byTest;
}

function oneOrMany(given: Settled): unknown {
  return Array.isArray(given) && given.length === 1 ? given[0] : given;
}

function withoutAbsent(record: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(record).filter(([, value]) => value !== null && value !== undefined),
  );
}

function member(given: Settled, key: string): Settled {
  if (typeof given !== "object" || given === null || Array.isArray(given)) return null;
  return (given as Readonly<Record<string, Settled>>)[key] ?? null;
}

function text(given: Settled): string {
  return typeof given === "string" ? given : "";
}
