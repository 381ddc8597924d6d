import { wantsTerraform } from "../build.ts";
import { rawSelect } from "./raw-select.ts";

/** Whether a Terraform type is needed where these are selected; the others need not be kept. */
export function wantedBy(selects: Iterable<string>): (type: string) => boolean {
  const raw = new Set(
    [...selects].flatMap((select) => {
      const found = rawSelect(select);
      return found?.format === "terraform" ? [found.type] : [];
    }),
  );
  return raw.size === 0 ? wantsTerraform : (type) => wantsTerraform(type) || raw.has(type);
}
