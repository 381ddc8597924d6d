import { expect, it } from "vitest";
import { Unknown } from "../../src/base/value.ts";
import { entity, graphOf, template } from "./graphs.ts";

/* What CDK makes with functions of its own is what it stands for. */

const stack = template(`
Vpc: { Type: AWS::EC2::Subnet, Properties: { AvailabilityZone: eu-west-1a } }
Role: { Type: AWS::IAM::Role }
Cluster:
  Type: Custom::AWSCDK-EKS-Cluster
  Properties:
    Config:
      name: shop
      version: "1.33"
      roleArn: !GetAtt Role.Arn
      resourcesVpcConfig: { subnetIds: [!Ref Vpc], endpointPublicAccess: "true", publicAccessCidrs: [10.0.0.0/8] }
      logging: { clusterLogging: [{ enabled: true, types: [api, audit] }, { enabled: false, types: [scheduler] }] }
Profile:
  Type: Custom::AWSCDK-EKS-FargateProfile
  Properties:
    Config:
      clusterName: !Ref Cluster
      podExecutionRoleArn: !GetAtt Role.Arn
      selectors: [{ namespace: shop, labels: { app: web } }]
Provider:
  Type: Custom::AWSCDKOpenIdConnectProvider
  Properties: { Url: !GetAtt Cluster.OpenIdConnectIssuerUrl }
App:
  Type: AWS::IAM::Role
  Properties:
    AssumeRolePolicyDocument:
      Statement: [{ Effect: Allow, Action: "sts:AssumeRoleWithWebIdentity", Principal: { Federated: !Ref Provider } }]
Manifest:
  Type: Custom::AWSCDK-EKS-KubernetesResource
  Properties:
    ClusterName: !Ref Cluster
    Manifest: !Join
      - ""
      - - '[{"apiVersion":"v1","kind":"ServiceAccount","metadata":{"name":"app","namespace":"shop","annotations":{"eks.amazonaws.com/role-arn":"'
        - !GetAtt App.Arn
        - '"}}},{"apiVersion":"apps/v1","kind":"Deployment","metadata":{"name":"web"},"spec":{"replicas":3}}]'
`);

it("a cluster and a Fargate profile", () => {
  const graph = graphOf({ "stack.json": stack });
  const cluster = entity(graph, "Cluster", "Cluster");
  expect(cluster.get("name")).toBe("shop");
  expect(cluster.get("role")).toMatchObject({ resource: "Role" });
  expect(cluster.get("subnets")).toMatchObject([{ resource: "Vpc" }]);
  expect(cluster.get("publicCidrs")).toEqual(["10.0.0.0/8"]);
  expect(cluster.get("privateEndpoint")).toBe(false);
  expect(cluster.get("logTypes")).toEqual(["api", "audit"]);
  const profile = entity(graph, "FargateProfile", "Profile");
  expect(profile.get("cluster")).toBe(cluster);
  expect(profile.get("subnets")).toBeInstanceOf(Unknown);
  expect(cluster.get("fargateProfiles")).toEqual([profile]);
});

it("an identity provider", () => {
  const graph = graphOf({ "stack.json": stack });
  expect(entity(graph, "TrustStatement", "App").get("eksProvider")).toBe(true);
});

it("the manifests that are text in it, in the cluster it names", () => {
  const graph = graphOf({ "stack.json": stack });
  const [account] = graph.entities("ServiceAccount");
  expect([account?.get("name"), account?.get("namespace")]).toEqual(["app", "shop"]);
  expect(account?.get("role")).toMatchObject({ resource: "App" });
  const [workload, ...others] = graph.entities("Workload");
  expect(others).toEqual([]);
  expect([workload?.get("kind"), workload?.get("replicas")]).toEqual(["Deployment", 3]);
  expect(workload?.get("cluster")).toBe(entity(graph, "Cluster", "Cluster"));
  expect(workload?.ref.path).toEqual(["Resources", "Manifest", "Properties", "Manifest", 1]);
});

it("a manifest that is not known may be anything", () => {
  const unknown = template(
    "M: { Type: Custom::AWSCDK-EKS-KubernetesResource, Properties: { Manifest: !ImportValue manifest } }",
  );
  const [workload] = graphOf({ "stack.yaml": unknown }).entities("Workload");
  expect(workload?.count?.low).toBe(0);
});
