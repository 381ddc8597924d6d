import { Unknown, type Value } from "../../base/value.ts";
import type { Attribute } from "../../source/declaration.ts";
import type { Reader } from "../concept.ts";
import { joined } from "../link.ts";
import { asText, scalarValue, textList, unknownOf, written } from "../read.ts";

type Kind = "Service" | "AWS" | "Federated";

/** The principals of one type of a statement in JSON. */
export function jsonPrincipals(kind: Kind): Reader {
  return ({ root }) => {
    const principal = root.get("Principal");
    if (principal.state === "unknown") return written(unknownOf(principal), principal);
    if (typeof principal.json === "string") return written(kind === "AWS" ? [principal.json] : [], principal);
    const named = principal.get(kind);
    return written(namesIn(named, kind), named);
  };
}

/** The principals of one type of a statement of a policy document. */
export function documentPrincipals(kind: Kind): Reader {
  return ({ root }) => {
    const blocks = root.get("principals");
    return written(blocks.state === "unknown" ? unknownOf(blocks) : blocksOf(blocks, kind), blocks);
  };
}

function blocksOf(blocks: Attribute, wanted: Kind): Value {
  const lists = blocks.items().map((block): Value => {
    const kind = scalarValue(block.get("type"), asText);
    if (kind instanceof Unknown) return kind;
    const counts = kind === wanted || (kind === "*" && wanted === "AWS");
    return counts ? textList(block.get("identifiers")) : [];
  });
  return joined(lists);
}

/** What is written as a text is one name, even where the account or the partition in it is not known. */
function namesIn(named: Attribute, kind: Kind): Value {
  const one = spelledOut(named, kind);
  if (one !== undefined) return [one];
  const list = textList(named);
  if (!Array.isArray(list)) return list;
  const items = named.items();
  return list.map((name, index) => spelledOut(items[index], kind) ?? name);
}

/**
 * A name in which only the place of deployment is not known. A service has the same name in every partition but for
 * its end; an account or a provider keeps `${AWS::AccountId}` and its like.
 */
function spelledOut(named: Attribute | undefined, kind: Kind): string | undefined {
  if (named?.state !== "unknown" || named.spelled === undefined) return undefined;
  if (kind !== "Service") return named.spelled;
  const name = named.spelled.replace(/\.\$\{AWS::URLSuffix\}$/, ".amazonaws.com");
  return name.includes("${") ? undefined : name;
}
