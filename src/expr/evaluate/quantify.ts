import type { PartialList, Value } from "../../base/value.ts";
import { isUndecided, logical, type Undecided } from "../unknowns.ts";
import { type Frame, type Operand, type Step, tooMuchWork } from "./frame.ts";
import { notBool } from "./operators.ts";
import { type Binding, furtherOf, type Listing, open, place, placeFurther, type Source } from "./source.ts";

/** `all` where `stop` is false, `exists` where it is true: one member that decides is enough. */
export function quantify(stop: boolean, list: Listing, predicate: Operand, binding: Binding): Step {
  return (frame) => {
    const source = open(list.step(frame), list, binding.two);
    if (isUndecided(source)) return source;
    const certain = askItems(stop, source, predicate, binding, frame);
    if (certain === stop || source.more === undefined) return certain;
    const further = askFurther(stop, source.more, predicate, binding, frame);
    return certain === !stop || further === stop
      ? further
      : isUndecided(certain) && isUndecided(further)
        ? logical(certain, further)
        : certain;
  };
}

function askItems(stop: boolean, source: Source, predicate: Operand, binding: Binding, frame: Frame): Value {
  const { step } = predicate;
  let undecided: Undecided | undefined;
  for (let index = 0; index < source.items.length; index++) {
    if (--frame.budget < 0) return tooMuchWork();
    place(frame, binding, source, index);
    const answer = step(frame);
    if (answer === stop) return stop;
    if (answer !== !stop) undecided = logical(undecided, notBool(answer, predicate));
  }
  return undecided ?? !stop;
}

/**
 * What members that may follow do to the answer: nothing, where none of them could stop; they stop, where each of them
 * would and one is there for certain.
 */
function askFurther(
  stop: boolean,
  more: PartialList,
  predicate: Operand,
  binding: Binding,
  frame: Frame,
): Value {
  let undecided: Undecided = more.why;
  let all = true;
  let none = true;
  for (const member of furtherOf(more)) {
    if (--frame.budget < 0) return tooMuchWork();
    placeFurther(frame, binding, more, member);
    const answer = predicate.step(frame);
    all &&= answer === stop;
    none &&= answer === !stop;
    if (typeof answer !== "boolean") undecided = logical(undecided, notBool(answer, predicate));
  }
  if (none) return !stop;
  return all && more.atLeast > 0 ? stop : undecided;
}
