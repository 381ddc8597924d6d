import * as v from "valibot";

/**
 * The shape that `json` writes and nothing else: where a report comes from somebody who is not trusted, a key that
 * means nothing today must not begin to mean something tomorrow. A test reads what is written.
 */
const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const position = v.pipe(v.number(), v.safeInteger(), v.minValue(1));
const severity = v.picklist(["critical", "high", "medium", "low"]);
const enforcement = v.picklist(["deny", "warn", "audit"]);
const format = v.picklist(["terraform", "cloudformation", "kubernetes", "eksctl", "inventory"]);
const maybe = v.exactOptional;

const place = v.strictObject({
  file: v.string(),
  line: maybe(position),
  column: maybe(position),
  endLine: maybe(position),
  endColumn: maybe(position),
});

const reference = v.strictObject({
  format,
  file: v.string(),
  owner: v.string(),
  path: v.array(v.union([v.string(), count])),
});

const answers = v.strictObject({
  violated: count,
  unresolved: count,
  satisfied: count,
  notApplicable: count,
});

const waiverEntries = {
  policy: v.string(),
  resource: v.string(),
  match: v.picklist(["exact", "glob"]),
  file: maybe(v.string()),
  reason: v.string(),
  owner: v.string(),
  expires: v.string(),
  place,
};

const excuse = v.variant("kind", [
  v.strictObject({ kind: v.literal("before") }),
  v.strictObject({ kind: v.literal("waived"), waiver: v.strictObject(waiverEntries) }),
]);

const waiverUse = v.strictObject({
  ...waiverEntries,
  state: v.picklist(["used", "unused", "expired", "refused"]),
  findings: count,
  why: maybe(v.string()),
});

const foundEntries = {
  policy: v.string(),
  outcome: v.picklist(["violated", "unresolved"]),
  severity,
  enforcement,
  concept: v.string(),
  resource: v.string(),
  message: v.string(),
  when: maybe(v.string()),
  reference: maybe(reference),
};

const finding = v.strictObject({
  ...foundEntries,
  place,
  trail: maybe(v.array(v.strictObject({ place, what: v.string() }))),
  note: maybe(v.string()),
  secret: maybe(v.literal(true)),
  missing: v.array(
    v.strictObject({
      attribute: v.string(),
      reason: v.string(),
      place: maybe(place),
      reference: maybe(reference),
      help: v.string(),
    }),
  ),
  excuse: maybe(excuse),
});

const policyEntries = {
  id: v.string(),
  family: v.string(),
  file: v.string(),
  title: v.string(),
  severity,
  enforcement,
  why: v.string(),
  fix: v.string(),
  sources: v.array(v.string()),
};

const failure = v.strictObject({
  code: v.picklist(["usage", "policy", "unreadable", "empty"]),
  message: v.string(),
  hint: maybe(v.string()),
  place: maybe(place),
});

const comparison = v.strictObject({ base: v.string(), resolved: v.array(v.strictObject(foundEntries)) });

const policyChange = v.strictObject({
  files: v.array(v.string()),
  added: v.array(finding),
  removed: v.array(finding),
  policies: v.array(v.strictObject(policyEntries)),
  failures: v.array(failure),
});

/** Names in the text of a drawing, where anything else would be drawn. */
const key = v.pipe(v.string(), v.regex(/^[a-z]\d{1,6}$/));

const laidEntries = { key, name: v.string(), marked: v.boolean() };

const subnet = v.strictObject({
  ...laidEntries,
  access: v.picklist(["public", "private", "unknown"]),
  cidr: maybe(v.string()),
  nat: maybe(key),
  gateways: v.array(v.strictObject(laidEntries)),
});

const layout = v.strictObject({
  cluster: v.strictObject(laidEntries),
  zones: v.array(v.strictObject({ name: maybe(v.string()), subnets: v.array(subnet) })),
  runners: v.array(
    v.strictObject({
      ...laidEntries,
      kind: v.picklist(["node group", "Fargate profile"]),
      subnets: v.array(key),
      perhaps: v.array(key),
      isOpen: v.boolean(),
    }),
  ),
  apart: v.array(v.strictObject({ ...laidEntries, isRegional: v.boolean() })),
  isOpen: v.boolean(),
});

const amount = v.pipe(v.number(), v.finite(), v.minValue(0));

const headroom = v.strictObject({
  policy: v.string(),
  what: v.string(),
  concept: v.string(),
  resource: v.string(),
  used: amount,
  isOpen: v.boolean(),
  before: maybe(amount),
  limit: amount,
});

const run = v.strictObject({
  head: maybe(v.string()),
  repository: maybe(v.string()),
  pullRequest: maybe(position),
  event: maybe(v.string()),
  workflow: maybe(v.string()),
  job: maybe(v.string()),
  key: maybe(v.string()),
  uncommitted: maybe(v.array(v.string())),
  shallow: maybe(v.boolean()),
  elapsedMilliseconds: maybe(v.pipe(v.number(), v.minValue(0))),
});

export const reportShape = v.strictObject({
  schemaVersion: v.literal(1),
  conclusion: v.picklist(["pass", "blocked", "unjudged"]),
  counts: v.strictObject({
    blocking: count,
    warnings: count,
    unresolved: count,
    audited: count,
    answers,
    entities: count,
    leftAlone: count,
  }),
  failures: v.array(failure),
  notes: v.array(v.strictObject({ message: v.string(), hint: v.string(), place: maybe(place) })),
  findings: v.array(finding),
  waivers: maybe(v.array(waiverUse)),
  comparison: maybe(comparison),
  policyChange: maybe(policyChange),
  layouts: maybe(v.array(layout)),
  headroom: maybe(v.array(headroom)),
  policies: v.array(v.strictObject({ ...policyEntries, answers })),
  inputs: v.array(v.strictObject({ file: v.string(), format, bytes: count, declares: count })),
  run: maybe(run),
});

export type Report = v.InferOutput<typeof reportShape>;
