import { describe, expect, it } from "vitest";
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
          enforcement: undefined,
        },
        { policies: "workloads/*", params: [], enforcement: "audit", severity: "low" },
      ],
      exclude: ["**/testdata/**"],
      unresolved: "deny",
    });
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
      "1:12 there is no set `strikt`; sets are recommended, none, and a folder begins with `./`",
    ]);
  });

  it("does not pass over waivers it would not honour", () => {
    expect(mistakes("waivers: .github/waivers.yaml\nclusters: {}\n")).toEqual([
      "1:1 `waivers` is not supported yet; remove it, because nothing would come of it",
      "2:1 `clusters` is not supported yet; remove it, because nothing would come of it",
    ]);
  });
});
