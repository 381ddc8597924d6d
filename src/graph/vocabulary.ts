import type { Format } from "../base/place.ts";
import type { Value } from "../base/value.ts";

/**
 * The type of a field, as authors read it: `string`, `int`, `bool`, `string?` (may be null), `list<Subnet>`,
 * `map<string>`, or the name of a type of the vocabulary.
 */
export type TypeName = string;

/** The words policies speak: what the checker checks against and the vocabulary page shows. */
export interface Vocabulary {
  readonly types: readonly TypeDeclaration[];
}

export interface TypeDeclaration {
  readonly name: string;
  readonly doc: string;
  /** Whether a policy can `select` it. */
  readonly selectable: boolean;
  readonly fields: readonly FieldDeclaration[];
  readonly methods: readonly MethodDeclaration[];
  /** The formats that can supply one. */
  readonly formats: readonly Format[];
}

export interface FieldDeclaration {
  readonly name: string;
  readonly type: TypeName;
  readonly doc: string;
  /** The formats that can supply it; elsewhere it is unknown. */
  readonly formats: readonly Format[];
}

/** A question that can be put to a value: `rule.ports.contains(22)`. */
export interface MethodDeclaration {
  /** `contains(int): bool`: the receiver is the type it stands on. */
  readonly signature: string;
  readonly doc: string;
  /** Called with known arguments only; may answer with an Unknown of its own. */
  readonly call: (self: Value, ...args: readonly Value[]) => Value;
}
