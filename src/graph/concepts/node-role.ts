import { concept, type Supplier } from "../concept.ts";
import { always } from "../read.ts";
import { cluster } from "./cluster.ts";
import { nodeClass } from "./node-class.ts";
import { nodeGroup } from "./node-group.ts";

type Name = "role" | "cluster" | "of";

export const nodeRole = concept<Name>({
  name: "NodeRole",
  doc: "A role that is given to nodes: by a node group, by a node class, or by a cluster in EKS Auto Mode.",
  fields: {
    role: { type: "IamRole?", doc: "The role; null where none is named." },
    cluster: { type: "Cluster?", doc: "The cluster of the nodes." },
    of: { type: "string", doc: "What gives it to nodes: `node group`, `node class` or `Auto Mode`." },
  },
  suppliers: [
    ...ofHolder("node group", nodeGroup.suppliers),
    ...ofHolder("node class", nodeClass.suppliers, nodeClass.fields.cluster?.derive),
    ...ofAutoMode(cluster.suppliers),
  ],
});

/** Wherever there is a holder there is the role it gives to nodes. */
function ofHolder(
  of: string,
  suppliers: readonly Supplier[],
  clusterOf?: Supplier["fields"][string],
): readonly Supplier<Name>[] {
  return suppliers.flatMap(({ fields, ...rest }) => {
    const { role, cluster: ofCluster = clusterOf } = fields;
    if (role === undefined) return [];
    return [
      {
        ...rest,
        fields: { role, of: always(of), ...(ofCluster === undefined ? {} : { cluster: ofCluster }) },
      },
    ];
  });
}

function ofAutoMode(suppliers: readonly Supplier[]): readonly Supplier<Name>[] {
  return suppliers.flatMap(({ fields, format, types }) => {
    const { autoModeNodeRole: role } = fields;
    return role === undefined
      ? []
      : [{ format, types, fields: { role, of: always("Auto Mode"), cluster: always(null) } }];
  });
}
