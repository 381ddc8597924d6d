import type { Declaration } from "../../source/declaration.ts";
import type { Lookup, Part, Reader, Supplier } from "../concept.ts";
import { cdkManifestCluster, cdkManifests, heldManifests, manifestHolders } from "./held-manifest.ts";
import { providerManifest, providerTypes } from "./provider-manifest.ts";

/** What an object holds that is one entity each: the containers of a workload. */
type Inside = (object: Part, declaration: Declaration) => readonly Part[];

const itself: Inside = (object) => [object];

/**
 * How Kubernetes objects of these kinds (`apps/v1/Deployment`) are supplied by every format that can hold one: as a
 * manifest, inside a Terraform resource or CDK's custom resource, and as a resource of Terraform's Kubernetes provider.
 */
export function objectSuppliers<const Name extends string>(
  kinds: readonly string[],
  fields: Readonly<Partial<Record<Name, Reader>>>,
  inside: Inside = itself,
): readonly Supplier<Name | "cluster">[] {
  const within =
    (parts: (declaration: Declaration, lookup: Lookup) => readonly Part[]) =>
    (declaration: Declaration, lookup: Lookup) =>
      parts(declaration, lookup).flatMap((object) => inside(object, declaration));
  const held = within(heldManifests(...kinds));
  const own = fields as Supplier<Name | "cluster">["fields"];
  return [
    { format: "kubernetes", types: kinds, parts: within(({ root }) => [{ root, key: "" }]), fields: own },
    { format: "terraform", types: manifestHolders, parts: held, fields: own },
    {
      format: "cloudformation",
      types: cdkManifests,
      parts: held,
      fields: { ...own, cluster: cdkManifestCluster },
    },
    { format: "terraform", types: providerTypes(kinds), parts: within(providerManifest), fields: own },
  ];
}
