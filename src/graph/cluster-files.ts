/** Which files describe one cluster, as the author of a repository tells it. */
export interface ClusterFiles {
  /** The cluster's name, or what its author calls it: an address, a logical id. */
  readonly cluster: string;
  /** Files with manifests that are applied to it. */
  readonly manifests: ReadonlySet<string>;
  /** Plans, templates and eksctl files that make it; `undefined` where nothing is said about them. */
  readonly madeIn: ReadonlySet<string> | undefined;
}
