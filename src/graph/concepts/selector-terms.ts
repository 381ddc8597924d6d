import { PartialList, Unknown, type Value } from "../../base/value.ts";
import type { Attribute } from "../../source/declaration.ts";
import type { Declared, Lookup, Origin, Reader } from "../concept.ts";
import { isEntity } from "../entity.ts";
import { resolveOne } from "../link.ts";
import { asText, notA, scalarValue, unknownOf, written } from "../read.ts";
import { missingOf } from "../several.ts";
import { wildcardMatches } from "./iam-action.ts";
import { carries } from "./labels.ts";
import { isDeclared, readsManyClusters } from "./manifest-cluster.ts";
import { matching } from "./matching.ts";
import { members } from "./members.ts";
import { any, every, type Truth, told } from "./truth.ts";

/**
 * What a node class selects by a list of terms: each names one by id, or some by their tags and name. What is named is
 * all there is; what is selected by tags may also be something that exists and was not read, so such a list stays open.
 */
export function selectedBy(concept: string, ...path: readonly string[]): Reader {
  return (from) => {
    const terms = from.root.get(...path);
    if (terms.state === "unknown") return written(unknownOf(terms), terms);
    if (terms.items().length === 0) return written(notA("a list of terms", terms), terms);
    return written(selected(concept, terms, from), terms);
  };
}

function selected(concept: string, terms: Attribute, { entity, lookup }: Origin): Value {
  const items = terms.items();
  const named = items.filter(isById).map((term) => resolveOne(term.get("id"), concept, lookup));
  const others = items.filter((term) => !isById(term));
  if (others.length === 0) return [...new Set(named)];
  const meeting = (one: Declared) => any(others.map((term) => meets(term, one)));
  const there = [...lookup.entities(concept), ...lookup.told(concept)];
  const among = there.filter((one) => meeting(one) !== false);
  const isNear = nearby(entity, among, lookup);
  const { known, doubtful } = members(matching(among, (one) => every([meeting(one), isNear(one)])));
  const open = { ...missingOf(terms), reason: "a choice by tags, which things that were not read may meet" };
  const unsure = named.flatMap((one) => (one instanceof Unknown ? one.missing : []));
  const why = new Unknown([open, ...unsure, ...doubtful.missing]);
  return new PartialList([...new Set([...named.filter(isEntity), ...known])], why);
}

function isById(term: Attribute): boolean {
  return term.state === "known" && term.get("id").state !== "absent";
}

/** Whether a thing has what a term asks for, all of it. */
function meets(term: Attribute, one: Declared): Truth {
  if (term.state === "unknown") return unknownOf(term);
  const [tags, name] = [term.get("tags"), term.get("name")];
  if (tags.state === "absent" && name.state === "absent") return false;
  if (tags.state === "unknown") return unknownOf(tags);
  const wanted = new Map(tags.entries().map(([key, value]) => [key, scalarValue(value, asText)]));
  return every([
    carries(one.get("tags") ?? null, wanted, "in values"),
    ...(name.state === "absent" ? [] : [hasName(one, scalarValue(name, asText))]),
  ]);
}

function hasName(one: Declared, wanted: Value): Truth {
  if (wanted instanceof Unknown) return wanted;
  return told(one.get("name"), (name) => wildcardMatches(String(wanted), String(name)));
}

/**
 * What several files declare may be in several accounts, and zones can only be compared where one file names them. What
 * stands with the cluster is certainly meant, and what is all in one file where there is but one cluster. An inventory
 * is of one account; with several it is not said which one is the cluster's.
 */
function nearby(entity: Declared, among: readonly Declared[], lookup: Lookup): (one: Declared) => Truth {
  const files = new Set(among.filter((one) => !isTold(one)).map(({ declaration }) => declaration.file));
  const cluster = entity.get("cluster");
  const home = isDeclared(cluster) ? cluster.declaration.file : undefined;
  const isOneAccount = files.size === 1 && !readsManyClusters(lookup);
  const isTheAccount = lookup.told("Account").length === 1 && !readsManyClusters(lookup);
  return (one) => {
    const { declaration, resource, ref } = one;
    if (isTold(one) ? isTheAccount : isOneAccount || declaration.file === home) return true;
    const attribute = `${resource} with the cluster of ${entity.resource}`;
    return new Unknown([{ attribute, reason: "not certainly in one account", ref }]);
  };
}

function isTold({ declaration }: Declared): boolean {
  return declaration.format === "inventory";
}
