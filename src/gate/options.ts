import type { Failure } from "../base/failure.ts";
import type { Settings } from "../policy/settings.ts";
import type { Progress } from "../source/sources.ts";
import type { FileTree } from "../source/tree.ts";

export interface GateOptions {
  /** What is judged. */
  readonly tree: FileTree;
  /** What it is judged by. */
  readonly settings: Settings;
  /** The day the run is for, `YYYY-MM-DD`: policies that compare dates compare with it. */
  readonly now: string;
  /** Milliseconds from any fixed point, for the elapsed time. */
  readonly clock: () => number;
  readonly onProgress?: (progress: Progress) => void;
  /** What to compare with; everything that is found counts where it is left out. */
  readonly base?: Base;
  /** The policies and configuration that the change brings itself, where `settings` are those of its base. */
  readonly proposed?: Proposal;
  /** Whether to work out what pictures are drawn from. */
  readonly pictures?: boolean;
}

/** What the change is compared with. Resources of Terraform are compared with what their plans say they are now. */
export interface Base {
  /** What people call it. */
  readonly name: string;
  /** The files as they were; `undefined` where they cannot be told, so that whatever is found in files counts. */
  readonly tree: FileTree | undefined;
  /** The text of any file as it was, input or not; `undefined` where it was not there or cannot be told. */
  readonly text?: (file: string) => string | undefined;
  /** Whether a file is part of the change: what such a plan says was there before, the change says itself. */
  readonly isBrought?: (file: string) => boolean;
}

export interface Proposal {
  /** What they are, or why they cannot be read. */
  readonly settings: Settings | Failure;
  /** The files of policy and configuration that differ from those of the base. */
  readonly files: readonly string[];
}
