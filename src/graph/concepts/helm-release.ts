import { concept } from "../concept.ts";
import { orDefault, text } from "../read.ts";
import { helmValues } from "./helm-values.ts";
import { manifestCluster } from "./manifest-cluster.ts";

export const helmRelease = concept({
  name: "HelmRelease",
  doc: "A Helm chart that Terraform installs: which chart and with which values. What the chart makes of them is not seen: its workloads are judged where the rendered chart is read.",
  fields: {
    cluster: {
      type: "Cluster",
      doc: "The cluster it is installed in: the one that `clusters` of the configuration says, else the only one of its plan, else the only one that was read.",
      derive: manifestCluster,
    },
    name: { type: "string", doc: "Its name." },
    namespace: { type: "string", doc: "The namespace it is installed in; `default` where none is written." },
    chart: { type: "string", doc: "The chart: a name in its repository, a path, or an address." },
    repository: {
      type: "string?",
      doc: "The address of the repository; null where the chart says where it is.",
    },
    version: { type: "string?", doc: "The chart's version; null where the newest is taken." },
    values: {
      type: "map<dyn>",
      doc: "The values it gives the chart: its texts one over the other, and what `set`, `set_list` and `set_sensitive` put over them. The chart's own defaults are not among them.",
    },
  },
  suppliers: [
    {
      format: "terraform",
      types: ["helm_release"],
      fields: {
        name: text("name"),
        namespace: orDefault(text("namespace"), "default"),
        chart: text("chart"),
        repository: text("repository"),
        version: text("version"),
        values: helmValues,
      },
    },
  ],
});
