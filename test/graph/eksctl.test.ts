import { describe, expect, it } from "vitest";
import { Unknown, type Value } from "../../src/base/value.ts";
import { isEntity } from "../../src/graph/entity.ts";
import type { Entity } from "../../src/graph/graph.ts";
import { graphOf } from "./graphs.ts";

const config = (rest: string, metadata = "{ name: prod, region: eu-west-1 }") =>
  graphOf({
    "cluster.yaml": `apiVersion: eksctl.io/v1alpha5\nkind: ClusterConfig\nmetadata: ${metadata}\n${rest}`,
  });

const first = (concept: string, rest: string): Entity | undefined => config(rest).entities(concept)[0];

/** The one statement that a role trusts. */
function trust(role: Value | undefined): Entity {
  const statements = isEntity(role) ? role.get("trust") : undefined;
  const [statement, ...others] = Array.isArray(statements) ? statements : [];
  if (!isEntity(statement) || others.length > 0) throw new Error("not one statement");
  return statement;
}

describe("the roles that eksctl makes", () => {
  it("trust the service that assumes them, and nobody else", () => {
    const graph = config(`managedNodeGroups: [{ name: a }]
nodeGroups: [{ name: b }]
fargateProfiles: [{ name: c, selectors: [{ namespace: c }] }]
iam: { podIdentityAssociations: [{ namespace: d, serviceAccountName: d }] }
addons: [{ name: e, podIdentityAssociations: [{ serviceAccountName: e }] }]
`);
    const roles = ["Cluster", "NodeGroup", "FargateProfile", "PodIdentityAssociation"].flatMap((concept) =>
      graph.entities(concept).map((each) => each.get("role")),
    );
    expect(roles.map((role) => trust(role).get("services"))).toEqual([
      ["eks.amazonaws.com"],
      ["ec2.amazonaws.com"],
      ["ec2.amazonaws.com"],
      ["eks-fargate-pods.amazonaws.com"],
      ["pods.eks.amazonaws.com"],
      ["pods.eks.amazonaws.com"],
    ]);
    for (const role of roles) {
      expect(trust(role).get("effect")).toBe("Allow");
      expect(trust(role).get("accounts")).toEqual([]);
      expect(trust(role).get("federated")).toEqual([]);
    }
    expect(new Set(roles).size).toBe(6);
    expect(graph.entities("IamRole")).toHaveLength(6);
  });

  it("of service accounts trust exactly one, of the cluster's provider", () => {
    const account = first(
      "ServiceAccount",
      "iam: { serviceAccounts: [{ metadata: { name: app, namespace: shop } }] }\n",
    );
    const statement = trust(account?.get("role"));
    expect(statement.get("eksProvider")).toBe(true);
    expect(statement.get("subjects")).toEqual(["system:serviceaccount:shop:app"]);
    const conditions = statement.get("conditions");
    const told = Array.isArray(conditions) ? conditions.filter(isCondition) : [];
    expect(
      told.map((each) => ["operator", "about", "binding", "values"].map((name) => each.get(name))),
    ).toEqual([
      ["StringEquals", "subject", true, ["system:serviceaccount:shop:app"]],
      ["StringEquals", "audience", true, ["sts.amazonaws.com"]],
    ]);
  });

  it("are called what the file calls them, and found by that name", () => {
    const graph = graphOf({
      "cluster.yaml":
        "apiVersion: eksctl.io/v1alpha5\nkind: ClusterConfig\nmetadata: { name: prod, region: eu-west-1 }\niam: { serviceAccounts: [{ metadata: { name: app }, roleName: app-role }] }\n",
      "app.yaml":
        'apiVersion: v1\nkind: ServiceAccount\nmetadata:\n  name: app\n  annotations: { eks.amazonaws.com/role-arn: "arn:aws:iam::111122223333:role/app-role" }\n',
    });
    const roles = graph.entities("ServiceAccount").map((account) => account.get("role"));
    expect(new Set(roles).size).toBe(1);
    expect(isEntity(roles[0]) && roles[0].get("name")).toBe("app-role");
  });

  it("are not made where the file names one", () => {
    const arn = "arn:aws:iam::111122223333:role/own";
    const graph = config(`iam:
  serviceRoleARN: ${arn}
  fargatePodExecutionRoleARN: ${arn}
  serviceAccounts: [{ metadata: { name: app }, attachRoleARN: "${arn}" }]
  podIdentityAssociations: [{ namespace: d, serviceAccountName: d, roleARN: "${arn}" }]
managedNodeGroups: [{ name: a, iam: { instanceRoleARN: "${arn}" } }]
fargateProfiles: [{ name: c }]
`);
    expect(graph.entities("IamRole")).toEqual([]);
    const concepts = ["Cluster", "NodeGroup", "FargateProfile", "ServiceAccount", "PodIdentityAssociation"];
    for (const concept of concepts)
      expect(graph.entities(concept)[0]?.get("role"), concept).toMatchObject({ resource: arn });
  });

  it("are not guessed where the file leaves it open", () => {
    const graph = config(`iam: { serviceRoleARN: "\${ROLE}" }
nodeGroups: [{ name: b, iam: { instanceProfileARN: "arn:aws:iam::111122223333:instance-profile/b" } }]
outpost: { controlPlaneOutpostARN: "" }
`);
    expect(graph.entities("Cluster")[0]?.get("role")).toBeInstanceOf(Unknown);
    expect(graph.entities("NodeGroup")[0]?.get("role")).toBeInstanceOf(Unknown);
    expect(graph.entities("IamRole").map(({ count }) => count?.low)).toEqual([0]);
  });

  it("of nodes trust EC2 by its name in the partition", () => {
    const services = (region: string) => {
      const [group] = config("nodeGroups: [{ name: b }]\n", `{ name: prod, region: ${region} }`).entities(
        "NodeGroup",
      );
      return trust(group?.get("role")).get("services");
    };
    expect(services("cn-north-1")).toEqual(["ec2.amazonaws.com.cn"]);
    expect(services("us-gov-west-1")).toEqual(["ec2.amazonaws.com"]);
  });
});

function isCondition(
  value: Value,
): value is Exclude<Value, Unknown> & { get(field: string): Value | undefined } {
  return typeof value === "object" && value !== null && "concept" in value;
}

describe("a node group of eksctl", () => {
  const group = (rest: string, kind = "managedNodeGroups") =>
    first("NodeGroup", `${kind}: [{ name: a${rest === "" ? "" : `, ${rest}`} }]\n`);
  const sizes = (rest: string, kind?: string) =>
    ["minSize", "desiredSize", "maxSize"].map((field) => group(rest, kind)?.get(field));

  it("has two nodes where nothing is written, and as many as are where something is", () => {
    expect(sizes("")).toEqual([2, 2, 2]);
    expect(sizes("", "nodeGroups")).toEqual([2, 2, 2]);
    expect(sizes("desiredCapacity: 5")).toEqual([5, 5, 5]);
    expect(sizes("minSize: 3")).toEqual([3, 3, 3]);
    expect(sizes("maxSize: 9")).toEqual([2, 2, 9]);
    expect(sizes("minSize: 1, maxSize: 4")).toEqual([1, 1, 4]);
    expect(sizes("desiredCapacity: 0")).toEqual([0, 0, 1]);
  });

  it("is of eksctl's instance type unless something else picks one", () => {
    const types = (rest: string, kind?: string) => group(rest, kind)?.get("instanceTypes");
    expect(types("")).toEqual(["m5.large"]);
    expect(types("instanceType: m7g.large")).toEqual(["m7g.large"]);
    expect(types("instanceTypes: [m7g.large, m6g.large]")).toEqual(["m7g.large", "m6g.large"]);
    expect(
      types(
        "instanceType: mixed, instancesDistribution: { instanceTypes: [m7g.large, m6g.large] }",
        "nodeGroups",
      ),
    ).toEqual(["m7g.large", "m6g.large"]);
    expect(types("instanceSelector: { vCPUs: 4 }")).toBeInstanceOf(Unknown);
    expect(types("launchTemplate: { id: lt-1 }")).toBeInstanceOf(Unknown);
  });

  it("allows SSH where a key is written, unless it says that it does not", () => {
    const ssh = (rest: string) => group(`ssh: { ${rest} }`)?.get("ssh");
    expect(group("")?.get("ssh")).toBe(false);
    expect(ssh("publicKeyName: ops")).toBe(true);
    expect(ssh("publicKey: ssh-rsa AAAA")).toBe(true);
    expect(ssh("allow: true")).toBe(true);
    expect(ssh("allow: false, publicKeyName: ops")).toBe(false);
    expect(ssh("sourceSecurityGroupIds: [sg-1]")).toBe(false);
    expect(ssh('allow: "${SSH}"')).toBeInstanceOf(Unknown);
    expect(ssh('publicKeyName: "${KEY}"')).toBeInstanceOf(Unknown);
  });
});

describe("a cluster of eksctl", () => {
  it("takes requests from everywhere, and is asked by API and by ConfigMap", () => {
    const cluster = first("Cluster", "");
    expect(cluster?.get("publicEndpoint")).toBe(true);
    expect(cluster?.get("privateEndpoint")).toBe(false);
    expect(cluster?.get("publicCidrs")).toEqual(["0.0.0.0/0"]);
    expect(cluster?.get("authenticationMode")).toBe("API_AND_CONFIG_MAP");
  });

  it("that is private has no public endpoint and no public subnets", () => {
    const rest = "privateCluster: { enabled: true }\n";
    const cluster = first("Cluster", rest);
    expect(cluster?.get("publicEndpoint")).toBe(false);
    expect(cluster?.get("privateEndpoint")).toBe(true);
    const subnets = config(rest).entities("Subnet");
    expect(subnets.map((subnet) => subnet.get("assignsPublicAddresses"))).toEqual([false, false, false]);
    const open = config('privateCluster: { enabled: "${PRIVATE}" }\n');
    expect(open.entities("Cluster")[0]?.get("publicEndpoint")).toBeInstanceOf(Unknown);
    expect(open.entities("Subnet").map(({ count }) => count?.low)).toEqual([...Array(3), 0, 0, 0]);
  });

  it("sends all logs where it says so in one word", () => {
    const logs = (types: string) =>
      first("Cluster", `cloudWatch: { clusterLogging: { enableTypes: ${types} } }\n`)?.get("logTypes");
    const all = ["api", "audit", "authenticator", "controllerManager", "scheduler"];
    expect(logs('["*"]')).toEqual(all);
    expect(logs("[all]")).toEqual(all);
    expect(logs("[api]")).toEqual(["api"]);
  });

  it("has the service accounts that it makes, not those it only makes a role for", () => {
    const accounts = "[{ metadata: { name: a } }, { metadata: { name: b }, roleOnly: true }]";
    const graph = config(`iam: { serviceAccounts: ${accounts} }\n`);
    expect(graph.entities("ServiceAccount").map((account) => account.get("name"))).toEqual(["a"]);
    expect(graph.entities("TrustStatement").map((each) => each.get("subjects"))).toContainEqual([
      "system:serviceaccount:default:b",
    ]);
  });
});
