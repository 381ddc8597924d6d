import type { Path } from "../../base/place.ts";
import type { Field, Origin, Reader } from "../concept.ts";
import type { Reading } from "../graph.ts";
import { firstOf, text, unknownOf, written } from "../read.ts";

/** Before Kubernetes 1.30 an annotation of the pod named the AppArmor profile of each container. */
const annotation = "container.apparmor.security.beta.kubernetes.io/";

const formerNames: ReadonlyMap<string, string> = new Map([
  ["runtime/default", "RuntimeDefault"],
  ["unconfined", "Unconfined"],
]);

export const confinementFields = {
  appArmorProfile: {
    type: "string?",
    doc: "The type of its AppArmor profile, its own, that of its annotation or the pod's: `RuntimeDefault`, `Localhost` or `Unconfined`; null where none is written.",
  },
  seLinuxType: { type: "string?", doc: "The SELinux type it asks for, its own or the pod's." },
  seLinuxUser: { type: "string?", doc: "The SELinux user it asks for, its own or the pod's." },
  seLinuxRole: { type: "string?", doc: "The SELinux role it asks for, its own or the pod's." },
} satisfies Readonly<Record<string, Field>>;

/** What keeps a container's processes apart from those of the node. */
export const confinement = {
  appArmorProfile: firstOf(text("securityContext", "appArmorProfile", "type"), annotated, (from) =>
    ofPod(from, "appArmorProfile", "type"),
  ),
  seLinuxType: seLinux("type"),
  seLinuxUser: seLinux("user"),
  seLinuxRole: seLinux("role"),
} satisfies Readonly<Record<string, Reader>>;

function seLinux(name: string): Reader {
  return firstOf(text("securityContext", "seLinuxOptions", name), (from) =>
    ofPod(from, "seLinuxOptions", name),
  );
}

function ofPod(from: Origin, ...path: Path): Reading {
  return text(...path)({ ...from, root: from.part.aspects?.podSecurity ?? from.root.get("none") });
}

/** The annotation is named after the container: where that name is not known, any of them may be meant. */
function annotated(from: Origin): Reading {
  const annotations = from.part.aspects?.annotations ?? from.root.get("none");
  const name = from.root.get("name");
  if (typeof name.json !== "string") {
    const isOpen =
      name.state === "unknown" && annotations.entries().some(([key]) => key.startsWith(annotation));
    const nothing = written(null, annotations.get(annotation));
    return isOpen ? { ...nothing, value: unknownOf(name), origin: "written" } : nothing;
  }
  const reading = text(`${annotation}${name.json}`)({ ...from, root: annotations });
  return typeof reading.value === "string" ? { ...reading, value: typeNamed(reading.value) } : reading;
}

function typeNamed(profile: string): string {
  return profile.startsWith("localhost/") ? "Localhost" : (formerNames.get(profile) ?? profile);
}
