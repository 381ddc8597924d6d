import { type Planned, Reference } from "./case.ts";

/** Stands for everything a case says nothing about: a resource whose id only the apply makes known. */
export const outside = "terraform_data.outside";

/** The expression of a reference as HCL writes it. */
export function expressionOf(reference: Reference): string {
  if (reference.text === "") return `${outside}.id`;
  return reference.text.includes("${") ? `"${reference.text}"` : reference.text;
}

/** The attributes an expression reads: `aws_subnet.a.id`. */
export function traversals(reference: Reference): readonly string[] {
  const text = expressionOf(reference);
  const parts = text.startsWith('"')
    ? [...text.matchAll(/\$\{([^}]*)\}/g)].map(([, part]) => part ?? "")
    : [text];
  return parts.flatMap((part) =>
    [...part.matchAll(/(?:data\.)?[a-z][a-z0-9]*_\w+\.[\w-]+(?:\[[^\]]*\])?(?:\.\w+|\[\d+\])*/g)].map(
      ([found]) => found,
    ),
  );
}

/** What a plan's configuration lists for an expression: each attribute, and all that leads to it, longest first. */
export function listedReferences(value: Planned): readonly string[] {
  return [...new Set(references(value).flatMap(traversals).flatMap(prefixes))];
}

/** The references in a value, in the order they are written. */
export function references(value: Planned): readonly Reference[] {
  if (value instanceof Reference) return [value];
  if (Array.isArray(value)) return value.flatMap(references);
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(references) : [];
}

function prefixes(traversal: string): readonly string[] {
  const steps = traversal.match(/\[[^\]]*\]|\.?[^.[]+/g) ?? [];
  const least = traversal.startsWith("data.") ? 3 : 2;
  return steps
    .map((_, index) => steps.slice(0, steps.length - index).join(""))
    .slice(0, steps.length - least + 1);
}
