import { Unknown, type Value } from "../../base/value.ts";
import { concept, type Reader } from "../concept.ts";
import { derived } from "../entity.ts";
import { number, orDefault, text } from "../read.ts";
import { oneOfCluster } from "./manifest-cluster.ts";
import { objectCluster } from "./object-fields.ts";
import { objectName } from "./object-name.ts";
import { objectSuppliers } from "./object-suppliers.ts";
import { selectedBy } from "./selector-terms.ts";

const kinds = [
  "karpenter.k8s.aws/v1/EC2NodeClass",
  "karpenter.k8s.aws/v1beta1/EC2NodeClass",
  "eks.amazonaws.com/v1/NodeClass",
];

const manifest = {
  kind: text("kind"),
  name: objectName,
  role: oneOfCluster("IamRole", "spec", "role"),
  subnets: selectedBy("Subnet", "spec", "subnetSelectorTerms"),
  securityGroups: selectedBy("SecurityGroup", "spec", "securityGroupSelectorTerms"),
  httpTokens: orDefault(text("spec", "metadataOptions", "httpTokens"), "required"),
  hopLimit: ((from) => {
    const isOld = from.root.get("apiVersion").json === "karpenter.k8s.aws/v1beta1";
    return orDefault(number("spec", "metadataOptions", "httpPutResponseHopLimit"), isOld ? 2 : 1)(from);
  }) satisfies Reader,
};

export const nodeClass = concept({
  name: "NodeClass",
  doc: "How Karpenter (`EC2NodeClass`) or EKS Auto Mode (`NodeClass`) makes nodes.",
  identity: ["reference"],
  fields: {
    cluster: objectCluster,
    kind: { type: "string", doc: "`EC2NodeClass`, or `NodeClass` of EKS Auto Mode." },
    name: { type: "string", doc: "Its name." },
    reference: {
      type: "string",
      doc: "Its kind and name, as node pools refer to it: `EC2NodeClass/default`.",
      derive: ({ entity, part }) =>
        derived(referenceOf(entity.get("kind"), entity.get("name")), part.root.ref),
    },
    role: {
      type: "IamRole?",
      doc: "The role of its nodes; null where an instance profile is named instead.",
    },
    subnets: {
      type: "list<Subnet>",
      doc: "The subnets its nodes start in. Selected by tags, they are those that were read, and there may be more.",
    },
    securityGroups: {
      type: "list<SecurityGroup>",
      doc: "The security groups of its nodes. Selected by tags, they are those that were read, and there may be more.",
    },
    httpTokens: {
      type: "string",
      doc: "`required` where the instance metadata service wants tokens (IMDSv2).",
    },
    hopLimit: {
      type: "int",
      doc: "How many network hops an answer of the instance metadata service may take.",
    },
    nodePools: {
      type: "list<NodePool>",
      doc: "The node pools that use it.",
      inverse: { of: "NodePool", by: "nodeClass" },
    },
  },
  suppliers: objectSuppliers(kinds, manifest),
});

function referenceOf(kind: Value | undefined, name: Value | undefined): Value {
  if (typeof kind === "string" && typeof name === "string") return `${kind}/${name}`;
  return new Unknown([kind, name].flatMap((part) => (part instanceof Unknown ? part.missing : [])));
}
