import { describe, expect, test } from "vitest";
import { find, planFrom, planOf } from "./planned.ts";

const shop = planOf("shop");
const plain = find(shop, "aws_eks_cluster.plain").root;
const blue = find(shop, 'module.cluster["shop.blue"].aws_eks_cluster.this[0]').root;

describe("a value", () => {
  test("is known when Terraform knows it", () => {
    expect(plain.get("name").state).toBe("known");
    expect(plain.get("name").json).toBe("plain");
    expect(plain.get("vpc_config", 0, "endpoint_public_access").json).toBe(true);
  });

  test("is unknown when what it is written with is known only after apply, and says which it is", () => {
    const role = plain.get("role_arn");
    expect(role.state).toBe("unknown");
    expect(role.json).toBeUndefined();
    expect(role.missing).toMatchObject({
      attribute: "aws_eks_cluster.plain.role_arn",
      reason: "known after apply",
      ref: { format: "terraform", file: "plan.json", owner: "aws_eks_cluster.plain", path: ["role_arn"] },
    });
  });

  test("is absent when it is not written, although Terraform calls it unknown", () => {
    expect(plain.get("vpc_config", 0, "public_access_cidrs").state).toBe("absent");
    expect(plain.get("version").state).toBe("absent");
    expect(plain.get("access_config").state).toBe("absent");
    expect(plain.get("version").missing).toBeUndefined();
  });

  test("is absent when it is written as null, by itself or through variables of modules", () => {
    expect(plain.get("kubernetes_network_config", 0, "service_ipv4_cidr").state).toBe("absent");
    expect(plain.get("upgrade_policy", 0, "support_type").state).toBe("absent");
    expect(blue.get("vpc_config", 0, "public_access_cidrs").state).toBe("absent");
    const nodes = find(shop, 'module.cluster["shop.blue"].module.nodes["spot"].aws_eks_node_group.this').root;
    expect(nodes.get("disk_size").state).toBe("absent");
  });

  test("is unknown when it is made of a resource of a type that nobody asked for", () => {
    const hidden = find(shop, "aws_eks_cluster.hidden").root;
    expect(hidden.get("vpc_config", 0, "public_access_cidrs").state).toBe("unknown");
  });

  test("keeps its id unknown: no platform has a default for that", () => {
    expect(plain.get("id").state).toBe("unknown");
  });

  test("stays known or unknown value by value inside a block that is partly unknown", () => {
    const block = plain.get("vpc_config", 0);
    expect(block.state).toBe("known");
    expect(block.json).toBeUndefined();
    expect(block.get("endpoint_private_access").json).toBe(false);
    expect(block.get("subnet_ids").state).toBe("unknown");
    expect(plain.get("timeouts").state).toBe("absent");
  });

  test("waits for the same thing at every path below an unknown", () => {
    const below = plain.get("vpc_config", 0, "subnet_ids", 1, "zone");
    expect(below.state).toBe("unknown");
    expect(below.missing?.attribute).toBe("aws_eks_cluster.plain.vpc_config[0].subnet_ids");
    expect(plain.get("version", "anything").state).toBe("absent");
  });

  test("has the elements of what a dynamic block became, and does not call absent what such a block computes", () => {
    const ingress = find(shop, "aws_security_group.dynamic").root.get("ingress");
    expect(ingress.items().map((rule) => rule.get("from_port").json)).toEqual([443, 8443]);
    expect(ingress.items().map((rule) => rule.get("security_groups").state)).toEqual(["unknown", "unknown"]);
    expect(ingress.json).toBeUndefined();
    const network = find(shop, "aws_launch_template.nodes").root.get(
      "network_interfaces",
      0,
      "security_groups",
    );
    expect(network.state).toBe("unknown");
    expect(network.links).toEqual({ targets: [], exact: false, closed: false });
  });

  test("is whole when nothing in it is unknown", () => {
    const [rule] = find(shop, "aws_security_group.open").root.get("ingress").items();
    expect(rule?.get("cidr_blocks").json).toEqual(["0.0.0.0/0"]);
    expect(rule?.json).toMatchObject({ from_port: 22, self: false });
  });

  test("lists what is written of an object and leaves out what is absent", () => {
    const names = plain
      .get("vpc_config", 0)
      .entries()
      .map(([name]) => name);
    expect(names).toContain("subnet_ids");
    expect(names).toContain("endpoint_private_access");
    expect(names).not.toContain("public_access_cidrs");
  });

  test("is sensitive by itself, with everything below it, and when a part of it is", () => {
    const database = find(shop, "aws_db_instance.orders").root;
    expect(database.get("password").sensitive).toBe(true);
    expect(database.get("password").json).toBe("not-a-password");
    expect(database.get("tags").sensitive).toBe(true);
    expect(database.get("tags", "secret").sensitive).toBe(true);
    expect(database.get("tags", "team").sensitive).toBe(false);
    expect(database.get("username").sensitive).toBe(false);
  });
});

describe("a trust policy that needs a provider still to be made", () => {
  const irsa = find(shop, 'module.cluster["shop.blue"].data.aws_iam_policy_document.irsa');
  const statement = irsa.root.get("statement", 0);

  test("keeps the conditions that are known", () => {
    expect(irsa.change).toBe("read");
    expect(irsa.mode).toBe("data");
    const [first, second] = statement.get("condition").items();
    const tests = [first, second].map((condition) => [
      condition?.get("test").json,
      condition?.get("values").json,
    ]);
    expect(tests).toContainEqual(["StringLike", ["system:serviceaccount:shop:*"]]);
    expect(tests).toContainEqual(["StringEquals", ["sts.amazonaws.com"]]);
    expect(first?.get("variable").state).toBe("unknown");
  });

  test("says that the rendered document is unknown, not that it has a default", () => {
    expect(irsa.root.get("json").state).toBe("unknown");
    expect(statement.get("principals", 0, "identifiers", 0).state).toBe("unknown");
    expect(statement.get("principals", 0, "type").json).toBe("Federated");
  });
});

describe("in a plan without marks of what is unknown", () => {
  const plan = planFrom({
    planned_values: {
      root_module: {
        resources: [
          {
            address: "aws_eks_cluster.main",
            mode: "managed",
            type: "aws_eks_cluster",
            name: "main",
            values: { name: "main", tags: null, vpc_config: [{ endpoint_public_access: true }] },
          },
        ],
      },
    },
    configuration: {
      root_module: {
        resources: [
          {
            mode: "managed",
            type: "aws_eks_cluster",
            name: "main",
            expressions: {
              name: { constant_value: "main" },
              role_arn: { references: ["aws_iam_role.main.arn", "aws_iam_role.main"] },
              vpc_config: [{ subnet_ids: { references: ["aws_subnet.a.id", "aws_subnet.a"] } }],
            },
          },
        ],
      },
    },
  });
  const cluster = find(plan, "aws_eks_cluster.main");

  test("what is written and left out is unknown, what is not written is absent", () => {
    expect(cluster.change).toBe("declared");
    expect(cluster.root.get("role_arn").state).toBe("unknown");
    expect(cluster.root.get("vpc_config", 0, "subnet_ids").state).toBe("unknown");
    expect(cluster.root.get("vpc_config", 0, "public_access_cidrs").state).toBe("absent");
    expect(cluster.root.get("version").state).toBe("absent");
    expect(cluster.root.get("tags").state).toBe("absent");
    expect(cluster.root.get("vpc_config").json).toBeUndefined();
    expect(cluster.root.get("name").json).toBe("main");
  });
});
