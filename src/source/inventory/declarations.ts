import type { Path } from "../../base/place.ts";
import type { Declaration, Json } from "../declaration.ts";
import { isList, memberOf, plainAttribute } from "../plain.ts";

/** The lists of an inventory: the type of their members, and the key that names one. */
const lists = [
  ["subnets", "Subnet", "id"],
  ["securityGroups", "SecurityGroup", "id"],
  ["roles", "IamRole", "arn"],
  ["clusters", "Cluster", "name"],
] as const;

/** An inventory whose shape was checked. */
interface Checked {
  readonly file: string;
  readonly document: unknown;
}

/**
 * What accounts already have, one declaration for each thing and one for each account. Like a data source, none of it
 * is anybody's to change here. What several inventories tell of, such as a role, is there once: they say the same.
 */
export function inventoryDeclarations(inventories: readonly Checked[]): readonly Declaration[] {
  const seen = new Set<string>();
  return inventories.flatMap(declarationsOf).filter(({ type, owner }) => {
    if (type === "Cluster" || type === "Account") return true;
    const isFirst = !seen.has(`${type} ${owner}`);
    seen.add(`${type} ${owner}`);
    return isFirst;
  });
}

function declarationsOf({ file, document }: Checked): readonly Declaration[] {
  // What was read from YAML and checked is JSON.
  const root = document as Json;
  const owner = ["account", "region"].map((key) => memberOf(root, key)).join("/");
  return [
    existing("Account", file, owner, root, []),
    ...lists.flatMap(([list, type, name]) => {
      const members = memberOf(root, list);
      return (isList(members) ? members : []).map((member, index) =>
        existing(type, file, String(memberOf(member, name)), member, [list, index]),
      );
    }),
  ];
}

function existing(type: string, file: string, owner: string, json: Json, path: Path): Declaration {
  const root = plainAttribute({ format: "inventory", file, owner, document: 0, path }, json);
  return { format: "inventory", type, owner, file, mode: "data", change: "none", root, before: undefined };
}
