import { writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { gitOf } from "../action/history.ts";
import { command } from "./command.ts";

const gate = command();

const words = 'until=2026-12-31 owner=@acme/network reason="behind the VPN"';
const comment = `# eks-policy-gate:ignore world-open-api-endpoint ${words}`;
const cluster = (above = "", cidrs = "0.0.0.0/0") => `Resources:
${above === "" ? "" : `  ${above}\n`}  Cluster:
    Type: AWS::EKS::Cluster
    Properties:
      Name: prod
      ResourcesVpcConfig: { SubnetIds: [a, b], EndpointPublicAccess: true, PublicAccessCidrs: [${cidrs}] }
`;
const list = `- policy: world-open-api-endpoint
  resource: Cluster
  reason: behind the VPN
  owner: "@acme/network"
  expires: 2026-12-31
`;
const usual = ".github/eks-policy-gate.waivers.yaml";
const configuration = ".github/eks-policy-gate.yaml";
const policy = path.resolve("policies/security-groups/world-open-api-endpoint.yaml");
const args = ["check", "--policies", policy, "--date", "2026-06-15", "--format", "json"];

/** The verdict, what became of each finding, and of each waiver. */
function said(out: string) {
  const {
    conclusion,
    findings,
    waivers = [],
  } = JSON.parse(out) as {
    readonly conclusion: string;
    readonly findings: readonly { readonly excuse?: { readonly kind: string } }[];
    readonly waivers?: readonly Readonly<Record<"state" | "resource" | "why", string>>[];
  };
  return {
    conclusion,
    findings: findings.map(({ excuse }) => excuse?.kind ?? "counts"),
    waivers: waivers.map(({ state, why }) => (why === undefined ? state : `${state}: ${why}`)),
  };
}

describe("waivers", () => {
  test("are read from the usual file, and block again when their day is over", () => {
    const files = { "stack.yaml": cluster(), [usual]: list };
    const waived = gate.run(args, { files });
    expect(waived.code).toBe(0);
    expect(said(waived.out)).toEqual({ conclusion: "pass", findings: ["waived"], waivers: ["used"] });
    const later = gate.run(args.with(4, "2027-01-01"), { files });
    expect(later.code).toBe(1);
    expect(said(later.out)).toEqual({
      conclusion: "blocked",
      findings: ["counts"],
      waivers: ["expired: its last day was 2026-12-31"],
    });
  });

  test("are read from the file that the configuration names, which must be there", () => {
    const files = { "stack.yaml": cluster(), [configuration]: "waivers: security/waivers.yaml\n" };
    const there = gate.run(args, { files: { ...files, "security/waivers.yaml": list } });
    expect(said(there.out).waivers).toEqual(["used"]);
    const missing = gate.run(args, { files: { ...files, [usual]: list } });
    expect(missing.code).toBe(2);
    expect(missing.out).toContain("there is no file `security/waivers.yaml`");
  });

  test("that are wrong end without a verdict, each mistake at its place", () => {
    const wrong = list.replace("endpoint", "endpoin").replace("12-31", "02-30");
    const { code, out } = gate.run(args.slice(0, -2), { files: { "stack.yaml": cluster(), [usual]: wrong } });
    expect(code).toBe(2);
    expect(out).toContain(`${usual}:1:11`);
    expect(out).toContain("no policy is called `world-open-api-endpoin`");
    expect(out).toContain("`expires` must be a day as in 2027-03-31, not `2026-02-30`");
  });

  test("of nobody who owns the file are refused where that is asked", () => {
    const files = {
      "stack.yaml": cluster(comment),
      [configuration]: "waivers: { require-owner-approval: true }\n",
      "docs/CODEOWNERS": "* @acme/security\n",
    };
    const { code, out } = gate.run(args, { files });
    expect(code).toBe(1);
    expect(said(out).waivers).toEqual(["refused: `@acme/network` is not a code owner of `stack.yaml`"]);
    const owned = { ...files, ".github/CODEOWNERS": "stack.yaml @acme/network\n" };
    expect(gate.run(args, { files: owned }).code).toBe(0);
  });
});

describe("a change that waives itself", () => {
  /** A repository whose first commit holds some files, with others written over them since. */
  function repository(before: Readonly<Record<string, string>>, now: Readonly<Record<string, string>>) {
    const folder = gate.folder({ ...before, ".github/keep": "" });
    const git = gitOf(folder);
    git("init", "-q", "-b", "main");
    git("add", "-A");
    git("commit", "-q", "-m", "base");
    for (const [file, text] of Object.entries(now)) writeFileSync(path.join(folder, file), text);
    git("add", "-A");
    git("commit", "-q", "-m", "change");
    return folder;
  }

  const check = [...args, "--base", "HEAD^1"];
  const shut = { "stack.yaml": cluster("", "10.0.0.0/8") };

  test("is blocked, in the file and beside the code", () => {
    const inFile = gate.runIn(repository(shut, { "stack.yaml": cluster(), [usual]: list }), check);
    expect(inFile.code).toBe(1);
    expect(said(inFile.out)).toEqual({ conclusion: "blocked", findings: ["counts"], waivers: [] });
    expect(JSON.parse(inFile.out).policyChange).toMatchObject({
      files: [usual],
      added: [],
      removed: [{ policy: "world-open-api-endpoint", resource: "Cluster" }],
    });
    const beside = gate.runIn(repository(shut, { "stack.yaml": cluster(comment) }), check);
    expect(beside.code).toBe(1);
    expect(said(beside.out)).toEqual({
      conclusion: "blocked",
      findings: ["counts"],
      waivers: ["refused: this pull request adds it"],
    });
  });

  test("passes with what the base has of it already", () => {
    const inFile = gate.runIn(repository({ ...shut, [usual]: list }, { "stack.yaml": cluster() }), check);
    expect(said(inFile.out)).toEqual({ conclusion: "pass", findings: ["waived"], waivers: ["used"] });
    const shutBeside = { "stack.yaml": cluster(comment, "10.0.0.0/8") };
    const beside = gate.runIn(repository(shutBeside, { "stack.yaml": `# more\n${cluster(comment)}` }), check);
    expect(said(beside.out)).toEqual({ conclusion: "pass", findings: ["waived"], waivers: ["used"] });
  });

  test("passes where its base allows that", () => {
    const base = { ...shut, [configuration]: "waivers: { inline: allow }\n" };
    const folder = repository(base, { "stack.yaml": cluster(comment) });
    expect(said(gate.runIn(folder, check).out).waivers).toEqual(["used"]);
    const itself = repository(shut, {
      "stack.yaml": cluster(comment),
      [configuration]: "waivers: { inline: allow }\n",
    });
    expect(said(gate.runIn(itself, check).out).conclusion).toBe("blocked");
  });
});
