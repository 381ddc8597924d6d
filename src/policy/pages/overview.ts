import { setting, type UnderSet } from "../differences.ts";
import type { LoadedPolicy } from "../file.ts";
import type { PolicySet } from "../set.ts";
import { anchor, generatedNote, page, table } from "./markdown.ts";

/** `policies/README.md`: every policy in one table for each family. */
export function overviewPage(
  policies: readonly LoadedPolicy[],
  sets: readonly PolicySet[],
  under: ReadonlyMap<string, readonly UnderSet[]>,
): string {
  const families = [...new Set(policies.map(({ family }) => family))].sort();
  const rows = families.map((family) => {
    const own = policies.filter((policy) => policy.family === family);
    const count = (word: string) => String(own.filter((policy) => setting(policy) === word).length);
    return [`[${family}](#${anchor(family)})`, ...["deny", "warn", "audit", "off"].map(count)];
  });
  return page(
    generatedNote,
    "# Policies",
    `${policies.length} policies in ${families.length} families. A policy's id is what goes under \`override\` in ` +
      "`.github/eks-policy-gate.yaml`. What expressions may use is in [VOCABULARY.md](VOCABULARY.md); every number " +
      "and date is in [facts.yaml](facts.yaml).",
    table(["family", "deny", "warn", "audit", "off"], rows),
    setsPart(sets),
    ...families.map((family) => familyTable(family, policies, under)),
  );
}

function setsPart(sets: readonly PolicySet[]): string {
  if (sets.length === 0) return "";
  return page(
    "## Sets",
    "`policies:` in the configuration, or `-p`, names one set or several; a later one changes what an earlier one " +
      "left, and `override` has the last word. The tables show what each does with a policy; `*` marks that it " +
      "changes more than that, which is on the policy's page with the reason.",
    [
      "- `recommended`: what is true today, with defaults most teams can keep. It is meant where nothing is named.",
      ...sets.map(({ name, title, doc }) => `- [\`${name}\`](sets/${name}.yaml): ${title}. ${inLine(doc)}`),
    ].join("\n"),
  );
}

function familyTable(
  family: string,
  policies: readonly LoadedPolicy[],
  under: ReadonlyMap<string, readonly UnderSet[]>,
): string {
  const own = policies.filter((policy) => policy.family === family);
  const names = under.get(own[0]?.id ?? "")?.map(({ set }) => set) ?? [];
  const rows = own
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
    .map((policy) => [
      `[${policy.id}](${family}/README.md#${anchor(policy.id)})`,
      policy.title,
      `\`${policy.select}\``,
      policy.severity,
      setting(policy),
      ...(under.get(policy.id) ?? []).map((each) => shortly(policy, each)),
    ]);
  const head = ["policy", "what it finds", "asks about", "severity", "default", ...names];
  return page(`## ${family}`, table(head, rows));
}

/** What a set does with a policy in one word; nothing where it does the same. */
export function shortly(policy: LoadedPolicy, { enforcement, differences }: UnderSet): string {
  const isSame = enforcement === setting(policy);
  if (differences.length === 0) return "";
  return isSame || differences.length > 1 ? `${enforcement}*` : enforcement;
}

function inLine(given: string): string {
  return given.replace(/\s+/g, " ").trim();
}
