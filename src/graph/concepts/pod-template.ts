import type { Path } from "../../base/place.ts";
import type { Attribute } from "../../source/declaration.ts";
import type { Reader } from "../concept.ts";
import { mapAt, missingOf } from "../several.ts";
import { unreadAttribute } from "../unread.ts";

/** What the pods of an object are made from: for a Pod, itself. */
export function podTemplate(root: Attribute): Attribute {
  return required(root, ...templateOf(root));
}

/** The pod specification, which stands elsewhere in a Pod and in a CronJob. */
export function podSpec(root: Attribute): Attribute {
  return required(root, ...templateOf(root), "spec");
}

/** What says how a Job runs, also of the jobs that a CronJob starts. */
export function jobSpec(root: Attribute): Attribute {
  return root.get("kind").json === "CronJob"
    ? required(root, "spec", "jobTemplate", "spec")
    : required(root, "spec");
}

/** Reads from the pod specification. */
export function ofPod(reader: Reader): Reader {
  return (origin) => reader({ ...origin, root: podSpec(origin.root) });
}

/** Reads from the pod template. */
export function ofTemplate(reader: Reader): Reader {
  return (origin) => reader({ ...origin, root: podTemplate(origin.root) });
}

/** A manifest without it is only a part of one, and what the rest of it says is not known. */
export function required(root: Attribute, ...path: Path): Attribute {
  const map = mapAt(root, ...path);
  return map.state === "absent"
    ? unreadAttribute(map.ref, { ...missingOf(map), reason: "not written" })
    : map;
}

function templateOf(root: Attribute): Path {
  switch (root.get("kind").json) {
    case "Pod":
      return [];
    case "CronJob":
      return ["spec", "jobTemplate", "spec", "template"];
    default:
      return ["spec", "template"];
  }
}
