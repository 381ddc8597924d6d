import { describe, expect, it } from "vitest";
import { Failure, showFailure } from "../../src/base/failure.ts";
import { read } from "../../src/source/read.ts";
import type { Progress, Sources } from "../../src/source/sources.ts";
import { type FileTree, memoryTree } from "../../src/source/tree.ts";

const plan = JSON.stringify({
  format_version: "1.2",
  terraform_version: "1.9.0",
  planned_values: { root_module: {} },
  resource_changes: [
    {
      address: "aws_vpc.a",
      mode: "managed",
      type: "aws_vpc",
      name: "a",
      provider_name: "registry.terraform.io/hashicorp/aws",
      change: { actions: ["create"], before: null, after: { cidr_block: "10.0.0.0/16" }, after_unknown: {} },
    },
  ],
  configuration: { root_module: {} },
});
const pod = "apiVersion: v1\nkind: Pod\nmetadata: {name: a}\n";
const stack = "Resources:\n  A: {Type: 'AWS::EC2::VPC'}\n";
const archive = Buffer.concat([
  Buffer.from("PK\u0003\u0004"),
  Buffer.alloc(26),
  Buffer.from("tfplan"),
  Buffer.alloc(90),
]);

describe("a file is what its content says", () => {
  it.each([
    ["terraform", plan],
    ["terraform", `\uFEFF${plan}`],
    ["terraform", Buffer.from(`\uFEFF${plan}`, "utf16le")],
    ["terraform", Buffer.from(`\uFEFF${plan}`, "utf16le").swap16()],
    ["terraform", `[command]/usr/bin/terraform-bin show -json tfplan\n${plan}\n::debug::exitcode: 0\n`],
    [
      "terraform",
      JSON.stringify({ configuration: { root_module: { x: "y".repeat(200_000) } }, ...JSON.parse(plan) }),
    ],
    ["cloudformation", stack],
    ["cloudformation", JSON.stringify({ Resources: { A: { Type: "AWS::EC2::VPC" } } })],
    ["cloudformation", "AWSTemplateFormatVersion: '2010-09-09'\nResources: {A: {Type: !Rain::Module x}}\n"],
    [
      "cloudformation",
      "  AWSTemplateFormatVersion: 2010-09-09\n  Resources:\n    A: { Type: AWS::EC2::VPC }\n",
    ],
    ["kubernetes", pod],
    ["kubernetes", `# a comment\n---\n${pod}`],
    ["kubernetes", Buffer.from(`\uFEFF${pod}`, "utf16le")],
    ["eksctl", "apiVersion: eksctl.io/v1alpha5\nkind: ClusterConfig\nmetadata: {name: a, region: b}\n"],
  ])("%s %#", (format, content) => {
    const { inputs, failures } = sources({ file: content });
    expect(failures).toEqual([]);
    expect(inputs).toMatchObject([{ file: "file", format, declares: 1 }]);
  });
});

describe("what is none of ours is left alone and counted", () => {
  it.each([
    ["a workflow", "on: push\njobs:\n  a:\n    steps:\n      - run: echo ${{ github.sha }}\n"],
    ["a compose file", "services:\n  web:\n    image: nginx\n"],
    ["an OpenAPI document", "openapi: 3.0.0\npaths: {}\n"],
    ["values of a chart", "image:\n  tag: 1\nresources: {}\n"],
    ["an ARM template", '{"$schema": "https://schema", "resources": [{"apiVersion": "2020-01-01"}]}'],
    [
      "a playbook",
      "- hosts: all\n  tasks:\n    - k8s:\n        definition:\n          apiVersion: v1\n          kind: '{{ kind }}'\n",
    ],
    ["a JSON schema", '{"properties": {"apiVersion": {"type": "string"}, "kind": {"type": "string"}}}'],
    ["providers' schemas", '{"format_version": "1.0", "provider_schemas": {}}'],
    ["a version", '{"terraform_version": "1.9.0", "platform": "linux_amd64"}'],
    ["broken JSON", '{"a": '],
    ["broken YAML", "a: [\nResources: {\n"],
    ["a text that speaks of apiVersion:", "apiVersion: and more: of this\n"],
    [
      "a serverless file",
      "resources:\n  Resources:\n    A:\n      Type: AWS::S3::Bucket\n      Name: !Ref B\n",
    ],
    ["a binary", new Uint8Array([1, 2, 3, 0, 0, 0, 0])],
    ["nothing", ""],
    ["an empty object", "{}"],
  ])("%s", (_, content) => {
    expect(sources({ "file.yaml": content })).toMatchObject({ inputs: [], failures: [], leftAlone: 1 });
  });
});

describe("what claims to be ours and cannot be read is refused with the next step", () => {
  it.each([
    ["a saved plan", archive, /as Terraform saves it.*`terraform show -json file > file\.json`/],
    [
      "a state",
      '{"version": 4, "terraform_version": "1.9.0", "serial": 1, "lineage": "x"}',
      /state.*terraform plan -out/,
    ],
    [
      "a state as JSON",
      '{"format_version": "1.0", "terraform_version": "1.9.0", "values": {}}',
      /state, not a plan/,
    ],
    [
      "a plan without resources",
      '{"format_version": "1.2", "terraform_version": "1.9.0"}',
      /neither `resource_changes`/,
    ],
    [
      "a log of a plan",
      '{"@level":"info","@message":"x","@module":"terraform.ui","type":"version"}\n{}',
      /the log of/,
    ],
    ["a plan without quotes", "{format_version:1.2,terraform_version:1.9.0}", /lost its quotes/],
    ["a plan that is cut off", plan.slice(0, -200), /^file:1:\d+: /],
    [
      "a template with a mistake",
      "AWSTemplateFormatVersion: 2010-09-09\nResources:\n  A: B: C\n",
      /^file:3:7: .*not valid YAML/,
    ],
    [
      "a JSON template with a mistake",
      '{\n  "AWSTemplateFormatVersion": "2010-09-09"\n  "Resources": {}\n}',
      /^file:3:3: .*not valid JSON/,
    ],
    [
      "a manifest with a mistake",
      "apiVersion: v1\nkind: Pod\nmetadata: a: b\n",
      /^file:3:12: .*not valid YAML/,
    ],
    [
      "a manifest that is no text",
      Buffer.from("apiVersion: v1\nkind: Pod\nname: \xff\n", "latin1"),
      /^file:3:7: .*UTF-8/,
    ],
    [
      "a chart's template",
      `{{- if .Values.a }}\n${pod}{{- end }}\n`,
      /^file:1:1: .*not been rendered.*`helm template/,
    ],
    [
      "a template that is YAML all the same",
      'apiVersion: v1\nkind: Pod\nmetadata: {name: "{{ .Values.name }}"}\n',
      /`helm template/,
    ],
    [
      "another kind of template",
      "apiVersion: v1\nkind: Pod\nspec: {{ spec }}\n",
      /^file:3:7: .*fill it in first/,
    ],
  ])("%s", (_, content, said) => {
    const { failures, inputs, leftAlone } = sources({ file: content });
    expect(failures.map(showFailure)).toEqual([expect.stringMatching(said)]);
    expect(failures[0]?.code).toBe("unreadable");
    expect([inputs, leftAlone]).toEqual([[], 0]);
  });

  it("one bad file hides no other", () => {
    const { inputs, failures } = sources({
      "a.yaml": "apiVersion: v1\nkind: [",
      "b.yaml": pod,
      "c.yaml": stack,
    });
    expect(inputs.map(({ file }) => file)).toEqual(["b.yaml", "c.yaml"]);
    expect(failures.map(({ at }) => at?.file)).toEqual(["a.yaml"]);
  });

  it("a file that cannot be opened is one of them", () => {
    const tree: FileTree = {
      ...memoryTree({ "a.yaml": pod, "b.yaml": pod }),
      size: (file) => {
        if (file === "a.yaml") throw new Failure("unreadable", "it cannot be opened", { at: { file } });
        return pod.length;
      },
    };
    const { inputs, failures } = read(tree, { wanted: () => true });
    expect([inputs.length, failures.length]).toEqual([1, 1]);
  });
});

describe("charts", () => {
  const chart = { "web/Chart.yaml": "apiVersion: v2\nname: web\n", "web/values.yaml": "a: 1\n" };

  it("are left alone: they are judged as they are rendered", () => {
    const found = sources({
      ...chart,
      "web/templates/pod.yaml": `{{- if .Values.a }}\n${pod}{{- end }}\n`,
      "web/templates/plain.yaml": pod,
      "web/tests/pod.yaml": pod.replace("name: a", "name: {{ .Release.Name }}"),
      "deploy/pod.yaml": pod,
    });
    expect(found.failures).toEqual([]);
    expect(found.inputs.map(({ file }) => file)).toEqual(["deploy/pod.yaml"]);
    expect(found.leftAlone).toBe(5);
  });

  it("hold definitions that are applied as they stand", () => {
    expect(sources({ ...chart, "web/crds/a.yaml": pod }).inputs).toHaveLength(1);
  });
});

it("what a kustomization lays over other manifests is left alone: it says only what differs", () => {
  const found = sources({
    "base/pod.yaml": pod,
    "base/kustomization.yaml": "resources: [pod.yaml]\n",
    "prod/kustomization.yaml": "resources: [../base]\npatches: [{path: size.yaml}, {patch: '[]'}]\n",
    "prod/size.yaml": pod,
    "test/kustomization.yml": "patchesStrategicMerge: [./size.yaml, ../base/none.yaml]\n",
    "test/size.yaml": pod,
    "broken/kustomization.yaml": "patches: [",
  });
  expect(found.inputs.map(({ file }) => file)).toEqual(["base/pod.yaml"]);
  expect(found).toMatchObject({ failures: [], leftAlone: 6 });
});

describe("Terraform without a plan", () => {
  const root = 'provider "aws" {}\nmodule "net" {\n  source = "../net"\n}\n';

  it("is an empty answer that says how to make one", () => {
    const { failures } = sources({
      "infra/prod/main.tf": root,
      "infra/net/main.tf": 'provider "aws" {}\n',
      "a.yaml": pod,
    });
    expect(failures.map(showFailure)).toEqual([
      expect.stringMatching(
        /^infra\/prod: `infra\/prod` holds Terraform, .*terraform -chdir=infra\/prod show -json tfplan > infra\/prod\/tfplan\.json/,
      ),
    ]);
    expect(failures[0]?.code).toBe("empty");
  });

  it.each([
    ["with a plan anywhere", { "plans/tfplan.json": plan }],
    [
      "with a plan that was refused",
      { "tfplan.json": '{"format_version": "1.2", "terraform_version": "1.9.0"}' },
    ],
  ])("is not mentioned %s", (_, files) => {
    const { failures } = sources({ "infra/main.tf": root, ...files });
    expect(failures.filter(({ code }) => code === "empty")).toEqual([]);
  });

  it("is not mentioned where it is only a module", () => {
    expect(sources({ "modules/a/main.tf": 'resource "aws_vpc" "a" {}\n', "a.yaml": pod }).failures).toEqual(
      [],
    );
  });

  it("a saved plan beside its JSON says nothing new", () => {
    expect(sources({ "infra/tfplan": archive, "infra/tfplan.json": plan }).failures).toEqual([]);
    expect(sources({ "a/tfplan": archive, "b/tfplan.json": plan }).failures).toHaveLength(1);
  });
});

it("progress is told before each file, in order", () => {
  const told: Progress[] = [];
  read(memoryTree({ "b.yaml": pod, "a.yaml": pod, "main.tf": "" }), {
    wanted: () => true,
    onProgress: (progress) => told.push(progress),
  });
  expect(told).toEqual([
    { file: "a.yaml", done: 0, total: 2 },
    { file: "b.yaml", done: 1, total: 2 },
  ]);
});

describe("what was given and not judged is said", () => {
  it("of a plan that is not of everything, as after `-target`", () => {
    const targeted = JSON.stringify({ ...JSON.parse(plan), complete: false });
    const large = JSON.stringify({ ...JSON.parse(targeted), x: "y".repeat(5 * 2 ** 20) });
    for (const text of [targeted, large]) {
      const { notes, failures } = sources({ "infra/plan.json": text });
      expect(failures).toEqual([]);
      expect(notes).toMatchObject([
        { at: { file: "infra/plan.json" }, hint: expect.stringContaining("-target") },
      ]);
    }
    expect(sources({ "plan.json": plan }).notes).toEqual([]);
    expect(sources({ "plan.json": JSON.stringify({ ...JSON.parse(plan), complete: true }) }).notes).toEqual(
      [],
    );
  });

  it("of a file that is named and is no input, and not of one that merely stands there", () => {
    const files = { "plan.json": plan, "values.yaml": "a: 1\n", "notes.md": "x", "other.yaml": "b: 2\n" };
    const tree = { ...memoryTree(files), isNamed: (file: string) => !file.startsWith("other") };
    const { notes, leftAlone } = read(tree, { wanted: () => true });
    expect(leftAlone).toBe(3);
    expect(notes.map(({ message }) => message)).toEqual(["named, but not judged: `notes.md`, `values.yaml`"]);
    expect(sources(files).notes).toEqual([]);
  });

  it("of many such files in one line", () => {
    const files = Object.fromEntries(Array.from({ length: 9 }, (_, index) => [`${index}.yaml`, "a: 1\n"]));
    const { notes } = read({ ...memoryTree(files), isNamed: () => true }, { wanted: () => true });
    expect(notes.map(({ message }) => message)).toEqual([
      "named, but not judged: `0.yaml`, `1.yaml`, `2.yaml`, `3.yaml`, `4.yaml`, 4 more",
    ]);
  });
});

it("types that are not wanted are counted and not declared", () => {
  const { declarations, inputs } = read(memoryTree({ "plan.json": plan }), { wanted: () => false });
  expect([declarations.length, inputs[0]?.declares]).toEqual([0, 1]);
});

function sources(files: Readonly<Record<string, string | Uint8Array>>): Sources {
  return read(memoryTree(files), { wanted: () => true });
}
