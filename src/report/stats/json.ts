import { printableJson } from "../escape/json.ts";
import type { Usage } from "./usage.ts";

export function statsJson({ reports, conclusions, policies }: Usage): string {
  return printableJson({
    schemaVersion: 1,
    reports,
    conclusions,
    policies: policies.map(({ policy, enforcements, advice, ...numbers }) => ({
      policy: policy.id,
      family: policy.family,
      enforcement: enforcements,
      advice,
      ...numbers,
    })),
  });
}
