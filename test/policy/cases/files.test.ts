import { describe, expect, it } from "vitest";
import { readCases } from "../../../src/policy/cases/case.ts";
import { caseFiles } from "../../../src/policy/cases/files.ts";
import { member, readYaml } from "../../../src/policy/yaml.ts";

function read(text: string) {
  const { source, root } = readYaml("p.yaml", `cases:\n${text}`, ["!ref", "!unknown"]);
  return readCases(source, member(root, "cases"), []);
}

function filesOf(text: string): Readonly<Record<string, string>> {
  const [first] = read(text).cases;
  if (first === undefined) throw new Error("the text holds no case");
  return caseFiles(first);
}

function terraform(values: string): Readonly<Record<string, string>> {
  return filesOf(
    `  - violated: it is\n    terraform:\n      ${values.trim().replaceAll("\n", "\n      ")}\n`,
  );
}

interface Change {
  readonly actions: readonly string[];
  readonly after: unknown;
  readonly after_unknown: unknown;
}

interface Plan {
  readonly format_version: string;
  readonly resource_changes: readonly { readonly address: string; readonly change: Change }[];
  readonly prior_state?: {
    readonly values: { readonly root_module: { readonly resources: readonly unknown[] } };
  };
  readonly configuration: {
    readonly root_module: {
      readonly resources: readonly {
        readonly address: string;
        readonly expressions: Readonly<Record<string, unknown>>;
      }[];
    };
  };
}

function planOf(values: string): Plan {
  return JSON.parse(terraform(values)["plan.json"] ?? "");
}

function change(plan: Plan, address: string): Change | undefined {
  return plan.resource_changes.find((each) => each.address === address)?.change;
}

function expressions(plan: Plan, address: string): Readonly<Record<string, unknown>> | undefined {
  return plan.configuration.root_module.resources.find((each) => each.address === address)?.expressions;
}

describe("the plan of a terraform case", () => {
  it("knows what is written, and lists it as a constant", () => {
    const plan = planOf("aws_subnet.a: { availability_zone: eu-west-1a }");
    expect(plan.format_version).toBe("1.2");
    expect(change(plan, "aws_subnet.a")).toMatchObject({
      actions: ["create"],
      after: { availability_zone: "eu-west-1a" },
      after_unknown: { id: true, arn: true },
    });
    expect(expressions(plan, "aws_subnet.a")).toEqual({
      availability_zone: { constant_value: "eu-west-1a" },
    });
  });

  it("leaves a set with an unknown member out as a whole, and lists every reference in it", () => {
    const plan = planOf(`
aws_eks_node_group.w: { subnet_ids: [!ref aws_subnet.a.id, subnet-1] }
aws_subnet.a: {}`);
    expect(change(plan, "aws_eks_node_group.w")?.after).toEqual({});
    expect(change(plan, "aws_eks_node_group.w")?.after_unknown).toMatchObject({ subnet_ids: true });
    expect(expressions(plan, "aws_eks_node_group.w")).toEqual({
      subnet_ids: { references: ["aws_subnet.a.id", "aws_subnet.a"] },
    });
  });

  it("keeps the known members of a list with an unknown one", () => {
    const plan = planOf("aws_eks_node_group.w: { instance_types: [t3.large, !unknown ] }");
    expect(change(plan, "aws_eks_node_group.w")?.after).toEqual({ instance_types: ["t3.large", null] });
    expect(change(plan, "aws_eks_node_group.w")?.after_unknown).toMatchObject({
      instance_types: [false, true],
    });
  });

  it("makes `!unknown` refer to something that exists only after apply", () => {
    const plan = planOf("aws_eks_cluster.c: { name: !unknown }");
    expect(change(plan, "aws_eks_cluster.c")?.after_unknown).toMatchObject({ name: true });
    expect(expressions(plan, "aws_eks_cluster.c")).toEqual({
      name: { references: ["terraform_data.outside.id", "terraform_data.outside"] },
    });
    expect(change(plan, "terraform_data.outside")?.after_unknown).toEqual({ id: true });
  });

  it("follows a reference to an attribute that is written", () => {
    const plan = planOf(`
aws_eks_cluster.main: { name: prod }
aws_eks_node_group.w: { cluster_name: !ref aws_eks_cluster.main.name }`);
    expect(change(plan, "aws_eks_node_group.w")?.after).toEqual({ cluster_name: "prod" });
    expect(expressions(plan, "aws_eks_node_group.w")).toEqual({
      cluster_name: { references: ["aws_eks_cluster.main.name", "aws_eks_cluster.main"] },
    });
  });

  it("lists everything that leads to a nested attribute", () => {
    const plan = planOf("aws_subnet.a: { vpc_id: !ref 'aws_eks_cluster.main[0].identity[0].oidc' }");
    expect(expressions(plan, "aws_subnet.a")).toEqual({
      vpc_id: {
        references: [
          "aws_eks_cluster.main[0].identity[0].oidc",
          "aws_eks_cluster.main[0].identity[0]",
          "aws_eks_cluster.main[0].identity",
          "aws_eks_cluster.main[0]",
          "aws_eks_cluster.main",
        ],
      },
    });
  });

  it("writes a block as a list, and what the apply fills in inside it", () => {
    const plan = planOf("aws_eks_cluster.c: { vpc_config: { endpoint_public_access: true } }");
    expect(change(plan, "aws_eks_cluster.c")?.after).toEqual({
      vpc_config: [{ endpoint_public_access: true }],
    });
    expect(change(plan, "aws_eks_cluster.c")?.after_unknown).toMatchObject({
      vpc_config: [{ public_access_cidrs: true }],
    });
    expect(expressions(plan, "aws_eks_cluster.c")).toEqual({
      vpc_config: [{ endpoint_public_access: { constant_value: true } }],
    });
  });

  it("leaves inline security group rules out of the configuration, as Terraform does", () => {
    const plan = planOf(
      "aws_security_group.g: { name: g, ingress: [{ from_port: 22, to_port: 22, protocol: tcp }] }",
    );
    expect(expressions(plan, "aws_security_group.g")).toEqual({ name: { constant_value: "g" } });
    expect(change(plan, "aws_security_group.g")?.after).toMatchObject({
      ingress: [{ from_port: 22, cidr_blocks: [], self: false }],
    });
  });

  it("encodes a known JSON document, and knows nothing of one with an unknown in it", () => {
    const plan = planOf(`
aws_iam_role.a: { assume_role_policy: { Statement: [{ Effect: Allow }] } }
aws_iam_role.b: { assume_role_policy: { Statement: [{ Principal: { AWS: !unknown } }] } }`);
    expect(change(plan, "aws_iam_role.a")?.after).toEqual({
      assume_role_policy: '{"Statement":[{"Effect":"Allow"}]}',
    });
    expect(expressions(plan, "aws_iam_role.a")).toEqual({ assume_role_policy: {} });
    expect(change(plan, "aws_iam_role.b")?.after_unknown).toMatchObject({ assume_role_policy: true });
  });

  it("reads a policy document whose arguments are known while planning", () => {
    const plan = planOf(`
data.aws_iam_policy_document.trust:
  statement:
    actions: [sts:AssumeRole]
    principals: { type: Service, identifiers: [ec2.amazonaws.com] }
    condition: { test: StringEquals, variable: aws:SourceAccount, values: ["1", "2"] }
aws_iam_role.r: { assume_role_policy: !ref data.aws_iam_policy_document.trust.json }`);
    expect(plan.prior_state?.values.root_module.resources).toHaveLength(1);
    expect(change(plan, "data.aws_iam_policy_document.trust")).toBeUndefined();
    const after = change(plan, "aws_iam_role.r")?.after;
    const written = Object(after).assume_role_policy;
    expect(JSON.parse(written)).toEqual({
      Version: "2012-10-17",
      Statement: [
        {
          Effect: "Allow",
          Action: "sts:AssumeRole",
          Principal: { Service: "ec2.amazonaws.com" },
          Condition: { StringEquals: { "aws:SourceAccount": ["1", "2"] } },
        },
      ],
    });
  });

  it("keeps what is known of a policy document that is read at apply", () => {
    const plan = planOf(`
data.aws_iam_policy_document.trust:
  statement:
    condition: { test: StringEquals, variable: !ref "\${aws_iam_openid_connect_provider.x.url}:sub", values: [a] }
aws_iam_role.r: { assume_role_policy: !ref data.aws_iam_policy_document.trust.json }`);
    const document = change(plan, "data.aws_iam_policy_document.trust");
    expect(document?.actions).toEqual(["read"]);
    expect(document?.after).toMatchObject({
      statement: [{ condition: [{ test: "StringEquals", values: ["a"] }] }],
    });
    expect(document?.after_unknown).toMatchObject({
      json: true,
      statement: [{ condition: [{ variable: true }] }],
    });
    expect(change(plan, "aws_iam_role.r")?.after_unknown).toMatchObject({ assume_role_policy: true });
  });

  it("counts the instances of a repeated resource", () => {
    const plan = planOf(`
aws_subnet.a[0]: { cidr_block: 10.0.0.0/24 }
aws_subnet.a[1]: { cidr_block: 10.0.1.0/24 }`);
    expect(plan.resource_changes.map(({ address }) => address)).toEqual([
      "aws_subnet.a[0]",
      "aws_subnet.a[1]",
    ]);
    expect(plan.configuration.root_module.resources).toMatchObject([
      { address: "aws_subnet.a", count_expression: { constant_value: 2 } },
    ]);
  });
});

describe("the configuration of a terraform case", () => {
  it("says the same in HCL", () => {
    const files = terraform(`
aws_eks_node_group.w:
  cluster_name: !ref aws_eks_cluster.main.name
  subnet_ids: [!ref aws_subnet.a.id, subnet-1]
  tags: { Name: "\${w}", "a.b": c }
  scaling_config: { min_size: 1 }
aws_iam_role.r: { assume_role_policy: { Statement: [{ Action: sts:AssumeRole }] } }
data.aws_iam_policy_document.d:
  statement:
    condition: { variable: !ref "\${aws_x.y.url}:sub" }
aws_subnet.a: { vpc_id: !unknown }`);
    expect(files["main.tf"]).toBe(`resource "aws_eks_node_group" "w" {
  cluster_name = aws_eks_cluster.main.name
  subnet_ids   = [aws_subnet.a.id, "subnet-1"]
  tags         = {
    Name = "$\${w}"
    "a.b" = "c"
  }

  scaling_config {
    min_size = 1
  }
}

resource "aws_iam_role" "r" {
  assume_role_policy = jsonencode({
    Statement = [{
      Action = "sts:AssumeRole"
    }]
  })
}

data "aws_iam_policy_document" "d" {
  statement {
    condition {
      variable = "\${aws_x.y.url}:sub"
    }
  }
}

resource "aws_subnet" "a" {
  vpc_id = terraform_data.outside.id
}

resource "terraform_data" "outside" {}
`);
  });
});

describe("a case", () => {
  it("gives templates, manifests and eksctl files as they are written", () => {
    expect(
      filesOf(
        "  - violated: it is\n    cloudformation: |\n      Resources: {}\n    kubernetes: |\n      kind: Pod\n    eksctl: |\n      kind: ClusterConfig\n",
      ),
    ).toEqual({
      "template.yaml": "Resources: {}\n",
      "manifests.yaml": "kind: Pod\n",
      "cluster.yaml": "kind: ClusterConfig\n",
    });
  });

  it("says what is wrong with it where it is wrong", () => {
    const { mistakes } = read(`  - violated: a
    satisfied: b
    terraform: { module.x.aws_subnet.a: {}, subnet: {} }
  - satisfied: c
    at: subnet_ids
    kubernets: x
  - unresolved: d
    now: tomorrow
    params: { limt: 2 }
    kubernetes: x
`);
    expect(mistakes.map(({ at, message }) => `${at.line}:${at.column} ${message}`)).toEqual([
      "2:5 a case says one of violated, satisfied, unresolved, not-applicable, and only one",
      "4:18 modules are beyond a case; use `terraform-plan` with a real plan",
      "4:45 `subnet` is no address; write one like `aws_subnet.a` or `data.aws_iam_policy_document.trust`",
      "7:5 unknown key `kubernets`; did you mean `kubernetes`?",
      "5:5 a case needs something to judge: terraform, cloudformation, kubernetes, eksctl, terraform-plan",
      "6:5 nothing is pointed at where a policy is satisfied",
      "9:10 `now` must be a date, like `2026-01-31`",
      "10:15 there is no parameter `limt`",
    ]);
  });

  it("is missed when no case is of an outcome that must be proved", () => {
    expect(read("  - violated: a\n    kubernetes: x\n").mistakes.map(({ message }) => message)).toEqual([
      "there is no case that is satisfied; write one",
      "there is no case that is unresolved; write one",
    ]);
  });
});
