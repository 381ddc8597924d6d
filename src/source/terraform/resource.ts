import type { Json } from "../declaration.ts";
import { memberOf } from "../plain.ts";
import { splitAddress } from "./address.ts";
import type { JsonObject } from "./document.ts";

/** One instance of a resource or data source, as the plan says it will be. */
export interface PlannedResource {
  readonly file: string;
  readonly owner: string;
  readonly type: string;
  readonly mode: "managed" | "data";
  readonly after: Json | undefined;
  /** `after_unknown`; `undefined` where the plan does not mark what is unknown but leaves it out. */
  readonly unknown: Json | undefined;
  readonly secret: Json | undefined;
  /** Address of its module instance, `""` for the root. */
  readonly module: string;
  /** `aws_subnet.private`, `data.aws_vpc.main`. */
  readonly local: string;
  /** `[0]`, `["a"]` or nothing. */
  readonly key: string;
}

/** Where an entry of a plan stands. */
export function placeOf(entry: JsonObject, owner: string): Pick<PlannedResource, "module" | "local" | "key"> {
  const given = typeof entry.module_address === "string" ? entry.module_address : undefined;
  const module = given !== undefined && owner.startsWith(`${given}.`) ? given : moduleOf(owner);
  const local = module === "" ? owner : owner.slice(module.length + 1);
  const bracket = local.indexOf("[");
  return bracket === -1
    ? { module, local, key: "" }
    : { module, local: local.slice(0, bracket), key: local.slice(bracket) };
}

/** Whether anything at this path waits for the apply. Plans write `null` for none: what they do not mention is open. */
export function isOpen(resource: PlannedResource, path: readonly (string | number)[]): boolean {
  let mark = resource.unknown;
  let value = resource.after;
  for (const step of path) {
    if (mark === true) return true;
    mark = memberOf(mark, step);
    value = memberOf(value, step);
  }
  return hasMark(mark) || value === undefined;
}

/** Whether a tree of marks (`after_unknown`, `after_sensitive`) has a `true` in it. */
export function hasMark(mark: Json | undefined): boolean {
  if (typeof mark !== "object" || mark === null) return mark === true;
  for (const member of Array.isArray(mark) ? mark : Object.values(mark)) {
    if (hasMark(member)) return true;
  }
  return false;
}

function moduleOf(owner: string): string {
  if (!owner.startsWith("module.")) return "";
  const { local } = splitAddress(owner);
  return owner.slice(0, -local.length - 1);
}
