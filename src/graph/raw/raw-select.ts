import type { Format } from "../../base/place.ts";

/** A type of a format that is selected by its own name, without a concept: `terraform.aws_s3_bucket`. */
export interface RawSelect {
  /** As it is written. */
  readonly name: string;
  readonly format: Format;
  /** `aws_s3_bucket`, `AWS::S3::Bucket`, `PodDisruptionBudget`, `policy/v1/PodDisruptionBudget`. */
  readonly type: string;
}

const formats = {
  terraform: { format: "terraform", spelling: /^[a-z][a-z0-9-]*_\w+$/i, like: "terraform.aws_s3_bucket" },
  cloudformation: {
    format: "cloudformation",
    spelling: /^[A-Za-z]\w*(?:::[\w@-]+)+$/,
    like: "cloudformation.AWS::S3::Bucket",
  },
  manifest: {
    format: "kubernetes",
    spelling: /^(?:[\w.-]+\/){0,2}[A-Z]\w*$/,
    like: "manifest.PodDisruptionBudget",
  },
} as const;

/** Every way to select a type raw, as an example. */
export const rawExamples: readonly string[] = Object.values(formats).map(({ like }) => like);

/** Whether it is meant to be a type of a format; it may be misspelled. */
export function isRaw(select: string): boolean {
  return formatOf(select) !== undefined;
}

/** What a `select` names, where that is a type of a format; `undefined` for a concept, and for what no type can be called. */
export function rawSelect(select: string): RawSelect | undefined {
  const known = formatOf(select);
  const type = select.slice(select.indexOf(".") + 1);
  return known?.spelling.test(type) === true ? { name: select, format: known.format, type } : undefined;
}

/** How a misspelled one is spelled right: by example. */
export function rawExample(select: string): string {
  return formatOf(select)?.like ?? "";
}

/** Whether a type that was read is meant: of manifests, any version of a kind where none is said. */
export function isMeant({ format, type }: RawSelect, read: { format: Format; type: string }): boolean {
  if (read.format !== format) return false;
  if (read.type === type) return true;
  return format === "kubernetes" && !type.includes("/") && read.type.endsWith(`/${type}`);
}

function formatOf(select: string) {
  const [format = "", ...rest] = select.split(".");
  if (rest.length === 0 || !Object.hasOwn(formats, format)) return undefined;
  return formats[format as keyof typeof formats];
}
