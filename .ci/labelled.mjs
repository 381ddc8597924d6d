// Compares what the gate says of labelled cases with what other tools say of them, wherever a policy of ours asks the
// same question.
//
//   node .ci/labelled.mjs FOLDER [--cli dist/cli.js]
//
// FOLDER holds LABELS.tsv: file (relative to the folder above), resource, check, expected (fail, pass or skip), note.
// A Terraform file is judged by the plan beside it, `<file>.plan.json`, and left out where there is none.
import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";

/** Their checks, and the policies of ours that ask the same: a case fails where one of these is violated. */
const same = {
  "trivy:AWS-0038": ["control-plane-logs-missing"],
  "trivy:AWS-0039": ["secrets-without-own-key"],
  "trivy:AWS-0040": ["api-endpoint-public"],
  "trivy:AWS-0041": ["world-open-api-endpoint"],
  "trivy:AWS-0104": ["egress-to-world"],
  "trivy:AWS-0107": ["world-open-admin-port", "world-open-all-ports", "world-open-other-port"],
  "trivy:AWS-0124": ["rule-without-description"],
  "trivy:AWS-0164": ["nodes-in-public-subnets"],
  "trivy:AWS-0173": ["default-group-with-rules"],
  "guard:EC2_SECURITY_GROUP_EGRESS_OPEN_TO_WORLD_RULE": ["egress-to-world"],
  "guard:EC2_SECURITY_GROUP_INGRESS_OPEN_TO_WORLD_RULE": [
    "world-open-admin-port",
    "world-open-all-ports",
    "world-open-other-port",
  ],
  "guard:EKS_CLUSTER_ENCRYPTION_RULE": ["secrets-without-own-key"],
  "guard:EKS_ENDPOINT_NO_PUBLIC_ACCESS": ["api-endpoint-public"],
  "guard:IAM_ROLE_NO_ALLOW_PLUS_NOT_ACTION_ON_TRUST_POLICY": ["trust-by-exclusion"],
  "guard:IAM_ROLE_NO_ALLOW_PLUS_NOT_PRINCIPAL": ["role-for-everybody"],
  "guard:INCOMING_SSH_DISABLED": ["world-open-admin-port", "world-open-all-ports"],
  "guard:RESTRICTED_INCOMING_TRAFFIC": ["world-open-admin-port", "world-open-all-ports"],
  "guard:SECURITY_GROUP_DESCRIPTION_RULE": ["rule-without-description"],
  "guard:SECURITY_GROUP_EGRESS_ALL_PROTOCOLS_RULE": ["egress-to-world"],
  "guard:SECURITY_GROUP_INGRESS_ALL_PROTOCOLS_RULE": ["world-open-all-ports"],
  "guard:SUBNET_AUTO_ASSIGN_PUBLIC_IP_DISABLED": ["nodes-in-public-subnets"],
  "hardeneks:avoid_running_singleton_pods": ["bare-pod"],
  "hardeneks:check_default_deny_policy_exists": ["namespace-without-default-deny"],
  "hardeneks:check_horizontal_pod_autoscaling_exists": ["deployment-without-autoscaler"],
  "hardeneks:check_liveness_probes": ["container-without-liveness-probe"],
  "hardeneks:check_readiness_probes": ["container-without-readiness-probe"],
  "hardeneks:disable_anonymous_access_for_cluster_roles": ["rbac-for-everybody"],
  "hardeneks:disable_anonymous_access_for_roles": ["rbac-for-everybody"],
  "hardeneks:disable_service_account_token_mounts": ["service-account-token-mounted"],
  "hardeneks:disallow_container_socket_mount": ["docker-socket-mounted"],
  "hardeneks:disallow_secrets_from_env_vars": ["secret-in-environment"],
  "hardeneks:ensure_namespace_psa_exist": ["namespace-without-pod-security"],
  "hardeneks:ensure_namespace_quotas_exist": ["namespace-without-quota"],
  "hardeneks:restrict_wildcard_for_cluster_roles": ["rbac-wildcard"],
  "hardeneks:restrict_wildcard_for_roles": ["rbac-wildcard"],
  "hardeneks:run_multiple_replicas": ["workload-with-one-replica"],
  "hardeneks:schedule_replicas_across_nodes": ["workload-not-spread-over-zones"],
  "hardeneks:set_requests_limits_for_containers": [
    "container-without-requests",
    "container-without-memory-limit",
  ],
  "hardeneks:use_encryption_with_ebs": ["storage-class-not-encrypted"],
  "trivy:KSV-0006": ["docker-socket-mounted"],
  "trivy:KSV-0013": ["image-without-fixed-tag"],
  "trivy:KSV-0018": ["container-without-memory-limit"],
  "trivy:KSV-0036": ["service-account-token-mounted"],
  "trivy:KSV-0102": ["retired-component", "retired-image"],
  "trivy:KSV-0109": ["credential-in-config-map", "password-in-config-map"],
};

/**
 * Their checks that ask a part of what a policy of ours asks: what fails theirs is violated here. What passes theirs may
 * have another fault, so that nothing can be compared.
 */
const partOf = {
  "hardeneks:disable_run_as_root_user": ["pod-outside-restricted"],
  "hardeneks:disallow_host_path_or_make_it_read_only": ["pod-outside-baseline"],
  "hardeneks:disallow_linux_capabilities": ["pod-outside-baseline"],
  "hardeneks:disallow_privilege_escalation": ["pod-outside-restricted"],
  "trivy:KSV-0001": ["pod-outside-restricted"],
  "trivy:KSV-0002": ["pod-outside-baseline"],
  "trivy:KSV-0003": ["pod-outside-restricted"],
  "trivy:KSV-0005": ["pod-outside-baseline"],
  "trivy:KSV-0008": ["pod-outside-baseline"],
  "trivy:KSV-0009": ["pod-outside-baseline"],
  "trivy:KSV-0010": ["pod-outside-baseline"],
  "trivy:KSV-0012": ["pod-outside-restricted"],
  "trivy:KSV-0015": ["container-without-requests"],
  "trivy:KSV-0016": ["container-without-requests"],
  "trivy:KSV-0017": ["pod-outside-baseline"],
  "trivy:KSV-0022": ["pod-outside-restricted"],
  "trivy:KSV-0023": ["pod-outside-baseline"],
  "trivy:KSV-0024": ["pod-outside-baseline"],
  "trivy:KSV-0025": ["pod-outside-baseline"],
  "trivy:KSV-0026": ["pod-outside-baseline"],
  "trivy:KSV-0027": ["pod-outside-baseline"],
  "trivy:KSV-0028": ["pod-outside-restricted"],
  "trivy:KSV-0030": ["pod-outside-restricted"],
};

/** Every policy, those that are off by default too. */
const everything = `policies: [recommended]\noverride: { "*/*": { enforcement: warn } }\n`;

const { values, positionals } = parseArgs({ options: { cli: { type: "string" } }, allowPositionals: true });
if (positionals[0] === undefined) throw new Error("name the folder that holds LABELS.tsv");
const cli = path.resolve(values.cli ?? path.join(import.meta.dirname, "../dist/cli.js"));
const folder = path.resolve(positionals[0]);
const scratch = mkdtempSync(path.join(tmpdir(), "labelled-"));
const config = path.join(scratch, "gate.yaml");
writeFileSync(config, everything);
try {
  report(await inParallel(labels(), compare));
} finally {
  rmSync(scratch, { recursive: true, force: true });
}

function labels() {
  const [, ...rows] = readFileSync(path.join(folder, "LABELS.tsv"), "utf8").trimEnd().split("\n");
  return rows
    .map((row) => row.split("\t"))
    .map(([file, , check, expected, note]) => {
      const policies = same[check] ?? (expected === "fail" ? partOf[check] : undefined);
      return { file, check, expected, note, policies };
    });
}

async function compare(label) {
  if (label.policies === undefined) return { ...label, outcome: "another question" };
  const input = path.join(path.dirname(folder), label.file);
  const plan = `${input}.plan.json`;
  if (input.endsWith(".tf") && !existsSync(plan)) return { ...label, outcome: "no plan" };
  const { report: said, text } = await check(existsSync(plan) ? plan : input);
  if (said === undefined) throw new Error(`${label.file}: ${text}`);
  const asked = said.policies.filter(({ id }) => label.policies.includes(id));
  if (asked.length < label.policies.length)
    throw new Error(`there is no policy for ${label.check} among ${label.policies}`);
  const sum = (answer) => asked.reduce((total, { answers }) => total + answers[answer], 0);
  const ours =
    sum("violated") > 0 ? "fail" : sum("unresolved") > 0 ? "open" : sum("satisfied") > 0 ? "pass" : "skip";
  return { ...label, ours, outcome: outcomeOf(label, ours, said) };
}

/**
 * That nothing was there to ask about is `skip` for some tools and `pass` for others. A comment that keeps another tool
 * quiet says nothing to this one.
 */
function outcomeOf({ expected, note }, ours, said) {
  if (expected === "skip" && /suppress/i.test(note)) return "silenced";
  if (said.inputs.length === 0) return expected === "fail" ? "not read" : "agree";
  if (ours === "open") return "open";
  return (ours === "fail") === (expected === "fail") ? "agree" : "disagree";
}

function check(input) {
  return new Promise((resolve) => {
    const args = [cli, "check", path.basename(input), "--config", config, "--format", "json"];
    const child = spawn(process.execPath, args, { cwd: path.dirname(input) });
    let out = "";
    let text = "";
    child.stdout.on("data", (chunk) => (out += chunk));
    child.stderr.on("data", (chunk) => (text += chunk));
    child.on("close", () => resolve({ text, report: out.startsWith("{") ? JSON.parse(out) : undefined }));
  });
}

async function inParallel(items, work) {
  const results = new Array(items.length);
  let next = 0;
  const worker = async () => {
    while (next < items.length) {
      const index = next++;
      results[index] = await work(items[index]);
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, worker));
  return results;
}

function report(compared) {
  const outcomes = ["agree", "disagree", "open", "not read", "no plan", "silenced"];
  const checks = Object.keys({ ...same, ...partOf }).sort();
  const width = Math.max(...checks.map((name) => name.length));
  console.log([" ".repeat(width), ...outcomes].join("  "));
  for (const name of [...checks, undefined]) {
    const own = compared.filter((each) => (name === undefined ? each.policies : each.check === name));
    const counts = outcomes.map((outcome) => own.filter((each) => each.outcome === outcome).length);
    const cells = counts.map((count, index) => String(count).padStart(outcomes[index].length));
    console.log([(name ?? "all of these").padEnd(width), ...cells].join("  "));
  }
  const others = compared.filter(({ policies }) => policies === undefined).length;
  console.log(`\n${others} labels of checks that no policy asks\n`);
  for (const { file, check: theirs, expected, ours, outcome, note, policies } of compared) {
    if (outcome === "agree" || policies === undefined || outcome === "no plan" || outcome === "silenced")
      continue;
    console.log([outcome, theirs, `they ${expected}`, `we ${ours}`, file, note].join("\t"));
  }
}
