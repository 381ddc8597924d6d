import type { Value } from "../base/value.ts";

/** The names an expression may use. */
export interface Environment {
  readonly types: readonly TypeShape[];
  /** Variable name to type: `{ self: "NodeGroup", params: "params" }`. */
  readonly variables: Readonly<Record<string, string>>;
}

/** An object type: its fields by name, and the questions that can be put to it. */
export interface TypeShape {
  readonly name: string;
  readonly fields: Readonly<Record<string, string>>;
  /** It is a map, whose keys are its fields. */
  readonly isOpen?: boolean;
  readonly methods?: readonly {
    readonly signature: string;
    readonly call: (...args: readonly Value[]) => Value;
  }[];
}
