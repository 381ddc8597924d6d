import type { Ref } from "../base/place.ts";
import type { Fields, Unknown, Value } from "../base/value.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** Everything that was read, in one vocabulary. */
export interface Graph {
  readonly vocabulary: Vocabulary;
  /** The entities of a concept in reading order; empty for one that nothing supplied. */
  entities(concept: string): readonly Entity[];
  /** How many entities there are to be asked about. */
  readonly size: number;
}

/** One thing of the graph: a cluster, a rule of a security group, a trust statement. */
export interface Entity extends Fields {
  /** Unique in the graph and the same in every run over the same input. */
  readonly id: string;
  /** What its author calls it: `module.eks.aws_eks_node_group.workers`, `Nodes`, `Deployment/shop/web`. */
  readonly resource: string;
  /** Where it is declared. */
  readonly ref: Ref;
  /**
   * How many things it stands for, with bounds, where that is not exactly one: for the rules of a list that is
   * computed, of which there may be any number, also none.
   */
  readonly count: Unknown | undefined;
  /** The field's value with its place; `undefined` for a field its concept does not have. */
  reading(field: string): Reading | undefined;
}

/** A field's value, where it comes from, and whether it may be shown. */
export interface Reading {
  readonly value: Value;
  readonly ref: Ref;
  readonly sensitive: boolean;
  /** `default`: not written, the platform's own value; `derived`: worked out from other values. */
  readonly origin: "written" | "default" | "derived";
}
