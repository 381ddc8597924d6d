import { describe, expect, it } from "vitest";
import { PartialList, Unknown, type Value } from "../../src/base/value.ts";
import type { Entity } from "../../src/graph/graph.ts";
import { entity, graphOf, type Planned, plan, template } from "./graphs.ts";

const trust = JSON.stringify({
  Statement: [{ Effect: "Allow", Principal: { Service: "ec2.amazonaws.com" }, Action: "sts:AssumeRole" }],
});
const role: Planned = {
  address: "aws_iam_role.nodes",
  after: { name: "nodes", assume_role_policy: trust },
  unknown: { arn: true, managed_policy_arns: true },
  expressions: { name: { constant_value: "nodes" }, assume_role_policy: {} },
};

function attachment(name: string, arn: string | undefined, roleName = "nodes"): Planned {
  return {
    address: `aws_iam_role_policy_attachment.${name}`,
    after: { role: roleName, ...(arn === undefined ? {} : { policy_arn: arn }) },
    unknown: arn === undefined ? { policy_arn: true } : {},
    expressions: {
      role: { references: ["aws_iam_role.nodes.name", "aws_iam_role.nodes"] },
      policy_arn:
        arn === undefined
          ? { references: ["aws_iam_policy.own.arn", "aws_iam_policy.own"] }
          : { constant_value: arn },
    },
  };
}

function statement(action: string, resource: string) {
  return JSON.stringify({ Statement: { Effect: "Allow", Action: action, Resource: resource } });
}

const ownPolicy: Planned = {
  address: "aws_iam_policy.own",
  after: { name: "own", policy: statement("s3:GetObject", "*") },
  unknown: { arn: true },
  expressions: { name: { constant_value: "own" }, policy: {} },
};

const worker = "arn:aws:iam::aws:policy/AmazonEKSWorkerNodePolicy";

describe("the permissions of a role in a plan", () => {
  const graph = graphOf({
    "plan.json": plan(role, attachment("worker", worker), attachment("own", undefined), ownPolicy, {
      address: "aws_iam_role_policy.more",
      after: { role: "nodes", policy: statement("sqs:SendMessage", "arn:aws:sqs:eu-west-1:111122223333:q") },
      expressions: { role: { constant_value: "nodes" }, policy: {} },
    }),
  });
  const nodes = entity(graph, "IamRole", "aws_iam_role.nodes");

  it("are the names of AWS's own policies", () => {
    expect(nodes.get("awsPolicies")).toEqual(["AmazonEKSWorkerNodePolicy"]);
  });

  it("are the ARNs of all managed policies, as far as they are known", () => {
    expect(known(nodes.get("managedPolicies"))).toEqual([worker]);
    expect(nodes.get("managedPolicies")).toBeInstanceOf(PartialList);
  });

  it("are the statements of its inline policies and of the policies made beside it", () => {
    expect(actionsOf(nodes)).toEqual(["sqs:SendMessage", "s3:GetObject"]);
  });

  it("say whether a statement is about every resource", () => {
    const statements = members(nodes.get("permissions"));
    expect(statements.map((each) => each.get("anyResource"))).toEqual([false, true]);
  });
});

describe("a policy that was not read", () => {
  it("leaves the permissions of its roles open", () => {
    const elsewhere = attachment("own", "arn:aws:iam::111122223333:policy/elsewhere");
    const nodes = entity(graphOf({ "plan.json": plan(role, elsewhere) }), "IamRole", "aws_iam_role.nodes");
    expect(nodes.get("awsPolicies")).toEqual([]);
    expect(nodes.get("permissions")).toBeInstanceOf(PartialList);
  });
});

describe("a policy whose ARN is made of the partition", () => {
  it("is known by its name", () => {
    const graph = graphOf({
      "template.yaml": template(`Nodes:
  Type: AWS::IAM::Role
  Properties:
    AssumeRolePolicyDocument: { Statement: [] }
    ManagedPolicyArns:
      - !Sub arn:\${AWS::Partition}:iam::aws:policy/AmazonEKSWorkerNodePolicy
      - !Join ["", ["arn:", !Ref AWS::Partition, ":iam::aws:policy/AmazonEKS_CNI_Policy"]]`),
    });
    const nodes = entity(graph, "IamRole", "Nodes");
    expect(nodes.get("awsPolicies")).toEqual(["AmazonEKSWorkerNodePolicy", "AmazonEKS_CNI_Policy"]);
  });
});

describe("the permissions of a role in a template", () => {
  it("are those of its own policies, of policies that name it and of managed policies", () => {
    const graph = graphOf({
      "template.yaml": template(`Nodes:
  Type: AWS::IAM::Role
  Properties:
    AssumeRolePolicyDocument: { Statement: [] }
    Policies:
      - PolicyName: a
        PolicyDocument: { Statement: [{ Effect: Allow, Action: "s3:GetObject", Resource: !Sub "arn:aws:s3:::\${Bucket}/*" }] }
Named:
  Type: AWS::IAM::Policy
  Properties:
    PolicyName: b
    Roles: [!Ref Nodes]
    PolicyDocument: { Statement: [{ Effect: Allow, Action: "sns:Publish", Resource: !Ref Bucket }] }
Managed:
  Type: AWS::IAM::ManagedPolicy
  Properties:
    Roles: [!Ref Nodes]
    PolicyDocument: { Statement: [{ Effect: Allow, Action: "iam:*", Resource: "*" }] }`),
    });
    const nodes = entity(graph, "IamRole", "Nodes");
    expect(actionsOf(nodes).toSorted()).toEqual(["iam:*", "s3:GetObject", "sns:Publish"]);
    const answers = members(nodes.get("permissions")).map((each) => each.get("anyResource"));
    expect(answers.map((answer) => (answer instanceof Unknown ? "unknown" : answer))).toEqual([
      false,
      "unknown",
      true,
    ]);
  });
});

describe("a statement about every resource but one", () => {
  it("counts as one about every resource", () => {
    const graph = graphOf({
      "template.yaml": template(`Own:
  Type: AWS::IAM::ManagedPolicy
  Properties:
    PolicyDocument: { Statement: [{ Effect: Allow, Action: "s3:*", NotResource: "arn:aws:s3:::data" }] }`),
    });
    expect(graph.entities("PermissionStatement").map((each) => each.get("anyResource"))).toEqual([true]);
  });
});

describe("the roles that eksctl makes", () => {
  const graph = graphOf({
    "cluster.yaml": `apiVersion: eksctl.io/v1alpha5
kind: ClusterConfig
metadata: { name: prod, region: eu-west-1 }
iam:
  serviceAccounts:
    - metadata: { name: app }
      attachPolicyARNs: ["arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess"]
      attachPolicy: { Statement: [{ Effect: Allow, Action: "sqs:SendMessage", Resource: "*" }] }
      wellKnownPolicies: { autoScaler: true }
managedNodeGroups:
  - name: plain
  - name: own
    iam: { attachPolicyARNs: ["${worker}"], withAddonPolicies: { imageBuilder: true, externalDNS: true } }
`,
  });

  it("have the policies that eksctl attaches", () => {
    expect(awsPolicies(graph.entities("IamRole"))).toEqual({
      "prod role made by eksctl": ["AmazonEKSClusterPolicy", "AmazonEKSVPCResourceController"],
      "prod/plain role made by eksctl": [
        "AmazonEKSWorkerNodePolicy",
        "AmazonSSMManagedInstanceCore",
        "AmazonEC2ContainerRegistryPullOnly",
        "AmazonEKS_CNI_Policy",
      ],
      "prod/own role made by eksctl": [
        "AmazonEKSWorkerNodePolicy",
        "AmazonEC2ContainerRegistryPowerUser",
        "eksctl:externalDNS",
      ],
      "prod/iam.serviceAccounts[0] role made by eksctl": ["AmazonS3ReadOnlyAccess", "eksctl:autoScaler"],
    });
  });

  it("have the statements that the file gives them", () => {
    const app = entity(graph, "IamRole", "prod/iam.serviceAccounts[0] role made by eksctl");
    expect(actionsOf(app)).toEqual(["sqs:SendMessage"]);
    expect(app.get("forPods")).toBe(true);
  });
});

function awsPolicies(roles: readonly Entity[]) {
  return Object.fromEntries(roles.map((each) => [each.resource, each.get("awsPolicies")]));
}

function known(list: Value | undefined): readonly Value[] {
  return list instanceof PartialList ? list.items : Array.isArray(list) ? list : [];
}

function members(list: Value | undefined): readonly Entity[] {
  return known(list) as readonly Entity[];
}

function actionsOf(each: Entity): readonly Value[] {
  return members(each.get("permissions")).flatMap((one) => known(one.get("actions")));
}
