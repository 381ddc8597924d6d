// Plans as Terraform writes them, of any size: EKS stacks among the services of a company. A third of the resources
// is new and partly unknown, the rest is as it was, so its values stand in the plan four times, as in real ones.

import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { references, service, stack } from "./resources.mjs";

/** Writes a plan of about `megabytes` to a file. */
export async function writePlan(file, megabytes) {
  const fixed = sizeOf([...stack(0)]);
  const perService = sizeOf([...service(0), ...service(1), ...service(2)]) / 3;
  const services = Math.max(
    1,
    Math.round((megabytes * 1e6 - fixed) / (perService + fixed / servicesPerStack)),
  );
  const out = createWriteStream(file, { highWaterMark: 1 << 20 });
  for (const piece of pieces(services)) if (!out.write(piece)) await once(out, "drain");
  out.end();
  await once(out, "finish");
}

const servicesPerStack = 200;

function* resources(services) {
  for (let at = 0; at < services; at++) {
    if (at % servicesPerStack === 0) yield* stack(at / servicesPerStack);
    yield* service(at);
  }
}

function* pieces(services) {
  yield `{"format_version":"1.2","terraform_version":"1.11.4","variables":{"region":{"value":"eu-west-1"}},"planned_values":{"root_module":{"child_modules":[`;
  yield* modules(resources(services), () => true, planned);
  yield `]}},"resource_changes":[`;
  yield* joined(resources(services), changed);
  yield `],"prior_state":{"format_version":"1.0","terraform_version":"1.11.4","values":{"root_module":{"child_modules":[`;
  yield* modules(resources(services), ({ isNew }) => !isNew, planned);
  yield `]}}},"configuration":${JSON.stringify(configuration())},"timestamp":"2026-01-01T00:00:00Z","applyable":true,"complete":true,"errored":false}\n`;
}

/** One child module for each run of resources that stand in the same module. */
function* modules(all, wanted, show) {
  let open;
  for (const resource of all) {
    if (!wanted(resource)) continue;
    if (resource.module === open) yield `,${show(resource)}`;
    else {
      if (open !== undefined) yield `],"address":${JSON.stringify(open)}},`;
      yield `{"resources":[${show(resource)}`;
      open = resource.module;
    }
  }
  if (open !== undefined) yield `],"address":${JSON.stringify(open)}}`;
}

function* joined(all, show) {
  let first = true;
  for (const resource of all) {
    yield first ? show(resource) : `,${show(resource)}`;
    first = false;
  }
}

function identity({ module, type, name, index }) {
  const key = index === undefined ? "" : `[${JSON.stringify(index)}]`;
  const of = { address: `${module}.${type}.${name}${key}`, mode: "managed", type, name };
  return index === undefined ? of : { ...of, index };
}

function planned(resource) {
  const { values, unknown } = resource;
  const shown = resource.isNew ? values : { ...values, ...unknown };
  return JSON.stringify({
    ...identity(resource),
    provider_name: provider,
    schema_version: 0,
    values: shown,
    sensitive_values: {},
  });
}

function changed(resource) {
  const { address, ...rest } = identity(resource);
  const { values, unknown, isNew, module } = resource;
  const known = { ...values, ...unknown };
  const change = isNew
    ? { actions: ["create"], before: null, after: values, after_unknown: mapped(unknown, () => true) }
    : { actions: ["no-op"], before: known, after: known, after_unknown: {} };
  const sensitive = { before_sensitive: isNew ? false : {}, after_sensitive: {} };
  return JSON.stringify({
    address,
    module_address: module,
    ...rest,
    provider_name: provider,
    change: { ...change, ...sensitive },
  });
}

const provider = "registry.terraform.io/hashicorp/aws";
/** The modules as written: each once, whatever `for_each` makes of it. */
function configuration() {
  const call = (all, source) => ({
    source,
    for_each_expression: { references: [`local.${source}`] },
    module: { resources: unique(all).map(written) },
  });
  return {
    provider_config: {
      aws: { name: "aws", full_name: provider, expressions: { region: { references: ["var.region"] } } },
    },
    root_module: {
      module_calls: { eks: call([...stack(0)], "eks"), service: call([...service(0)], "service") },
    },
  };
}

function written({ type, name, values, index }) {
  const constants = Object.fromEntries(
    Object.entries(values).flatMap(([key, value]) =>
      typeof value === "string" ? [[key, { references: ["each.key"] }]] : [],
    ),
  );
  const of = {
    address: `${type}.${name}`,
    mode: "managed",
    type,
    name,
    provider_config_key: "aws",
    expressions: { ...constants, ...references[type] },
    schema_version: 0,
  };
  return index === undefined ? of : { ...of, for_each_expression: { references: ["local.all"] } };
}

function unique(all) {
  return [...new Map(all.map((resource) => [`${resource.type}.${resource.name}`, resource])).values()];
}

function mapped(object, of) {
  return Object.fromEntries(Object.entries(object).map(([key, value]) => [key, of(value)]));
}

function sizeOf(all) {
  return all.reduce((sum, resource) => {
    const once = planned(resource).length;
    return sum + once + changed(resource).length + (resource.isNew ? 0 : once) + 3;
  }, 0);
}
