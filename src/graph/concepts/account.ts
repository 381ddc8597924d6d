import { Unknown, type Value } from "../../base/value.ts";
import { concept, type Declared, type Reader } from "../concept.ts";
import { derived, record } from "../entity.ts";
import { OneOf } from "../one-of.ts";
import { number, text } from "../read.ts";
import { isElsewhere, ownWhereabouts, told, whereaboutsOf } from "./inventory.ts";

/** What an account has of each, by the name an inventory gives it. */
const counts = {
  clusters: "EKS clusters of the Region.",
  vpcs: "VPCs of the Region.",
  securityGroups: "Security groups of the Region.",
  elasticIps: "Elastic IP addresses of the Region.",
  roles: "IAM roles of the account.",
  oidcProviders: "IAM OIDC providers of the account.",
  instanceProfiles: "Instance profiles of the account.",
} as const;

const countNames = Object.keys(counts);

export const accountCounts = concept({
  name: "AccountCounts",
  doc: "How much of each an account has, before the pull request. Only an inventory tells it.",
  fields: Object.fromEntries(Object.entries(counts).map(([name, doc]) => [name, { type: "int", doc }])),
});

export const account = concept({
  name: "Account",
  doc: "One AWS account in one Region. Only an inventory tells of it (`--inventory`); without one it is unknown.",
  fields: {
    id: { type: "string", doc: "Its 12 digits." },
    region: { type: "string", doc: "The Region: `eu-west-1`." },
    counts: { type: "AccountCounts", doc: "How much of each it has already." },
  },
  suppliers: [
    {
      format: "inventory",
      types: ["Account"],
      data: true,
      fields: {
        id: told(text("account")),
        region: told(text("region")),
        counts: (from) => {
          const read = (name: string): Value => told(number("counts", name))(from).value;
          const values = Object.fromEntries(countNames.map((name) => [name, read(name)]));
          return derived(record("AccountCounts", values), from.root.get("counts").ref);
        },
      },
    },
  ],
});

/**
 * The account and Region that something is in: that of the inventory, unless the thing says that it is elsewhere. Of
 * several inventories it must say which.
 */
export const accountOf: Reader = ({ entity, lookup }) =>
  derived(accountFor(entity, lookup.told("Account")), entity.ref);

function accountFor(entity: Declared, accounts: readonly Declared[]): Value {
  const own = ownWhereabouts(entity);
  const possible = accounts.filter((each) => !isElsewhere(own, whereaboutsOf(each)));
  const [only, ...others] = possible;
  const missing = (reason: string) => [{ attribute: `${entity.resource}.account`, reason, ref: entity.ref }];
  if (only === undefined) return new Unknown(missing("not in an inventory: pass one with `--inventory`"));
  return others.length === 0 ? only : new OneOf(missing("in one of several inventories"), possible);
}
