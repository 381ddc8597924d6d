import { macros, otherMacros } from "../../expr/macros.ts";
import { showType, type Type } from "../../expr/type.ts";
import type { TypeDeclaration } from "../../graph/vocabulary.ts";
import { inAuthorsWords } from "../facts.ts";
import { formatsText } from "../format-names.ts";
import { entry, member } from "../yaml.ts";
import { conceptAt, type PolicyDocument, siteAt } from "./document.ts";
import { type Pointed, pointedAt } from "./pointed.ts";

/** What is there to say of what stands at an offset of a policy file, as markdown. */
export function hover(document: PolicyDocument, at: number): string | undefined {
  const concept = conceptAt(document, at);
  if (concept !== undefined) return typeWords(concept, document);
  const found = siteAt(document, at);
  const pointed = found && pointedAt(found.site, found.offset);
  return pointed && wordsOf(pointed, document);
}

function wordsOf(pointed: Pointed, document: PolicyDocument): string | undefined {
  switch (pointed.kind) {
    case "bound":
      return parts(code(`${pointed.name}: ${shown(pointed.type)}`), typeDoc(pointed.type, document));
    case "variable":
      return variableWords(pointed.name, pointed.type, document);
    case "field":
      return fieldWords(pointed.of, pointed.name, pointed.type, document);
    case "function":
      return pointed.signatures.length === 0
        ? undefined
        : parts(...pointed.signatures.map(({ signature, doc }) => parts(code(signature), doc)));
    case "macro": {
      const macro = macroNamed(pointed.name);
      return macro && parts(code(macro.usage), macro.doc);
    }
  }
}

function macroNamed(name: string): { readonly usage: string; readonly doc: string } | undefined {
  const all = { ...macros, ...otherMacros };
  return Object.hasOwn(all, name) ? all[name] : undefined;
}

function variableWords(name: string, type: Type, document: PolicyDocument): string {
  const head = code(`${name}: ${shown(type)}`);
  const written = entry(member(document.root, "let"), name)?.value;
  if (written?.kind === "scalar")
    return parts(code(`${name} = ${written.text}`), `A part of this policy, \`${shown(type)}\`.`);
  switch (name) {
    case "self":
      return parts(head, "The one that is asked.", typeDoc(type, document));
    case "params":
      return parts(head, "The parameters of this policy, after overrides.");
    case "facts":
      return parts(head, "Numbers and dates about AWS, from `facts.yaml`.");
    case "now":
      return parts(head, "The day of the run, as `2026-01-31`.");
    default:
      return parts(head, typeDoc(type, document));
  }
}

function fieldWords(of: Type, name: string, type: Type, document: PolicyDocument): string {
  const head = code(`${shown(of)}.${name}: ${shown(type)}`);
  if (of.kind !== "object") return head;
  if (of.name === "params") {
    const parameter = document.parameters.find((each) => each.name === name);
    const value =
      parameter?.fact === undefined ? JSON.stringify(parameter?.default) : `facts.${parameter.fact}`;
    return parts(
      code(`params.${name}: ${shown(type)}`),
      parameter?.doc ?? "",
      value === undefined ? "" : `By default \`${value}\`.`,
    );
  }
  const field = typeNamed(of.name, document)?.fields.find((each) => each.name === name);
  if (field === undefined) return head;
  const from = field.formats.length === 0 ? "" : `From ${formatsText(field.formats)}; unknown elsewhere.`;
  return parts(head, field.doc, from);
}

function typeWords(name: string, document: PolicyDocument): string | undefined {
  const type = typeNamed(name, document);
  return (
    type &&
    parts(code(type.name), type.doc, type.formats.length === 0 ? "" : `From ${formatsText(type.formats)}.`)
  );
}

function typeDoc(type: Type, document: PolicyDocument): string {
  if (type.kind === "list" || type.kind === "map" || type.kind === "nullable")
    return typeDoc(type.of, document);
  return type.kind === "object" ? (typeNamed(type.name, document)?.doc ?? "") : "";
}

function typeNamed(name: string, { world }: PolicyDocument): TypeDeclaration | undefined {
  return world.vocabulary.types.find((type) => type.name === name);
}

function shown(type: Type): string {
  return inAuthorsWords(`\`${showType(type)}\``).slice(1, -1);
}

function code(text: string): string {
  return `\`\`\`\n${text.replaceAll("```", "")}\n\`\`\``;
}

function parts(...texts: readonly string[]): string {
  return texts.filter((text) => text !== "").join("\n\n");
}
