import { type Place, showPlace } from "../../base/place.ts";
import type { Telling } from "../../base/telling.ts";
import type { Entity, Graph } from "../../graph/graph.ts";
import type { TypeDeclaration } from "../../graph/vocabulary.ts";
import { columnsOf, cropped, wrapped } from "../columns.ts";
import { printable } from "../escape/log.ts";
import { oneLine } from "../escape/visible.ts";
import { count } from "../headline.ts";
import type { Paint } from "../paint.ts";
import { fitted, fittedEnd, padded, table } from "../text-table.ts";
import { type Facet, facetsOf, lastWord, type Showing, sayMissing } from "./facets.ts";
import { paintValue, tellingLines } from "./telling.ts";
import { spelled } from "./values.ts";

export interface InspectPage extends Showing {
  readonly width: number;
  readonly paint: Paint;
}

/** Every concept that something was read of: how many there are, what they are called, and which files have them. */
export function overview(graph: Graph, page: InspectPage): string {
  const found = graph.vocabulary.types.flatMap((type) => {
    const entities = graph.entities(type.name);
    return entities.length === 0 ? [] : [{ type, entities }];
  });
  if (found.length === 0) return "nothing that policies could see was read\n";
  const rows = found.map(({ type, entities }) => [
    type.name,
    String(entities.length),
    some(entities.map(({ resource }) => lastWord(resource))),
    some(entities.map(({ ref }) => ref.file)),
  ]);
  const total = found.reduce((sum, { entities }) => sum + entities.length, 0);
  const head = ["concept", "count", "called", "read in"];
  const last = `${count(total, "thing")} of ${count(found.length, "concept")}`;
  return printable(`${table(head, rows, page, { right: [1] }).join("\n")}\n\n${page.paint(last, "dim")}`);
}

/** The entities of a concept: where each is written, and what is not known of it. */
export function listing(type: TypeDeclaration, entities: readonly Entity[], page: InspectPage): string {
  const title = [page.paint(type.name, "bold"), ...sentence(type.doc, page)].join("\n");
  if (entities.length === 0) return printable(`${title}\n\nnone was read`);
  const rows = entities.map((entity) => {
    const open = facetsOf(entity, page).filter(({ state }) => state === "unknown");
    return [entity.resource, placeOf(entity, page), some(open.map(({ field }) => field.name))];
  });
  const lines = table(["called", "written at", "not known"], rows, page, { ends: [0, 1] });
  return printable(
    `${title}\n\n${lines.join("\n")}\n\n${page.paint(count(entities.length, type.name), "dim")}`,
  );
}

/** One entity with every field that policies can ask it for. */
export function entityText(entity: Entity, page: InspectPage): string {
  const { paint } = page;
  const facets = facetsOf(entity, page).filter(({ field }) => field.name !== "resource");
  const place = placeOf(entity, page);
  const head = `${paint(entity.concept, "bold")} ${paint(oneLine(entity.resource), "cyan")}`;
  const from = entity.ref.file === place.replace(/(?::\d+)+$/, "") ? [] : [`read in ${entity.ref.file}`];
  const places = [place, ...from].filter((part) => part !== "").join(", ");
  return printable(
    [
      head,
      paint(oneLine(places), "dim"),
      "",
      ...fieldLines(facets, entity.resource, page),
      "",
      paint(tally(facets), "dim"),
    ].join("\n"),
  );
}

/** What an expression answers, of one thing after another: as a tree where there are few. */
export function answersText(
  answers: readonly { readonly self: Entity | undefined; readonly telling: Telling }[],
  page: InspectPage,
): string {
  if (answers.length === 0) return "there is nothing to ask\n";
  if (answers.length <= mostTrees) {
    const trees = answers.map(({ self, telling }) => [
      ...(self === undefined ? [] : [page.paint(oneLine(self.resource), "cyan", "bold")]),
      ...tellingLines(telling, page),
    ]);
    return printable(trees.map((tree) => tree.join("\n")).join("\n\n"));
  }
  const shown = answers.map(({ self, telling }) => ({
    name: oneLine(self?.resource ?? ""),
    text: oneLine(spelled(telling.value, page.vocabulary)),
    value: telling.value,
  }));
  const widest = Math.min(60, Math.max(...shown.map(({ name }) => columnsOf(name))));
  const room = Math.max(20, page.width - widest - 4);
  const lines = shown.map(({ name, text, value }) => {
    const short = columnsOf(text) > room ? cropped(text, 0, room) : text;
    return `  ${padded(fittedEnd(name, widest), widest)}  ${paintValue(value, short, page.paint)}`;
  });
  const kinds = new Map<string, number>();
  for (const { text } of shown) kinds.set(text, (kinds.get(text) ?? 0) + 1);
  const sums = [...kinds].map(([text, number]) => `${number} ${fitted(text, 40)}`);
  const sum = kinds.size <= 4 ? sums.join(", ") : count(kinds.size, "different answer");
  const hint = "add a name to see one as a tree";
  return printable(
    `${lines.join("\n")}\n\n${page.paint(`${count(shown.length, "thing")}: ${sum}; ${hint}`, "dim")}`,
  );
}

const mostTrees = 3;

function fieldLines(facets: readonly Facet[], resource: string, page: InspectPage): readonly string[] {
  const names = Math.max(0, ...facets.map(({ field }) => field.name.length));
  const most = Math.floor(page.width / 3);
  const origins = facets.map((facet) => fitted(oneLine(originOf(facet)), most));
  const last = Math.max(0, ...origins.map(columnsOf));
  const room = Math.max(24, page.width - names - last - 6);
  return facets.flatMap((facet, index) => {
    const text = oneLine(
      facet.state === "sensitive" ? spelled(undefined, page.vocabulary) : valueText(facet, page),
    );
    const [first = "", ...more] = wrapped(text, room);
    const gap = " ".repeat(names + 4);
    const origin = origins[index] ?? "";
    const head = `  ${facet.field.name.padEnd(names)}  ${painted(facet, first, page)}`;
    const tail =
      origin === ""
        ? ""
        : `${" ".repeat(Math.max(2, room - columnsOf(first) + 2))}${page.paint(origin, "dim")}`;
    const why = reasons(facet, resource, page.width - names - 4);
    return [
      `${head}${tail}`,
      ...more.map((line) => `${gap}${painted(facet, line, page)}`),
      ...why.map((line) => `${gap}${page.paint(line, "dim")}`),
    ];
  });
}

const mostReasons = 3;

/** Attributes of the thing itself are told without its name, which stands above all. */
function reasons({ missing }: Facet, resource: string, room: number): readonly string[] {
  const rest = missing.length - mostReasons;
  const own = `${resource}.`;
  const said = missing.slice(0, mostReasons).map(({ attribute, ...one }) => {
    const short = attribute.startsWith(own) ? attribute.slice(own.length) : attribute;
    return sayMissing({ ...one, attribute: short });
  });
  return [...said.flatMap((text) => wrapped(oneLine(text), room)), ...(rest > 0 ? [`and ${rest} more`] : [])];
}

function valueText({ value }: Facet, { vocabulary }: InspectPage): string {
  return value === undefined ? "" : spelled(value, vocabulary);
}

function painted({ state, value }: Facet, text: string, { paint }: InspectPage): string {
  if (state === "unknown") return paint(text, "yellow");
  return state === "default" || value === null || value === undefined ? paint(text, "dim") : text;
}

function originOf({ state, place }: Facet): string {
  if (state === "default") return "default";
  return place === undefined ? "" : showPlace(lineOf(place));
}

function tally(facets: readonly Facet[]): string {
  const of = (state: Facet["state"]) => facets.filter((facet) => facet.state === state).length;
  const [open, defaults, secret] = [of("unknown"), of("default"), of("sensitive")];
  const parts = [
    count(facets.length, "field"),
    ...(defaults > 0 ? [`${defaults} by default`] : []),
    ...(open > 0 ? [`${open} not known`] : []),
    ...(secret > 0 ? [`${secret} not shown`] : []),
  ];
  return parts.join(", ");
}

function some(names: readonly string[]): string {
  const distinct = [...new Set(names)];
  const more = distinct.length - mostNames;
  return [...distinct.slice(0, mostNames), ...(more > 0 ? [`${more} more`] : [])].join(", ");
}

const mostNames = 3;

function sentence(doc: string, page: InspectPage): readonly string[] {
  return wrapped(oneLine(doc), page.width).map((line) => page.paint(line, "dim"));
}

function placeOf(entity: Entity, { place }: InspectPage): string {
  const found = place(entity.ref);
  return found === undefined ? entity.ref.file : showPlace(lineOf(found));
}

function lineOf({ file, line }: Place): Place {
  return line === undefined ? { file } : { file, line };
}
