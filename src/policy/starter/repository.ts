import type { CaseFormat } from "./case-input.ts";

/** What was found in a repository, as far as what is written for it depends on that. */
export interface Repository {
  readonly formats: readonly CaseFormat[];
  /** Folders of Terraform that are deployed on their own; `.` is the root. */
  readonly roots: readonly TerraformRoot[];
  /** The clusters, each with the globs of the files that describe it. */
  readonly clusters: readonly FoundCluster[];
  /** Globs of files that are there for tests. */
  readonly testData: readonly string[];
}

export interface TerraformRoot {
  readonly folder: string;
  readonly tool: "terraform" | "tofu";
}

export interface FoundCluster {
  readonly name: string;
  /** The keys of the configuration: what makes it, and what is applied to it. */
  readonly files: Readonly<Partial<Record<"terraform" | "cloudformation" | "eksctl" | "manifests", string>>>;
}
