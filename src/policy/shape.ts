import * as v from "valibot";
import { isDay } from "./day.ts";

/**
 * The shape of a policy file, in one place: it validates files and describes them to editors. Keys it does not
 * name are mistakes (`unknownKeys` says so, one by one).
 */

const expression = v.union([v.string(), v.number(), v.boolean()], "must be an expression");
const text = v.pipe(
  v.string(),
  v.check((given) => given.trim() !== "", "must not be empty"),
);

export const severities = ["critical", "high", "medium", "low"] as const;
export const enforcements = ["deny", "warn", "audit"] as const;
/** What a policy may be set to: `off` is not asked. */
export const enforcementsAndOff = [...enforcements, "off"] as const;
export const outcomes = ["violated", "satisfied", "unresolved", "not-applicable"] as const;
export const parameterTypes = ["int", "string", "bool", "list<string>", "list<int>"] as const;

export const parameterShape = v.object({
  type: v.picklist(parameterTypes),
  /** One of these two: the value itself, or the path of the fact that is the value. */
  default: v.optional(v.unknown()),
  fact: v.optional(text),
  doc: text,
});

/** Something stricter from a day on, and one step less until then. */
const stageShape = v.custom<object>((given) => {
  const { from, ...word } = given as Readonly<Record<string, unknown>>;
  const [then, ...more] = Object.entries(word);
  if (typeof from !== "string" || !isDay(from) || then === undefined || more.length > 0) return false;
  return (then[0] === "deny" || then[0] === "warn") && then[1] === null;
}, "must be a word, or what it will be from a day on: `{ from: 2027-01-15, deny }`");

const enforcementWord = v.picklist(enforcementsAndOff);

/** Which of two it is meant to be is told by what is written, so that a mistake is told in the words of that one. */
const enforcement = v.optional(v.lazy((given) => (isMap(given) ? stageShape : enforcementWord)));

function isMap(given: unknown): boolean {
  return typeof given === "object" && given !== null;
}

const resources = v.optional(v.record(v.string(), v.nullable(v.record(v.string(), v.unknown()))));

export const caseShape = v.object({
  violated: v.optional(text),
  satisfied: v.optional(text),
  unresolved: v.optional(text),
  "not-applicable": v.optional(text),
  at: v.optional(text),
  now: v.optional(text),
  params: v.optional(v.record(v.string(), v.unknown())),
  terraform: resources,
  before: resources,
  cloudformation: v.optional(text),
  kubernetes: v.optional(text),
  eksctl: v.optional(text),
  inventory: v.optional(text),
  "terraform-plan": v.optional(text),
});

export const policyShape = v.object({
  title: text,
  severity: v.picklist(severities),
  enforcement,
  unresolved: v.optional(v.picklist(enforcements)),
  select: text,
  when: v.optional(expression),
  params: v.optional(v.record(v.string(), parameterShape)),
  let: v.optional(v.record(v.string(), expression)),
  each: v.optional(text),
  assert: expression,
  message: text,
  at: v.optional(text),
  suggest: v.optional(expression),
  why: text,
  fix: text,
  sources: v.optional(v.array(text)),
  cases: v.array(caseShape),
});

const globs = v.optional(v.array(text));

export const clusterShape = v.object({
  manifests: globs,
  terraform: globs,
  cloudformation: globs,
  eksctl: globs,
});

const overrideEntries = {
  params: v.optional(v.record(v.string(), v.unknown())),
  enforcement,
  unresolved: v.optional(v.picklist(enforcements)),
  severity: v.optional(v.picklist(severities)),
};

export const overrideShape = v.object({ paths: globs, ...overrideEntries });

/** A set of policies: how it differs from what the policies' own files say, and why. */
export const setShape = v.object({
  title: text,
  doc: text,
  changes: v.array(v.object({ policies: v.array(text), ...overrideEntries, because: text })),
});

export const inlineWaivers = ["base", "allow", "off"] as const;

export const waiverSettingsShape = v.object({
  file: v.optional(text),
  inline: v.optional(v.picklist(inlineWaivers)),
  "require-owner-approval": v.optional(v.boolean()),
});

/** A file of waivers. */
export const waiversShape = v.array(
  v.object({
    policy: text,
    resource: text,
    match: v.optional(v.picklist(["exact", "glob"])),
    file: v.optional(text),
    reason: text,
    owner: text,
    expires: text,
  }),
);

/** Policies of others: `github: acme/eks-policies@v3`, `npm: "@acme/eks-policies"`. */
const foreignShape = v.custom<Readonly<Record<string, string>>>((given) => {
  const [one, ...more] = Object.entries(given as Readonly<Record<string, unknown>>);
  return (
    one !== undefined && more.length === 0 && /^(?:github|npm)$/.test(one[0]) && typeof one[1] === "string"
  );
}, "must be `github: owner/repository@ref` or `npm: package`");

export const configurationShape = v.object({
  policies: v.optional(v.array(v.lazy((given) => (isMap(given) ? foreignShape : text)))),
  override: v.optional(
    v.record(
      v.string(),
      v.lazy((given) => (Array.isArray(given) ? v.array(overrideShape) : overrideShape)),
    ),
  ),
  sources: v.optional(v.object({ exclude: v.optional(v.array(text)) })),
  inventory: v.optional(v.array(text)),
  clusters: v.optional(v.record(v.string(), v.nullable(clusterShape))),
  gate: v.optional(
    v.object({ unresolved: v.optional(v.picklist(enforcements)), "new-only": v.optional(v.boolean()) }),
  ),
  waivers: v.optional(v.lazy(fileOrSettings)),
});

/** A list would pass for a map without keys. */
function fileOrSettings(given: unknown) {
  if (typeof given === "string") return text;
  return Array.isArray(given) ? v.custom<never>(() => false, "must be a file or a map") : waiverSettingsShape;
}
