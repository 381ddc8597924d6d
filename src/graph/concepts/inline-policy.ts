import { type Missing, Unknown } from "../../base/value.ts";
import type { Declaration } from "../../source/declaration.ts";
import { concept, type Part, type Reader } from "../concept.ts";
import { derived } from "../entity.ts";
import type { Entity } from "../graph.ts";
import { many } from "../link.ts";
import { text } from "../read.ts";
import { blocksOf } from "../several.ts";
import { isDeclared } from "./manifest-cluster.ts";
import { characters } from "./policy-size.ts";

/** The role that the declaration is. */
const ownRole: Reader = ({ declaration, lookup, part }) => {
  const role = lookup.entityOf(declaration, "IamRole");
  return derived(role === undefined ? [] : [role], part.root.ref);
};

export const inlinePolicy = concept({
  name: "InlinePolicy",
  doc: "A policy that is part of a role, and goes with it.",
  fields: {
    name: { type: "string?", doc: "Its name; null where the platform makes one up." },
    roles: { type: "list<IamRole>", doc: "The roles it is part of." },
    characters: { type: "int", doc: "How long it is, as IAM counts it: white space left out." },
  },
  suppliers: [
    {
      format: "terraform",
      types: ["aws_iam_role_policy"],
      fields: { name: text("name"), roles: many("IamRole", "role"), characters: characters("policy") },
    },
    {
      format: "terraform",
      types: ["aws_iam_role"],
      parts: membersOf("inline_policy"),
      fields: { name: text("name"), roles: ownRole, characters: characters("policy") },
    },
    {
      format: "cloudformation",
      types: ["AWS::IAM::Policy"],
      fields: {
        name: text("PolicyName"),
        roles: many("IamRole", "Roles"),
        characters: characters("PolicyDocument"),
      },
    },
    {
      format: "cloudformation",
      types: ["AWS::IAM::RolePolicy"],
      fields: {
        name: text("PolicyName"),
        roles: many("IamRole", "RoleName"),
        characters: characters("PolicyDocument"),
      },
    },
    {
      format: "cloudformation",
      types: ["AWS::IAM::Role"],
      parts: membersOf("Policies"),
      fields: { name: text("PolicyName"), roles: ownRole, characters: characters("PolicyDocument") },
    },
  ],
});

function membersOf(list: string): (declaration: Declaration) => readonly Part[] {
  return ({ root, owner }) =>
    blocksOf(root.get(list), list).map((member) => ({ ...member, resource: owner }));
}

/**
 * How long the inline policies of a role are together. A role that exists shows those of other resources as well, also
 * those that leave: what it shows counts perhaps, and once where another resource has the same name.
 */
export const inlineCharacters: Reader = ({ entity, declaration, lookup, part }) => {
  const certain = lookup.holders(entity, "InlinePolicy", "roles");
  const doubts = lookup.doubts(entity, "InlinePolicy", "roles");
  const isShown = (policy: Entity) => isDeclared(policy) && policy.declaration === declaration;
  const others = certain.filter((policy) => !isShown(policy));
  const names = others.map((policy) => policy.get("name"));
  const isWrittenOver = (name: unknown) => typeof name === "string" && names.includes(name);
  const shown = certain.filter((policy) => isShown(policy) && !isWrittenOver(policy.get("name")));
  const isLeaving = lookup.leaving.some(({ type }) => type === "aws_iam_role_policy");
  const isNew = declaration.format !== "terraform" || ["create", "replace"].includes(declaration.change);
  const isSettled = isNew || (others.length === 0 && doubts.length === 0 && !isLeaving);
  const sizes = [
    ...others.map(sizeOf),
    ...shown.map((policy) => (isSettled ? sizeOf(policy) : perhapsOf(policy, [shownTwice(policy)]))),
    ...doubts
      .filter(({ holder }) => !certain.includes(holder))
      .map(({ holder, missing }) => perhapsOf(holder, missing)),
    ...(lookup.isWhole(declaration, "InlinePolicy") && declaration.format !== "eksctl"
      ? []
      : [unread(entity)]),
  ];
  const [least, most] = [sum(sizes.map((size) => size.least)), sum(sizes.map((size) => size.most))];
  const missing = sizes.flatMap((size) => size.missing);
  return derived(least === most ? least : new Unknown(missing, least, most), part.root.ref);
};

/** How many characters there are at least and at most, and what would tell. */
interface Size {
  readonly least: number;
  readonly most: number;
  readonly missing: readonly Missing[];
}

function sizeOf(policy: Entity): Size {
  const size = policy.get("characters") ?? 0;
  const { count } = policy;
  const [low, high] =
    size instanceof Unknown
      ? [size.low ?? 0, size.high ?? Number.POSITIVE_INFINITY]
      : [Number(size), Number(size)];
  const missing = [size, count].flatMap((value) => (value instanceof Unknown ? value.missing : []));
  return { least: low * (count?.low ?? 1), most: high === 0 ? 0 : high * (count?.high ?? 1), missing };
}

function perhapsOf(policy: Entity, missing: readonly Missing[]): Size {
  const size = sizeOf(policy);
  return { least: 0, most: size.most, missing: [...size.missing, ...missing] };
}

function shownTwice({ resource, ref }: Entity): Missing {
  return { attribute: `${resource} inline policy`, reason: "perhaps of another resource, or leaving", ref };
}

function unread({ resource, ref }: Entity): Size {
  const attribute = `${resource} inline policies`;
  const missing = [{ attribute, reason: "not in anything that was read", ref }];
  return { least: 0, most: Number.POSITIVE_INFINITY, missing };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
