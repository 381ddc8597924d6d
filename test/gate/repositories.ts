import { plan } from "../graph/graphs.ts";

/** Small repositories with every kind of reference in them, beside what the cases of the policies hold. */
export const repositories: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  "eksctl that names its network": {
    "cluster.yaml": `apiVersion: eksctl.io/v1alpha5
kind: ClusterConfig
metadata: { name: prod, region: eu-west-1, version: "1.33" }
vpc:
  subnets:
    private:
      eu-west-1a: { id: subnet-a, cidr: 10.0.0.0/24 }
      second: { id: subnet-b, az: eu-west-1b }
    public:
      eu-west-1a: { id: subnet-c }
  publicAccessCIDRs: [203.0.113.0/24]
  clusterEndpoints: { publicAccess: true, privateAccess: true }
  controlPlaneSecurityGroupIDs: [sg-1]
  securityGroup: sg-2
iam:
  serviceAccounts:
    - metadata: { name: app, namespace: shop }
      attachRoleARN: arn:aws:iam::111122223333:role/app
    - metadata: { name: other }
addons:
  - name: vpc-cni
    version: v1
  - name: coredns
managedNodeGroups:
  - name: named
    subnets: [eu-west-1a, second, subnet-c]
    desiredCapacity: 3
    ssh: { allow: true, publicKeyName: ops, sourceSecurityGroupIds: [sg-3] }
  - name: private
    privateNetworking: true
    availabilityZones: [eu-west-1a, eu-west-1b]
    minSize: 1
    maxSize: 4
    instanceTypes: [m7i.large, m6i.large]
nodeGroups:
  - name: own
    instanceType: m7i.large
    labels: { team: shop }
    launchTemplate: { id: lt-1 }
fargateProfiles:
  - name: shop
    selectors:
      - { namespace: shop, labels: { app: web } }
      - namespace: jobs
`,
  },
  "eksctl that leaves its network to eksctl": {
    "cluster.yaml": `apiVersion: eksctl.io/v1alpha5
kind: ClusterConfig
metadata: { name: prod, region: us-east-1 }
managedNodeGroups:
  - name: all
  - name: one
    availabilityZones: [us-east-1a]
---
apiVersion: eksctl.io/v1alpha5
kind: ClusterConfig
metadata: { name: zones, region: us-east-1 }
availabilityZones: [us-east-1a, us-east-1b]
managedNodeGroups:
  - name: both
  - name: one
    privateNetworking: true
    availabilityZones: [us-east-1a]
fargateProfiles:
  - name: shop
    selectors: [{ namespace: shop }]
`,
  },
  "what an account has already, and what comes to it": {
    "inventory.yaml": `version: 1
asOf: "2026-11-20"
account: "111122223333"
region: eu-west-1
subnets:
  - { id: subnet-a, zone: eu-west-1a, zoneId: euw1-az1, cidr: 10.0.0.0/24, tags: { find: prod } }
  - { id: subnet-b, zone: eu-west-1b, zoneId: euw1-az2, assignsPublicAddresses: true, tags: { find: prod } }
  - { id: subnet-c, zone: eu-west-1b, zoneId: euw1-az2, tags: {} }
securityGroups:
  - id: sg-1
    name: nodes
    tags: { find: prod }
    rules:
      - { direction: ingress, protocol: tcp, fromPort: 22, toPort: 22, cidr: 128.0.0.0/1 }
      - { direction: egress, protocol: "-1", peer: sg-1 }
  - { id: sg-2, rules: [] }
roles:
  - arn: arn:aws:iam::111122223333:role/eks/cluster
    trust: { Statement: [{ Effect: Allow, Principal: { Service: eks.amazonaws.com }, Action: sts:AssumeRole }] }
  - { arn: "arn:aws:iam::111122223333:role/app", trust: { Statement: { Principal: "*", Action: "sts:*" } } }
clusters:
  - name: prod
    version: "1.33"
    role: arn:aws:iam::111122223333:role/eks/cluster
    subnets: [subnet-a, subnet-b]
    nodeGroups: [named, other]
    fargateProfiles: [jobs]
counts: { clusters: 3, vpcs: 2 }
`,
    "cluster.yaml": `AWSTemplateFormatVersion: "2010-09-09"
Resources:
  Cluster:
    Type: AWS::EKS::Cluster
    Properties:
      Name: prod
      RoleArn: arn:aws:iam::111122223333:role/eks/cluster
      ResourcesVpcConfig: { SubnetIds: [subnet-a, subnet-b], SecurityGroupIds: [sg-1] }
  Named:
    Type: AWS::EKS::Nodegroup
    Properties: { ClusterName: !Ref Cluster, NodegroupName: named, NodeRole: app, Subnets: [subnet-b, subnet-c] }
  Nameless:
    Type: AWS::EKS::Nodegroup
    Properties: { ClusterName: prod, NodeRole: app, Subnets: [subnet-a, subnet-b] }
  Half:
    Type: AWS::EC2::SecurityGroupIngress
    Properties: { GroupId: sg-1, IpProtocol: tcp, FromPort: 22, ToPort: 22, CidrIp: 0.0.0.0/1 }
`,
    "nodes.yaml": `apiVersion: karpenter.k8s.aws/v1
kind: EC2NodeClass
metadata: { name: default }
spec:
  role: app
  subnetSelectorTerms: [{ tags: { find: prod } }]
  securityGroupSelectorTerms: [{ id: sg-2 }, { tags: { find: prod } }]
`,
    "account.yaml": `apiVersion: v1
kind: ServiceAccount
metadata: { name: app, annotations: { eks.amazonaws.com/role-arn: "arn:aws:iam::111122223333:role/app" } }
`,
  },
  "templates that belong together, and what runs on them": {
    "cluster.yaml": `AWSTemplateFormatVersion: "2010-09-09"
Conditions:
  More: !Equals [!Ref AWS::Region, eu-west-1]
Resources:
  Cluster:
    Type: AWS::EKS::Cluster
    Properties:
      Name: prod
      Version: "1.33"
      RoleArn: !GetAtt Role.Arn
      ResourcesVpcConfig:
        SubnetIds: [!Ref A, !Ref B]
        SecurityGroupIds: [!Ref Group]
        EndpointPublicAccess: true
        PublicAccessCidrs: [0.0.0.0/1, 128.0.0.0/1]
      Logging:
        ClusterLogging:
          EnabledTypes: [{ Type: api }, { Type: audit }]
  Role:
    Type: AWS::IAM::Role
    Properties:
      RoleName: cluster
      AssumeRolePolicyDocument:
        Version: "2012-10-17"
        Statement:
          - Effect: Allow
            Principal: { Service: eks.amazonaws.com }
            Action: sts:AssumeRole
          - Effect: Allow
            Principal: { AWS: ["*"] }
            NotAction: [sts:TagSession]
            Condition:
              StringEquals: { "aws:PrincipalOrgID": o-1 }
              ArnLike: { "aws:PrincipalArn": ["arn:aws:iam::*:role/ci"] }
  Provider:
    Type: AWS::IAM::OIDCProvider
    Properties:
      Url: !GetAtt Cluster.OpenIdConnectIssuerUrl
  Irsa:
    Type: AWS::IAM::Role
    Properties:
      RoleName: app
      AssumeRolePolicyDocument:
        Statement:
          Effect: Allow
          Principal: { Federated: !Ref Provider }
          Action: ["sts:AssumeRoleWithWebIdentity"]
          Condition: { StringLike: { "oidc:sub": "system:serviceaccount:shop:*" } }
  A: { Type: AWS::EC2::Subnet, Properties: { VpcId: vpc-1, AvailabilityZone: eu-west-1a, CidrBlock: 10.0.0.0/24 } }
  B: { Type: AWS::EC2::Subnet, Properties: { VpcId: vpc-1, AvailabilityZone: eu-west-1b, MapPublicIpOnLaunch: true } }
  Group:
    Type: AWS::EC2::SecurityGroup
    Properties:
      GroupDescription: nodes
      SecurityGroupIngress:
        - { IpProtocol: tcp, FromPort: 22, ToPort: 22, CidrIp: 0.0.0.0/1 }
        - { IpProtocol: tcp, FromPort: 0, ToPort: 65535, CidrIp: 128.0.0.0/2 }
        - { IpProtocol: "-1", SourceSecurityGroupId: sg-9 }
        - !If [More, { IpProtocol: tcp, FromPort: 443, ToPort: 443, CidrIp: 10.0.0.0/8 }, !Ref AWS::NoValue]
  Third:
    Type: AWS::EC2::SecurityGroupIngress
    Properties: { GroupId: !Ref Group, IpProtocol: tcp, FromPort: 22, ToPort: 22, CidrIp: 192.0.0.0/2 }
  Sixth:
    Type: AWS::EC2::SecurityGroupEgress
    Properties: { GroupId: !GetAtt Group.GroupId, IpProtocol: "6", FromPort: 1, ToPort: 65535, CidrIpv6: "::/0" }
`,
    "nodes.yaml": `AWSTemplateFormatVersion: "2010-09-09"
Resources:
  Nodes:
    Type: AWS::EKS::Nodegroup
    Properties:
      NodegroupName: nodes
      ClusterName: prod
      NodeRole: arn:aws:iam::111122223333:role/nodes
      Subnets: [subnet-1, subnet-2]
      ScalingConfig: { MinSize: 1, MaxSize: 600, DesiredSize: 2 }
      Labels: { team: shop }
      RemoteAccess: { Ec2SshKey: ops, SourceSecurityGroups: [sg-1] }
      LaunchTemplate: { Id: !Ref Template }
  Template:
    Type: AWS::EC2::LaunchTemplate
    Properties:
      LaunchTemplateName: nodes
      LaunchTemplateData:
        SecurityGroupIds: [sg-1]
        NetworkInterfaces: [{ Groups: [sg-2] }, { Groups: [sg-3] }]
        MetadataOptions: { HttpTokens: required, HttpPutResponseHopLimit: 1 }
  Profile:
    Type: AWS::EKS::FargateProfile
    Properties:
      ClusterName: prod
      PodExecutionRoleArn: arn:aws:iam::111122223333:role/cluster
      Subnets: [subnet-1]
      Selectors: [{ Namespace: shop, Labels: [{ Key: app, Value: web }] }, { Namespace: jobs }]
  Addon:
    Type: AWS::EKS::Addon
    Properties: { AddonName: vpc-cni, ClusterName: prod, ServiceAccountRoleArn: arn:aws:iam::111122223333:role/app }
`,
    "manifests.yaml": `apiVersion: v1
kind: ServiceAccount
metadata:
  name: app
  namespace: shop
  annotations: { eks.amazonaws.com/role-arn: "arn:aws:iam::111122223333:role/app" }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec:
  replicas: 3
  template:
    spec:
      serviceAccountName: app
      hostNetwork: false
      topologySpreadConstraints: [{ topologyKey: topology.kubernetes.io/zone, maxSkew: 1 }]
---
apiVersion: batch/v1
kind: CronJob
metadata: { name: nightly }
spec:
  jobTemplate:
    spec:
      template:
        spec:
          affinity:
            podAntiAffinity:
              preferredDuringSchedulingIgnoredDuringExecution:
                - podAffinityTerm: { topologyKey: kubernetes.io/hostname }
`,
  },
  "a plan with manifests and charts in it": {
    "plan.json": plan(
      {
        address: "kubernetes_deployment_v1.web",
        after: {
          metadata: [{ name: "web", namespace: "shop", labels: { app: "web" } }],
          spec: [
            {
              replicas: "3",
              template: [
                {
                  metadata: [{ labels: { app: "web" } }],
                  spec: [
                    {
                      service_account_name: "app",
                      host_network: false,
                      affinity: [],
                      topology_spread_constraint: [
                        { topology_key: "topology.kubernetes.io/zone", max_skew: 1 },
                      ],
                    },
                  ],
                },
              ],
            },
          ],
        },
      },
      {
        address: "kubernetes_service_account.app",
        after: {
          metadata: [
            {
              name: "app",
              namespace: "shop",
              annotations: { "eks.amazonaws.com/role-arn": "arn:aws:iam::111122223333:role/app" },
            },
          ],
        },
      },
      {
        address: "kubernetes_manifest.all",
        after: {
          manifest: {
            apiVersion: "v1",
            kind: "List",
            items: [
              { apiVersion: "v1", kind: "ServiceAccount", metadata: { name: "other" } },
              { apiVersion: "v1", kind: "Pod", metadata: { name: "once" }, spec: { hostNetwork: true } },
            ],
          },
        },
      },
      {
        address: "kubectl_manifest.jobs",
        after: {
          yaml_body: "apiVersion: v1\nkind: ServiceAccount\nmetadata: { name: jobs }\n",
          override_namespace: "jobs",
        },
      },
      {
        address: "helm_release.app",
        after: {
          name: "app",
          chart: "app",
          values: ["replicas: 1\n", "image: { tag: a }\n"],
          set: [{ name: "replicas", value: "3", type: null }],
        },
      },
    ),
  },
  "eksctl that makes its roles": {
    "cluster.yaml": `apiVersion: eksctl.io/v1alpha5
kind: ClusterConfig
metadata: { name: prod, region: cn-north-1 }
privateCluster: { enabled: true }
autoModeConfig: { enabled: true }
iam:
  fargatePodExecutionRoleARN: ""
  serviceAccounts:
    - metadata: { name: app, namespace: shop }
      roleName: app
    - metadata: { name: only }
      roleOnly: true
  podIdentityAssociations: [{ namespace: shop, serviceAccountName: queue, roleName: queue }]
cloudWatch: { clusterLogging: { enableTypes: [api, audit] } }
nodeGroups:
  - name: own
    instancesDistribution: { instanceTypes: [m7i.large, m6i.large] }
    iam: { instanceProfileARN: "arn:aws-cn:iam::111122223333:instance-profile/own" }
managedNodeGroups:
  - name: selected
    instanceSelector: { vCPUs: 4 }
    maxSize: 3
    iam: { instanceRoleName: selected }
  - name: keyed
    ssh: { publicKeyName: ops }
fargateProfiles:
  - name: shop
    podExecutionRoleARN: arn:aws-cn:iam::111122223333:role/pods
    selectors: [{ namespace: shop }]
  - name: jobs
    selectors: [{ namespace: jobs }]
`,
  },
  "formats that meet": {
    "cluster.yaml": `apiVersion: eksctl.io/v1alpha5
kind: ClusterConfig
metadata: { name: prod, region: eu-west-1 }
iam:
  podIdentityAssociations:
    - { namespace: shop, serviceAccountName: app, roleARN: "arn:aws:iam::111122223333:role/app" }
addons:
  - name: vpc-cni
    podIdentityAssociations: [{ serviceAccountName: aws-node, roleARN: "arn:aws:iam::111122223333:role/cni" }]
fargateProfiles:
  - name: shop
    selectors: [{ namespace: shop, labels: { app: "w*" } }, { namespace: jobs }]
`,
    "template.yaml": `AWSTemplateFormatVersion: "2010-09-09"
Resources:
  App:
    Type: AWS::IAM::Role
    Properties:
      RoleName: app
      AssumeRolePolicyDocument:
        Statement:
          - Effect: Allow
            Principal: { Federated: "arn:aws:iam::111122223333:oidc-provider/oidc.eks.eu-west-1.amazonaws.com/id/A" }
            Action: sts:AssumeRoleWithWebIdentity
            Condition: { StringEquals: { "oidc.eks.eu-west-1.amazonaws.com/id/A:sub": "system:serviceaccount:shop:app" } }
          - { Effect: Allow, Principal: { Service: pods.eks.amazonaws.com }, Action: [sts:AssumeRole, sts:TagSession] }
  A:
    Type: AWS::EC2::Subnet
    Properties: { VpcId: vpc-1, AvailabilityZone: eu-west-1a, Tags: [{ Key: find, Value: prod }, { Key: Tier, Value: one }] }
  B:
    Type: AWS::EC2::Subnet
    Properties: { VpcId: vpc-1, AvailabilityZone: eu-west-1b, Tags: [{ Key: find, Value: prod }] }
  Group:
    Type: AWS::EC2::SecurityGroup
    Properties: { GroupDescription: nodes, GroupName: nodes, Tags: [{ Key: find, Value: prod }] }
  Association:
    Type: AWS::EKS::PodIdentityAssociation
    Properties: { ClusterName: prod, Namespace: jobs, ServiceAccount: app, RoleArn: !GetAtt App.Arn }
`,
    "manifests.yaml": `apiVersion: v1
kind: ServiceAccount
metadata:
  name: app
  namespace: shop
  labels: { role: db }
  annotations: { eks.amazonaws.com/role-arn: "arn:aws:iam::111122223333:role/app" }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec:
  template:
    metadata: { labels: { app: web, tier: front }, annotations: { team: shop } }
    spec: { serviceAccountName: app }
---
apiVersion: batch/v1
kind: CronJob
metadata: { name: nightly, namespace: jobs }
spec: { jobTemplate: { spec: { template: { metadata: { labels: { app: nightly } }, spec: {} } } } }
---
apiVersion: vpcresources.k8s.aws/v1beta1
kind: SecurityGroupPolicy
metadata: { name: db, namespace: shop }
spec:
  podSelector: { matchLabels: { app: web }, matchExpressions: [{ key: tier, operator: NotIn, values: [back] }] }
  serviceAccountSelector: { matchLabels: { role: db } }
  securityGroups: { groupIds: [sg-1] }
`,
    "karpenter.yaml": `apiVersion: karpenter.sh/v1
kind: NodePool
metadata: { name: general }
spec:
  limits: { cpu: "1000" }
  template:
    spec:
      nodeClassRef: { group: karpenter.k8s.aws, kind: EC2NodeClass, name: default }
      requirements:
        - { key: topology.kubernetes.io/zone, operator: In, values: [eu-west-1a, eu-west-1b] }
        - { key: kubernetes.io/arch, operator: Exists }
---
apiVersion: karpenter.k8s.aws/v1
kind: EC2NodeClass
metadata: { name: default }
spec:
  role: app
  subnetSelectorTerms: [{ tags: { find: prod, Tier: "*" } }, { id: subnet-1 }]
  securityGroupSelectorTerms: [{ name: nodes }, { tags: { find: prod } }]
  metadataOptions: { httpTokens: optional }
---
apiVersion: eks.amazonaws.com/v1
kind: NodeClass
metadata: { name: named }
spec:
  role: app
  subnetSelectorTerms: [{ id: subnet-1 }, { id: subnet-2 }]
`,
  },
};
