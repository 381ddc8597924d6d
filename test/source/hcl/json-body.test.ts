import { describe, expect, test } from "vitest";
import { attributeExpression } from "../../../src/source/hcl/attribute.ts";
import { scanJson } from "../../../src/source/hcl/json-body.ts";
import { moduleReader } from "../../../src/source/hcl/module.ts";
import { referencesIn } from "../../../src/source/hcl/references.ts";
import type { Expression } from "../../../src/source/hcl/syntax.ts";
import { memoryTree } from "../../../src/source/tree.ts";

const text = `{
  "//": "made by a tool",
  "locals": [{ "zones": ["a", "b"] }, { "name": "x" }],
  "resource": {
    "aws_eks_node_group": {
      "main": {
        "//": "the nodes",
        "subnet_ids": "\${aws_subnet.a[*].id}",
        "scaling_config": [{ "min_size": 1, "max_size": null }]
      }
    },
    "aws_subnet": [{ "a": { "count": 2 } }, { "b": [{ "tags": { "\${var.tag}": true } }] }]
  },
  "module": { "vpc": { "source": "./vpc", "zones": ["\${local.zones[0]}", "b"] } },
  "variable": { "tag": {} },
  "output": { "ids": { "value": "\${lookup(var.m, \\"é\\u0061\\", module.vpc.ids)}-\\n\${var.x}" } },
  "data": { "aws_vpc": { "main": { "id": "$\${x}" } } },
  "provider": { "aws": [{ "alias": "west" }, {}] },
  "terraform": { "required_version": ">= 1.5" }
}`;

const body = scanJson(text);

function value(name: string): Expression {
  const attribute = body.blocks.flatMap(({ attributes }) => attributes.get(name) ?? [])[0];
  if (attribute === undefined) throw new Error(`no ${name}`);
  return attributeExpression(text, attribute);
}

const written = ({ span }: Expression) => text.slice(span.start, span.end);

describe("a `.tf.json` file", () => {
  test("has the blocks that it would have as HCL", () => {
    expect(
      body.blocks.map(({ type, labels, attributes }) => [[type, ...labels].join("."), ...attributes.keys()]),
    ).toEqual([
      ["locals", "zones"],
      ["locals", "name"],
      ["resource.aws_eks_node_group.main", "subnet_ids", "scaling_config"],
      ["resource.aws_subnet.a", "count"],
      ["resource.aws_subnet.b", "tags"],
      ["module.vpc", "source", "zones"],
      ["variable.tag"],
      ["output.ids", "value"],
      ["data.aws_vpc.main", "id"],
      ["provider.aws", "alias"],
      ["provider.aws"],
      ["terraform", "required_version"],
    ]);
  });

  test("says where blocks and attributes stand", () => {
    const [block] = body.blocks.filter(({ labels }) => labels.includes("main"));
    const cut = (span = { start: 0, end: 0 }) => text.slice(span.start, span.end);
    expect(cut(block?.header)).toBe('"main"');
    expect(cut(block?.attributes.get("subnet_ids")?.name)).toBe('"subnet_ids"');
    expect(cut(block?.attributes.get("subnet_ids")?.value)).toBe('"${aws_subnet.a[*].id}"');
  });

  test("its strings are templates, keys too", () => {
    expect(value("subnet_ids")).toMatchObject({ kind: "template", parts: [{ kind: "splat", path: ["id"] }] });
    expect(value("zones")).toMatchObject({ kind: "list", items: [{ value: "a" }, { value: "b" }] });
    expect(value("id")).toMatchObject({ kind: "literal", value: "${x}" });
    expect(value("tags")).toMatchObject({
      kind: "object",
      entries: [{ key: { kind: "template" }, value: { kind: "literal", value: true } }],
    });
    expect(value("scaling_config")).toMatchObject({
      items: [{ entries: [{ key: { value: "min_size" }, value: { value: 1 } }, { value: { value: null } }] }],
    });
    expect(referencesIn(value("value"))).toEqual(["var.m", "module.vpc.ids", "var.x"]);
  });

  test("offsets are those of the file, also after escapes", () => {
    const output = value("value");
    const [call, text, last] = output.kind === "template" ? output.parts : [];
    expect(text).toBe("-\n");
    expect(typeof call === "object" && written(call)).toBe('lookup(var.m, \\"é\\u0061\\", module.vpc.ids)');
    expect(typeof last === "object" && written(last)).toBe("var.x");
    expect(call).toMatchObject({ kind: "call", arguments: [{}, { value: "éa" }, {}] });
  });

  test("is read as one module with the `.tf` files beside it", () => {
    const module = moduleReader(
      memoryTree({
        "infra/main.tf": 'resource "aws_subnet" "a" {\n}\n',
        "infra/more.tf.json": '{"resource":{"aws_subnet":{"b":{"zone":"x"}}},"locals":{"l":"m"}}',
        "infra/more_override.tf.json": '{"resource":{"aws_subnet":{"a":{"zone":"y"}}}}',
      }),
    )("infra");
    expect(module?.declared).toEqual(["resource.aws_subnet.a", "resource.aws_subnet.b"]);
    expect(module?.blocks("resource", "aws_subnet", "a").map(({ source }) => source.file)).toEqual([
      "infra/more_override.tf.json",
      "infra/main.tf",
    ]);
    expect(module?.local("l")?.value.json).toBe(true);
  });

  test("whatever is wrong with it costs its own places only, and no time", () => {
    for (let end = 0; end <= text.length; end++) {
      for (const { attributes } of scanJson(text.slice(0, end)).blocks) {
        for (const attribute of attributes.values()) attributeExpression(text.slice(0, end), attribute);
      }
    }
    const cut = text.indexOf('"variable"');
    expect(scanJson(text.slice(0, cut)).blocks).toHaveLength(6);
    const start = performance.now();
    for (const part of ["[", '{"a":', '{"resource":{', '"\\"', "[[],"]) {
      const value = part.repeat(50_000);
      scanJson(value);
      const span = { start: 0, end: value.length };
      attributeExpression(value, { name: span, value: span, json: true });
    }
    expect(performance.now() - start).toBeLessThan(5_000);
  });

  test("what nests too deeply is broken", () => {
    const deep = `[1, ${"[".repeat(300)}${"]".repeat(300)}]`;
    const span = { start: 0, end: deep.length };
    expect(attributeExpression(deep, { name: span, value: span, json: true })).toMatchObject({
      items: [{ value: 1 }, { kind: "list" }],
    });
  });
});
