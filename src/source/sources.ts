import type { World } from "../base/choice.ts";
import type { Failure } from "../base/failure.ts";
import type { Note } from "../base/note.ts";
import type { Format } from "../base/place.ts";
import type { Declaration } from "./declaration.ts";
import type { Plan } from "./terraform/plan.ts";

/** Everything that was read. */
export interface Sources {
  readonly declarations: readonly Declaration[];
  /** What is made of the declarations of a world where choices are settled; `undefined` where that cannot be read. */
  readonly assuming: <Made>(
    world: World,
    make: (declarations: readonly Declaration[]) => Made,
  ) => Made | undefined;
  readonly inputs: readonly InputFile[];
  /** The Terraform plans among the inputs: what they were made from, for whoever looks for its lines. */
  readonly plans: readonly Planned[];
  /** Files that claim to be input and cannot be read, and what was expected but not there. */
  readonly failures: readonly Failure[];
  /** What was given and not judged, or only in part. */
  readonly notes: readonly Note[];
  /** How many files were looked at and left alone, being none of ours. */
  readonly leftAlone: number;
}

/** A plan's configuration, and its author's files as far as they are here. */
export interface Planned extends Pick<Plan, "root" | "code" | "configuration"> {
  readonly file: string;
}

export interface InputFile {
  readonly file: string;
  readonly format: Format;
  readonly bytes: number;
  /** How many resources, manifests or configurations it declares, whether the graph knows their type or not. */
  readonly declares: number;
}

/** A file of values for the parameters of templates: of the one it names, or of all that declare them. */
export interface ParameterText {
  readonly file: string;
  readonly text: string;
  readonly template: string | undefined;
}

export interface ReadOptions {
  readonly parameters?: readonly ParameterText[];
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
