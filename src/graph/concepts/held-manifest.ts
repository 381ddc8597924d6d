import type { Attribute } from "../../source/declaration.ts";
import type { Part } from "../concept.ts";
import { missingOf, perhaps } from "../several.ts";
import { unreadAttribute } from "../unread.ts";

/**
 * The manifest that a `kubernetes_manifest` resource holds, if it is one of these (`apps/v1/Deployment`). One whose
 * kind is not known may be, and then nothing of it is.
 */
export function heldManifest(held: Attribute, types: readonly string[]): readonly Part[] {
  const [version, kind] = [held.get("apiVersion"), held.get("kind")];
  const open = [held, version, kind].find((attribute) => attribute.state === "unknown");
  if (open === undefined)
    return types.includes(`${text(version)}/${text(kind)}`) ? [{ root: held, key: "" }] : [];
  const mayBe = types.some((type) => fits(type, version, kind));
  const missing = missingOf(open);
  return mayBe ? [{ root: unreadAttribute(held.ref, missing), key: "", count: perhaps([missing]) }] : [];
}

function fits(type: string, version: Attribute, kind: Attribute): boolean {
  const slash = type.lastIndexOf("/");
  const isVersion = version.state === "unknown" || text(version) === type.slice(0, slash);
  return isVersion && (kind.state === "unknown" || text(kind) === type.slice(slash + 1));
}

function text({ json }: Attribute): string {
  return typeof json === "string" ? json : "";
}
