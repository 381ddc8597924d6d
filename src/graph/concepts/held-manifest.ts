import type { Missing } from "../../base/value.ts";
import type { Attribute, Declaration } from "../../source/declaration.ts";
import { anyType, type Part, type Reader } from "../concept.ts";
import { one } from "../link.ts";
import { anyNumber, blocksOf, missingOf, perhaps } from "../several.ts";
import { unreadAttribute } from "../unread.ts";
import { manifestsInText } from "./manifest-text.ts";

/** Terraform resources that hold a manifest as it is written. */
export const manifestHolders: readonly string[] = ["kubernetes_manifest", "kubectl_manifest"];

/** What CDK writes for the manifests of a cluster: a list of them, as text. */
export const cdkManifests: readonly string[] = ["Custom::AWSCDK-EKS-KubernetesResource"];

/** The cluster that CDK's resource names, which is not in the manifest. */
export const cdkManifestCluster: Reader = (from) =>
  one("Cluster", "ClusterName")({ ...from, root: from.declaration.root });

/**
 * The objects that such a resource holds, those of these types (`apps/v1/Deployment`, or any). One whose kind is not known may
 * be of them, and then nothing of it is.
 */
export function heldManifests(...types: readonly string[]): (declaration: Declaration) => readonly Part[] {
  return (declaration) => {
    if (cdkManifests.includes(declaration.type)) {
      return membersOf({ list: declaration.root.get("Manifest"), name: "Manifest" }, types);
    }
    if (declaration.type !== "kubectl_manifest") return heldIn(declaration.root.get("manifest"), types, "");
    return manifestsInText(declaration).flatMap(({ key, root, missing }) =>
      heldIn(root, types, key).map((part) => (missing === undefined ? part : doubted(part, missing))),
    );
  };
}

/** A list stands for its members. */
function heldIn(held: Attribute, types: readonly string[], key: string): readonly Part[] {
  const [version, kind] = [held.get("apiVersion"), held.get("kind")];
  const open = [held, version, kind].find((attribute) => attribute.state === "unknown");
  if (open === undefined) {
    if (isList(kind)) {
      return membersOf({ list: held.get("items"), name: key === "" ? "items" : `${key}.items` }, types);
    }
    return isAny(types) || types.includes(`${text(version)}/${text(kind)}`) ? [{ root: held, key }] : [];
  }
  const mayBe = isAny(types) || isList(kind) || types.some((type) => fits(type, version, kind));
  const missing = missingOf(open);
  return mayBe ? [{ root: unreadAttribute(held.ref, missing), key, count: perhaps([missing]) }] : [];
}

interface Members {
  readonly list: Attribute;
  readonly name: string;
}

function membersOf({ list, name }: Members, types: readonly string[]): readonly Part[] {
  return blocksOf(list, name).flatMap((member) =>
    heldIn(member.root, types, member.key).map((part) =>
      member.count === undefined ? part : { ...part, count: anyNumber(member.count.missing) },
    ),
  );
}

function doubted(part: Part, missing: Missing): Part {
  return part.count === undefined ? { ...part, count: perhaps([missing]) } : part;
}

function isAny(types: readonly string[]): boolean {
  return types.includes(anyType);
}

function isList(kind: Attribute): boolean {
  return text(kind) === "List";
}

function fits(type: string, version: Attribute, kind: Attribute): boolean {
  const slash = type.lastIndexOf("/");
  const isVersion = version.state === "unknown" || text(version) === type.slice(0, slash);
  return isVersion && (kind.state === "unknown" || text(kind) === type.slice(slash + 1));
}

function text({ json }: Attribute): string {
  return typeof json === "string" ? json : "";
}
