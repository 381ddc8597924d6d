// What a company has in Terraform: EKS stacks, and what services own beside their pods.

const account = "111122223333";
const zones = ["eu-west-1a", "eu-west-1b", "eu-west-1c"];

/** An EKS cluster with its network, nodes, groups and roles. */
export function* stack(at) {
  const module = `module.eks["cluster-${at}"]`;
  const cluster = `cluster-${at}`;
  const isNew = at % 3 === 2;
  const make = (type, name, values, unknown, index) => ({
    module,
    type,
    name,
    values: {
      ...values,
      tags: { Name: name, team: "platform" },
      tags_all: { Name: name, team: "platform", stack: cluster },
    },
    unknown: {
      arn: `arn:aws:eks:eu-west-1:${account}:${type}/${cluster}/${name}`,
      id: idOf(name, index, at),
      ...unknown,
    },
    index,
    isNew,
  });
  for (const zone of zones) {
    const values = {
      availability_zone: zone,
      cidr_block: `10.${at % 250}.${zones.indexOf(zone) * 16}.0/20`,
      map_public_ip_on_launch: false,
      assign_ipv6_address_on_creation: false,
      ipv6_native: false,
      timeouts: null,
    };
    yield make("aws_subnet", "private", values, { vpc_id: `vpc-${at}`, owner_id: account }, zone);
  }
  yield make(
    "aws_iam_role",
    "cluster",
    {
      name: `${cluster}-cluster`,
      path: "/",
      max_session_duration: 3600,
      assume_role_policy: trust("eks.amazonaws.com"),
    },
    { unique_id: `AROA${at}` },
  );
  yield make(
    "aws_iam_role",
    "nodes",
    {
      name: `${cluster}-nodes`,
      path: "/",
      max_session_duration: 3600,
      assume_role_policy: trust("ec2.amazonaws.com"),
    },
    { unique_id: `AROB${at}` },
  );
  yield make(
    "aws_security_group",
    "nodes",
    { name: `${cluster}-nodes`, description: "Nodes", revoke_rules_on_delete: false, timeouts: null },
    { vpc_id: `vpc-${at}`, owner_id: account, ingress: [], egress: [] },
  );
  for (const port of [443, 4443, 6443, 8443, 9443, 10250]) {
    const values = {
      type: "ingress",
      protocol: "tcp",
      from_port: port,
      to_port: port,
      cidr_blocks: [`10.${at % 250}.0.0/16`],
      ipv6_cidr_blocks: null,
      prefix_list_ids: null,
      self: false,
      description: `Port ${port}`,
      timeouts: null,
    };
    yield make(
      "aws_security_group_rule",
      "nodes",
      values,
      { security_group_id: `nodes-${at}`, security_group_rule_id: `sgr-${at}` },
      String(port),
    );
  }
  const vpc = {
    endpoint_private_access: true,
    endpoint_public_access: at % 5 === 0,
    public_access_cidrs: ["198.51.100.0/24"],
    security_group_ids: [],
  };
  const subnets = zones.map((zone) => idOf("private", zone, at));
  yield make(
    "aws_eks_cluster",
    "this",
    {
      name: cluster,
      version: "1.33",
      enabled_cluster_log_types: ["api", "audit"],
      ...(isNew ? { vpc_config: [vpc] } : {}),
      encryption_config: [],
      timeouts: null,
      bootstrap_self_managed_addons: false,
    },
    {
      ...(isNew ? {} : { vpc_config: [{ ...vpc, subnet_ids: subnets }] }),
      role_arn: `arn:aws:iam::${account}:role/${cluster}-cluster`,
      endpoint: `https://${cluster}.example`,
      status: "ACTIVE",
    },
  );
  for (const name of ["system", "general", "batch"]) {
    const values = {
      cluster_name: cluster,
      node_group_name: name,
      ami_type: "AL2023_x86_64_STANDARD",
      instance_types: ["m7i.xlarge"],
      labels: { pool: name },
      scaling_config: [{ desired_size: 3, max_size: 12, min_size: 3 }],
      update_config: [{ max_unavailable: 1, max_unavailable_percentage: null }],
      taint: [],
      remote_access: [],
      launch_template: [],
      timeouts: null,
    };
    yield make(
      "aws_eks_node_group",
      "this",
      values,
      {
        subnet_ids: subnets,
        node_role_arn: `arn:aws:iam::${account}:role/${cluster}-nodes`,
      },
      name,
    );
  }
  for (const addon of ["vpc-cni", "coredns", "kube-proxy"]) {
    yield make(
      "aws_eks_addon",
      "this",
      {
        cluster_name: cluster,
        addon_name: addon,
        preserve: true,
        resolve_conflicts_on_update: "OVERWRITE",
        timeouts: null,
      },
      { addon_version: "v1.20.4-eksbuild.1", created_at: "2026-01-01T00:00:00Z" },
      addon,
    );
  }
}

function idOf(name, index, at) {
  return index === undefined ? `${name}-${at}` : `${name}-${index}-${at}`;
}

/** What a team owns beside its pods: none of it is about EKS, except the role. */
export function* service(at) {
  const module = `module.service["service-${at}"]`;
  const name = `service-${at}`;
  const make = (type, label, values, unknown) => ({
    module,
    type,
    name: label,
    values: {
      ...values,
      tags: { Name: name, team: `team-${at % 40}`, tier: "backend" },
      tags_all: { Name: name, team: `team-${at % 40}`, tier: "backend", managed: "terraform" },
    },
    unknown: { arn: `arn:aws:service:eu-west-1:${account}:${type}/${name}`, id: name, ...unknown },
    isNew: at % 3 === 2,
  });
  yield make(
    "aws_s3_bucket",
    "data",
    {
      bucket: `${name}-data`,
      force_destroy: false,
      bucket_prefix: "",
      object_lock_enabled: false,
      timeouts: null,
    },
    {
      bucket_domain_name: `${name}-data.s3.amazonaws.com`,
      hosted_zone_id: "Z1BKCTXD74EZPE",
      region: "eu-west-1",
      versioning: [{ enabled: true, mfa_delete: false }],
    },
  );
  yield make(
    "aws_sqs_queue",
    "jobs",
    {
      name: `${name}-jobs`,
      visibility_timeout_seconds: 60,
      message_retention_seconds: 345600,
      max_message_size: 262144,
      delay_seconds: 0,
      fifo_queue: false,
      kms_master_key_id: null,
      redrive_policy: JSON.stringify({ maxReceiveCount: 5 }),
    },
    { url: `https://sqs.eu-west-1.amazonaws.com/${account}/${name}-jobs` },
  );
  yield make(
    "aws_dynamodb_table",
    "state",
    {
      name: `${name}-state`,
      billing_mode: "PAY_PER_REQUEST",
      hash_key: "id",
      range_key: "at",
      attribute: [
        { name: "id", type: "S" },
        { name: "at", type: "N" },
      ],
      point_in_time_recovery: [{ enabled: true }],
      server_side_encryption: [],
      global_secondary_index: [],
      deletion_protection_enabled: true,
      timeouts: null,
    },
    { stream_arn: "" },
  );
  yield make(
    "aws_lambda_function",
    "cleanup",
    {
      function_name: `${name}-cleanup`,
      handler: "index.handler",
      runtime: "nodejs22.x",
      memory_size: 256,
      timeout: 30,
      architectures: ["arm64"],
      environment: [{ variables: { QUEUE: `${name}-jobs`, TABLE: `${name}-state`, LOG_LEVEL: "info" } }],
      layers: [],
      publish: false,
      vpc_config: [],
      filename: "cleanup.zip",
    },
    {
      qualified_arn: `arn:aws:lambda:eu-west-1:${account}:function:${name}:1`,
      last_modified: "2026-01-01T00:00:00Z",
      source_code_size: 10240,
    },
  );
  yield make(
    "aws_iam_role",
    "service",
    {
      name,
      path: "/",
      max_session_duration: 3600,
      permissions_boundary: null,
      assume_role_policy: podTrust(name),
    },
    { unique_id: `AROC${at}`, create_date: "2026-01-01T00:00:00Z" },
  );
  for (const metric of ["errors", "latency", "depth"]) {
    yield make(
      "aws_cloudwatch_metric_alarm",
      metric,
      {
        alarm_name: `${name}-${metric}`,
        comparison_operator: "GreaterThanThreshold",
        evaluation_periods: 3,
        metric_name: metric,
        namespace: "Company/Services",
        period: 60,
        statistic: "Average",
        threshold: 5,
        alarm_description: `${metric} of ${name} is too high`,
        dimensions: { service: name },
        datapoints_to_alarm: null,
        treat_missing_data: "missing",
        alarm_actions: [],
        ok_actions: [],
      },
      { evaluate_low_sample_count_percentiles: "" },
    );
  }
  yield make(
    "aws_route53_record",
    "public",
    {
      name: `${name}.example.com`,
      type: "CNAME",
      ttl: 300,
      records: ["ingress.example.com"],
      zone_id: "Z0123456789",
      alias: [],
      allow_overwrite: null,
      set_identifier: null,
      weighted_routing_policy: [],
    },
    { fqdn: `${name}.example.com` },
  );
}

function trust(service) {
  return JSON.stringify({
    Version: "2012-10-17",
    Statement: [{ Effect: "Allow", Action: "sts:AssumeRole", Principal: { Service: service } }],
  });
}

function podTrust(name) {
  const issuer = "oidc.eks.eu-west-1.amazonaws.com/id/4DCDEFD0D389CD15882DE8A808334BB0";
  const Condition = {
    StringEquals: {
      [`${issuer}:sub`]: `system:serviceaccount:services:${name}`,
      [`${issuer}:aud`]: "sts.amazonaws.com",
    },
  };
  const Principal = { Federated: `arn:aws:iam::${account}:oidc-provider/${issuer}` };
  return JSON.stringify({
    Version: "2012-10-17",
    Statement: [{ Effect: "Allow", Action: "sts:AssumeRoleWithWebIdentity", Principal, Condition }],
  });
}

/** What the expressions of a stack refer to, as the configuration part of a plan says it. */
export const references = {
  aws_eks_cluster: {
    role_arn: { references: ["aws_iam_role.cluster.arn", "aws_iam_role.cluster"] },
    vpc_config: [{ subnet_ids: { references: ["aws_subnet.private"] } }],
  },
  aws_eks_node_group: {
    cluster_name: { references: ["aws_eks_cluster.this.name", "aws_eks_cluster.this"] },
    node_role_arn: { references: ["aws_iam_role.nodes.arn", "aws_iam_role.nodes"] },
    subnet_ids: { references: ["aws_subnet.private"] },
  },
  aws_eks_addon: { cluster_name: { references: ["aws_eks_cluster.this.name", "aws_eks_cluster.this"] } },
  aws_security_group_rule: {
    security_group_id: { references: ["aws_security_group.nodes.id", "aws_security_group.nodes"] },
  },
};
