import { type Address, parseAddress } from "./address.ts";
import { type Planned, type PlannedResources, Reference } from "./case.ts";
import { computedAttributes, isBlock, isDocument, isLeftOutOfConfiguration, providerOf } from "./provider.ts";
import { listedReferences, outside, references } from "./references.ts";
import { settle } from "./settle.ts";
import { isKnown, type Settled, unknown } from "./settled.ts";

/**
 * What the plan of these resources says: the text of `terraform show -json`. All of them are new but for those that
 * `before` knows.
 */
export function planText(resources: PlannedResources, before: PlannedResources = {}): string {
  return `${JSON.stringify(plan(withOutside(resources), before), null, 2)}\n`;
}

/** The resources, and the one that stands for what a case leaves unknown, where it does. */
export function withOutside(resources: PlannedResources): PlannedResources {
  const isUsed = references(Object.values(resources)).some(({ text }) => text === "");
  return isUsed ? { ...resources, [outside]: {} } : resources;
}

type Entry = {
  readonly address: Address;
  readonly values: Readonly<Record<string, Settled>>;
  readonly before: Readonly<Record<string, Settled>> | undefined;
};

function plan(resources: PlannedResources, before: PlannedResources): object {
  const settled = settle(resources);
  const was = settle(before);
  const entries = Object.keys(resources).flatMap((full): readonly Entry[] => {
    const address = parseAddress(full);
    return address === undefined ? [] : [{ address, values: settled.get(full) ?? {}, before: was.get(full) }];
  });
  // A data source whose arguments are known is read while planning and then is no change.
  const isRead = ({ address, values }: Entry) => address.mode === "data" && isKnown(values);
  const changes = entries.filter((entry) => !isRead(entry));
  const prior = entries.filter(isRead);
  return {
    format_version: "1.2",
    terraform_version: "1.11.4",
    planned_values: {
      root_module: { resources: changes.filter(({ address }) => address.mode === "managed").map(stateOf) },
    },
    resource_changes: changes.map((entry) => changeOf(entry, resources[entry.address.full] ?? {})),
    ...(prior.length === 0
      ? {}
      : {
          prior_state: {
            format_version: "1.0",
            terraform_version: "1.11.4",
            values: { root_module: { resources: prior.map(stateOf) } },
          },
        }),
    configuration: configuration(resources, entries),
    timestamp: "2026-01-01T00:00:00Z",
    applyable: true,
    complete: true,
    errored: false,
  };
}

function identity({ full, mode, type, name, index }: Address): object {
  return {
    address: full,
    mode,
    type,
    name,
    ...(index === undefined ? {} : { index }),
    provider_name: providerOf(type).name,
  };
}

function stateOf({ address, values }: Entry): object {
  return { ...identity(address), schema_version: 0, values: afterOf(values), sensitive_values: {} };
}

function changeOf({ address, values, before }: Entry, written: Readonly<Record<string, Planned>>): object {
  const all: Readonly<Record<string, Settled>> = { ...values, ...laterAttributes(address, values) };
  return {
    ...identity(address),
    change: {
      actions: [address.mode === "data" ? "read" : before === undefined ? "create" : "update"],
      before: before === undefined ? null : afterOf(before),
      after: afterOf(all),
      after_unknown: unknownOf(all),
      before_sensitive: false,
      after_sensitive: marksOf(written),
    },
    ...(address.mode === "data" ? { action_reason: "read_because_config_unknown" } : {}),
  };
}

/** The marks of a resource without secrets: lists and maps show their shape, also where what is in them is unknown. */
function marksOf(values: Readonly<Record<string, Planned>>): object {
  return Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) => {
      if (Array.isArray(value)) return [[name, value.every(isPlannedRecord) ? value.map(marksOf) : []]];
      return isPlannedRecord(value) ? [[name, marksOf(value)]] : [];
    }),
  );
}

/** What the apply fills in, at the top and inside blocks that are written. */
function laterAttributes(
  { mode, type }: Address,
  values: Readonly<Record<string, Settled>>,
): Readonly<Record<string, Settled>> {
  if (mode === "data") return { id: unknown };
  const later: Record<string, Settled> = {};
  for (const attribute of computedAttributes(type)) {
    const [block = "", inner] = attribute.split("/");
    const members = later[block] ?? values[block];
    if (inner === undefined && members === undefined) later[block] = unknown;
    if (inner !== undefined && isList(members)) {
      later[block] = members.map((member) =>
        isRecord(member) && member[inner] === undefined ? { ...member, [inner]: unknown } : member,
      );
    }
  }
  return later;
}

function configuration(resources: PlannedResources, entries: readonly Entry[]): object {
  const firsts = entries.filter(
    ({ address }, index) => entries.findIndex((each) => each.address.resource === address.resource) === index,
  );
  const providers = new Map(
    entries.map(({ address }) => [providerOf(address.type).key, providerOf(address.type).name]),
  );
  return {
    provider_config: Object.fromEntries(
      [...providers].map(([key, name]) => [key, { name: key, full_name: name }]),
    ),
    root_module: {
      resources: firsts.map(({ address }) => ({
        address: address.resource,
        mode: address.mode,
        type: address.type,
        name: address.name,
        provider_config_key: providerOf(address.type).key,
        expressions: expressions(address.type, resources[address.full] ?? {}),
        schema_version: 0,
        ...repetition(address, entries),
      })),
    },
  };
}

function repetition(address: Address, entries: readonly Entry[]): object {
  if (address.index === undefined) return {};
  const siblings = entries.filter((each) => each.address.resource === address.resource);
  if (typeof address.index === "number") return { count_expression: { constant_value: siblings.length } };
  return { for_each_expression: {} };
}

function expressions(type: string, values: Readonly<Record<string, Planned>>): object {
  return Object.fromEntries(
    Object.entries(values)
      .filter(([key]) => !isLeftOutOfConfiguration(type, key))
      .map(([key, value]) => [key, expression(type, key, value)]),
  );
}

/** Blocks are listed member by member; everything else is a constant or what it refers to. */
function expression(type: string, key: string, value: Planned): unknown {
  if (isDocument(key) && typeof value === "object" && value !== null) {
    const listed = listedReferences(value);
    return listed.length === 0 ? {} : { references: listed };
  }
  const blocks = isBlock(type, key) && !(value instanceof Reference) ? blockMembers(value) : undefined;
  if (blocks !== undefined) return blocks.map((block) => expressions(type, block));
  const listed = listedReferences(value);
  return listed.length === 0 ? { constant_value: value } : { references: listed };
}

function blockMembers(value: Planned): readonly Readonly<Record<string, Planned>>[] | undefined {
  if (isPlannedRecord(value)) return [value];
  if (!Array.isArray(value) || value.length === 0) return undefined;
  const members = value.filter(isPlannedRecord);
  return members.length === value.length ? members : undefined;
}

function afterOf(value: Settled): unknown {
  if (value === unknown) return null;
  if (isList(value)) return value.map(afterOf);
  if (!isRecord(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, member]) => member !== unknown)
      .map(([key, member]) => [key, afterOf(member)]),
  );
}

function unknownOf(value: Settled): unknown {
  if (value === unknown) return true;
  if (isList(value)) return value.map(unknownOf);
  if (!isRecord(value)) return false;
  const members = Object.entries(value).map(([key, member]) => [key, unknownOf(member)] as const);
  return Object.fromEntries(members.filter(([, member]) => member !== false));
}

function isList(value: Settled | undefined): value is readonly Settled[] {
  return Array.isArray(value);
}

function isRecord(value: Settled): value is { readonly [key: string]: Settled } {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isPlannedRecord(value: Planned): value is { readonly [key: string]: Planned } {
  return (
    typeof value === "object" && value !== null && !Array.isArray(value) && !(value instanceof Reference)
  );
}
