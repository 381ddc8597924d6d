import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { Reference } from "../../src/policy/cases/case.ts";
import { planText } from "../../src/policy/cases/plan.ts";
import { command } from "./command.ts";
import { deployment } from "./inputs.ts";

const gate = command();

/** What `new` says and writes in a folder. */
function begun(args: readonly string[], files: Readonly<Record<string, string>> = {}) {
  const folder = gate.folder(files);
  const ran = gate.runIn(folder, ["new", ...args]);
  const [, file = ""] = /^wrote +(\S+)$/m.exec(ran.out) ?? [];
  return { ...ran, folder, file, text: file === "" ? "" : readFileSync(join(folder, file), "utf8") };
}

describe("`new`", () => {
  it("writes a policy that loads, with a case to fill in for each format", () => {
    const { code, file, text, folder } = begun(["node-group-without-owner", "--select", "NodeGroup"]);
    expect({ code, file }).toEqual({ code: 0, file: "policies/team/node-group-without-owner.yaml" });
    for (const part of ["title: Node group without owner", "terraform:", "cloudformation: |", "eksctl: |"])
      expect(text).toContain(part);
    const listed = gate.runIn(folder, ["list", "-p", "./policies"]);
    expect({ code: listed.code, err: listed.err }).toEqual({ code: 0, err: "" });
    expect(listed.out).toContain("node-group-without-owner");
  });

  it("writes where the configuration has the team's own policies, under the family that is named", () => {
    const { file, out } = begun(["cluster-too-old", "-s", "Cluster", "--family", "versions"], {
      ".github/eks-policy-gate.yaml": "policies: [recommended, ./gate/own]\n",
    });
    expect(file).toBe("gate/own/versions/cluster-too-old.yaml");
    expect(out).not.toContain("under `policies`");
  });

  it("never overwrites", () => {
    const { folder, file, text } = begun(["cluster-too-old", "-s", "Cluster"]);
    const again = gate.runIn(folder, ["new", "cluster-too-old", "-s", "Subnet"]);
    expect({ code: again.code, out: again.out }).toEqual({ code: 2, out: "" });
    expect(again.err).toContain(`\`${file}\` is already there`);
    expect(readFileSync(join(folder, file), "utf8")).toBe(text);
  });

  it.each<[string, readonly string[], string]>([
    ["nothing", [], "new takes the id of the policy; write: eks-policy-gate new"],
    ["an id that is no file name", ["../x", "-s", "Cluster"], "`../x` cannot be the id of a policy"],
    ["an id in other letters", ["ClusterTooOld", "-s", "Cluster"], "with hyphens: cluster-too-old"],
    [
      "an id that is taken",
      ["irsa-without-subject", "-s", "Cluster"],
      "is already the id of `policies/iam-trust/",
    ],
    ["a mistyped concept", ["a-b", "-s", "nodegroup"], "no concept `nodegroup`; did you mean `NodeGroup`?"],
    ["a part of concepts", ["a-b", "-s", "PortRange"], "`PortRange` cannot be selected"],
    ["no concept", ["a-b"], "as in `--select NodeGroup`; concepts are Cluster, "],
    ["a family that is a path", ["a-b", "-s", "Cluster", "--family", "a/b"], "cannot be a family"],
    ["paths without an address", ["a-b", "plan.json", "-s", "Cluster"], "paths go with --from"],
  ])("refuses %s, with advice", (_, args, says) => {
    const { code, out, err } = begun(args);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toContain(says);
  });
});

describe("`new --from`", () => {
  const plan = planText({
    "aws_eks_cluster.prod": { name: "prod" },
    "aws_eks_node_group.workers": {
      cluster_name: "prod",
      node_role_arn: "arn:aws:iam::111122223333:role/node",
      subnet_ids: ["subnet-1"],
      tags: { owner: "shop", api_token: "do-not-show" },
      scaling_config: [{ desired_size: 3, max_size: 5, min_size: 3 }],
    },
  });

  it("makes the first cases of the real resource, without what may be a secret", () => {
    const { code, err, text, out, folder } = begun(
      ["node-group-too-small", "-s", "NodeGroup", "--from", "aws_eks_node_group.workers", "infra"],
      { "infra/plan.json": plan },
    );
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(text).toContain("made of aws_eks_node_group.workers");
    expect(text).toContain("desired_size: 3");
    expect(text).toContain("owner: shop");
    expect(text).not.toContain("do-not-show");
    expect(out).toContain("left out    tags.api_token, which may be a secret");
    expect(gate.runIn(folder, ["list", "-p", "./policies"]).err).toBe("");
  });

  it("marks what is not known", () => {
    const { text } = begun(["a-b", "-s", "NodeGroup", "--from", "Workers"], {
      "nodes.yaml": `Resources:
  Workers:
    Type: AWS::EKS::Nodegroup
    Properties: { ClusterName: prod, NodeRole: !ImportValue role, Subnets: [subnet-1] }
`,
    });
    expect(text).toContain("NodeRole: !ImportValue elsewhere");
    expect(text).toContain("ClusterName: prod");
  });

  it("brings along what the resource certainly refers to", () => {
    const { text, folder } = begun(["a-b", "-s", "NodeGroup", "--from", "Workers"], {
      "nodes.yaml": `Resources:
  Subnet:
    Type: AWS::EC2::Subnet
    Properties: { VpcId: vpc-1, AvailabilityZone: eu-west-1a }
  Role:
    Type: AWS::IAM::Role
    Properties: { AssumeRolePolicyDocument: {} }
  Workers:
    Type: AWS::EKS::Nodegroup
    Properties: { ClusterName: prod, NodeRole: !GetAtt Role.Arn, Subnets: [!Ref Subnet] }
`,
    });
    expect(text).toContain("NodeRole: !GetAtt Role.Arn, Subnets: [!Ref Subnet]");
    expect(text).toContain("AvailabilityZone: eu-west-1a");
    expect(gate.runIn(folder, ["list", "-p", "./policies"]).code).toBe(0);
    const planned = planText({
      "aws_eks_cluster.prod": { name: "prod" },
      "aws_eks_addon.dns": { cluster_name: new Reference("aws_eks_cluster.prod.id"), addon_name: "coredns" },
    });
    const addon = begun(["a-b", "-s", "Addon", "--from", "aws_eks_addon.dns"], { "plan.json": planned });
    expect(addon.text).toContain("cluster_name: !ref aws_eks_cluster.prod.id");
    expect(addon.text).toContain("aws_eks_cluster.prod:");
  });

  it("takes a manifest as it is", () => {
    const { text, folder } = begun(["a-b", "-s", "Workload", "--from", "Deployment/default/web", "k8s"], {
      "k8s/web.yaml": deployment,
    });
    expect(text).toContain("kind: Deployment");
    expect(gate.runIn(folder, ["list", "-p", "./policies"]).code).toBe(0);
  });

  it("says what there is where nobody is called that", () => {
    const { err } = begun(["a-b", "-s", "NodeGroup", "--from", "aws_eks_node_group.worker"], {
      "plan.json": plan,
    });
    expect(err).toContain("did you mean `aws_eks_node_group.workers`?");
    const none = begun(["a-b", "-s", "Subnet", "--from", "aws_subnet.a"], { "plan.json": plan });
    expect(none.err).toContain("no Subnet was read");
  });
});
