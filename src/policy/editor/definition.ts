import type { Type } from "../../expr/type.ts";
import { entry, member } from "../yaml.ts";
import { conceptAt, type PolicyDocument, siteAt } from "./document.ts";
import { type Pointed, pointedAt } from "./pointed.ts";

/** Where something is declared: offsets in the same file, or a concept of the vocabulary, or a field of it. */
export type Definition =
  | { readonly kind: "here"; readonly start: number; readonly end: number }
  | { readonly kind: "word"; readonly concept: string; readonly field: string | undefined };

/** Where what stands at an offset of a policy file is declared. */
export function definition(document: PolicyDocument, at: number): Definition | undefined {
  const concept = conceptAt(document, at);
  if (concept !== undefined) return { kind: "word", concept, field: undefined };
  const found = siteAt(document, at);
  const pointed = found && pointedAt(found.site, found.offset);
  return pointed && declared(pointed, document);
}

function declared(pointed: Pointed, { root }: PolicyDocument): Definition | undefined {
  switch (pointed.kind) {
    case "variable": {
      if (pointed.name === "params") return keyAt(entry(root, "params"));
      if (pointed.name === "self") return word(pointed.type, undefined);
      const each = member(root, "each");
      const element = each?.kind === "scalar" ? /\sas\s+(\w+)\s*$/.exec(each.text)?.[1] : undefined;
      const isElement = element === pointed.name;
      return keyAt(entry(member(root, "let"), pointed.name) ?? (isElement ? entry(root, "each") : undefined));
    }
    case "field":
      if (pointed.of.kind === "object" && pointed.of.name === "params") {
        return keyAt(entry(member(root, "params"), pointed.name));
      }
      return word(pointed.of, pointed.name);
    case "bound":
      return word(pointed.type, undefined);
    case "function":
    case "macro":
      return undefined;
  }
}

function keyAt(found: ReturnType<typeof entry>): Definition | undefined {
  return found && { kind: "here", start: found.key.start, end: found.key.end };
}

function word(type: Type, field: string | undefined): Definition | undefined {
  return type.kind === "object" ? { kind: "word", concept: type.name, field } : undefined;
}
