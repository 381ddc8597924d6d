import type { Path } from "../../base/place.ts";

/** One module of an address: `module.name["key"]`. Keys are kept as they are written, brackets included. */
export interface ModuleStep {
  readonly name: string;
  readonly key: string;
}

const key = String.raw`(\[(?:\d+|"(?:[^"\\]|\\.)*")\])?`;
const anyKey = new RegExp(key.slice(0, -1), "g");
const moduleStep = new RegExp(String.raw`module\.([^.[\]]+)${key}(?:\.|$)`, "y");

/** The modules an address leads through, and what remains: `["a", "b"]` and `aws_subnet.x[0]`. */
export function splitAddress(address: string): {
  readonly modules: readonly ModuleStep[];
  readonly local: string;
} {
  const modules: ModuleStep[] = [];
  let at = 0;
  for (;;) {
    moduleStep.lastIndex = at;
    const found = moduleStep.exec(address);
    if (found === null) return { modules, local: address.slice(at) };
    modules.push({ name: found[1] ?? "", key: found[2] ?? "" });
    at = moduleStep.lastIndex;
  }
}

/** `module.a["x"]` below `parent`. */
export function moduleAddress(parent: string, step: ModuleStep): string {
  const own = `module.${step.name}${step.key}`;
  return parent === "" ? own : `${parent}.${own}`;
}

/** The address of something inside a module. */
export function within(module: string, local: string): string {
  return module === "" ? local : `${module}.${local}`;
}

/** The address of all instances at once: `module.a.aws_subnet.b` for `module.a["x"].aws_subnet.b[0]`. */
export function withoutKeys(address: string): string {
  return address.includes("[") ? address.replace(anyKey, "") : address;
}

/** What one entry of an expression's `references` names. */
export type Reference =
  | { readonly kind: "variable"; readonly name: string; readonly path: Path }
  | { readonly kind: "local"; readonly name: string; readonly path: Path }
  /** Without a name where the module was indexed by an expression: any of its outputs. */
  | {
      readonly kind: "output";
      readonly call: string;
      readonly key: string;
      readonly name?: string;
      readonly path: Path;
    }
  | { readonly kind: "resource"; readonly local: string; readonly key: string; readonly path: Path }
  | { readonly kind: "each"; readonly path: Path }
  /** `each.key` or `count.index`: says which instance, not what. */
  | { readonly kind: "own key"; readonly of: "for_each" | "count" }
  /** `path.module`, `terraform.workspace`, `self`: nothing another resource supplies. */
  | { readonly kind: "context" };

const resource = new RegExp(String.raw`^((?:data\.|ephemeral\.)?[^.[\]]+\.[^.[\]]+)${key}(.*)$`, "s");
const output = new RegExp(String.raw`^module\.([^.[\]]+)${key}(?:\.([^.[\]]+))?(.*)$`, "s");
const named = /^(var|local)\.([^.[\]]+)(.*)$/s;

export function parseReference(text: string): Reference {
  if (text === "each.key") return { kind: "own key", of: "for_each" };
  if (text === "count.index") return { kind: "own key", of: "count" };
  if (text.startsWith("each.value")) return { kind: "each", path: pathOf(text.slice("each.value".length)) };
  if (/^(?:path|terraform|self|each|count)(?:\.|$)/.test(text)) return { kind: "context" };
  const name = named.exec(text);
  if (name !== null) {
    const kind = name[1] === "var" ? "variable" : "local";
    return { kind, name: name[2] ?? "", path: pathOf(name[3] ?? "") };
  }
  const out = output.exec(text);
  if (out !== null) {
    const where = {
      kind: "output",
      call: out[1] ?? "",
      key: out[2] ?? "",
      path: pathOf(out[4] ?? ""),
    } as const;
    return out[3] === undefined ? where : { ...where, name: out[3] };
  }
  const found = resource.exec(text);
  if (found === null) return { kind: "context" };
  return { kind: "resource", local: found[1] ?? "", key: found[2] ?? "", path: pathOf(found[3] ?? "") };
}

/**
 * The references an expression was written with. Terraform lists each as a run, from the whole traversal to its root:
 * `aws_subnet.a[0].id`, `aws_subnet.a[0]`, `aws_subnet.a`. Only the first of a run was written.
 */
export function writtenReferences(references: readonly string[]): readonly string[] {
  const written: string[] = [];
  let last = "";
  for (const reference of references) {
    const next = last[reference.length];
    const sameRun =
      last.length > reference.length && last.startsWith(reference) && (next === "." || next === "[");
    if (!sameRun) written.push(reference);
    last = reference;
  }
  return written;
}

/** What an expression was written with. Expressions are few and asked for every instance of a resource. */
export function parseReferences(references: readonly string[]): readonly Reference[] {
  const known = parsed.get(references);
  if (known !== undefined) return known;
  const read = writtenReferences(references).map(parseReference);
  parsed.set(references, read);
  return read;
}

const parsed = new WeakMap<readonly string[], readonly Reference[]>();

const step = /\.([^.[\]]+)|\[(\d+)\]|\["((?:[^"\\]|\\.)*)"\]/gy;

function pathOf(text: string): Path {
  return [...text.matchAll(step)].map(([, name, index, quoted]) =>
    index === undefined ? (name ?? quoted ?? "") : Number(index),
  );
}
