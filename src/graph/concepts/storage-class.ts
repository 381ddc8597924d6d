import { concept } from "../concept.ts";
import { asFlag, dictionary, firstOf, flag, orDefault, scalarValue, text, written } from "../read.ts";
import { objectCluster } from "./object-fields.ts";
import { objectName } from "./object-name.ts";
import { objectSuppliers } from "./object-suppliers.ts";

export const storageClass = concept({
  name: "StorageClass",
  doc: "How volumes are made for claims.",
  identity: ["name"],
  fields: {
    cluster: objectCluster,
    name: { type: "string", doc: "Its name." },
    provisioner: { type: "string?", doc: "What makes the volumes: `ebs.csi.aws.com`." },
    parameters: { type: "map<string>", doc: "What the provisioner is told." },
    bindingMode: {
      type: "string",
      doc: "`Immediate`, or `WaitForFirstConsumer` where the volume is made in the zone of the first pod.",
    },
    reclaimPolicy: { type: "string", doc: "`Delete` or `Retain`." },
    expandable: { type: "bool", doc: "Whether its volumes can be made larger." },
    isDefault: { type: "bool", doc: "Whether claims that name no class get it." },
  },
  suppliers: objectSuppliers(["storage.k8s.io/v1/StorageClass"], {
    name: objectName,
    provisioner: firstOf(text("provisioner"), text("storageProvisioner")),
    parameters: dictionary("parameters"),
    bindingMode: orDefault(text("volumeBindingMode"), "Immediate"),
    reclaimPolicy: orDefault(text("reclaimPolicy"), "Delete"),
    expandable: orDefault(flag("allowVolumeExpansion"), false),
    isDefault: ({ root }) => {
      const mark = root.get("metadata", "annotations", "storageclass.kubernetes.io/is-default-class");
      return written(scalarValue(mark, asFlag) ?? false, mark);
    },
  }),
});
