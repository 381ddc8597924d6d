import { type Library, libraryOf } from "../../expr/library.ts";
import { macros, otherMacros } from "../../expr/macros.ts";
import { parse } from "../../expr/parse.ts";
import { namespaces, type Overload } from "../../expr/signature.ts";
import { dyn, fits, present, showType, type Type } from "../../expr/type.ts";
import { inAuthorsWords } from "../facts.ts";
import type { World } from "../file.ts";
import { formatsText } from "../format-names.ts";
import { member } from "../yaml.ts";
import { type PolicyDocument, readDocument } from "./document.ts";
import { scopeOf, trailTo } from "./pointed.ts";

/** Something that could stand where somebody is writing. */
export interface Proposal {
  readonly label: string;
  readonly kind: "concept" | "field" | "method" | "function" | "variable";
  /** Its type, or how it is called. */
  readonly detail: string;
  readonly doc: string;
}

export interface Proposals {
  /** The word that is being written, as offsets in the file. */
  readonly start: number;
  readonly end: number;
  readonly items: readonly Proposal[];
}

/** Stands for the word that is being written, so that what surrounds it can be read. */
const mark = "zz_being_written";

/** What could stand at an offset of a policy file; nothing where it is no expression and no concept. */
export function complete(file: string, text: string, at: number, world: World): Proposals | undefined {
  const start = at - (/\w*$/.exec(text.slice(Math.max(0, at - 100), at))?.[0].length ?? 0);
  const end = at + (/^\w*/.exec(text.slice(at, at + 100))?.[0].length ?? 0);
  if (/\d/.test(text[start] ?? "") && start < at) return undefined;
  // A brace that is not closed yet ends the message there.
  for (const written of [mark, `${mark}}`, `${mark}"`, `${mark}}"`]) {
    const document = readDocument(file, text.slice(0, start) + written + text.slice(end), world);
    const items = document && proposals(document);
    if (items !== undefined) return { start, end, items };
  }
  return undefined;
}

function proposals(document: PolicyDocument): readonly Proposal[] | undefined {
  const select = member(document.root, "select");
  if (select?.kind === "scalar" && select.text.startsWith(mark)) return concepts(document.world);
  for (const site of document.sites) {
    const at = site.text.indexOf(mark);
    if (at === -1) continue;
    const text = readable(site.text, at + mark.length);
    return text === undefined ? undefined : inExpression({ ...site, text }, at, document);
  }
  return undefined;
}

function concepts({ vocabulary }: World): readonly Proposal[] {
  return vocabulary.types
    .filter(({ selectable, formats }) => selectable && formats.length > 0)
    .map(({ name, doc, formats }) => ({ label: name, kind: "concept", detail: formatsText(formats), doc }));
}

/** The expression as it is, or as far as the word that is being written, with what is open closed. */
function readable(text: string, end: number): string | undefined {
  const before = text.slice(0, end);
  return [text, before, before + closers(before)].find((candidate) => parse(candidate).tree !== undefined);
}

function closers(text: string): string {
  const closing: Readonly<Record<string, string>> = { "(": ")", "[": "]", "{": "}" };
  const open: string[] = [];
  for (const character of text.replace(/"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'/g, "")) {
    const closer = closing[character];
    if (closer !== undefined) open.unshift(closer);
    else if (open[0] === character) open.shift();
  }
  return open.join("");
}

function inExpression(
  site: PolicyDocument["sites"][number],
  at: number,
  document: PolicyDocument,
): readonly Proposal[] | undefined {
  const trail = trailTo(site, at + mark.length);
  const node = trail?.nodes.at(-1);
  const library = libraryOf(site.environment);
  if (trail === undefined || node === undefined) return undefined;
  if (node.kind === "select" && node.field === mark) {
    const type = present(trail.checked.types.get(node.object) ?? dyn);
    const isNamespace = node.object.kind === "name" && namespaces.has(node.object.name);
    return isNamespace && node.object.kind === "name"
      ? namespaced(node.object.name, library)
      : [...fields(type, library, document), ...methods(type, library, document)];
  }
  if (node.kind !== "name" || node.name !== mark) return undefined;
  return [
    ...scopeOf(trail).map(({ name, type }) => variable(name, type)),
    ...library.variableNames.map((name) => variable(name, library.variable(name) ?? dyn)),
    ...functions(library),
  ];
}

function variable(label: string, type: Type): Proposal {
  return { label, kind: "variable", detail: shown(type), doc: "" };
}

function fields(type: Type, library: Library, { world, parameters }: PolicyDocument): readonly Proposal[] {
  if (type.kind !== "object") return [];
  const declared = world.vocabulary.types.find(({ name }) => name === type.name)?.fields ?? [];
  return library.fieldNames(type.name).map((label) => {
    const field = declared.find(({ name }) => name === label);
    const parameter = type.name === "params" ? parameters.find(({ name }) => name === label) : undefined;
    const from =
      field === undefined || field.formats.length === 0 ? "" : ` From ${formatsText(field.formats)}.`;
    const detail = shown(library.field(type.name, label) ?? dyn);
    return { label, kind: "field", detail, doc: `${field?.doc ?? parameter?.doc ?? ""}${from}` };
  });
}

function methods(type: Type, library: Library, { world }: PolicyDocument): readonly Proposal[] {
  const ofType =
    type.kind === "object" ? world.vocabulary.types.find(({ name }) => name === type.name)?.methods : [];
  const fitting = library.functionNames.flatMap((name) =>
    library.functions(name).filter(({ isMethod, parameters: [on] }) => {
      return isMethod && on !== undefined && fits(type, on, new Map());
    }),
  );
  const called = onePerName(fitting).map((overload): Proposal => {
    const { signature, doc } = overload.declaration;
    const said = ofType?.find((method) => method.signature === signature)?.doc ?? doc;
    return { label: overload.name, kind: "method", detail: signature, doc: said };
  });
  const isGroup = type.kind === "list" || type.kind === "map" || type.kind === "dyn";
  return isGroup ? [...macroProposals(macros), ...called] : called;
}

function functions(library: Library): readonly Proposal[] {
  const global = library.functionNames.flatMap((name) =>
    library.functions(name).filter(({ isMethod }) => !isMethod && !name.includes(".")),
  );
  return [
    ...onePerName(global).map(asFunction),
    ...macroProposals(otherMacros),
    ...[...namespaces]
      .filter((name) => library.functions(name).length === 0)
      .map((label) => ({ label, kind: "function", detail: `${label}.…`, doc: "" }) as const),
  ];
}

function namespaced(namespace: string, library: Library): readonly Proposal[] {
  const names = library.functionNames.filter((name) => name.startsWith(`${namespace}.`));
  return onePerName(names.flatMap((name) => library.functions(name))).map((overload) => {
    const proposal = asFunction(overload);
    return { ...proposal, label: proposal.label.slice(namespace.length + 1) };
  });
}

function asFunction({ name, declaration: { signature, doc } }: Overload): Proposal {
  return { label: name, kind: "function", detail: signature, doc };
}

function macroProposals(
  table: Readonly<Record<string, { readonly usage: string; readonly doc: string }>>,
): readonly Proposal[] {
  return Object.entries(table).map(([label, { usage, doc }]) => ({
    label,
    kind: "function",
    detail: usage,
    doc,
  }));
}

function onePerName(overloads: readonly Overload[]): readonly Overload[] {
  return [
    ...new Map(overloads.toReversed().map((overload) => [overload.name, overload])).values(),
  ].toReversed();
}

function shown(type: Type): string {
  return inAuthorsWords(`\`${showType(type)}\``).slice(1, -1);
}
