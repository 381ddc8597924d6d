import type { Place, Ref } from "../../base/place.ts";
import type { Declaration } from "../../source/declaration.ts";
import { type Address, parseAddress } from "../../source/hcl/address.ts";
import { type FileBlock, localFolder, type Module, moduleReader } from "../../source/hcl/module.ts";
import { type RootContents, rootModule } from "../../source/hcl/root.ts";
import type { FileTree } from "../../source/tree.ts";
import { findInBlock } from "./block.ts";

/**
 * Finds places in the `.tf` files a plan was made from; never in the plan. Modules of the same repository are
 * entered; what stands in any other module is shown where that module is called.
 */
export function resourcePlaces(
  tree: FileTree,
  declarations: readonly Declaration[],
  refs: readonly Ref[],
): (ref: Ref) => Place | undefined {
  const moduleIn = moduleReader(tree);
  const plans = plansByFile(declarations, refs);
  const roots = new Map<string, Module | undefined>();
  return (ref) => {
    const plan = plans.get(ref.file);
    const address = parseAddress(ref.owner);
    if (plan === undefined || address === undefined) return undefined;
    if (!roots.has(ref.file)) roots.set(ref.file, rootModule(plan, tree, moduleIn));
    const root = roots.get(ref.file);
    return root === undefined
      ? undefined
      : placeFrom(root, address, ref, plan.byOwner.get(ref.owner), moduleIn);
  };
}

function placeFrom(
  root: Module,
  address: Address,
  ref: Ref,
  declaration: Declaration | undefined,
  moduleIn: (folder: string) => Module | undefined,
): Place | undefined {
  const { module, call } = enter(root, address.modules, moduleIn);
  const blocks = module?.blocks(address.mode, address.type, address.name) ?? [];
  const found = blocks.map(({ source, block }) => ({
    source,
    ...findInBlock(source.text, block, ref.path, declaration?.root),
  }));
  const [best] = found.sort((a, b) => b.depth - a.depth);
  if (best !== undefined) return best.source.place(best.span);
  return call?.source.place(call.block.header);
}

/** The module the calls lead to, as far as its files are here, and the last call on the way. */
function enter(
  root: Module,
  names: readonly string[],
  moduleIn: (folder: string) => Module | undefined,
): { readonly module: Module | undefined; readonly call: FileBlock | undefined } {
  let module: Module | undefined = root;
  let call: FileBlock | undefined;
  for (const name of names) {
    const inner: FileBlock | undefined = module?.blocks("module", name)[0];
    if (module === undefined || inner === undefined) return { module: undefined, call };
    call = inner;
    const folder = localFolder(module, inner);
    module = folder === undefined ? undefined : moduleIn(folder);
  }
  return { module, call };
}

interface Plan extends RootContents {
  readonly byOwner: ReadonlyMap<string, Declaration>;
}

/** What will not be there any more is not expected in the files either. */
function plansByFile(declarations: readonly Declaration[], refs: readonly Ref[]): ReadonlyMap<string, Plan> {
  const planned = declarations.filter(({ format, change }) => format === "terraform" && change !== "delete");
  const files = new Set(refs.map(({ file }) => file));
  return new Map(
    [...files].map((file) => {
      const own = planned.filter((declaration) => declaration.file === file);
      const owners = own.length > 0 ? own : refs.filter((ref) => ref.file === file);
      const addresses = owners.flatMap(({ owner }) => parseAddress(owner) ?? []);
      const byOwner = new Map(own.map((declaration) => [declaration.owner, declaration]));
      return [file, { file, addresses, declarations: own, byOwner }];
    }),
  );
}
