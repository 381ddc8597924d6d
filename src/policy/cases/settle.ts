import { parseAddress } from "./address.ts";
import { type Planned, type PlannedResources, Reference } from "./case.ts";
import { policyDocument } from "./policy-document.ts";
import { blockDefaults, isBlock, isDocument, isSet } from "./provider.ts";
import { expressionOf, traversals } from "./references.ts";
import { isKnown, type Settled, unknown } from "./settled.ts";

/** What a plan knows of each resource of a case: references to known attributes are followed, others stay unknown. */
export function settle(resources: PlannedResources): ReadonlyMap<string, Readonly<Record<string, Settled>>> {
  return new Map(
    Object.entries(resources).map(([address, values]) => [
      address,
      settleResource(resources, address, values),
    ]),
  );
}

/** Blocks as plans hold them: a map written for a block is the only member of a list, with its defaults. */
function inPlanForm(type: string, attribute: string, value: Planned): Planned {
  if (!isBlock(type, attribute) || value instanceof Reference) return value;
  if (isMap(value)) return [blockForm(type, attribute, value)];
  if (!Array.isArray(value)) return value;
  return value.map((item) => (isMap(item) ? blockForm(type, attribute, item) : item));
}

function settleResource(
  resources: PlannedResources,
  address: string,
  values: Readonly<Record<string, Planned>>,
): Readonly<Record<string, Settled>> {
  const parsed = parseAddress(address);
  const type = parsed?.type ?? "";
  const settled: Readonly<Record<string, Settled>> = Object.fromEntries(
    Object.entries(values).map(([key, value]): [string, Settled] => [
      key,
      settleValue(resources, key, inPlanForm(type, key, value), parsed?.mode === "managed", []),
    ]),
  );
  if (type !== "aws_iam_policy_document" || settled.json !== undefined) return settled;
  const statements = settled.statement ?? [];
  return { ...settled, json: isKnown(statements) ? policyDocument(statements) : unknown };
}

function settleValue(
  resources: PlannedResources,
  attribute: string,
  value: Planned,
  managed: boolean,
  following: readonly string[],
): Settled {
  const inner = (key: string, each: Planned) => settleValue(resources, key, each, managed, following);
  if (value instanceof Reference) return followed(resources, value, following);
  if (isList(value)) {
    const items = value.map((item) => inner(attribute, item));
    return managed && isSet(attribute) && items.includes(unknown) ? unknown : items;
  }
  if (!isMap(value)) return value;
  const members = Object.fromEntries(
    Object.entries(value).map(([key, each]): [string, Settled] => [key, inner(key, each)]),
  );
  if (!isDocument(attribute)) return members;
  return isKnown(members) ? JSON.stringify(members) : unknown;
}

/** The value of a reference, if every attribute it reads is known. */
function followed(resources: PlannedResources, reference: Reference, following: readonly string[]): Settled {
  const reads = traversals(reference);
  const values = reads.map((read) =>
    following.includes(read) ? unknown : attributeOf(resources, read, following),
  );
  const [first] = values;
  if (first === undefined || values.some((value) => !isKnown(value))) return unknown;
  const expression = expressionOf(reference);
  if (!expression.startsWith('"')) return first;
  const holes = reads.map((read) => `\${${read}}`);
  const text = holes.reduce(
    (whole, hole, index) => whole.replace(hole, String(values[index])),
    reference.text,
  );
  return text.includes("${") ? unknown : text;
}

function attributeOf(resources: PlannedResources, traversal: string, following: readonly string[]): Settled {
  const address = Object.keys(resources).find((each) => traversal.startsWith(`${each}.`));
  if (address === undefined) return unknown;
  const attribute = traversal.slice(address.length + 1);
  const parsed = parseAddress(address);
  const values = resources[address] ?? {};
  const next = [...following, traversal];
  if (parsed?.type === "aws_iam_policy_document" && attribute === "json" && values.json === undefined) {
    const form = inPlanForm(parsed.type, "statement", values.statement ?? []);
    const statements = settleValue(resources, "statement", form, false, next);
    return isKnown(statements) ? policyDocument(statements) : unknown;
  }
  const value = values[attribute];
  return value === undefined
    ? unknown
    : settleValue(resources, attribute, value, parsed?.mode === "managed", next);
}

function blockForm(type: string, attribute: string, value: { readonly [key: string]: Planned }): Planned {
  const members = Object.entries(value).map(([key, each]): [string, Planned] => [
    key,
    inPlanForm(type, key, each),
  ]);
  return { ...blockDefaults(type, attribute), ...Object.fromEntries(members) };
}

function isList(value: Planned): value is readonly Planned[] {
  return Array.isArray(value);
}

function isMap(value: Planned): value is { readonly [key: string]: Planned } {
  return (
    typeof value === "object" && value !== null && !Array.isArray(value) && !(value instanceof Reference)
  );
}
