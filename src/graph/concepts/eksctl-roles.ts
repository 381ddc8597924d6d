import type { Path } from "../../base/place.ts";
import { PartialList, Unknown, type Value } from "../../base/value.ts";
import type { Attribute, Declaration } from "../../source/declaration.ts";
import type { Declared, Origin, Part, Reader } from "../concept.ts";
import { derived } from "../entity.ts";
import { one } from "../link.ts";
import { always, asFlag, asText, scalarValue, text, unknownOf, written } from "../read.ts";
import { blocksOf, type Member, missingOf, perhaps } from "../several.ts";
import { conditionRecord } from "./trust-condition.ts";

/** What a role is made for. */
type Purpose = "cluster" | "nodes" | "fargate" | "account" | "association";

interface Kind {
  readonly purpose: Purpose;
  /** What the file may say instead, so that no role is made. */
  readonly given: readonly Path[];
  /** Where the file may say what the role is called. */
  readonly name?: Path;
}

const outpost = ["outpost", "controlPlaneOutpostARN"];
const profile = ["iam", "instanceProfileARN"];

const cluster: Kind = { purpose: "cluster", given: [["iam", "serviceRoleARN"], outpost] };
const nodes: Kind = {
  purpose: "nodes",
  given: [["iam", "instanceRoleARN"], profile],
  name: ["iam", "instanceRoleName"],
};
const account: Kind = { purpose: "account", given: [["attachRoleARN"]], name: ["roleName"] };
const association: Kind = { purpose: "association", given: [["roleARN"]], name: ["roleName"] };

/**
 * The roles that eksctl makes where a file names none. Each is made with a trust policy of eksctl's, as its sources
 * have it (`pkg/cfn/builder/iam.go`, `fargate.go`, `pkg/iam/oidc/api.go`).
 */
export function eksctlRoles({ root, owner }: Declaration): readonly Part[] {
  const of = (kind: Kind, ...path: Path) => {
    const list = path.join(".");
    return blocksOf(root.get(...path), list).flatMap((member) => made(kind, member, owner));
  };
  const ofAddons = blocksOf(root.get("addons"), "addons").flatMap((addon) => {
    const list = blocksOf(addon.root.get("podIdentityAssociations"), `${addon.key}.podIdentityAssociations`);
    return list.flatMap((member) => made(association, member, owner));
  });
  return [
    ...made(cluster, { root, key: "" }, owner),
    ...of(nodes, "managedNodeGroups"),
    ...of(nodes, "nodeGroups"),
    ...fargateRole(root, owner),
    ...of(account, "iam", "serviceAccounts"),
    ...of(association, "iam", "podIdentityAssociations"),
    ...ofAddons,
  ];
}

/** The role that a file names here, else the one that eksctl makes for this. */
export function givenOrMade(...path: Path): Reader {
  return roleUnless(path);
}

/** The role of a control plane. On an Outpost it is another one than in the Region. */
export const eksctlClusterRole: Reader = roleUnless(["iam", "serviceRoleARN"], {
  path: outpost,
  reason: "made by eksctl for an Outpost",
});

/** The role of a node group's nodes. */
export const eksctlNodeRole: Reader = roleUnless(["iam", "instanceRoleARN"], {
  path: profile,
  reason: "an instance profile, whose role was not read",
});

function roleUnless(path: Path, other?: { readonly path: Path; readonly reason: string }): Reader {
  return (from) => {
    const arn = from.root.get(...path);
    if (isWritten(arn)) return one("IamRole", ...path)(from);
    const instead = other === undefined ? arn : from.root.get(...other.path);
    if (!isWritten(instead)) return madeFor(from.part.key, from, arn);
    return written(new Unknown([{ ...missingOf(instead), reason: other?.reason ?? "" }]), instead);
  };
}

/** The role of a Fargate profile: its own, that of all profiles, or the one that eksctl makes for all of them. */
export const eksctlFargateRole: Reader = (from) => {
  if (isWritten(from.root.get("podExecutionRoleARN"))) return one("IamRole", "podExecutionRoleARN")(from);
  const shared = from.declaration.root.get("iam", "fargatePodExecutionRoleARN");
  return isWritten(shared)
    ? one("IamRole", "iam", "fargatePodExecutionRoleARN")({ ...from, root: from.declaration.root })
    : madeFor("fargateProfiles", from, shared);
};

/** The fields of a role that eksctl makes. */
export const madeRoleFields = {
  name: ((from) => {
    const path = kindOf(from)?.name;
    return path === undefined ? derived(null, from.root.ref) : text(...path)(from);
  }) satisfies Reader,
  namePrefix: always(null),
  arn: always(null),
  path: always("/"),
};

/** The one statement of the trust policy that eksctl gives such a role. */
export const madeTrustFields = {
  effect: always("Allow"),
  services: (({ part, declaration }) =>
    derived(services(part, declaration.root), part.root.ref)) satisfies Reader,
  accounts: always([]),
  federated: (({ part }) =>
    derived(isFor(part, "account") ? [later(part, "provider")] : [], part.root.ref)) satisfies Reader,
  exceptPrincipals: always(false),
  actions: (({ part, declaration }) =>
    derived(actions(part, declaration.root), part.root.ref)) satisfies Reader,
  exceptActions: always([]),
  conditions: (({ part }) => derived(conditions(part), part.root.ref)) satisfies Reader,
  providers: (({ part, declaration, lookup }) =>
    derived(
      isFor(part, "account") ? lookup.entitiesOf(declaration, "OidcProvider") : [],
      part.root.ref,
    )) satisfies Reader,
  otherKeys: always([]),
  eksProvider: (({ part }) => derived(isFor(part, "account"), part.root.ref)) satisfies Reader,
  role: (({ part, declaration, lookup }) => {
    const roles = lookup.entitiesOf(declaration, "IamRole");
    return derived(roles.find((role) => role.part.key === part.key) ?? null, part.root.ref);
  }) satisfies Reader,
};

function made(kind: Kind, { root, key, count }: Member, owner: string): readonly Part[] {
  const given = kind.given.map((path) => root.get(...path)).filter(isWritten);
  if (given.some(({ state }) => state === "known")) return [];
  const doubt = count ?? (given.length === 0 ? undefined : perhaps(given.map(missingOf)));
  const name = scalarValue(root.get("name"), asText);
  const holder = key === "" ? owner : `${owner}/${typeof name === "string" ? name : key}`;
  return [
    {
      root,
      key: keyOf(key),
      resource: `${holder} role made by eksctl`,
      marks: { purpose: kind.purpose },
      ...(doubt === undefined ? {} : { count: doubt }),
    },
  ];
}

/** One role for all profiles that have none of their own. */
function fargateRole(root: Attribute, owner: string): readonly Part[] {
  const profiles = blocksOf(root.get("fargateProfiles"), "fargateProfiles");
  const own = profiles.map((profile) => profile.root.get("podExecutionRoleARN"));
  const isWanted = own.some((arn) => !isWritten(arn));
  const open = own.filter(({ state }) => state === "unknown").map(missingOf);
  if (!isWanted && open.length === 0) return [];
  const kind: Kind = { purpose: "fargate", given: [["iam", "fargatePodExecutionRoleARN"]] };
  const count = isWanted ? undefined : perhaps(open);
  return made(kind, { root, key: "", ...(count === undefined ? {} : { count }) }, owner).map((part) => ({
    ...part,
    key: keyOf("fargateProfiles"),
    resource: `${owner} Fargate role made by eksctl`,
  }));
}

function madeFor(key: string, { declaration, lookup }: Origin, arn: Attribute) {
  const roles: readonly Declared[] = lookup.entitiesOf(declaration, "IamRole");
  const role = roles.find(({ part }) => part.key === keyOf(key));
  return { ...derived(role ?? null, arn.ref), origin: "default" as const };
}

function keyOf(holder: string): string {
  return `role of ${holder === "" ? "the control plane" : holder}`;
}

function kindOf({ part }: Origin): Kind | undefined {
  return [cluster, nodes, account, association].find(({ purpose }) => isFor(part, purpose));
}

function isFor({ marks }: Part, purpose: Purpose): boolean {
  return marks?.purpose === purpose;
}

const principals: Readonly<Record<string, string>> = {
  cluster: "eks.amazonaws.com",
  fargate: "eks-fargate-pods.amazonaws.com",
  association: "pods.eks.amazonaws.com",
};

/** The service of EC2 has a name of its own in each partition; those of EKS have not. */
function services(part: Part, root: Attribute): Value {
  const principal = principals[part.marks?.purpose ?? ""];
  if (principal !== undefined) return [principal];
  if (isFor(part, "account")) return [];
  const region = root.get("metadata", "region");
  if (typeof region.json !== "string") return [unknownOf(region)];
  if (/-iso[a-z]?-/.test(region.json)) return [later(part, "service")];
  return [region.json.startsWith("cn-") ? "ec2.amazonaws.com.cn" : "ec2.amazonaws.com"];
}

function actions(part: Part, root: Attribute): Value {
  if (isFor(part, "account")) return ["sts:AssumeRoleWithWebIdentity"];
  if (isFor(part, "association")) return ["sts:AssumeRole", "sts:TagSession"];
  const auto = isFor(part, "cluster") && scalarValue(root.get("autoModeConfig", "enabled"), asFlag);
  if (auto instanceof Unknown)
    return new PartialList(["sts:AssumeRole"], auto, { atMost: 1, candidates: ["sts:TagSession"] });
  return auto === true ? ["sts:AssumeRole", "sts:TagSession"] : ["sts:AssumeRole"];
}

function conditions(part: Part): Value {
  if (isFor(part, "fargate"))
    return [
      conditionRecord("ArnLike", "aws:SourceArn", [later(part, "aws:SourceArn")], { anyAccount: false }),
    ];
  if (!isFor(part, "account")) return [];
  const pattern = part.root.get("subjectPattern");
  const issuer = later(part, "issuer");
  const asked = (operator: Value, name: Attribute) =>
    conditionRecord(operator, issuer, [subject(part.root, name)], { about: "subject" });
  const subjects =
    pattern.state === "unknown"
      ? asked(unknownOf(pattern), pattern)
      : isWritten(pattern)
        ? asked("StringLike", pattern)
        : asked("StringEquals", part.root.get("metadata", "name"));
  return [subjects, conditionRecord("StringEquals", issuer, ["sts.amazonaws.com"], { about: "audience" })];
}

function subject(holder: Attribute, named: Attribute): Value {
  const namespace = scalarValue(holder.get("metadata", "namespace"), asText) ?? "default";
  const name = scalarValue(named, asText);
  const unknown = [namespace, name].filter((step) => step instanceof Unknown);
  if (unknown.length > 0) return new Unknown(unknown.flatMap(({ missing }) => missing));
  if (name === null) return unknownOf(named);
  return `system:serviceaccount:${namespace}:${name}`;
}

/** What only the cluster or its account will tell. */
function later({ resource = "", root: { ref } }: Part, attribute: string): Unknown {
  const reason = "known once eksctl has made it";
  return new Unknown([{ attribute: `${resource}.${attribute}`, reason, ref }]);
}

/** eksctl takes an empty text for none. */
function isWritten({ state, json }: Attribute): boolean {
  return state === "unknown" || (state === "known" && json !== "");
}
