/** A deployment that one of the packaged policies warns about. */
export const deployment = `apiVersion: apps/v1
kind: Deployment
metadata: { name: web }
spec: { replicas: 3, template: { spec: { containers: [{ name: web, image: web }] } } }
`;

/** A template that a packaged policy blocks. */
export const openGroup = `AWSTemplateFormatVersion: "2010-09-09"
Resources:
  Group:
    Type: AWS::EC2::SecurityGroup
    Properties:
      GroupDescription: shells
      SecurityGroupIngress:
        - { IpProtocol: tcp, FromPort: 22, ToPort: 22, CidrIp: 0.0.0.0/0 }
`;

/** A template that no packaged policy has anything against. */
export const closedGroup = openGroup.replace("0.0.0.0/0", "10.0.0.0/8");

/** A policy about security groups, whose cases hold. */
export const namedGroup = `title: A security group has no name
severity: low
enforcement: warn
select: SecurityGroup
assert: self.name != null
message: "security group {self.resource} has no name"
why: Nobody knows what it is for.
fix: Give it a name.
cases:
  - violated: none is written
    cloudformation: |
      Resources: { G: { Type: AWS::EC2::SecurityGroup, Properties: {} } }
  - satisfied: one is written
    cloudformation: |
      Resources: { G: { Type: AWS::EC2::SecurityGroup, Properties: { GroupName: web } } }
  - unresolved: another stack knows it
    cloudformation: |
      Resources: { G: { Type: AWS::EC2::SecurityGroup, Properties: { GroupName: !ImportValue name } } }
`;

interface Planned {
  readonly address: string;
  readonly after: Readonly<Record<string, unknown>>;
  readonly sensitive?: Readonly<Record<string, unknown>>;
}

/** A plan that creates these resources, all of whose values are known. */
export function plan(...resources: readonly Planned[]): string {
  const identity = (address: string) => {
    const [type = "", name = ""] = address.split(".");
    return { address, mode: "managed", type, name };
  };
  return JSON.stringify({
    format_version: "1.2",
    terraform_version: "1.11.4",
    planned_values: { root_module: {} },
    resource_changes: resources.map(({ address, after, sensitive = {} }) => ({
      ...identity(address),
      provider_name: "registry.terraform.io/hashicorp/aws",
      change: {
        actions: ["create"],
        before: null,
        after,
        after_unknown: {},
        before_sensitive: false,
        after_sensitive: sensitive,
      },
    })),
    configuration: {
      root_module: {
        resources: resources.map(({ address, after }) => ({
          ...identity(address),
          provider_config_key: "aws",
          expressions: Object.fromEntries(
            Object.entries(after).map(([name, value]) => [name, { constant_value: value }]),
          ),
        })),
      },
    },
  });
}
