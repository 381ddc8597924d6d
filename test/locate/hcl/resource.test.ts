import { describe, expect, test } from "vitest";
import type { Path } from "../../../src/base/place.ts";
import type { Declaration } from "../../../src/source/declaration.ts";
import { planned, ref, seen } from "../findings.ts";

type Files = Readonly<Record<string, string>>;

function at(
  files: Files,
  owner: string,
  path: Path,
  declarations: readonly Declaration[] = [],
  plan = "plan.json",
) {
  return seen(files, [ref("terraform", plan, owner, path)], declarations);
}

const cluster: Files = {
  "plan.json": '{"format_version":"1.2","aws_eks_cluster":"main"}',
  "variables.tf": 'variable "cidrs" {\n  default = ["0.0.0.0/0"]\n}\n',
  "eks.tf": `# the cluster
resource "aws_eks_cluster" "main" {
  name    = "prod"
  version = var.kubernetes_version # pinned elsewhere

  vpc_config {
    endpoint_public_access = true
    subnet_ids = [
      aws_subnet.a.id,
      aws_subnet.b.id,
    ]
  }

  tags = {
    Team        = "shop"
    "cost/unit" = "\${var.unit}-\${"x"}"
  }

  enabled_cluster_log_types = toset(["api", "audit"])
}

data "aws_subnet" "main" {
  id = var.subnet
}
`,
};

describe("an attribute of a resource", () => {
  test.each<[Path, string]>([
    [["name"], 'eks.tf:3:13 "prod"'],
    [["version"], "eks.tf:4:13 var.kubernetes_version"],
    [["vpc_config", 0, "endpoint_public_access"], "eks.tf:7:30 true"],
    [["vpc_config", 0, "subnet_ids"], "eks.tf:8:5 subnet_ids"],
    [["vpc_config", 0, "subnet_ids", 1], "eks.tf:10:7 aws_subnet.b.id"],
    [["tags", "Team"], 'eks.tf:15:19 "shop"'],
    [["tags", "cost/unit"], 'eks.tf:16:19 "${var.unit}-${"x"}"'],
    [["enabled_cluster_log_types", 1], 'eks.tf:19:45 "audit"'],
  ])("%j is placed at its value", (path, place) => {
    expect(at(cluster, "aws_eks_cluster.main", path)).toBe(place);
  });

  test("one that is not written is placed at the block it would stand in", () => {
    expect(at(cluster, "aws_eks_cluster.main", ["vpc_config", 0, "public_access_cidrs"])).toBe(
      "eks.tf:6:3 vpc_config",
    );
    const resource = 'eks.tf:2:1 resource "aws_eks_cluster" "main"';
    expect(at(cluster, "aws_eks_cluster.main", ["encryption_config", 0, "resources"])).toBe(resource);
    expect(at(cluster, "aws_eks_cluster.main", [])).toBe(resource);
    expect(at(cluster, "aws_eks_cluster.main", ["tags", "Owner"])).toBe("eks.tf:14:3 tags");
  });

  test("a data source is not the resource of the same name", () => {
    expect(at(cluster, "data.aws_subnet.main", ["id"])).toBe("eks.tf:23:8 var.subnet");
    expect(at(cluster, "aws_subnet.main", ["id"])).toBe("plan.json");
  });

  test.each(["aws_eks_cluster.main[0]", 'aws_eks_cluster.main["a.b"]', 'aws_eks_cluster.main["x\\"]."]'])(
    "the instance %s is placed in the block all instances share",
    (owner) => {
      expect(at(cluster, owner, ["name"])).toBe('eks.tf:3:13 "prod"');
    },
  );

  test.each(["aws_eks_cluster", "not an address", "", 'aws_eks_cluster.main["', "a.b.c.d", "module.x"])(
    "%j, which is no resource's address, has no line",
    (owner) => {
      expect(at(cluster, owner, ["name"])).toBe("plan.json");
    },
  );

  test("an override file wins where it says something, and only there", () => {
    const files = {
      ...cluster,
      "eks_override.tf": 'resource "aws_eks_cluster" "main" {\n  name = "other"\n}\n',
    };
    expect(at(files, "aws_eks_cluster.main", ["name"])).toBe('eks_override.tf:2:10 "other"');
    expect(at(files, "aws_eks_cluster.main", ["version"])).toBe("eks.tf:4:13 var.kubernetes_version");
  });

  test("a broken file beside it costs nothing", () => {
    const files = { ...cluster, "broken.tf": 'resource "x" {{{ "', "binary.tf": "\u0000\u0001" };
    expect(at(files, "aws_eks_cluster.main", ["name"])).toBe('eks.tf:3:13 "prod"');
  });

  test("the next reference is tried where one leads nowhere", () => {
    const refs = [
      ref("terraform", "plan.json", "aws_subnet.gone", []),
      ref("terraform", "plan.json", "aws_eks_cluster.main", ["name"]),
    ];
    expect(seen(cluster, refs, [planned("plan.json", "aws_eks_cluster.main")])).toBe('eks.tf:3:13 "prod"');
  });

  test("without any .tf file it is the plan's file, and no line of it", () => {
    const { "plan.json": plan = "" } = cluster;
    expect(at({ "plan.json": plan }, "aws_eks_cluster.main", ["name"])).toBe("plan.json");
  });
});

describe("a trust policy", () => {
  const files = {
    "roles.tf": `resource "aws_iam_role" "a" {
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      { Effect = "Deny", Action = "*" },
      {
        Effect    = "Allow"
        Principal = { AWS = "*" }
      },
    ]
  })
}
resource "aws_iam_role" "b" {
  assume_role_policy = <<-EOT
    {
      "Statement": [
        { "Effect": "Allow", "Principal": "*", "Condition": {"x": "\${var.y}"} }
      ]
    }
  EOT
}
`,
  };

  test("written with jsonencode can be entered", () => {
    const path = ["assume_role_policy", "Statement", 1, "Principal", "AWS"];
    expect(at(files, "aws_iam_role.a", path)).toBe('roles.tf:8:29 "*"');
    expect(at(files, "aws_iam_role.a", ["assume_role_policy", "Statement", 0, "Effect"])).toBe(
      'roles.tf:5:18 "Deny"',
    );
    expect(at(files, "aws_iam_role.a", ["assume_role_policy"])).toBe("roles.tf:2:3 assume_role_policy");
  });

  test("written as a heredoc can be entered", () => {
    expect(at(files, "aws_iam_role.b", ["assume_role_policy", "Statement", 0, "Principal"])).toBe(
      'roles.tf:17:43 "*"',
    );
    expect(at(files, "aws_iam_role.b", ["assume_role_policy"])).toBe("roles.tf:14:3 assume_role_policy");
  });
});

describe("blocks that repeat", () => {
  const files = {
    "sg.tf": `resource "aws_security_group" "web" {
  ingress {
    from_port   = 443
    cidr_blocks = ["10.0.0.0/8", "192.168.0.0/16"]
  }
  ingress {
    from_port   = "22"
    cidr_blocks = ["0.0.0.0/0"]
  }
  dynamic "ingress" {
    for_each = var.ports
    content {
      from_port   = ingress.value
      cidr_blocks = var.cidrs
    }
  }
  ingress {
    from_port   = 80
    description = var.description
  }
}

resource "aws_security_group" "twins" {
  ingress {
    from_port   = 80
    cidr_blocks = var.a
  }
  ingress {
    from_port   = 80
    cidr_blocks = var.b
  }
}
`,
  };
  const web = (
    ...ingress: readonly { readonly [key: string]: number | string | readonly string[] | null }[]
  ) => planned("plan.json", "aws_security_group.web", { ingress });

  test("are told apart by their literals, for a plan has them in an order of its own", () => {
    const plan = [
      web(
        { from_port: 22, cidr_blocks: ["0.0.0.0/0"], description: null },
        { from_port: 443, cidr_blocks: ["192.168.0.0/16", "10.0.0.0/8"] },
        { from_port: 80, cidr_blocks: [], description: "x" },
      ),
    ];
    const rule = (index: number, field: string) =>
      at(files, "aws_security_group.web", ["ingress", index, field], plan);
    expect(rule(0, "cidr_blocks")).toBe('sg.tf:8:19 ["0.0.0.0/0"]');
    expect(rule(1, "cidr_blocks")).toBe('sg.tf:4:19 ["10.0.0.0/8", "192.168.0.0/16"]');
    expect(rule(1, "protocol")).toBe("sg.tf:2:3 ingress");
    expect(rule(2, "description")).toBe("sg.tf:19:19 var.description");
  });

  test("are placed in the dynamic block where no written one can be meant", () => {
    const plan = [web({ from_port: 8080, cidr_blocks: ["0.0.0.0/0"] })];
    expect(at(files, "aws_security_group.web", ["ingress", 0, "cidr_blocks"], plan)).toBe(
      "sg.tf:14:21 var.cidrs",
    );
    expect(at(files, "aws_security_group.web", ["ingress", 0, "protocol"], plan)).toBe(
      'sg.tf:10:3 dynamic "ingress"',
    );
  });

  test("are told apart by what is in them, and by what variables come to", () => {
    const text = `locals {
  office = ["10.0.0.0/8"]
}
data "aws_x" "a" {
  statement {
    actions = ["a"]
    condition {
      test = "StringEquals"
    }
  }
  statement {
    actions = ["a"]
  }
  statement {
    actions = local.office
  }
}
`;
    const statement = [
      { actions: ["a"], condition: [] },
      { actions: ["10.0.0.0/8"], condition: [] },
      { actions: ["a"], condition: [{ test: "StringEquals" }] },
    ];
    const plan = [planned("plan.json", "data.aws_x.a", { statement })];
    const line = (index: number) =>
      at({ "main.tf": text }, "data.aws_x.a", ["statement", index, "effect"], plan);
    expect([0, 1, 2].map(line)).toEqual([11, 14, 5].map((number) => `main.tf:${number}:3 statement`));
  });

  test("that nothing tells apart are shown by the block around them", () => {
    const plan = [
      planned("plan.json", "aws_security_group.twins", { ingress: [{ from_port: 80 }, { from_port: 80 }] }),
    ];
    expect(at(files, "aws_security_group.twins", ["ingress", 1, "cidr_blocks"], plan)).toBe(
      'sg.tf:23:1 resource "aws_security_group" "twins"',
    );
  });
});

describe("a resource in a module", () => {
  const files: Files = {
    "live/prod/main.tf": `module "eks" {
  source = "../../modules/eks"
  cidrs  = ["0.0.0.0/0"]
}
module "vpc" {
  source  = "terraform-aws-modules/vpc/aws"
  version = "~> 5.0"
}
module "pinned" {
  source = "git::https://example.com/infra.git//modules/eks?ref=v1"
}
module "outside" {
  source = "../../../elsewhere"
}
`,
    "modules/eks/main.tf":
      'module "nodes" {\n  source = "./nodes"\n}\nresource "aws_eks_cluster" "this" {\n  version = "1.33"\n}\n',
    "modules/eks/nodes/main.tf": 'resource "aws_eks_node_group" "this" {\n  subnet_ids = var.subnets\n}\n',
  };
  const inProd = (owner: string, path: Path) => at(files, owner, path, [], "live/prod/plan.json");

  test("of the same repository is placed in the module's file", () => {
    expect(inProd("module.eks.aws_eks_cluster.this", ["version"])).toBe('modules/eks/main.tf:5:13 "1.33"');
    expect(inProd('module.eks["a.b"].module.nodes[0].aws_eks_node_group.this["x"]', ["subnet_ids"])).toBe(
      "modules/eks/nodes/main.tf:2:16 var.subnets",
    );
  });

  test.each(["vpc", "pinned", "outside"])(
    "that is not in this repository is placed at the call, as in %s",
    (name) => {
      expect(inProd(`module.${name}.module.inner.aws_subnet.a[0]`, ["zone"])).toMatch(
        new RegExp(`^live/prod/main.tf:\\d+:1 module "${name}"$`),
      );
    },
  );

  test("that the module does not declare is placed at the call", () => {
    expect(inProd("module.eks.aws_iam_role.gone", ["name"])).toBe('live/prod/main.tf:1:1 module "eks"');
    expect(inProd("module.eks.module.gone.aws_iam_role.x", ["name"])).toBe(
      'live/prod/main.tf:1:1 module "eks"',
    );
  });

  test("that nobody calls has no line", () => {
    expect(inProd("module.gone.aws_iam_role.x", ["name"])).toBe("live/prod/plan.json");
  });

  test("a module that calls itself does not go round forever", () => {
    const loop = { "main.tf": 'module "a" {\n  source = "./"\n}\n' };
    expect(at(loop, `${"module.a.".repeat(50)}aws_x.y`, [])).toBe('main.tf:1:1 module "a"');
  });
});

describe("the folder a plan was made from", () => {
  const main = (name: string) =>
    `resource "aws_eks_cluster" "main" {\n  name = ${name}\n}\nmodule "vpc" {\n}\n`;
  const environments: Files = { "envs/dev/main.tf": main("var.name"), "envs/prod/main.tf": main("var.name") };
  const declares = (file: string) => [
    planned(file, "aws_eks_cluster.main", { name: "prod" }),
    planned(file, "module.vpc.aws_subnet.a"),
  ];
  const named = (files: Files, plan: string) =>
    at(files, "aws_eks_cluster.main", ["name"], declares(plan), plan);

  test("is the one the plan lies in, or one above it", () => {
    expect(named(environments, "envs/dev/plan.json")).toBe("envs/dev/main.tf:2:10 var.name");
    expect(named(environments, "envs/prod/out/tf/plan.json")).toBe("envs/prod/main.tf:2:10 var.name");
  });

  test("is another where that one declares something else", () => {
    const files = { "infra/eks/main.tf": main("var.name"), "main.tf": 'resource "aws_s3_bucket" "x" {\n}\n' };
    expect(named(files, "plan.json")).toBe("infra/eks/main.tf:2:10 var.name");
  });

  test("among equals is the one the plan is named after", () => {
    expect(named(environments, "plans/prod.json")).toBe("envs/prod/main.tf:2:10 var.name");
    expect(named(environments, "plans/dev-eu.tfplan.json")).toBe("envs/dev/main.tf:2:10 var.name");
  });

  test("among equals is the one whose literals the plan does not contradict", () => {
    const files = { "envs/a/main.tf": main('"dev"'), "envs/b/main.tf": main('"prod"') };
    expect(named(files, "plan.json")).toBe('envs/b/main.tf:2:10 "prod"');
  });

  test("is not guessed where nothing tells them apart", () => {
    expect(named(environments, "plan.json")).toBe("plan.json");
  });

  test("is not a folder that declares only a part by chance", () => {
    const files = { "other/main.tf": 'resource "aws_eks_cluster" "main" {\n  name = "x"\n}\n' };
    expect(named(files, "plan.json")).toBe("plan.json");
  });

  test("is not looked for among installed modules", () => {
    expect(
      named(
        { ".terraform/modules/eks/main.tf": main("1"), "node_modules/x/main.tf": main("1") },
        "plan.json",
      ),
    ).toBe("plan.json");
  });

  test("may have lost what the plan deletes", () => {
    const gone = { ...planned("plan.json", "aws_iam_role.old"), change: "delete" as const };
    const files = { "main.tf": main("var.name"), "x/main.tf": 'resource "aws_iam_role" "old" {\n}\n' };
    expect(at(files, "aws_eks_cluster.main", ["name"], [...declares("plan.json"), gone])).toBe(
      "main.tf:2:10 var.name",
    );
  });

  test("is found for each plan by itself", () => {
    const refs = (plan: string) => [ref("terraform", plan, "aws_eks_cluster.main", ["name"])];
    for (const plan of ["envs/dev/plan.json", "envs/prod/plan.json"]) {
      const declared = [...declares("envs/dev/plan.json"), ...declares("envs/prod/plan.json")];
      expect(seen(environments, refs(plan), declared)).toBe(
        `${plan.replace("plan.json", "main.tf")}:2:10 var.name`,
      );
    }
  });
});
