import { expect, it } from "vitest";
import type { Declaration } from "../../../src/source/declaration.ts";
import { read } from "../../../src/source/read.ts";
import { memoryTree } from "../../../src/source/tree.ts";

it("a file may hold several objects, each with its type, name and document", () => {
  const declarations = manifests(`
apiVersion: v1
kind: ServiceAccount
metadata: { name: web, namespace: shop }
---
# nothing here
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: web }
spec: { replicas: 3 }
---
apiVersion: v1
kind: Namespace
metadata: { name: shop }
`);
  expect(declarations.map(({ type, owner, root }) => [type, owner, root.ref.document])).toEqual([
    ["v1/ServiceAccount", "ServiceAccount/shop/web", 0],
    ["apps/v1/Deployment", "Deployment/default/web", 2],
    ["v1/Namespace", "Namespace/shop", 3],
  ]);
  expect(declarations[1]?.root.get("spec", "replicas")).toMatchObject({
    state: "known",
    json: 3,
    ref: {
      format: "kubernetes",
      file: "a.yaml",
      owner: "Deployment/default/web",
      document: 2,
      path: ["spec", "replicas"],
    },
  });
});

it("the members of a list stand for themselves, with the path that leads to them", () => {
  const declarations = manifests(`
apiVersion: v1
kind: List
items:
  - { apiVersion: v1, kind: Service, metadata: { name: a } }
  - { apiVersion: v1, kind: Service, metadata: { name: b }, spec: { type: NodePort } }
`);
  expect(declarations.map(({ owner }) => owner)).toEqual(["Service/default/a", "Service/default/b"]);
  expect(declarations[1]?.root.get("spec", "type").ref.path).toEqual(["items", 1, "spec", "type"]);
});

it("the members of a typed list need not say what they are", () => {
  const text = "{apiVersion: rbac.authorization.k8s.io/v1, kind: RoleList, items: [{metadata: {name: a}}]}";
  expect(manifests(`apiVersion: v1\n---\n${text}`).map(({ type }) => type)).toEqual([
    "rbac.authorization.k8s.io/v1/Role",
  ]);
});

it("a name that comes again is told apart", () => {
  const one = "apiVersion: v1\nkind: Pod\nmetadata: {name: a}\n";
  expect(manifests([one, one, one].join("---\n")).map(({ owner }) => owner)).toEqual([
    "Pod/default/a",
    "Pod/default/a#2",
    "Pod/default/a#3",
  ]);
});

it("a generated name ends in a star", () => {
  expect(manifests("apiVersion: batch/v1\nkind: Job\nmetadata: {generateName: run-}")[0]?.owner).toBe(
    "Job/default/run-*",
  );
});

it("what a Secret holds is secret, at any depth", () => {
  const [secret] = manifests(
    "apiVersion: v1\nkind: Secret\nmetadata: {name: a}\nstringData: {password: hunter2}\n",
  );
  expect(secret?.root.get("stringData").sensitive).toBe(true);
  expect(secret?.root.get("stringData", "password").sensitive).toBe(true);
  expect(secret?.root.get("metadata", "name").sensitive).toBe(false);
});

it("a placeholder is unknown, and so is what it is part of", () => {
  const [pod] = manifests(`
apiVersion: v1
kind: Pod
metadata: { name: a, annotations: { role: "arn:aws:iam::\${ACCOUNT}:role/x" } }
spec: { image: $IMAGE, tag: "{{ tag }}", price: "$5", nodeName: b, user: "system:node:{{EC2PrivateDNSName}}" }
`);
  const spec = pod?.root.get("spec");
  expect(pod?.root.get("metadata", "annotations", "role")).toMatchObject({
    state: "unknown",
    missing: {
      attribute: "Pod/default/a.metadata.annotations.role",
      reason: "filled in by a placeholder",
    },
  });
  expect(["image", "tag", "price", "nodeName", "user"].map((key) => spec?.get(key).state)).toEqual([
    "unknown",
    "unknown",
    "known",
    "known",
    "known",
  ]);
  expect(spec?.json).toBeUndefined();
});

it("null is not set", () => {
  const [pod] = manifests("apiVersion: v1\nkind: Pod\nmetadata: {name: a}\nspec:\n");
  expect(pod?.root.get("spec").state).toBe("absent");
  expect(pod?.root.get("spec", "containers", 0, "image").state).toBe("absent");
});

it("nothing is found that nobody wrote", () => {
  const [pod] = manifests("apiVersion: v1\nkind: Pod\nmetadata: {name: a}\n");
  expect(pod?.root.get("constructor").state).toBe("absent");
  expect(pod?.root.get("metadata", "name", "length").state).toBe("absent");
});

it("JSON is read as well", () => {
  const json = JSON.stringify({ apiVersion: "v1", kind: "Pod", metadata: { name: "a" } });
  expect(read(memoryTree({ "a.json": json }), { wanted: () => true }).declarations[0]?.owner).toBe(
    "Pod/default/a",
  );
});

it.each([
  [
    "a kustomization",
    "apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\nresources: [a.yaml]",
  ],
  ["a kubeconfig", "apiVersion: v1\nkind: Config\nclusters: []"],
  ["settings of kind", "apiVersion: kind.x-k8s.io/v1alpha4\nkind: Cluster\nmetadata: {name: a}"],
])("%s is no manifest", (_, text) => {
  expect(read(memoryTree({ "a.yaml": text }), { wanted: () => true })).toMatchObject({
    declarations: [],
    failures: [],
    leftAlone: 1,
  });
});

function manifests(text: string): readonly Declaration[] {
  const { declarations, failures } = read(memoryTree({ "a.yaml": text }), { wanted: () => true });
  expect(failures).toEqual([]);
  return declarations;
}
