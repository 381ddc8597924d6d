import { groupsOf } from "../../base/groups.ts";
import type { Place } from "../../base/place.ts";
import { checkedWords, type ReadWords, readWaiverText } from "../../policy/waiver-words.ts";
import type { LocatedText } from "../../source/span.ts";
import { marker, type Syntax, waivingComments } from "./comment.ts";
import { hclSites } from "./hcl.ts";
import { keyOf, type Sites, type Steps, sitesOf } from "./site.ts";
import { type YamlSites, type YamlText, yamlSites } from "./yaml.ts";

/** A waiver beside the code. */
export interface Ignore {
  readonly said: ReadWords;
  readonly at: Place;
  /** What it stands beside, by names: the same in another version of the file, wherever it has moved to there. */
  readonly name: string;
}

/** The waivers beside the code of one file. */
export interface Ignores {
  readonly sites: Sites;
  readonly all: readonly Ignore[];
  /** The comments beside a line. */
  on(line: number): readonly Ignore[];
  /** What an object says of itself, in its annotations or its `Metadata`. */
  of(steps: Steps): readonly Ignore[];
}

const annotation = "eks-policy-gate/ignore";
const metadata = "eks-policy-gate";
/** Nobody waives more at one object; what follows is not read. */
const mostAnnotated = 100;

/** Reads a file; `undefined` where it waives nothing, as far as can be told from it. */
export function ignoresIn(source: LocatedText): Ignores | undefined {
  if (!source.text.includes(metadata)) return undefined;
  const syntax = syntaxOf(source.file);
  if (syntax === "hcl") return source.text.includes(marker) ? ofHcl(source) : undefined;
  return syntax === undefined ? undefined : ofYaml(source);
}

function syntaxOf(file: string): Syntax | undefined {
  if (/\.(?:tf|tofu)\.json$/.test(file)) return undefined;
  return /\.(?:tf|tofu|tfvars)$/.test(file) ? "hcl" : "yaml";
}

function ofHcl(source: LocatedText): Ignores {
  const sites = sitesOf(hclSites(source.text));
  return collected(sites, comments(source, sites, "hcl"), []);
}

function ofYaml(source: LocatedText): Ignores | undefined {
  let yaml: YamlSites;
  try {
    yaml = yamlSites(source.text, (key) => key === annotation || key === metadata);
  } catch {
    return undefined;
  }
  const sites = sitesOf(yaml.sites);
  const beside = source.text.includes(marker) ? comments(source, sites, "yaml") : [];
  return collected(sites, beside, [...annotated(source, yaml), ...described(source, yaml)]);
}

type Beside = Ignore & { readonly line: number | undefined };
type Within = Ignore & { readonly of: Steps };

function collected(sites: Sites, beside: readonly Beside[], within: readonly Within[]): Ignores {
  const lines = groupsOf(beside, ({ line }) => line);
  const objects = groupsOf(within, ({ of }) => keyOf(of));
  return {
    sites,
    all: [...beside, ...within],
    on: (line) => lines.get(line) ?? [],
    of: (steps) => objects.get(keyOf(steps)) ?? [],
  };
}

function comments(source: LocatedText, sites: Sites, syntax: Syntax): readonly Beside[] {
  return waivingComments(source.text, syntax).map(({ text, line, column, beside }) => ({
    said: readWaiverText(text),
    at: { file: source.file, line, column },
    name: nameOf(source, sites, beside),
    line: beside,
  }));
}

/** Within a value of several lines the line itself tells what is meant. */
function nameOf(source: LocatedText, sites: Sites, line: number | undefined): string {
  if (line === undefined) return "";
  const here = sites.on(line).map(({ name }) => name);
  if (here.length > 0) return here.join("\n");
  const [code = ""] = source.line(line).split(marker);
  return `${sites.at(line)?.name ?? ""}\n${code.replace(/[#/\s]+$/, "").trim()}`;
}

/** The lines of `metadata.annotations["eks-policy-gate/ignore"]`, which are about the object. */
function annotated({ file }: LocatedText, { texts, name }: YamlSites): readonly Within[] {
  return texts.flatMap(({ steps, text, line }) => {
    const isOne =
      steps.at(-1) === annotation && steps.at(-2) === "annotations" && steps.at(-3) === "metadata";
    if (!isOne) return [];
    const of = steps.slice(0, -3);
    const lines = text.split("\n").filter((each) => each.trim() !== "");
    return lines.slice(0, mostAnnotated).map((each) => ({
      said: readWaiverText(each),
      at: { file, line },
      name: name(of),
      of,
    }));
  });
}

/** The members of `Metadata.eks-policy-gate.ignore`, which are about the resource of a template. */
function described({ file }: LocatedText, { texts, name }: YamlSites): readonly Within[] {
  const members = groupsOf(
    texts.filter(({ steps }) => steps[1] === "Resources" && steps[3] === "Metadata" && steps[4] === metadata),
    ({ steps }) => keyOf(steps.slice(0, 7)),
  );
  return [...members.values()].flatMap((texts) => {
    const [first] = texts;
    if (first === undefined) return [];
    const of = first.steps.slice(0, 3);
    return [{ said: readMember(texts), at: { file, line: first.line }, name: name(of), of }];
  });
}

function readMember(texts: readonly YamlText[]): ReadWords {
  const known = ["policy", "until", "owner", "reason"];
  const keys = texts.map(({ steps: [, , , , , ignore, index, ...key] }) =>
    ignore === "ignore" && typeof index === "number" && key.length === 1 ? String(key[0]) : undefined,
  );
  if (keys.includes(undefined)) {
    return {
      kind: "malformed",
      problems: ["`ignore` must be a list of maps with `policy`, `until`, `owner` and `reason`"],
    };
  }
  const problems = keys.flatMap((key) => (known.includes(key ?? "") ? [] : [`unknown key \`${key}\``]));
  return checkedWords(Object.fromEntries(texts.map(({ text }, index) => [keys[index], text])), problems);
}
