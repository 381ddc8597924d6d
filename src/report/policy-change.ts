import type { PolicyChange } from "../verdict/finding.ts";
import { count } from "./headline.ts";
import { listed } from "./words.ts";

/** `it would add 3 findings and remove 1`. */
export function effect({ added, removed, failures }: PolicyChange): string {
  if (failures.length > 0)
    return `nothing could be judged by it, for ${count(failures.length, "mistake")} in it`;
  if (added.length + removed.length === 0) return "no finding would be added or removed";
  const parts = [
    ...(added.length > 0 ? [`add ${count(added.length, "finding")}`] : []),
    ...(removed.length > 0
      ? [`remove ${added.length > 0 ? removed.length : count(removed.length, "finding")}`]
      : []),
  ];
  return `it would ${listed(parts)}`;
}
