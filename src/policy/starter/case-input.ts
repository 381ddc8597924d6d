import type { Format } from "../../base/place.ts";
import type { Concept } from "../../graph/concept.ts";
import { parseAddress } from "../cases/address.ts";
import { indented, scalarText, Tagged, type Written, yamlLines } from "./yaml-text.ts";

/** The formats that a case can be written in, in the order in which they are. */
export const caseFormats = ["terraform", "cloudformation", "kubernetes", "eksctl"] as const;
export type CaseFormat = (typeof caseFormats)[number];

/** What a case is asked of, as its key and its lines. */
export interface CaseInput {
  readonly format: CaseFormat;
  readonly lines: readonly string[];
}

/** One thing of a repository, as a case may hold it. */
export interface Example {
  readonly format: Format;
  readonly type: string;
  /** What its author calls it: an address, a logical id. */
  readonly owner: string;
  readonly values: Written;
  /** What it refers to. */
  readonly beside?: readonly Pick<Example, "type" | "owner" | "values">[];
}

/** How a value that is not known is written; what a manifest does not know is what a later step fills in. */
export const holes: Readonly<Record<CaseFormat, Written>> = {
  terraform: new Tagged("!unknown"),
  cloudformation: new Tagged("!ImportValue elsewhere"),
  kubernetes: "${ELSEWHERE}",
  eksctl: "${ELSEWHERE}",
};

export function isCaseFormat(format: Format): format is CaseFormat {
  return caseFormats.some((each) => each === format);
}

/** What a case holds of a thing that somebody declares. */
export function caseInput(example: Example): CaseInput | undefined {
  const { format, type, values, beside = [] } = example;
  const all = [example, ...beside];
  switch (format) {
    case "terraform": {
      const resources = all.map((each) => [caseAddress(each.type, each.owner), each.values] as const);
      return { format, lines: yamlLines(Object.fromEntries(resources), 1) };
    }
    case "cloudformation": {
      const resources = all.map(
        (each) => [each.owner, { Type: each.type, Properties: each.values }] as const,
      );
      return { format, lines: yamlLines({ Resources: Object.fromEntries(resources) }, 3) };
    }
    case "kubernetes":
      return { format, lines: yamlLines({ ...versionAndKind(type), ...asMap(values) }, 1) };
    case "eksctl":
      return { format, lines: yamlLines(values, 1) };
    case "inventory":
      return undefined;
  }
}

/** Something small of a concept in every format that supplies it, for an author to fill in; of what is made of others, a cluster. */
export function stubs({ suppliers }: Pick<Concept, "suppliers">): readonly CaseInput[] {
  const found = caseFormats.flatMap((format) => {
    const types = suppliers.filter((supplier) => supplier.format === format).flatMap((each) => each.types);
    const type = types.find((each) => standsForItself[format].test(each));
    return (type === undefined ? undefined : stub(format, type)) ?? [];
  });
  return found.length > 0 ? found : [stub("terraform", "aws_eks_cluster")].flatMap((each) => each ?? []);
}

/** Types that say what they are: a `kubernetes_manifest` may be anything. */
const standsForItself: Readonly<Record<CaseFormat, RegExp>> = {
  terraform: /^(?!kubernetes_manifest$|kubectl_manifest$)[a-z]+_\w+$/,
  cloudformation: /^AWS::/,
  kubernetes: /^[\w./-]+\/[A-Z]\w+$|^\*$/,
  eksctl: /^ClusterConfig$/,
};

function stub(format: CaseFormat, type: string): CaseInput | undefined {
  switch (format) {
    case "terraform":
      return caseInput({ format, type, owner: `${type}.example`, values: {} });
    case "cloudformation":
      return caseInput({ format, type, owner: "Example", values: {} });
    case "kubernetes":
      return caseInput({
        format,
        type: type === "*" ? "example.com/v1/Example" : type,
        owner: "",
        values: { metadata: { name: "example", namespace: "example" }, ...specOf(type) },
      });
    case "eksctl":
      return caseInput({ format, type, owner: "", values: clusterConfig });
  }
}

const clusterConfig = {
  apiVersion: "eksctl.io/v1alpha5",
  kind: "ClusterConfig",
  metadata: { name: "example", region: "eu-west-1" },
  managedNodeGroups: [{ name: "example" }],
};

function specOf(type: string): { readonly [key: string]: Written } {
  if (!/^apps\/v1\//.test(type)) return {};
  const labels = { app: "example" };
  const containers = [{ name: "example", image: "example:1.0" }];
  return {
    spec: { selector: { matchLabels: labels }, template: { metadata: { labels }, spec: { containers } } },
  };
}

/** How what refers to another thing is written, where a case can say it: `path` is what of it is meant. */
export function referenceTo(
  { format, type, owner }: Pick<Example, "format" | "type" | "owner">,
  path: readonly (string | number)[],
): Tagged | undefined {
  const [step, ...further] = path;
  if (typeof step !== "string" || !path.every((each) => /^\w+$/.test(String(each)))) return undefined;
  if (format === "terraform" && further.length === 0) {
    return new Tagged(`!ref ${scalarText(`${caseAddress(type, owner)}.${step}`)}`);
  }
  if (format !== "cloudformation" || !/^[A-Za-z0-9]+$/.test(owner)) return undefined;
  return new Tagged(step === "Ref" ? `!Ref ${owner}` : `!GetAtt ${owner}.${path.join(".")}`);
}

/** An address that a case can hold: modules are beyond it. */
function caseAddress(type: string, owner: string): string {
  const local = owner.slice(Math.max(0, owner.lastIndexOf(`${type}.`)));
  return parseAddress(local) === undefined ? `${type}.example` : local;
}

function versionAndKind(type: string): { readonly [key: string]: Written } {
  const slash = type.lastIndexOf("/");
  return { apiVersion: type.slice(0, slash), kind: type.slice(slash + 1) };
}

function asMap(values: Written): { readonly [key: string]: Written } {
  const isMap = typeof values === "object" && values !== null && !Array.isArray(values);
  return isMap && !(values instanceof Tagged) ? Object.fromEntries(Object.entries(values)) : {};
}

/** A case as it stands in a policy file. */
export function caseLines(
  outcome: "violated" | "satisfied" | "unresolved",
  says: string,
  { format, lines }: CaseInput,
): readonly string[] {
  const key = format === "terraform" ? `${format}:` : `${format}: |`;
  return [`  - ${outcome}: ${says}`, `    ${key}`, ...indented(lines, 6)];
}
