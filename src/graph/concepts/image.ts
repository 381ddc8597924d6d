import type { Value } from "../../base/value.ts";

/** The tag of an image: `latest` where none is written, null where its digest says which one it is. */
export function sharedTag(image: Value): Value {
  if (typeof image !== "string") return image;
  if (image.includes("@")) return null;
  const name = image.slice(image.lastIndexOf("/") + 1);
  const colon = name.indexOf(":");
  return colon < 0 ? "latest" : name.slice(colon + 1);
}
