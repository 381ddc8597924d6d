import type { Attribute, Declaration } from "../../source/declaration.ts";
import { concept, type Part } from "../concept.ts";
import { text, texts } from "../read.ts";
import { blocksOf, mapAt } from "../several.ts";
import { oneOfCluster } from "./manifest-cluster.ts";
import { objectFields } from "./object-fields.ts";
import { objectName, objectNamespace } from "./object-name.ts";
import { objectSuppliers } from "./object-suppliers.ts";

const statefulSet = "apps/v1/StatefulSet";

const manifest = {
  name: objectName,
  storageClass: oneOfCluster("StorageClass", "spec", "storageClassName"),
  volume: text("spec", "volumeName"),
  accessModes: texts("spec", "accessModes"),
  size: text("spec", "resources", "requests", "storage"),
};

export const persistentVolumeClaim = concept({
  name: "PersistentVolumeClaim",
  doc: "A claim for a volume: one by itself, or one that a StatefulSet makes for each of its pods.",
  fields: {
    ...objectFields,
    storageClass: {
      type: "StorageClass?",
      doc: "The class its volume is made by; null where it names none, so that the default one is taken.",
    },
    volume: { type: "string?", doc: "The volume it names; null where it takes any." },
    accessModes: { type: "list<string>", doc: "How it is mounted: `ReadWriteOnce` ..." },
    size: { type: "string?", doc: "How large it wants to be." },
  },
  suppliers: [
    ...objectSuppliers(["v1/PersistentVolumeClaim"], { ...manifest, namespace: objectNamespace }),
    ...objectSuppliers(
      [statefulSet],
      {
        ...manifest,
        namespace: (from) => objectNamespace({ ...from, root: from.part.aspects?.workload ?? from.root }),
      },
      templatesOf,
    ),
  ],
});

function templatesOf(object: Part, { owner }: Declaration): readonly Part[] {
  const list = "volumeClaimTemplates";
  const templates: Attribute = mapAt(object.root, "spec").get(list);
  return blocksOf(templates, list).map((member): Part => {
    const name = member.root.get("metadata", "name").json;
    const count = member.count ?? object.count;
    return {
      root: member.root,
      key: object.key === "" ? member.key : `${object.key}.${member.key}`,
      resource: `${object.resource ?? owner}/${typeof name === "string" ? name : member.key}`,
      aspects: { workload: object.root },
      marks: { workload: object.key },
      ...(count === undefined ? {} : { count }),
    };
  });
}
