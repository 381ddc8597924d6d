import { expect, it } from "vitest";
import { read } from "../../../src/source/read.ts";
import { memoryTree } from "../../../src/source/tree.ts";

const cluster =
  "apiVersion: eksctl.io/v1alpha5\nkind: ClusterConfig\nmetadata: {name: prod, region: eu-west-1}\n";

it("a configuration is one declaration, called as its cluster", () => {
  const { declarations, inputs } = sources(cluster);
  expect(inputs).toEqual([{ file: "cluster.yaml", format: "eksctl", bytes: cluster.length, declares: 1 }]);
  expect(declarations[0]).toMatchObject({
    format: "eksctl",
    type: "ClusterConfig",
    owner: "prod",
    change: "declared",
  });
  expect(declarations[0]?.root.get("metadata", "region").json).toBe("eu-west-1");
});

it("manifests in the same file are read too", () => {
  const { declarations, inputs } = sources(
    `${cluster}---\napiVersion: v1\nkind: Namespace\nmetadata: {name: shop}\n`,
  );
  expect(inputs.map(({ format, declares }) => [format, declares])).toEqual([
    ["eksctl", 1],
    ["kubernetes", 1],
  ]);
  expect(declarations.map(({ owner, root }) => [owner, root.ref.document])).toEqual([
    ["prod", 0],
    ["Namespace/shop", 1],
  ]);
});

it("a key that stands twice is refused, as eksctl refuses it", () => {
  const { failures } = sources(`${cluster}vpc: {}\nvpc: {cidr: 10.0.0.0/16}\n`);
  expect(failures[0]).toMatchObject({ code: "unreadable", at: { file: "cluster.yaml", line: 5 } });
});

function sources(text: string) {
  return read(memoryTree({ "cluster.yaml": text }), { wanted: () => true });
}
