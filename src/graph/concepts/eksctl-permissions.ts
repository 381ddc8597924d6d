import type { Path } from "../../base/place.ts";
import { Unknown, type Value } from "../../base/value.ts";
import type { Attribute, Declaration } from "../../source/declaration.ts";
import { plainAttribute } from "../../source/plain.ts";
import type { Lookup, Part, Reader } from "../concept.ts";
import { derived } from "../entity.ts";
import { asFlag, scalarValue } from "../read.ts";
import { membersOf, missingOf, perhaps } from "../several.ts";
import { eksctlRoles } from "./eksctl-roles.ts";
import { policyStatements, statementParts } from "./policy-document.ts";

/*
 * What eksctl attaches to the roles it makes, as its sources have it (`pkg/cfn/builder/iam.go`, `iam_helper.go`,
 * `statement.go`, `pkg/cfn/builder/cluster.go`). Its own well-known policies, which are inline policies of the role, go by the
 * name they have in the file: `eksctl:autoScaler`.
 */

/** The managed and well-known policies of the roles that eksctl makes. */
export function eksctlAttachments(declaration: Declaration): readonly Part[] {
  return eksctlRoles(declaration).flatMap((role) =>
    attachmentsOf(role, declaration).map((part) => ({
      ...part,
      key: `${role.key} ${part.key}`,
      resource: role.resource ?? declaration.owner,
      marks: { ...part.marks, role: role.key },
      ...(part.count === undefined && role.count !== undefined ? { count: role.count } : {}),
    })),
  );
}

/** The statements that a file gives the roles that eksctl makes. */
export function eksctlStatements(declaration: Declaration, lookup: Lookup): readonly Part[] {
  return eksctlRoles(declaration).flatMap((role) =>
    (inline[role.marks?.purpose ?? ""] ?? []).flatMap((path) => {
      const statements = policyStatements(role.root.get(...path), lookup);
      const name = { resource: role.resource ?? declaration.owner, policy: `${role.key} ${path.join(".")}` };
      return statementParts(statements, name).map((part) => ({
        ...part,
        marks: { ...part.marks, role: role.key },
        ...(part.count === undefined && role.count !== undefined ? { count: role.count } : {}),
      }));
    }),
  );
}

/** The role that such a part belongs to, as a list. */
export const madeRoleOf: Reader = ({ declaration, lookup, part }) => {
  const roles = lookup.entitiesOf(declaration, "IamRole");
  return derived(
    roles.filter((role) => role.part.key === part.marks?.role),
    part.root.ref,
  );
};

/** The fields of an attachment: well-known policies have a name and nothing else. */
export function madeAttachmentFields(read: Readonly<Record<"arn" | "awsPolicy" | "policy", Reader>>) {
  const unlessNamed =
    (reader: Reader, named: (name: string) => Value): Reader =>
    (from) => {
      const name = from.part.marks?.wellKnown;
      return name === undefined ? reader(from) : derived(named(name), from.part.root.ref);
    };
  return {
    roles: madeRoleOf,
    arn: unlessNamed(read.arn, () => null),
    awsPolicy: unlessNamed(read.awsPolicy, (name) => `eksctl:${name}`),
    policy: unlessNamed(read.policy, () => null),
  };
}

const inline: Readonly<Record<string, readonly Path[]>> = {
  nodes: [["iam", "attachPolicy"]],
  account: [["attachPolicy"]],
  association: [["permissionPolicy"]],
};

function attachmentsOf({ root, key, marks }: Part, declaration: Declaration): readonly Part[] {
  switch (marks?.purpose) {
    case "cluster":
      return [...named(root, ["AmazonEKSClusterPolicy"]), ...ofMode(declaration.root)];
    case "nodes":
      return ofNodes(root, declaration.root, key.startsWith("role of managed"));
    case "fargate":
      return named(root, ["AmazonEKSFargatePodExecutionRolePolicy"]);
    case "account":
      return [...listed(root, ["attachPolicyARNs"]), ...wellKnown(root.get("wellKnownPolicies"))];
    case "association":
      return [...listed(root, ["permissionPolicyARNs"]), ...wellKnown(root.get("wellKnownPolicies"))];
    default:
      return [];
  }
}

const autoModePolicies = ["Compute", "BlockStorage", "LoadBalancing", "Networking"].map(
  (name) => `AmazonEKS${name}Policy`,
);

function ofMode(root: Attribute): readonly Part[] {
  const auto = scalarValue(root.get("autoModeConfig", "enabled"), asFlag);
  const count = auto instanceof Unknown ? perhaps(auto.missing) : undefined;
  const ofAuto = auto === true || count !== undefined ? named(root, autoModePolicies, count) : [];
  const other = perhaps([{ ...missingOf(root), reason: "attached by some versions of eksctl" }]);
  return [...ofAuto, ...named(root, ["AmazonEKSVPCResourceController"], auto === true ? other : count)];
}

/** Policies that a file lists take the place of those that eksctl would attach by itself. */
function ofNodes(group: Attribute, root: Attribute, isManaged: boolean): readonly Part[] {
  const own = group.get("iam", "attachPolicyARNs");
  const addons = group.get("iam", "withAddonPolicies");
  const isOwn = own.state === "unknown" || own.items().length > 0;
  const doubt = own.state === "unknown" ? perhaps([missingOf(own)]) : undefined;
  const builds = scalarValue(addons.get("imageBuilder"), asFlag);
  const registry = isManaged ? [] : builds === true ? [] : ["AmazonEC2ContainerRegistryPullOnly"];
  const open = builds instanceof Unknown ? perhaps(builds.missing) : undefined;
  return [
    ...(isOwn && doubt === undefined ? [] : ofEveryNode(group, root, isManaged, doubt)),
    ...named(group, registry, open),
    ...listed(group, ["iam", "attachPolicyARNs"]),
    ...flagged(addons, "imageBuilder", "AmazonEC2ContainerRegistryPowerUser"),
    ...flagged(addons, "cloudWatch", "CloudWatchAgentServerPolicy"),
    ...wellKnown(addons, ["imageBuilder", "cloudWatch"]),
  ];
}

function ofEveryNode(
  group: Attribute,
  root: Attribute,
  isManaged: boolean,
  doubt: Unknown | undefined,
): readonly Part[] {
  const oidc = root.get("iam", "withOIDC");
  const isOidc = scalarValue(oidc, asFlag);
  const reason = "left to the role of the add-on where eksctl makes one";
  const cni =
    isOidc === true || isOidc instanceof Unknown ? perhaps([{ ...missingOf(oidc), reason }]) : doubt;
  return [
    ...named(group, ["AmazonEKSWorkerNodePolicy", "AmazonSSMManagedInstanceCore"], doubt),
    ...named(group, isManaged ? ["AmazonEC2ContainerRegistryPullOnly"] : [], doubt),
    ...named(group, ["AmazonEKS_CNI_Policy"], cni),
  ];
}

/** Policies of AWS's own, which no place of the file names. */
function named({ ref }: Attribute, names: readonly string[], count?: Unknown): readonly Part[] {
  return names.map((name) => ({
    root: plainAttribute(ref, `arn:aws:iam::aws:policy/${name}`),
    key: name,
    ...(count === undefined ? {} : { count }),
  }));
}

function flagged(flags: Attribute, flag: string, name: string): readonly Part[] {
  const attribute = flags.get(flag);
  const value = scalarValue(attribute, asFlag);
  if (value !== true && !(value instanceof Unknown)) return [];
  return named(attribute, [name], value === true ? undefined : perhaps(value.missing));
}

function listed(root: Attribute, path: Path): readonly Part[] {
  return membersOf(root.get(...path), path.join("."));
}

/** The well-known policies that a map of flags asks for, but for those that are policies of AWS's own. */
function wellKnown(flags: Attribute, others: readonly string[] = ["imageBuilder"]): readonly Part[] {
  if (flags.state === "unknown") {
    return [
      { root: flags, key: "well-known", count: new Unknown([missingOf(flags)], 0, Number.POSITIVE_INFINITY) },
    ];
  }
  const own = flags.entries().flatMap(([flag, attribute]): readonly Part[] => {
    const value = scalarValue(attribute, asFlag);
    if (others.includes(flag) || (value !== true && !(value instanceof Unknown))) return [];
    const count = value === true ? {} : { count: perhaps(value.missing) };
    return [{ root: attribute, key: flag, marks: { wellKnown: flag }, ...count }];
  });
  const builder =
    others.length === 1 ? flagged(flags, "imageBuilder", "AmazonEC2ContainerRegistryPowerUser") : [];
  return [...own, ...builder];
}
