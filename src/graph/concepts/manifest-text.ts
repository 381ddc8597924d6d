import { Failure } from "../../base/failure.ts";
import type { Path } from "../../base/place.ts";
import type { Missing } from "../../base/value.ts";
import type { Attribute, Declaration, Json } from "../../source/declaration.ts";
import { isObject, memberOf, plainAttribute } from "../../source/plain.ts";
import { loadYaml } from "../../source/yaml/load.ts";
import { missingOf } from "../several.ts";
import { unreadAttribute } from "../unread.ts";

/** An object that stands in a text. */
export interface WrittenManifest {
  readonly root: Attribute;
  /** Tells it from the others of the text; empty for the first. */
  readonly key: string;
  /** Why it may not be there. */
  readonly missing?: Missing;
}

/** Every concept that can be written as a manifest asks; the text is parsed once. */
const parsed = new WeakMap<Declaration, readonly WrittenManifest[]>();

/**
 * The objects in the text of a `kubectl_manifest`. A text that is not known or is not YAML is one object of which
 * nothing is known.
 */
export function manifestsInText(declaration: Declaration): readonly WrittenManifest[] {
  const before = parsed.get(declaration);
  if (before !== undefined) return before;
  const manifests = parse(declaration.root);
  parsed.set(declaration, manifests);
  return manifests;
}

function parse(resource: Attribute): readonly WrittenManifest[] {
  const body = resource.get("yaml_body");
  const namespace = resource.get("override_namespace");
  const open = [body, namespace].find(({ state }) => state === "unknown");
  if (open === body && body.document !== undefined && namespace.state === "absent")
    return [{ root: body.document, key: "" }];
  if (open !== undefined) return [{ root: unreadAttribute(body.ref, missingOf(open)), key: "" }];
  const documents = documentsIn(body);
  if (documents === undefined) {
    return [{ root: unreadAttribute(body.ref, { ...missingOf(body), reason: "not valid YAML" }), key: "" }];
  }
  const shown = documentsIn(resource.get("yaml_body_parsed")) ?? [];
  return documents.map((document, index): WrittenManifest => {
    const applied = placedIn(namespace, document);
    const root = plainAttribute(body.ref, applied, { secret: hiddenIn(applied, shown[index], body) });
    // Old versions of the provider apply the first document only; newer ones refuse the text.
    const missing = { ...missingOf(body), reason: "several documents, of which one is applied" };
    return index === 0 ? { root, key: "" } : { root, key: `document ${index + 1}`, missing };
  });
}

function documentsIn({ json, ref }: Attribute): readonly Json[] | undefined {
  if (typeof json !== "string") return undefined;
  try {
    return loadYaml(json, ref.file, "manifest").filter((document) => document !== null);
  } catch (error) {
    if (error instanceof Failure) return undefined;
    throw error;
  }
}

/** The provider puts its own namespace over the one that is written. */
function placedIn({ json: namespace }: Attribute, document: Json): Json {
  if (typeof namespace !== "string" || namespace === "" || !isObject(document)) return document;
  const metadata = memberOf(document, "metadata");
  return { ...document, metadata: { ...(isObject(metadata) ? metadata : {}), namespace } };
}

/**
 * The provider marks the whole text as secret and shows it beside, without what its author calls secret. What is shown
 * there as it is written is none.
 */
function hiddenIn(document: Json, shown: Json | undefined, body: Attribute): (path: Path) => boolean {
  if (!body.sensitive) return () => false;
  const below = body.ref.path.length;
  return (path) => {
    let [own, other]: (Json | undefined)[] = [document, shown];
    for (const step of path.slice(below)) {
      if (typeof own !== "object" || own === null) break;
      own = memberOf(own, step);
      other = memberOf(other, step);
    }
    return typeof own === "object" && own !== null
      ? typeof other !== "object" || other === null
      : own !== other;
  };
}
