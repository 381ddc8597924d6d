import { describe, expect, it } from "vitest";
import { clusterFiles } from "../../src/policy/clusters.ts";
import { readConfiguration } from "../../src/policy/configuration.ts";

function mistakes(text: string): readonly string[] {
  return readConfiguration("gate.yaml", text).mistakes.map(
    ({ at, message }) => `${at.line}:${at.column} ${message}`,
  );
}

describe("a configuration", () => {
  it("names sets and folders, changes policies and leaves files out", () => {
    const { configuration, mistakes: wrong } = readConfiguration(
      "gate.yaml",
      `policies:
  - recommended
  - ./policies
override:
  node-groups-over-quota: { params: { limit: 60 } }
  "workloads/*": { enforcement: audit, severity: low }
sources:
  exclude: ["**/testdata/**"]
gate:
  unresolved: deny
`,
    );
    expect(wrong).toEqual([]);
    expect(configuration).toMatchObject({
      policies: [
        { kind: "set", name: "recommended" },
        { kind: "path", name: "./policies" },
      ],
      overrides: [
        {
          policies: "node-groups-over-quota",
          params: [{ name: "limit", value: 60 }],
        },
        { policies: "workloads/*", params: [], enforcement: "audit", severity: "low" },
      ],
      exclude: ["**/testdata/**"],
      unresolved: "deny",
    });
  });

  it("with a list where a map belongs is told so", () => {
    const { mistakes } = readConfiguration("gate.yaml", "gate: [x]\nsources: [y]\n");
    expect(mistakes.map(({ message }) => message)).toEqual([
      "`sources` must be a map, not a list",
      "`gate` must be a map, not a list",
    ]);
  });

  it("may be empty", () => {
    expect(readConfiguration("gate.yaml", "# nothing yet\n")).toMatchObject({
      configuration: { policies: undefined, overrides: [] },
      mistakes: [],
    });
  });

  it("with mistakes is told all of them, each at its place", () => {
    expect(
      mistakes(`polices: [recommended]
override:
  a: { enforcment: deny, severity: hihg }
gate: { unresolved: block }
sources: { exclude: x }
policies: [strikt]
`),
    ).toEqual([
      "1:1 unknown key `polices`; did you mean `policies`?",
      "3:8 unknown key `enforcment`; did you mean `enforcement`?",
      "3:36 `severity` must be critical, high, medium or low, not `hihg`; did you mean `high`?",
      "5:21 `exclude` must be a list, not `x`",
      "4:21 `unresolved` must be deny, warn or audit, not `block`",
    ]);
    expect(mistakes("policies: [strikt]\n")).toEqual([
      "1:12 there is no set `strikt`; did you mean `strict`?; sets are recommended, strict, seeds, none, and a folder begins with `./`",
    ]);
  });

  it("names a file of waivers, and says which waivers count", () => {
    const waiversOf = (text: string) => readConfiguration("gate.yaml", text).configuration.waivers;
    expect(waiversOf("gate: { unresolved: warn }\n")).toEqual({
      file: undefined,
      inline: "base",
      requireOwnerApproval: false,
    });
    expect(waiversOf("waivers: .github/waivers.yaml\n")).toMatchObject({
      file: { name: ".github/waivers.yaml", at: { line: 1, column: 10 } },
      inline: "base",
    });
    expect(
      waiversOf("waivers: { file: w.yaml, inline: allow, require-owner-approval: true }\n"),
    ).toMatchObject({ file: { name: "w.yaml" }, inline: "allow", requireOwnerApproval: true });
  });

  it("with mistakes about waivers is told each", () => {
    expect(
      mistakes("waivers:\n  fil: w.yaml\n  inline: never\n  require-owner-approval: yes please\n"),
    ).toEqual([
      "2:3 unknown key `fil`; did you mean `file`?",
      "3:11 `inline` must be base, allow or off, not `never`",
      "4:27 `require-owner-approval` must be true or false, not `yes please`",
    ]);
    expect(mistakes("waivers: [w.yaml]\n")).toEqual(["1:10 `waivers` must be a file or a map"]);
  });

  it("says which files describe which cluster", async () => {
    const { configuration } = readConfiguration(
      "gate.yaml",
      `clusters:
  prod: { manifests: ["k8s/prod/**"], terraform: ["infra/prod/*.json"] }
  module.eks.aws_eks_cluster.this[0]: { manifests: [k8s/dev/*.yaml] }
`,
    );
    const files = ["k8s/prod/a/web.yaml", "k8s/dev/web.yaml", "infra/prod/plan.json"];
    expect(await clusterFiles(configuration.clusters, files)).toEqual([
      {
        cluster: "prod",
        manifests: new Set(["k8s/prod/a/web.yaml"]),
        madeIn: new Set(["infra/prod/plan.json"]),
      },
      {
        cluster: "module.eks.aws_eks_cluster.this[0]",
        manifests: new Set(["k8s/dev/web.yaml"]),
        madeIn: undefined,
      },
    ]);
  });

  it("with a cluster of which nothing is said, or the wrong thing, is told so", () => {
    expect(
      mistakes('clusters:\n  prod: {}\n  dev:\n  test: { manifest: ["k8s/**"] }\n  x: { manifests: k8s }\n'),
    ).toEqual([
      "4:11 unknown key `manifest`; did you mean `manifests`?",
      "5:19 `manifests` must be a list, not `k8s`",
      '2:3 `prod` names no files; say which are its, as in `prod: { manifests: ["k8s/**"] }`',
      '3:3 `dev` names no files; say which are its, as in `dev: { manifests: ["k8s/**"] }`',
    ]);
  });
});
