import { type Missing, Unknown, type Value } from "../base/value.ts";

/** A reference that is not decided and is known to mean one of a few, or nothing that was read. */
export class OneOf extends Unknown {
  readonly among: readonly Value[];

  constructor(missing: readonly Missing[], among: readonly Value[]) {
    super(missing);
    this.among = among;
  }
}
