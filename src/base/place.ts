/** The formats the gate reads. */
export type Format = "terraform" | "cloudformation" | "kubernetes" | "eksctl" | "inventory";

/** Keys and zero-based indexes that lead from an owner's root to a value. */
export type Path = readonly (string | number)[];

/**
 * Where a value is written, as a reference. It is cheap to carry with every value and becomes
 * a line only when a finding needs one.
 */
export interface Ref {
  readonly format: Format;
  /** The file that was read, relative to the root of the scan, with forward slashes. */
  readonly file: string;
  /** What its author calls it: a Terraform address, a logical id, `Deployment/shop/web`, a cluster's name. */
  readonly owner: string;
  /** Which document of a multi-document file; 0 where there is only one. */
  readonly document: number;
  /**
   * Terraform: attribute path inside the resource (`["vpc_config", 0, "subnet_ids"]`).
   * Everything else: path from the root of the document (`["Resources", "Nodes", "Properties", "Subnets"]`).
   */
  readonly path: Path;
}

/** A place a person can open. Lines and columns count from 1; `line` is absent when only the file is known. */
export interface Place {
  readonly file: string;
  readonly line?: number;
  readonly column?: number;
  readonly endLine?: number;
  readonly endColumn?: number;
}

/** `vpc_config[0].subnet_ids`, as people write paths. */
export function showPath(path: Path): string {
  return path.reduce<string>((text, step) => {
    if (typeof step === "number") return `${text}[${step}]`;
    if (!/^[A-Za-z_][\w-]*$/.test(step)) return `${text}[${JSON.stringify(step)}]`;
    return text === "" ? step : `${text}.${step}`;
  }, "");
}

/** `file:line:column`, as terminals and editors understand it. */
export function showPlace(place: Place): string {
  const { file, line, column } = place;
  if (line === undefined) return file;
  return column === undefined ? `${file}:${line}` : `${file}:${line}:${column}`;
}
