import { buildGraph, wantsTerraform } from "../../src/graph/build.ts";
import type { ClusterFiles } from "../../src/graph/cluster-files.ts";
import type { Entity, Graph } from "../../src/graph/graph.ts";
import { read } from "../../src/source/read.ts";
import { memoryTree } from "../../src/source/tree.ts";

/** The graph of some files. Fails where one of them cannot be read. */
export function graphOf(
  files: Readonly<Record<string, string>>,
  clusters: readonly ClusterFiles[] = [],
): Graph {
  const { declarations, failures } = read(memoryTree(files), { wanted: wantsTerraform });
  if (failures[0] !== undefined) throw failures[0];
  return buildGraph(declarations, clusters);
}

/** The entity of a concept with this name of its author's. */
export function entity(graph: Graph, concept: string, resource: string): Entity {
  const found = graph.entities(concept).find((each) => each.resource === resource);
  if (found === undefined) throw new Error(`no ${concept} ${resource}`);
  return found;
}

/** A CloudFormation template of these resources. */
export function template(resources: string): string {
  const indented = resources.replace(/^/gm, "  ");
  return `AWSTemplateFormatVersion: "2010-09-09"\nResources:\n${indented}\n`;
}

export interface Planned {
  readonly address: string;
  readonly after?: Record<string, unknown>;
  readonly unknown?: Record<string, unknown>;
  readonly before?: Record<string, unknown>;
  readonly actions?: readonly string[];
  readonly expressions?: Record<string, unknown>;
}

/** A Terraform plan of root module resources. */
export function plan(...resources: readonly Planned[]): string {
  const named = resources.map((resource) => {
    const [type = "", name = ""] = resource.address.replace(/^data\./, "").split(".");
    const mode = resource.address.startsWith("data.") ? "data" : "managed";
    return { resource, type, name, mode };
  });
  return JSON.stringify({
    format_version: "1.2",
    terraform_version: "1.11.4",
    resource_changes: named.map(({ resource, type, name, mode }) => ({
      address: resource.address,
      mode,
      type,
      name,
      provider_name: "registry.terraform.io/hashicorp/aws",
      change: {
        actions: resource.actions ?? ["create"],
        before: resource.before ?? null,
        after: resource.after ?? null,
        after_unknown: resource.unknown ?? {},
        before_sensitive: false,
        after_sensitive: {},
      },
    })),
    configuration: {
      root_module: {
        resources: named.map(({ resource, type, name, mode }) => ({
          address: resource.address,
          mode,
          type,
          name,
          provider_config_key: "aws",
          expressions: resource.expressions ?? {},
        })),
      },
    },
  });
}
