import type { LoadedPolicy } from "../file.ts";
import { anchor, generatedNote, page, table } from "./markdown.ts";

/** `policies/README.md`: every policy in one table for each family. */
export function overviewPage(policies: readonly LoadedPolicy[]): string {
  const families = [...new Set(policies.map(({ family }) => family))].sort();
  return page(
    generatedNote,
    "# Policies",
    `${policies.length} policies in ${families.length} families. A policy's id is what goes under \`override\` in ` +
      "`.github/eks-policy-gate.yaml`. What expressions may use is in [VOCABULARY.md](VOCABULARY.md); every number " +
      "and date is in [facts.yaml](facts.yaml).",
    ...families.map((family) => familyTable(family, policies)),
  );
}

function familyTable(family: string, policies: readonly LoadedPolicy[]): string {
  const rows = policies
    .filter((policy) => policy.family === family)
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
    .map(({ id, title, severity, enforcement, isOff, select }) => [
      `[${id}](${family}/README.md#${anchor(id)})`,
      title,
      `\`${select}\``,
      severity,
      isOff ? "off" : enforcement,
    ]);
  return page(`## ${family}`, table(["policy", "what it finds", "asks about", "severity", "default"], rows));
}
