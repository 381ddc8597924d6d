import { Unknown, type Value } from "../../base/value.ts";
import { concept, type Declared, type Lookup } from "../concept.ts";
import { derived, isEntity } from "../entity.ts";
import { many } from "../link.ts";
import { selects } from "./labels.ts";
import { inSameCluster, matching } from "./matching.ts";
import { members } from "./members.ts";
import { podTraffic } from "./node-traffic.ts";
import { objectFields, objectIdentity } from "./object-fields.ts";
import { objectSuppliers } from "./object-suppliers.ts";
import { type KeysOf, mayHaveAny, textKey } from "./shortlist.ts";
import { every, sameAs, type Truth } from "./truth.ts";

const kinds = ["vpcresources.k8s.aws/v1beta1/SecurityGroupPolicy"];

const manifest = {
  ...objectIdentity,
  groups: many("SecurityGroup", "spec", "securityGroups", "groupIds"),
};

export const securityGroupPolicy = concept({
  name: "SecurityGroupPolicy",
  doc: "Gives pods of a namespace security groups of their own.",
  fields: {
    ...objectFields,
    groups: { type: "list<SecurityGroup>", doc: "The security groups the pods get." },
    workloads: {
      type: "list<Workload>",
      doc: "The workloads that were read and whose pods it selects, by their labels and by their service account's.",
      derive: ({ entity, lookup, part }) =>
        derived(
          matching(lookup.entities("Workload"), (workload) => selectsPodsOf(entity, workload, lookup)),
          part.root.ref,
        ),
    },
  },
  methods: podTraffic,
  suppliers: objectSuppliers(kinds, manifest),
});

/** Whether a policy selects the pods of a workload: each of its selectors does. One without any selects nothing. */
export function selectsPodsOf(policy: Declared, workload: Declared, lookup: Lookup): Truth {
  const spec = policy.part.root.get("spec");
  const [pods, accounts] = [spec.get("podSelector"), spec.get("serviceAccountSelector")];
  if (pods.state === "absent" && accounts.state === "absent") return false;
  return every([
    sameAs(policy.get("namespace"), workload.get("namespace")),
    inSameCluster(policy, workload, lookup),
    pods.state === "absent" || selects(pods, workload.get("labels") ?? null),
    accounts.state === "absent" || selects(accounts, labelsOfAccount(workload, lookup)),
  ]);
}

/** Few of many: every workload asks for its own, and there may be thousands of both. */
function accountsNamed(name: Value | undefined, lookup: Lookup): readonly Declared[] {
  return mayHaveAny(lookup.entities("ServiceAccount"), ownName, textKey(name));
}

const ownName: KeysOf = (account) => textKey(account.get("name"));

function labelsOfAccount(workload: Declared, lookup: Lookup): Value {
  const { known, doubtful } = members(
    matching(accountsNamed(workload.get("serviceAccount"), lookup), (account) =>
      every([
        sameAs(account.get("namespace"), workload.get("namespace")),
        sameAs(account.get("name"), workload.get("serviceAccount")),
        inSameCluster(account, workload, lookup),
      ]),
    ),
  );
  const [only, ...others] = known.filter(isEntity);
  if (only !== undefined && others.length === 0 && doubtful.missing.length === 0)
    return only.get("labels") ?? null;
  const { resource, ref } = workload;
  const unread = {
    attribute: `${resource} service account labels`,
    reason: "not in anything that was read",
    ref,
  };
  return new Unknown([...doubtful.missing, unread]);
}
