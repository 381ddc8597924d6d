import type { Path, Ref } from "../../base/place.ts";
import type { Declaration } from "../../source/declaration.ts";
import { type Address, parseAddress } from "../../source/hcl/address.ts";
import type { FileBlock } from "../../source/hcl/module.ts";
import { isList, memberOf } from "../../source/plain.ts";
import type { Sources } from "../../source/sources.ts";
import { splitAddress } from "../../source/terraform/address.ts";
import {
  type Written as Expressions,
  isExpression,
  writtenBelow,
  writtenBody,
} from "../../source/terraform/written.ts";
import type { FileTree } from "../../source/tree.ts";
import type { LocatedFinding, Step } from "../../verdict/finding.ts";
import { findInBlock } from "./block.ts";
import { feedingArgument, onlyFeeder, throughEach } from "./feeding.ts";
import { callsOf, isAuthors, keyOf, type ModuleInstance, type PlanView, planView } from "./plan-view.ts";
import { pointAt, type Spot } from "./point.ts";
import { type Scope, scopeOf, writtenIn } from "./scope.ts";
import { isAnother, isStale } from "./stale.ts";
import { type Trail, trailFrom } from "./trail.ts";

export type Located = Pick<LocatedFinding, "place" | "trail" | "note" | "secret">;

/**
 * Finds places in the `.tf` files a plan was made from; never in the plan. A value is followed to its cause. What
 * stands in a module that is not the author's is shown by the argument of the call that it comes from, or the call.
 */
export function resourcePlaces(
  tree: FileTree,
  { plans, declarations }: Pick<Sources, "plans" | "declarations">,
): (ref: Ref) => Located | undefined {
  const views = new Map<string, PlanView | undefined>();
  const viewOf = (file: string): PlanView | undefined => {
    if (!views.has(file)) {
      const plan = plans.find((each) => each.file === file);
      const own = declarations.filter((declaration) => declaration.file === file);
      views.set(file, plan && planView(plan, own, tree));
    }
    return views.get(file);
  };
  return (ref) => {
    const address = parseAddress(ref.owner);
    const plan = address === undefined || address.modules.length > deepest ? undefined : viewOf(ref.file);
    return address === undefined || plan === undefined ? undefined : placeIn(plan, address, ref);
  };
}

/** Nobody calls modules as deep; an address may be as long as its plan. */
const deepest = 100;

function placeIn(plan: PlanView, address: Address, ref: Ref): Located | undefined {
  const { modules, local } = splitAddress(ref.owner);
  const bracket = local.indexOf("[");
  const key = bracket === -1 ? undefined : keyOf(local.slice(bracket));
  const module = plan.module(modules);
  const target: Target = {
    plan,
    module,
    address,
    key,
    path: ref.path,
    planned: plan.declarations.get(ref.owner),
  };
  const { spots, stale } = trailOf(target);
  const note = stale ? { note: "the files here are not what was planned" } : {};
  const steps = stepsOf(spots.filter(({ source }) => isAuthors(source)));
  const nearest = steps.at(-1) ?? stepsOf(callSpot(module))[0];
  if (nearest !== undefined) {
    const secret = plan.supplies.holdsSecret(nearest.place.file) ? { secret: true } : {};
    return { place: nearest.place, trail: steps.length > 1 ? steps : [], ...note, ...secret };
  }
  return stale ? { place: { file: ref.file }, trail: [], ...note } : undefined;
}

interface Target {
  readonly plan: PlanView;
  readonly module: ModuleInstance;
  readonly address: Address;
  /** Of the instance. */
  readonly key: string | number | undefined;
  readonly path: Path;
  readonly planned: Declaration | undefined;
}

function trailOf(target: Target): Trail {
  const { module, address } = target;
  const { files } = module.code;
  const stale = isStale(module);
  const blocks = files?.blocks(address.mode, address.type, address.name);
  if (blocks?.length === 0) return { spots: [], stale: true };
  const trail = blocks === undefined ? fedTrail(target) : blockTrail(target, blocks);
  return { ...trail, stale: stale || trail.stale };
}

function blockTrail(target: Target, blocks: readonly FileBlock[]): Trail {
  const { path, planned } = target;
  const [best] = blocks
    .map(({ source, block }) => ({
      source,
      ...findInBlock(source, block, path, planned?.root, scopeIn(target, { source, block })),
    }))
    .sort((a, b) => b.depth - a.depth);
  if (best === undefined) return { spots: [], stale: false };
  const { source, block, attribute, scope } = best;
  if (attribute === undefined) return { spots: [{ source, span: block, what: "the block" }], stale: false };
  const written = writtenIn(source, attribute, scope);
  const start = pointAt(written, "the attribute", best.path, { sure: 0, planned: best.planned });
  const whole = path.length - best.path.length;
  const configured = configuredAt(target, path.slice(0, whole));
  if (configured.taken === whole && isAnother(written.expression, configured.written)) {
    return { spots: trailFrom({ ...start, path: [] }).spots.slice(0, 1), stale: true };
  }
  return trailFrom(start);
}

function scopeIn({ plan, module, key, address }: Target, { source, block }: FileBlock): Scope {
  const forEach = block.attributes.get("for_each");
  const outside = scopeOf(plan, module);
  const what = `\`${address.type}.${address.name}\``;
  return {
    ...outside,
    block: { what, key, forEach: forEach && writtenIn(source, forEach, outside) },
  };
}

/** Where the module's files are not here: the argument that the plan says its attribute is made of. */
function fedTrail(target: Target): Trail {
  const { plan, module, key, path, planned } = target;
  const { written, taken, forEach } = configuredAt(target, path);
  const [index, member] = path.slice(taken);
  // Blocks that are attributes to Terraform: what any of them refers to is told as one.
  if (typeof index === "number" && typeof member === "string") return { spots: [], stale: false };
  const feeder = throughEach(onlyFeeder(written), forEach, key);
  const fed = feeder && feedingArgument(plan, module, feeder.name, feeder.path);
  if (fed === undefined) return { spots: [], stale: false };
  const what = `argument \`${fed.name}\` of module \`${fed.module.name}\``;
  return trailFrom(
    pointAt(fed.argument, what, [...fed.keys, ...path.slice(taken)], {
      sure: fed.keys.length,
      planned: planned?.root.get(...path.slice(0, taken)),
    }),
  );
}

/** What the plan's configuration has at a path, and how many steps led there. */
function configuredAt({ module, address, planned }: Target, path: Path) {
  const local = `${address.mode === "data" ? "data." : ""}${address.type}.${address.name}`;
  const resource = module.config?.resource(local);
  let written: Expressions = resource && writtenBody(resource.expressions);
  let taken = 0;
  for (const step of path) {
    if (written === undefined || written === null || isExpression(written)) break;
    // Only a list of blocks has to be held against what is planned, and a resource may be large.
    const blocks = isList(written) ? planned?.root.get(...path.slice(0, taken)).json : undefined;
    written = writtenBelow(written, step, blocks);
    taken++;
  }
  return { written, taken, forEach: memberOf(resource, "for_each_expression") };
}

/** The innermost call in a file of the author's. */
function callSpot(module: ModuleInstance): readonly Spot[] {
  for (let here: ModuleInstance | undefined = module; here !== undefined; here = here.parent) {
    const call = callsOf(here).find(({ source }) => isAuthors(source));
    if (call !== undefined)
      return [{ source: call.source, span: call.block.header, what: `the call of module \`${here.name}\`` }];
  }
  return [];
}

function stepsOf(spots: readonly Spot[]): readonly Step[] {
  return spots.map(({ source, span, what }) => ({ place: source.place(span), what }));
}
