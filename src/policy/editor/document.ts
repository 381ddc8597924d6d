import { rawSelect } from "../../graph/raw/raw-select.ts";
import { caseTags } from "../cases/case.ts";
import { readParameters } from "../declared.ts";
import { policyEnvironment } from "../environment.ts";
import { compileExpressions, type Site } from "../expressions.ts";
import type { World } from "../file.ts";
import type { Parameter } from "../policy.ts";
import type { SourceText } from "../text.ts";
import { member, type Node, readYaml } from "../yaml.ts";

/** A policy file as far as it can be read, right or wrong, for whoever helps to write it. */
export interface PolicyDocument {
  readonly source: SourceText;
  readonly root: Node;
  readonly parameters: readonly Parameter[];
  readonly sites: readonly Site[];
  readonly world: World;
}

/** Reads a policy file that is being written; `undefined` where it is no map, or no YAML. */
export function readDocument(file: string, text: string, world: World): PolicyDocument | undefined {
  const { source, root } = readYaml(file, text, caseTags);
  if (root?.kind !== "map") return undefined;
  const { parameters } = readParameters(source, root, world.facts);
  const select = member(root, "select");
  const name = select?.kind === "scalar" ? select.text : "";
  const isConcept =
    rawSelect(name) !== undefined ||
    world.vocabulary.types.some((type) => type.selectable && type.name === name);
  const environment = policyEnvironment(world.types, world.facts, isConcept ? name : "dyn", parameters);
  return { source, root, parameters, sites: compileExpressions(source, root, environment).sites, world };
}

/** The expression at an offset of the file, and the offset in its text. */
export function siteAt(
  { source, sites }: PolicyDocument,
  at: number,
): { readonly site: Site; readonly offset: number } | undefined {
  for (const site of sites) {
    const offset = source.offsetIn(site.scalar, site.scalar.text, at);
    if (offset === undefined) continue;
    const inside = offset - site.start;
    if (inside >= 0 && inside <= site.text.length) return { site, offset: inside };
  }
  return undefined;
}

/** Whether an offset of the file is in the concept that the policy selects. */
export function conceptAt({ root }: PolicyDocument, at: number): string | undefined {
  const select = member(root, "select");
  return select?.kind === "scalar" && select.start <= at && at <= select.end ? select.text : undefined;
}
