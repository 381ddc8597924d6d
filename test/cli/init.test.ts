import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { load as yaml } from "js-yaml";
import { describe, expect, it } from "vitest";
import { command } from "./command.ts";
import { closedGroup, deployment } from "./inputs.ts";

const gate = command();
const [configuration, workflow] = [".github/eks-policy-gate.yaml", ".github/workflows/eks-policy-gate.yml"];
const nodeGroups = "policies/ownership/node-group-without-team.yaml";

const terraform = 'provider "aws" {}\nmodule "vpc" { \n  source = "../../modules/vpc"\n}\n';
const eksctl = (name: string) =>
  `apiVersion: eksctl.io/v1alpha5\nkind: ClusterConfig\nmetadata: { name: ${name}, region: eu-west-1 }\n`;

function begun(files: Readonly<Record<string, string>>, ...args: readonly string[]) {
  const folder = gate.folder(files);
  const ran = gate.runIn(folder, ["init", ...args]);
  return { ...ran, folder, text: (file: string) => readFileSync(join(folder, file), "utf8") };
}

describe("`init`", () => {
  it("writes a configuration, a workflow and a policy, by which `check` judges at once", () => {
    const { code, out, folder, text } = begun({ "sg.yaml": closedGroup });
    expect(code).toBe(0);
    for (const file of [configuration, workflow, nodeGroups]) expect(out).toContain(`wrote       ${file}\n`);
    expect(out).toContain("found       CloudFormation; 1 file");
    expect(text(configuration)).toContain("  - ./policies");
    const checked = gate.runIn(folder, ["check", "--format", "json"]);
    expect({ code: checked.code, err: checked.err }).toEqual({ code: 0, err: "" });
    expect(checked.out).toContain("node-group-without-team");
  });

  it("writes a workflow that needs no plan where there is no Terraform", () => {
    const { text } = begun({ "sg.yaml": closedGroup });
    const { on, permissions, jobs } = yaml(text(workflow)) as Workflow;
    expect(Object.keys(on)).toEqual(["pull_request", "merge_group"]);
    expect(permissions).toEqual({ contents: "read", "pull-requests": "write" });
    expect(jobs.gate.steps.map(({ uses }) => uses?.replace(/@.*/, ""))).toEqual([
      "actions/checkout",
      "eks-policy-gate/eks-policy-gate",
    ]);
    expect(jobs.gate.steps[0]?.with).toEqual({ "fetch-depth": 2 });
  });

  it("plans every folder of Terraform that is deployed on its own, and no module", () => {
    const { out, text } = begun({
      "infra/prod/main.tf": terraform,
      "infra/my dev/main.tofu": terraform,
      "modules/vpc/main.tf": 'provider "aws" {}\n',
    });
    const { permissions, jobs } = yaml(text(workflow)) as Workflow;
    expect(permissions["id-token"]).toBe("write");
    const plans = jobs.gate.steps.filter(({ run }) => run !== undefined);
    expect(plans.map((step) => step["working-directory"])).toEqual(["infra/my dev", "infra/prod"]);
    expect(plans[0]?.run).toContain("tofu show -json tfplan > plan.json");
    expect(plans[1]?.run).toContain("terraform plan");
    expect(out).toContain("AWS_PLAN_ROLE");
  });

  it("says which files describe which cluster, as far as that can be told", () => {
    const { out, text, folder } = begun({
      "eksctl/prod.yaml": eksctl("prod"),
      "eksctl/dev.yaml": eksctl("dev"),
      "k8s/prod/web.yaml": deployment,
      "test/fixtures/other.yaml": eksctl("other"),
    });
    const { clusters, sources } = yaml(text(configuration)) as Configuration;
    expect(clusters).toEqual({
      dev: { eksctl: ["eksctl/dev.yaml"] },
      prod: { eksctl: ["eksctl/prod.yaml"], manifests: ["k8s/prod/**"] },
    });
    expect(sources).toEqual({ exclude: ["**/fixtures/**"] });
    expect(out).toContain("say under `clusters` which manifests are applied to dev\n");
    expect(gate.runIn(folder, ["list", "-c", configuration]).err).toBe("");
  });

  it("begins with a policy about workloads where there are only manifests", () => {
    const { out, folder } = begun({ "k8s/web.yaml": deployment });
    expect(out).toContain("policies/ownership/workload-without-team.yaml");
    expect(gate.runIn(folder, ["check", "-f", "json"]).out).toContain("has no label team on its pods");
  });

  it("only shows what it would write with --dry-run", () => {
    const { code, out, folder } = begun(
      { "sg.yaml": closedGroup, [configuration]: "policies: [strict]\n" },
      "--dry-run",
    );
    expect(code).toBe(0);
    expect(out).toContain(`would leave ${configuration}, which is already there\n`);
    expect(out).toContain(`would write ${workflow}\n\n    name: EKS policy gate\n`);
    expect(existsSync(join(folder, workflow))).toBe(false);
  });

  it("leaves what is there as it is, and says so", () => {
    const { folder } = begun({ "sg.yaml": closedGroup });
    writeFileSync(join(folder, workflow), "name: mine\n");
    const { code, out } = gate.runIn(folder, ["init"]);
    expect(code).toBe(0);
    expect(out).not.toContain("wrote");
    for (const file of [configuration, workflow, "policies"])
      expect(out).toContain(`left        ${file}, which is already there\n`);
    expect(readFileSync(join(folder, workflow), "utf8")).toBe("name: mine\n");
  });

  it("takes a workflow of another name that asks the gate for the one there is", () => {
    const ci = ".github/workflows/ci.yml";
    const { out, folder } = begun({
      [ci]: "jobs: { a: { steps: [{ uses: eks-policy-gate/eks-policy-gate@v1 }] } }\n",
    });
    expect(out).toContain(`left        ${ci}, which is already there\n`);
    expect(existsSync(join(folder, workflow))).toBe(false);
  });

  it("keeps away from a folder with the policies of another tool", () => {
    const { out, text } = begun({ "policies/pods.yaml": "apiVersion: kyverno.io/v1\nkind: ClusterPolicy\n" });
    expect(out).toContain("wrote       eks-policies/ownership/node-group-without-team.yaml\n");
    expect(text(configuration)).toContain("  - ./eks-policies");
  });
});

describe("help", () => {
  it.each(["init", "new", "lsp"])("of `%s` says how it is called, with an example", (name) => {
    const { code, out } = gate.run([name, "--help"]);
    expect(code).toBe(0);
    expect(out).toContain(`eks-policy-gate ${name}`);
    expect(out).toContain("Example");
    expect(gate.run([name, "--nothing"])).toMatchObject({ code: 2, out: "" });
  });
});

interface Workflow {
  readonly on: object;
  readonly permissions: Readonly<Record<string, string>>;
  readonly jobs: { readonly gate: { readonly steps: readonly Step[] } };
}

interface Step {
  readonly uses?: string;
  readonly run?: string;
  readonly with?: object;
  readonly "working-directory"?: string;
}

interface Configuration {
  readonly clusters: object;
  readonly sources: object;
}
