import * as v from "valibot";

/**
 * The shape of an inventory, version 1, in one place. `policies/inventory.schema.json` says the same to editors and
 * other programs, and a test holds the two together.
 */

const text = v.pipe(
  v.string(),
  v.check((given) => given.trim() !== "", "must not be empty"),
);
const texts = v.array(text);
const number = v.pipe(
  v.number(),
  v.check((given) => Number.isSafeInteger(given) && given >= 0, "must be a whole number"),
);
const port = v.pipe(
  v.number(),
  v.check((given) => Number.isInteger(given) && given >= -1 && given <= 65535, "must be a port"),
);

const tags = v.optional(v.record(v.string(), v.string()));

const directions = ["ingress", "egress"] as const;

/** What an account has of each. A new name here is a new field of `AccountCounts`. */
const counted = [
  "clusters",
  "vpcs",
  "securityGroups",
  "elasticIps",
  "roles",
  "oidcProviders",
  "instanceProfiles",
] as const;

export const subnetShape = v.object({
  id: v.pipe(text, v.startsWith("subnet-", "must be the id of a subnet")),
  zone: text,
  zoneId: v.optional(text),
  cidr: v.optional(text),
  assignsPublicAddresses: v.optional(v.boolean()),
  tags,
});

export const ruleShape = v.object({
  id: v.optional(text),
  direction: v.picklist(directions),
  /** As EC2 says it: `tcp`, `6`, or `-1` for all. */
  protocol: text,
  fromPort: v.optional(port),
  toPort: v.optional(port),
  /** One of these three is the other side. */
  cidr: v.optional(text),
  peer: v.optional(text),
  prefixList: v.optional(text),
  description: v.optional(v.string()),
});

export const securityGroupShape = v.object({
  id: v.pipe(text, v.startsWith("sg-", "must be the id of a security group")),
  name: v.optional(text),
  tags,
  rules: v.optional(v.array(ruleShape)),
});

export const roleShape = v.object({
  arn: v.pipe(text, v.startsWith("arn:", "must be the ARN of a role")),
  /** A policy document, or its text. */
  trust: v.optional(v.union([text, v.record(v.string(), v.unknown())], "must be a policy document")),
});

export const clusterShape = v.object({
  name: text,
  version: v.optional(text),
  role: v.optional(text),
  subnets: v.optional(texts),
  nodeGroups: v.optional(texts),
  fargateProfiles: v.optional(texts),
});

export const countsShape = v.object(v.entriesFromList(counted, v.optional(number)));

export const inventoryShape = v.object({
  version: v.literal(1, "must be 1, the only version there is"),
  asOf: v.pipe(
    v.string(),
    v.check((day) => /^\d{4}-\d{2}-\d{2}$/.test(day), "must be a date, like `2026-01-31`"),
  ),
  /** An unquoted account is a number to YAML. */
  account: v.union([v.string(), v.number()], "must be the 12 digits of an account"),
  region: text,
  subnets: v.optional(v.array(subnetShape)),
  securityGroups: v.optional(v.array(securityGroupShape)),
  roles: v.optional(v.array(roleShape)),
  clusters: v.optional(v.array(clusterShape)),
  quotas: v.optional(v.record(v.string(), number)),
  counts: v.optional(countsShape),
});
