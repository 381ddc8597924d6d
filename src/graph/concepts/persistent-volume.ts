import { concept } from "../concept.ts";
import { dictionary, text, texts } from "../read.ts";
import { objectCluster } from "./object-fields.ts";
import { objectName } from "./object-name.ts";
import { objectSuppliers } from "./object-suppliers.ts";

export const persistentVolume = concept({
  name: "PersistentVolume",
  doc: "A volume that is written down, instead of made for a claim.",
  fields: {
    cluster: objectCluster,
    name: { type: "string", doc: "Its name." },
    driver: {
      type: "string?",
      doc: "The CSI driver that mounts it: `efs.csi.aws.com`; null for other kinds.",
    },
    attributes: { type: "map<string>", doc: "What the driver is told of it." },
    mountOptions: { type: "list<string>", doc: "How it is mounted: `tls`." },
  },
  suppliers: objectSuppliers(["v1/PersistentVolume"], {
    name: objectName,
    driver: text("spec", "csi", "driver"),
    attributes: dictionary("spec", "csi", "volumeAttributes"),
    mountOptions: texts("spec", "mountOptions"),
  }),
});
