import { didYouMean } from "../base/suggest.ts";
import type { Fields, Value } from "../base/value.ts";
import type { Facts } from "./facts.ts";
import type { GivenQuota, Inventory } from "./inventory.ts";
import type { Mistake } from "./policy.ts";

/**
 * The facts of a run with the quotas its inventories give in place of a new account's, so that `facts.quotas` and
 * parameters that are read from it say what AWS granted. Facts are of the whole run, so the inventories must agree;
 * what one leaves out has its default there.
 */
export function withQuotas(
  facts: Facts,
  inventories: readonly Inventory[],
): { readonly facts: Facts; readonly mistakes: readonly Mistake[] } {
  const quotas = fieldsOf(facts.value.get("quotas"));
  const names = Object.keys(facts.types.find(({ name }) => name === quotas?.concept)?.fields ?? {});
  if (quotas === undefined || inventories.every((inventory) => inventory.quotas.length === 0))
    return { facts, mistakes: [] };
  const named = nameByWord(quotas, names);
  const mistakes: Mistake[] = [];
  const each = inventories.map((inventory) => granted(inventory, named, mistakes));
  mistakes.push(...disagreements(each, inventories, quotas));
  const values = new Map(
    each.flatMap((given) => [...given].map(([name, { value }]) => [name, value] as const)),
  );
  return {
    facts: { ...facts, value: replaced(facts.value, "quotas", withValues(quotas, values)) },
    mistakes,
  };
}

/** A parameter's value, where its fact is a quota that an inventory gives; `undefined` for a fact that is no such path. */
export function factAt(facts: Facts, path: string): Value | undefined {
  return path.split(".").reduce<Value | undefined>((value, name) => fieldsOf(value)?.get(name), facts.value);
}

/** Our names and the codes of Service Quotas, each leading to our name. */
function nameByWord(quotas: Fields, names: readonly string[]): ReadonlyMap<string, string> {
  const codes = names.flatMap((name) => {
    const code = fieldsOf(quotas.get(name))?.get("code");
    return typeof code === "string" ? [[code, name] as const] : [];
  });
  return new Map([...codes, ...names.map((name) => [name, name] as const)]);
}

function granted(
  { quotas }: Inventory,
  named: ReadonlyMap<string, string>,
  mistakes: Mistake[],
): ReadonlyMap<string, GivenQuota> {
  const values = new Map<string, GivenQuota>();
  for (const quota of quotas) {
    const name = named.get(quota.name);
    const other = name === undefined ? undefined : values.get(name);
    if (name === undefined) {
      const meant = didYouMean(quota.name, named.keys());
      mistakes.push({ at: quota.at, message: `there is no quota \`${quota.name}\`${meant}` });
    } else if (other !== undefined && other.value !== quota.value) {
      mistakes.push({
        at: quota.at,
        message: `\`${quota.name}\` is \`${other.name}\`, and has another value`,
      });
    } else values.set(name, quota);
  }
  return values;
}

function disagreements(
  each: readonly ReadonlyMap<string, GivenQuota>[],
  inventories: readonly Inventory[],
  quotas: Fields,
): readonly Mistake[] {
  return each.flatMap((given) =>
    [...given].flatMap(([name, { value, at }]): readonly Mistake[] => {
      const other = each.findIndex(
        (there) => (there.get(name)?.value ?? fieldsOf(quotas.get(name))?.get("value")) !== value,
      );
      if (other === -1) return [];
      const file = inventories[other]?.file;
      const message = `\`${name}\` is another in \`${file}\`; judge what goes to one account and Region in a run of its own`;
      return [{ at, message }];
    }),
  );
}

function withValues(quotas: Fields, values: ReadonlyMap<string, number>): Fields {
  return [...values].reduce((made, [name, value]) => {
    const quota = fieldsOf(quotas.get(name));
    return quota === undefined ? made : replaced(made, name, replaced(quota, "value", value));
  }, quotas);
}

function replaced(fields: Fields, name: string, value: Value): Fields {
  return { concept: fields.concept, get: (field) => (field === name ? value : fields.get(field)) };
}

function fieldsOf(value: Value | undefined): Fields | undefined {
  return typeof value === "object" && value !== null && "concept" in value ? value : undefined;
}
