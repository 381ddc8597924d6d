import type { Fields } from "../base/value.ts";

/**
 * A value that only functions look into: an address, a quantity, a version. Unlike an entity, which is equal only to
 * itself, two of them are equal when they say the same.
 */
export abstract class Opaque implements Fields {
  abstract readonly concept: string;
  abstract sameAs(other: Opaque): boolean;
  abstract toString(): string;

  get(): undefined {
    return undefined;
  }
}
