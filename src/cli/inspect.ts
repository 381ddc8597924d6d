import { existsSync } from "node:fs";
import { alone } from "../against.ts";
import { Failure, showFailure } from "../base/failure.ts";
import { didYouMean, suggest } from "../base/suggest.ts";
import type { Entity } from "../graph/graph.ts";
import { rawType } from "../graph/raw/raw-entities.ts";
import { rawSelect } from "../graph/raw/raw-select.ts";
import type { TypeDeclaration } from "../graph/vocabulary.ts";
import { vocabulary } from "../graph/words.ts";
import { type Seen, see } from "../inspect.ts";
import { escapeLog } from "../report/escape/log.ts";
import { oneLine } from "../report/escape/visible.ts";
import { called } from "../report/inspect/facets.ts";
import { dayOf } from "./day.ts";
import { errorLine } from "./error-line.ts";
import { formatAmong } from "./format-among.ts";
import { complain } from "./list.ts";
import { parse, policyOptions, settingsOptions } from "./options.ts";
import { pageFor } from "./page.ts";
import { progressLine } from "./progress.ts";
import { writeReport } from "./write-report.ts";

const options = {
  config: policyOptions.config,
  exclude: { type: "string", short: "x", multiple: true },
  inventory: { type: "string", short: "i", multiple: true },
  parameters: { type: "string", multiple: true },
  eval: { type: "string", short: "e" },
  format: { type: "string", short: "f", default: "terminal" },
  output: { type: "string", short: "o" },
  date: { type: "string" },
} as const;

/** `inspect [paths...] [Concept [name]]`: the graph as policies see it. */
export async function inspect(args: readonly string[]): Promise<number> {
  const { values, positionals } = parse("inspect", args, options);
  const format = formatAmong(formats, values.format);
  const wish = wishOf(positionals);
  const now = dayOf(values.date);
  const settings = settingsOptions({ ...values, policies: ["none"] });
  const scope = { root: process.cwd(), paths: wish.paths, exclude: values.exclude ?? [] };
  const progress = progressLine(process.stderr);
  const raw = wish.concept === undefined ? [] : rawTypes(wish.concept.name);
  const seen = await see({ ...(await alone(settings, scope)), raw, onProgress: progress.show });
  progress.clear();
  const toFile = values.output !== undefined;
  const text =
    values.eval === undefined
      ? await shown(seen, wish, format, toFile)
      : await tried(values.eval, now, seen, wish, format, toFile);
  if (values.output === undefined) process.stdout.write(text ?? "");
  else if (text !== undefined) writeReport(values.output, text);
  for (const failure of seen.failures) errorLine(showFailure(failure));
  const isWhole = complain(seen.mistakes) === 0 && seen.failures.length === 0;
  return isWhole && text !== undefined ? 0 : 2;
}

const formats = ["terminal", "json", "mermaid"] as const;
type Format = (typeof formats)[number];

/** What is to be shown, and what is read for it. */
interface Wish {
  readonly paths: readonly string[];
  readonly concept: TypeDeclaration | undefined;
  readonly name: string | undefined;
}

/** Paths stand before the concept. */
function wishOf(words: readonly string[]): Wish {
  const concepts = vocabulary.types.filter(({ selectable }) => selectable);
  const names = new Set(concepts.map(({ name }) => name));
  const at = words.findIndex((word) => names.has(word) || isRawType(word));
  const paths = at === -1 ? words : words.slice(0, at);
  for (const path of paths) refuseMistyped(path, concepts);
  const [concept, name, ...others] = at === -1 ? [] : words.slice(at);
  if (others[0] !== undefined) {
    throw new Failure("usage", `inspect takes a concept and one name, and no \`${others[0]}\``, {
      hint: `paths stand before the concept: eks-policy-gate inspect ${others[0]} ${concept} ${name}`,
    });
  }
  const known = concepts.find((each) => each.name === concept) ?? rawTypes(concept ?? "")[0];
  return { paths, concept: known, name };
}

function isRawType(word: string): boolean {
  return rawSelect(word) !== undefined && !existsSync(word);
}

function rawTypes(name: string): readonly TypeDeclaration[] {
  const raw = rawSelect(name);
  return raw === undefined ? [] : [rawType(raw)];
}

/** A word that is no path, and looks as concepts do. */
function refuseMistyped(path: string, concepts: readonly TypeDeclaration[]): void {
  if (!/^[A-Za-z]+$/.test(path) || existsSync(path)) return;
  const names = concepts.map(({ name }) => name);
  const meant = suggest(path, names);
  const hint = meant === undefined ? "see VOCABULARY.md" : `did you mean \`${meant}\`?`;
  throw new Failure("usage", `\`${path}\` is neither a path nor a concept`, { hint });
}

async function shown(seen: Seen, { concept, name }: Wish, format: Format, toFile: boolean): Promise<string> {
  const { graph } = seen;
  const entities = concept === undefined ? [] : graph.entities(concept.name);
  const named = name === undefined || concept === undefined ? undefined : meant(entities, concept, name);
  if (format === "mermaid") return drawn(seen, named ?? entities);
  if (format === "json") {
    const { entitiesJson, overviewJson } = await import("../report/inspect/json.ts");
    return concept === undefined
      ? overviewJson(graph, seen)
      : entitiesJson(concept.name, named ?? entities, seen);
  }
  const { entityText, listing, overview } = await import("../report/inspect/terminal.ts");
  const page = { ...seen, ...pageFor(toFile) };
  if (concept === undefined) return overview(graph, page);
  const [only, ...others] = named ?? [];
  return only !== undefined && others.length === 0
    ? entityText(only, page)
    : listing(concept, named ?? entities, page);
}

function meant(entities: readonly Entity[], concept: TypeDeclaration, name: string): readonly Entity[] {
  const found = called(entities, name);
  if (found.length > 0) return found;
  const names = entities.map(({ resource }) => resource);
  const few = names.slice(0, 5).map((each) => `\`${each}\``);
  const hint =
    names.length === 0 ? "none was read" : `there is ${few.join(", ")}${names.length > 5 ? ", ..." : ""}`;
  throw new Failure("usage", `there is no ${concept.name} \`${name}\`${didYouMean(name, names)}`, { hint });
}

/** One thing; where none is named, the only cluster there is. */
async function drawn(seen: Seen, entities: readonly Entity[]): Promise<string> {
  const [center, ...others] = entities.length > 0 ? entities : seen.graph.entities("Cluster");
  if (center === undefined || others.length > 0) {
    throw new Failure("usage", "a picture is of one thing and what is around it", {
      hint: "name it: eks-policy-gate inspect Cluster prod --format mermaid",
    });
  }
  return (await import("../report/inspect/mermaid.ts")).surroundings(center, seen);
}

/** `undefined` where the expression is wrong, which is told. */
async function tried(
  text: string,
  now: string,
  seen: Seen,
  { concept, name }: Wish,
  format: Format,
  toFile: boolean,
): Promise<string | undefined> {
  if (format === "mermaid") {
    throw new Failure("usage", "an answer is no picture", { hint: "its formats are terminal and json" });
  }
  const { tryOut } = await import("../verdict/trial.ts");
  const { graph, facts } = seen;
  const trial = await tryOut({ text, select: concept?.name, vocabulary: graph.vocabulary, facts, now });
  if (trial.kind === "wrong") {
    for (const problem of trial.problems)
      process.stderr.write(escapeLog(mistake(text, problem, concept === undefined)));
    return undefined;
  }
  const entities = concept === undefined ? [undefined] : graph.entities(concept.name);
  const some =
    concept === undefined || name === undefined
      ? entities
      : meant(graph.entities(concept.name), concept, name);
  const answers = some.map((self) => ({ self, telling: trial.ask(self) }));
  if (format === "json") {
    return (await import("../report/inspect/json.ts")).answersJson(text, trial.type, answers, seen);
  }
  const { answersText } = await import("../report/inspect/terminal.ts");
  return answersText(answers, { ...seen, ...pageFor(toFile) });
}

/** The message, the expression, and carets below what is wrong in it. */
function mistake(
  text: string,
  { message, start, end }: { readonly message: string; readonly start: number; readonly end: number },
  isAlone: boolean,
): string {
  const line = text.replace(/\s/g, " ");
  const carets = `${" ".repeat(start)}${"^".repeat(Math.max(1, end - start))}`;
  const hint =
    isAlone && message.includes("`self`")
      ? "\n  name the concept that `self` is: inspect --eval '...' NodeGroup"
      : "";
  return `error: ${oneLine(message)}\n\n  ${oneLine(line) === line.trim() ? `${line}\n  ${carets}` : oneLine(line)}${hint}\n`;
}
