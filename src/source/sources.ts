import type { Failure } from "../base/failure.ts";
import type { Format } from "../base/place.ts";
import type { Declaration } from "./declaration.ts";

/** Everything that was read. */
export interface Sources {
  readonly declarations: readonly Declaration[];
  readonly inputs: readonly InputFile[];
  /** Files that claim to be input and cannot be read, and what was expected but not there. */
  readonly failures: readonly Failure[];
  /** How many files were looked at and left alone, being none of ours. */
  readonly leftAlone: number;
}

export interface InputFile {
  readonly file: string;
  readonly format: Format;
  readonly bytes: number;
  /** How many resources, manifests or configurations it declares, whether the graph knows their type or not. */
  readonly declares: number;
}

export interface ReadOptions {
  /** Whether the graph can use a Terraform resource type; others are counted and dropped while reading. */
  readonly wanted: (type: string) => boolean;
  /** Called as files are read, for a progress line. */
  readonly onProgress?: (progress: Progress) => void;
}

export interface Progress {
  readonly file: string;
  readonly done: number;
  readonly total: number;
}
