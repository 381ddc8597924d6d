import { didYouMean } from "../base/suggest.ts";
import type { Library } from "./library.ts";
import { macroNames } from "./macros.ts";
import type { Overload } from "./signature.ts";
import { dyn, fits, showType, substitute, type Type } from "./type.ts";

/** A call as it was written, with the types of its receiver and arguments. */
export interface WrittenCall {
  /** With its namespace: `sets.contains`. */
  readonly name: string;
  readonly isMethod: boolean;
  readonly types: readonly Type[];
}

/** The overloads that a call can mean, with the type of its answer; or what is wrong with it. */
export function resolve(
  call: WrittenCall,
  library: Library,
): { readonly overloads: readonly Overload[]; readonly result: Type } | string {
  const named = library.functions(call.name);
  const fitting = named.flatMap((overload) => {
    const bindings = new Map<string, Type>();
    const matches =
      overload.isMethod === call.isMethod && matchesAll(call.types, overload.parameters, bindings);
    return matches ? [{ overload, result: substitute(overload.result, bindings) }] : [];
  });
  const [first] = fitting;
  if (first === undefined) return noOverload(call, named, library);
  const isOpen = fitting.some(({ result }) => showType(result) !== showType(first.result));
  return { overloads: fitting.map(({ overload }) => overload), result: isOpen ? dyn : first.result };
}

function matchesAll(
  types: readonly Type[],
  parameters: readonly Type[],
  bindings: Map<string, Type>,
): boolean {
  if (types.length !== parameters.length) return false;
  return types.every((type, index) => fits(type, parameters[index] ?? dyn, bindings));
}

function noOverload(call: WrittenCall, named: readonly Overload[], library: Library): string {
  const { name, isMethod, types } = call;
  const usable = named.filter((overload) => overload.isMethod === isMethod);
  const closest = usable.filter(
    ({ parameters }) => isMethod && matchesAll(types.slice(0, 1), parameters.slice(0, 1), new Map()),
  );
  const shown = (closest.length > 0 ? closest : usable.length > 0 ? usable : named)
    .slice(0, 4)
    .map(showOverload);
  if (shown.length > 0)
    return `no \`${showCall(call)}\`; there is ${shown.map((one) => `\`${one}\``).join(", ")}`;
  if (macroNames.includes(name)) {
    return `\`${name}()\` takes a name and an expression, as in \`list.all(x, x > 0)\``;
  }
  const [receiver] = types;
  const isField = isMethod && receiver?.kind === "object" && library.field(receiver.name, name) !== undefined;
  if (isField) return `\`${name}\` is a field, written without \`()\``;
  return `unknown function \`${name}\`${didYouMean(name, [...library.functionNames, ...macroNames])}`;
}

function showCall({ name, isMethod, types }: WrittenCall): string {
  const shown = types.map(showType);
  return isMethod ? `${shown[0]}.${name}(${shown.slice(1).join(", ")})` : `${name}(${shown.join(", ")})`;
}

function showOverload({ name, isMethod, parameters, result }: Overload): string {
  return `${showCall({ name, isMethod, types: parameters })}: ${showType(result)}`;
}
