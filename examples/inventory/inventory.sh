#!/usr/bin/env bash
#
# Writes what an AWS account has in one Region, for `eks-policy-gate check --inventory`:
#
#     examples/inventory/inventory.sh eu-west-1 > inventory.json
#
# It needs bash, the AWS CLI (version 2) with credentials, and jq. It only reads; README.md lists the permissions.
set -euo pipefail

region="${1:-${AWS_REGION:-$(aws configure get region || true)}}"
if [[ -z "$region" ]]; then
  echo "usage: inventory.sh REGION > inventory.json" >&2
  exit 2
fi

# The CLI asks for page after page by itself and answers with one document, as long as nothing limits the number of
# items. A pager would wait for a key.
export AWS_PAGER="" AWS_DEFAULT_OUTPUT=json AWS_REGION="$region"

# IAM and its quotas have one place for all Regions.
iam_region="${IAM_REGION:-us-east-1}"

# Answers go to files and not to variables: an account may have thousands of rules, and command lines have an end.
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT

account="$(aws sts get-caller-identity | jq -r .Account)"

# The network. Subnets that other accounts share with this one are in the list, with the zone names of this account.
aws ec2 describe-subnets >"$work/subnets"
aws ec2 describe-vpcs >"$work/vpcs"
aws ec2 describe-addresses >"$work/addresses"
aws ec2 describe-security-groups >"$work/groups"
aws ec2 describe-security-group-rules >"$work/rules"

# Who may assume what. The CLI decodes trust policies, which the API itself gives URL-encoded.
aws iam list-roles >"$work/roles"
aws iam list-instance-profiles >"$work/profiles"
aws iam list-open-id-connect-providers >"$work/providers"

# The clusters, each with the names of what belongs to it.
: >"$work/clusters"
aws eks list-clusters | jq -r '.clusters[]' | while read -r name; do
  aws eks describe-cluster --name "$name" >"$work/cluster"
  aws eks list-nodegroups --cluster-name "$name" >"$work/nodegroups"
  aws eks list-fargate-profiles --cluster-name "$name" >"$work/fargate"
  jq -s '{
    name: .[0].cluster.name,
    version: .[0].cluster.version,
    role: .[0].cluster.roleArn,
    subnets: .[0].cluster.resourcesVpcConfig.subnetIds,
    nodeGroups: .[1].nodegroups,
    fargateProfiles: .[2].fargateProfileNames
  }' "$work/cluster" "$work/nodegroups" "$work/fargate" >>"$work/clusters"
done

# The quotas as they were granted. Only those the gate knows are kept: the codes in policies/facts.yaml.
codes='[
  "L-1194D53C", "L-6D54EA21", "L-BD136A63", "L-33415657", "L-D78D8AF8", "L-23414FF3", "L-11427A54", "L-C56B9FC3",
  "L-5C12D558", "L-6AFFD1D8", "L-FDFA5F81", "L-EA277FDC",
  "L-0EA8095F", "L-2AFB9258", "L-E79EC296", "L-F678F1CE", "L-0263D0A3",
  "L-FE177D64", "L-858F3967", "L-C07B4B0D", "L-0DA4ABF3"
]'
for service in eks vpc ec2; do
  aws service-quotas list-service-quotas --service-code "$service"
done >"$work/quotas"
aws service-quotas list-service-quotas --service-code iam --region "$iam_region" >>"$work/quotas"

jq -n \
  --arg asOf "$(date -u +%Y-%m-%d)" --arg account "$account" --arg region "$region" --argjson codes "$codes" \
  --slurpfile subnets "$work/subnets" --slurpfile vpcs "$work/vpcs" --slurpfile addresses "$work/addresses" \
  --slurpfile groups "$work/groups" --slurpfile rules "$work/rules" --slurpfile roles "$work/roles" \
  --slurpfile profiles "$work/profiles" --slurpfile providers "$work/providers" \
  --slurpfile clusters "$work/clusters" --slurpfile quotas "$work/quotas" '
  # What AWS leaves out is left out here too: to the gate it is not known, and never a default.
  def known: with_entries(select(.value != null));
  def tags: (. // []) | map({ key: .Key, value: .Value }) | from_entries;
  def rule: {
    id: .SecurityGroupRuleId,
    direction: (if .IsEgress then "egress" else "ingress" end),
    protocol: .IpProtocol,
    fromPort: .FromPort,
    toPort: .ToPort,
    cidr: (.CidrIpv4 // .CidrIpv6),
    peer: .ReferencedGroupInfo.GroupId,
    prefixList: .PrefixListId,
    description: .Description
  } | known;

  ($rules[0].SecurityGroupRules | group_by(.GroupId)
    | map({ key: .[0].GroupId, value: map(rule) }) | from_entries) as $rulesOf
  | {
    version: 1,
    asOf: $asOf,
    account: $account,
    region: $region,
    subnets: ($subnets[0].Subnets | sort_by(.SubnetId) | map({
      id: .SubnetId,
      zone: .AvailabilityZone,
      zoneId: .AvailabilityZoneId,
      cidr: .CidrBlock,
      assignsPublicAddresses: .MapPublicIpOnLaunch,
      tags: (.Tags | tags)
    } | known)),
    securityGroups: ($groups[0].SecurityGroups | sort_by(.GroupId) | map({
      id: .GroupId,
      name: .GroupName,
      tags: (.Tags | tags),
      rules: ($rulesOf[.GroupId] // [])
    })),
    roles: ($roles[0].Roles | sort_by(.Arn) | map({ arn: .Arn, trust: .AssumeRolePolicyDocument } | known)),
    clusters: ($clusters | sort_by(.name) | map(known)),
    quotas: ([$quotas[].Quotas[] | select(.QuotaCode as $code | $codes | index($code))
      | { key: .QuotaCode, value: (.Value | floor) }] | from_entries),
    counts: {
      clusters: ($clusters | length),
      vpcs: ($vpcs[0].Vpcs | length),
      securityGroups: ($groups[0].SecurityGroups | length),
      elasticIps: ($addresses[0].Addresses | length),
      roles: ($roles[0].Roles | length),
      oidcProviders: ($providers[0].OpenIDConnectProviderList | length),
      instanceProfiles: ($profiles[0].InstanceProfiles | length)
    }
  }'
