import { Failure } from "../../base/failure.ts";
import { type Path, showPath } from "../../base/place.ts";
import { type Declaration, type Json, standing } from "../declaration.ts";
import { isList, isObject, memberOf, type PlainRules, plainAttribute } from "../plain.ts";
import { owners } from "./owner.ts";

/**
 * Whether a document is something `kubectl apply` takes: an API version, a kind and metadata, or a list of such.
 * Without metadata it is most likely a tool's settings, unless its API is one of Kubernetes' own.
 */
export function isManifest(document: Json | undefined): boolean {
  if (!isObject(document)) return false;
  const { apiVersion, kind } = document;
  if (typeof apiVersion !== "string" || typeof kind !== "string" || kind === "") return false;
  if (isListOf(document)) return true;
  if (isToolSettings(apiVersion)) return false;
  return isObject(memberOf(document, "metadata")) || /^(apps|batch|autoscaling|policy)\//.test(apiVersion);
}

/**
 * The objects of a file, one declaration each; the members of a `List` stand for themselves. Where the same name
 * is declared more than once, the later ones are `Deployment/shop/web#2` and so on.
 */
export function readManifests(
  documents: readonly Json[],
  file: string,
  rules: PlainRules,
): readonly Declaration[] {
  const nameFor = owners();
  return documents.flatMap((document, index) => {
    if (!isManifest(document)) return [];
    return objectsIn(document, file).map((object): Declaration => {
      const type = `${object.apiVersion}/${object.kind}`;
      const owner = nameFor(object.kind, memberOf(object.json, "metadata"));
      const ref = { format: "kubernetes", file, owner, document: index, path: object.path } as const;
      const root = plainAttribute(
        ref,
        object.json,
        object.kind === "Secret" ? withSecrets(rules, object.path) : rules,
      );
      return standing(type, file, root);
    });
  });
}

interface KubernetesObject {
  readonly apiVersion: string;
  readonly kind: string;
  readonly json: Json;
  readonly path: Path;
}

interface Typed {
  readonly apiVersion: Json;
  readonly kind: string;
}

/** Members of a typed list (`DeploymentList`) need not repeat what they are. */
function objectsIn(
  document: Json,
  file: string,
  path: Path = [],
  typed?: Typed,
): readonly KubernetesObject[] {
  const apiVersion = memberOf(document, "apiVersion") ?? typed?.apiVersion;
  const kind = memberOf(document, "kind") ?? typed?.kind;
  if (typeof apiVersion !== "string" || typeof kind !== "string" || kind === "" || !isObject(document)) {
    const message = `\`${showPath(path)}\` of this list is no object with an \`apiVersion\` and a \`kind\``;
    throw new Failure("unreadable", message, { at: { file } });
  }
  const items = isListOf(document) ? memberOf(document, "items") : undefined;
  if (!isList(items)) return isPatchThatDeletes(document) ? [] : [{ apiVersion, kind, json: document, path }];
  const members: KubernetesObject[] = [];
  for (const [index, item] of items.entries()) {
    members.push(
      ...objectsIn(item, file, [...path, "items", index], {
        apiVersion,
        kind: kind.slice(0, -"List".length),
      }),
    );
  }
  return members;
}

function isListOf(document: Json): boolean {
  const kind = memberOf(document, "kind");
  return typeof kind === "string" && kind.endsWith("List") && isList(memberOf(document, "items"));
}

/** Files that look like objects and are settings of a command line tool. */
function isToolSettings(apiVersion: string): boolean {
  return /^(kustomize\.config\.k8s\.io|kind\.x-k8s\.io|skaffold|eksctl\.io)\//.test(apiVersion);
}

/** Kustomize's way to say that an object shall not be there. */
function isPatchThatDeletes(document: Json): boolean {
  return memberOf(document, "$patch") === "delete";
}

function withSecrets(rules: PlainRules, root: Path): PlainRules {
  const secret = (path: Path): boolean => {
    const [section, ...rest] = path.slice(root.length);
    if (section === "data" || section === "stringData") return true;
    return section === "metadata" && rest[1] === "kubectl.kubernetes.io/last-applied-configuration";
  };
  return { ...rules, secret };
}
