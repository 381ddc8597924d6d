import { Unknown } from "../../base/value.ts";
import type { Reader } from "../concept.ts";
import { orDefault, text, written } from "../read.ts";
import { mapAt, missingOf } from "../several.ts";

/** The namespace of a Kubernetes object. */
export const objectNamespace: Reader = (from) =>
  orDefault(text("namespace"), "default")({ ...from, root: mapAt(from.root, "metadata") });

/** The name of a Kubernetes object. Of one that the API server makes up, no more than its beginning is known. */
export const objectName: Reader = (from) => {
  const root = mapAt(from.root, "metadata");
  const reading = text("name")({ ...from, root });
  if (reading.origin !== "default") return reading;
  const prefix = root.get("generateName");
  const name = root.get("name");
  const reason = prefix.state === "absent" ? "not written" : "made up when it is created";
  const missing = { ...missingOf(name), reason };
  return written(new Unknown([missing]), prefix.state === "absent" ? name : prefix);
};
