import { groupsOf } from "../../base/groups.ts";
import { type Missing, Unknown, type Value } from "../../base/value.ts";
import type { Declaration } from "../../source/declaration.ts";
import { plainAttribute } from "../../source/plain.ts";
import { concept, type Declared, type Field, type Lookup, type Origin } from "../concept.ts";
import { derived } from "../entity.ts";
import { listOf } from "../several.ts";
import { accountOf } from "./account.ts";
import { isEksctlMade } from "./eksctl-vpc.ts";
import { isElsewhere, ownWhereabouts, whereaboutsOf } from "./inventory.ts";
import { isDeclared } from "./manifest-cluster.ts";
import { isFields } from "./members.ts";
import { type Truth, told } from "./truth.ts";

/** What is counted over an account or a Region: the concept, Terraform's type, and which of its entities. */
interface Kind {
  readonly concept: string;
  readonly type: string;
  readonly what: string;
  readonly is?: (entity: Declared) => Truth;
}

const balancer = { concept: "LoadBalancer", type: "aws_lb" };

/** By the names that inventories have for them, where they have one. */
const kinds = {
  clusters: { concept: "Cluster", type: "aws_eks_cluster", what: "EKS clusters" },
  vpcs: { concept: "Vpc", type: "aws_vpc", what: "VPCs", is: isMadeVpc },
  elasticIps: { concept: "ElasticIp", type: "aws_eip", what: "Elastic IP addresses" },
  roles: { concept: "IamRole", type: "aws_iam_role", what: "IAM roles" },
  oidcProviders: {
    concept: "OidcProvider",
    type: "aws_iam_openid_connect_provider",
    what: "IAM OIDC providers",
  },
  applicationLoadBalancers: { ...balancer, what: "Application Load Balancers", is: isKind("application") },
  networkLoadBalancers: { ...balancer, what: "Network Load Balancers", is: isKind("network") },
  targetGroups: { concept: "TargetGroup", type: "aws_lb_target_group", what: "target groups" },
} as const satisfies Readonly<Record<string, Kind>>;

/** The type of the declarations that stand for a whole file. */
const type = "(stack)";

export const stack = concept({
  name: "Stack",
  doc: "Everything that one plan, template or eksctl file declares. It goes to one account and Region, but for what a plan makes with several configurations of a provider.",
  fields: {
    account: {
      type: "Account",
      doc: "The account and Region it goes to; unknown without an inventory.",
      derive: accountOf,
    },
    ...(Object.fromEntries(
      Object.entries(kinds).map(([name, kind]) => [name, counted(name, kind)]),
    ) as Readonly<Record<keyof typeof kinds, Field>>),
    natGateways: {
      type: "list<NatGateway>",
      doc: "Its NAT gateways.",
      derive: (from) => {
        const own = ownOf(from, { concept: "NatGateway" });
        return derived(listOf(own), own[0]?.ref ?? from.part.root.ref);
      },
    },
  },
  suppliers: [
    { format: "terraform", types: [type], fields: {} },
    { format: "cloudformation", types: [type], fields: {} },
    { format: "eksctl", types: [type], fields: {} },
  ],
});

/** One for each file that declares what an account will have. */
export function stacksOf(declarations: readonly Declaration[]): readonly Declaration[] {
  const files = new Map<string, Declaration>();
  for (const { format, file, mode } of declarations) {
    if (files.has(file) || mode === "data" || format === "kubernetes") continue;
    const root = plainAttribute({ format, file, owner: file, document: 0, path: [] }, {});
    files.set(file, { format, type, owner: file, file, mode, change: "declared", root, before: undefined });
  }
  return [...files.values()];
}

/** Neither the one that comes with an account, nor one that eksctl is given. */
function isMadeVpc({ declaration: { format, root, type: kind } }: Declared): Truth {
  return format === "eksctl" ? isEksctlMade(root) : kind !== "aws_default_vpc";
}

function isKind(kind: string): (entity: Declared) => Truth {
  return (entity) => told(entity.get("kind"), (value) => value === kind);
}

function counted(name: string, kind: Kind): Field {
  return {
    type: "int",
    doc: `How many ${kind.what} its account will have: those it declares, and by the inventory those that are there already.`,
    derive: (from) => {
      const own = ownOf(from, kind);
      const { low, high, missing } = withExisting(own, from, name, kind);
      const value: Value = low === high ? low : new Unknown(missing, low, high);
      return derived(value, own.at(-1)?.ref ?? from.part.root.ref);
    },
  };
}

function ownOf(
  { declaration, lookup }: Pick<Origin, "declaration" | "lookup">,
  { concept: name, is }: Pick<Kind, "concept" | "is">,
): readonly Declared[] {
  const own = byFile(lookup, name).get(declaration.file) ?? [];
  return own.filter((entity) => is?.(entity) !== false);
}

/** Worked out once for a graph: a folder may have thousands of files. */
const filed = new WeakMap<Lookup, Map<string, ReadonlyMap<string, readonly Declared[]>>>();

function byFile(lookup: Lookup, name: string): ReadonlyMap<string, readonly Declared[]> {
  const concepts = filed.get(lookup) ?? new Map();
  filed.set(lookup, concepts);
  const kept = concepts.get(name);
  if (kept !== undefined) return kept;
  const own = lookup.entities(name).filter(({ declaration }) => declaration.mode !== "data");
  const made = groupsOf(own, ({ declaration }) => declaration.file);
  concepts.set(name, made);
  return made;
}

interface Range {
  readonly low: number;
  readonly high: number;
  readonly missing: readonly Missing[];
}

/** What an inventory counts was there before: of a plan, what it makes and takes away comes on top; else it may be among it. */
function withExisting(own: readonly Declared[], from: Origin, name: string, kind: Kind): Range {
  const declared = sum(own, kind);
  const existing = existingOf(own, from, name);
  if (existing === undefined) return declared;
  if (typeof existing !== "number")
    return {
      ...declared,
      high: Number.POSITIVE_INFINITY,
      missing: [...declared.missing, ...existing.missing],
    };
  const { declaration, lookup, entity } = from;
  if (declaration.format === "terraform" && own.every((each) => each.declaration.change !== "declared")) {
    const made = sum(
      own.filter((each) => each.declaration.change === "create"),
      kind,
    );
    const gone = lookup.leaving.filter(
      ({ file, type: left, change }) =>
        file === declaration.file && left === kind.type && change === "delete",
    );
    const before = existing - gone.length;
    return { ...made, low: before + made.low, high: before + made.high };
  }
  const reason = "not certain to be among those there are";
  const missing = { attribute: `${entity.resource} ${name}`, reason, ref: entity.ref };
  return {
    low: Math.max(existing, declared.low),
    high: existing + declared.high,
    missing: [...declared.missing, missing],
  };
}

/** How many there are by the inventory; `undefined` where none is about the account and Region, or counts such things. */
function existingOf(
  own: readonly Declared[],
  { entity, lookup }: Origin,
  name: string,
): number | Unknown | undefined {
  const account = entity.get("account") ?? null;
  if (account instanceof Unknown) return lookup.told("Account").length === 0 ? undefined : account;
  const counts = isDeclared(account) ? account.get("counts") : undefined;
  const counted = isFields(counts) ? counts.get(name) : undefined;
  const isHere = (each: Declared) =>
    isDeclared(account) && !isElsewhere(ownWhereabouts(each), whereaboutsOf(account));
  if (own.length > 0 && !own.some(isHere)) return undefined;
  if (!own.every(isHere)) {
    const missing = {
      attribute: `${entity.resource} ${name}`,
      reason: "in several Regions or accounts",
      ref: entity.ref,
    };
    return new Unknown([missing]);
  }
  return typeof counted === "number" || counted instanceof Unknown ? counted : undefined;
}

/** What is made with several configurations of a provider need not go to one account; what one of them makes does. */
function sum(own: readonly Declared[], kind: Kind): Range {
  const places = new Map<string, number>();
  const missing: Missing[] = [];
  let high = 0;
  for (const entity of own) {
    const { provider, root } = entity.declaration;
    const place = `${provider} ${root.get("region").json}`;
    const share = shareOf(entity, kind);
    places.set(place, (places.get(place) ?? 0) + share.low);
    high += share.high;
    missing.push(...share.missing);
    if (places.size > 1)
      missing.push({ attribute: `${entity.resource} provider`, reason: "one of several", ref: entity.ref });
  }
  return { low: Math.max(0, ...places.values()), high, missing };
}

function shareOf(entity: Declared, kind: Kind): Range {
  const is = kind.is?.(entity) ?? true;
  const { low = 0, high = Number.POSITIVE_INFINITY, missing = [] } = entity.count ?? { low: 1, high: 1 };
  return is instanceof Unknown
    ? { low: 0, high, missing: [...missing, ...is.missing] }
    : { low, high, missing };
}
