import { Failure } from "../../base/failure.ts";
import type { Attribute, Declaration } from "../../source/declaration.ts";
import { plainAttribute } from "../../source/plain.ts";
import { loadYaml } from "../../source/yaml/load.ts";
import type { Part } from "../concept.ts";
import { anyNumber, blocksOf, membersOf, missingOf, perhaps } from "../several.ts";
import { unreadAttribute } from "../unread.ts";

/** Terraform resources that hold, or fill, a ConfigMap. */
export const configMapTypes: readonly string[] = [
  "kubernetes_config_map",
  "kubernetes_config_map_v1",
  "kubernetes_config_map_v1_data",
];

/** The roles and users that the ConfigMap `aws-auth` gives access to; nothing where it is another ConfigMap. */
export function awsAuthEntries(
  { root: whole, owner }: Declaration,
  root: Attribute = whole,
): readonly Part[] {
  const metadata = root.get("metadata");
  const name = (metadata.items()[0] ?? metadata).get("name");
  if (name.state !== "unknown" && name.json !== "aws-auth") return [];
  const doubt = name.state === "unknown" ? perhaps([missingOf(name)]) : undefined;
  return ["mapRoles", "mapUsers"].flatMap((list) =>
    entriesIn(root.get("data", list), list).map((part) => ({
      ...part,
      resource: owner,
      marks: { list },
      ...(doubt === undefined ? {} : { count: doubt }),
    })),
  );
}

/** A list that is written as text. A text that is not known, or no list, may have any number of members. */
function entriesIn(text: Attribute, list: string): readonly Part[] {
  if (text.state === "absent") return [];
  if (text.document !== undefined) return blocksOf(text.document, list);
  const members = typeof text.json === "string" ? listIn(text, text.json) : undefined;
  if (members !== undefined) return blocksOf(members, list);
  if (text.state === "unknown") return membersOf(text, list);
  const missing = { ...missingOf(text), reason: "not a list in YAML" };
  return [{ root: unreadAttribute(text.ref, missing), key: list, count: anyNumber([missing]) }];
}

function listIn({ ref }: Attribute, text: string): Attribute | undefined {
  try {
    const [list = null] = loadYaml(text, ref.file, "manifest");
    return Array.isArray(list)
      ? plainAttribute(ref, list)
      : list === null
        ? plainAttribute(ref, [])
        : undefined;
  } catch (error) {
    if (error instanceof Failure) return undefined;
    throw error;
  }
}
