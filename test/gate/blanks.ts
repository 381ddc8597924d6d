import { dump } from "js-yaml";
import { loadYaml } from "../../src/source/yaml/load.ts";

type Files = Readonly<Record<string, string>>;
type Mutable = null | boolean | number | string | Mutable[] | { [key: string]: Mutable };
type Step = string | number;

/** One value of a file that can be made unknown. */
export interface Site {
  readonly file: string;
  /** Readable in a test's output: `aws_subnet.a.availability_zone`. */
  readonly name: string;
  readonly blank: (parsed: Parsed) => void;
}

/** The files of a repository, parsed once; what is blanked is blanked in a copy. */
export type Parsed = { readonly [file: string]: Mutable[] };

export function parse(files: Files): Parsed {
  return Object.fromEntries(
    Object.entries(files)
      .filter(([file]) => !file.endsWith(".tf"))
      .map(([file, text]) => [file, parseFile(file, text)]),
  );
}

/** The files as text again. */
export function write(parsed: Parsed): Files {
  return Object.fromEntries(
    Object.entries(parsed).map(([file, documents]) => [
      file,
      file.endsWith(".json")
        ? JSON.stringify(documents[0])
        : documents.map((document) => dump(document)).join("---\n"),
    ]),
  );
}

/** Every value of a repository that its author may have left to be filled in later: leaves and whole lists and maps. */
export function sitesOf(parsed: Parsed): readonly Site[] {
  return Object.entries(parsed).flatMap(([file, documents]) => {
    if (file.endsWith(".json")) return planSites(file, documents[0] ?? null);
    if (file === "inventory.yaml") return inventorySites(file, documents[0] ?? null);
    return documents.flatMap((document, index) =>
      member(document, "Resources") === undefined
        ? documentSites(file, index, document)
        : templateSites(file, document),
    );
  });
}

function parseFile(file: string, text: string): Mutable[] {
  if (file.endsWith(".json")) return [JSON.parse(text)];
  const isTemplate = /^Resources:/m.test(text);
  return structuredClone(loadYaml(text, file, isTemplate ? "template" : "manifest")) as Mutable[];
}

/** A manifest or eksctl file: `${BLANK}`, as envsubst fills it in. What makes the file what it is stays. */
function documentSites(file: string, index: number, document: Mutable): readonly Site[] {
  return pathsOf(document)
    .filter((path) => path.length > 1 || !["apiVersion", "kind", "metadata"].includes(String(path[0])))
    .map((path) => ({
      file,
      name: `${file}[${index}].${path.join(".")}`,
      blank: (parsed) => put(parsed[file]?.[index] ?? null, path, "${BLANK}"),
    }));
}

/** An inventory: what a thing is not said to have is not known. What it is called by stays. */
function inventorySites(file: string, inventory: Mutable): readonly Site[] {
  return pathsOf(inventory)
    .filter(([list, name, key, ...below]) => {
      if (list === "counts") return name !== undefined;
      return key !== undefined && below.length === 0 && !["id", "arn", "name", "zone"].includes(String(key));
    })
    .map((path) => ({
      file,
      name: `${file} ${path.join(".")}`,
      blank: (parsed) => {
        const holder = get(parsed[file]?.[0] ?? null, path.slice(0, -1));
        if (typeof holder === "object" && holder !== null && !Array.isArray(holder))
          delete holder[String(path.at(-1))];
      },
    }));
}

/** A template: `!ImportValue`. */
function templateSites(file: string, document: Mutable): readonly Site[] {
  const resources = member(document, "Resources") ?? null;
  return pathsOf(resources, isFunction)
    .filter((path) => path[1] === "Properties" && path.length > 2)
    .map((path) => ({
      file,
      name: `${file} ${path.join(".")}`,
      blank: (parsed) =>
        put(parsed[file]?.[0] ?? null, ["Resources", ...path], { "Fn::ImportValue": "blank" }),
    }));
}

/**
 * A plan: `null` in `after`, `true` in `after_unknown`, and an expression that leads nowhere in the configuration.
 * Not blanked are inline rules of a security group as a whole, since a plan says the same of them whether they are
 * unknown or not written at all; and the ids of what is created, since no plan knows them to begin with.
 */
function planSites(file: string, plan: Mutable): readonly Site[] {
  const changes = member(plan, "resource_changes");
  return (Array.isArray(changes) ? changes : []).flatMap((change, index) => {
    const address = String(member(change, "address"));
    const after = member(member(change, "change"), "after");
    if (after === undefined || after === null) return [];
    const actions = member(member(change, "change"), "actions");
    const isNew = Array.isArray(actions) && actions.includes("create");
    return pathsOf(after)
      .filter((path) => path.length > 1 || !["ingress", "egress"].includes(String(path[0])))
      .filter((path) => !isNew || path.length > 1 || !["id", "arn"].includes(String(path[0])))
      .map((path) => ({
        file,
        name: `${address}.${path.join(".")}`,
        blank: (parsed: Parsed) => {
          const whole = parsed[file]?.[0] ?? null;
          const at: readonly Step[] = ["resource_changes", index, "change"];
          put(whole, [...at, "after", ...path], null);
          mark(get(whole, at), path);
          rewrite(configurationOf(whole, address), path);
        },
      }));
  });
}

/** Every path to a known value below the top, outermost first. `isWhole` says what is not looked into. */
function pathsOf(
  value: Mutable,
  isWhole: (value: Mutable) => boolean = () => false,
): readonly (readonly Step[])[] {
  if (typeof value !== "object" || value === null || isWhole(value)) return [];
  const entries: readonly (readonly [Step, Mutable])[] = Array.isArray(value)
    ? value.map((item, index) => [index, item as Mutable] as const)
    : Object.entries(value).map(([key, item]) => [key, item as Mutable] as const);
  return entries
    .filter(([, item]) => item !== null)
    .flatMap(([step, item]) => [[step], ...pathsOf(item, isWhole).map((path) => [step, ...path])]);
}

function isFunction(value: Mutable): boolean {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  const [key = "", ...others] = Object.keys(value);
  return others.length === 0 && (key === "Ref" || key.startsWith("Fn::"));
}

function mark(change: Mutable | undefined, path: readonly Step[]): void {
  if (!isObject(change)) return;
  if (!isObject(change.after_unknown as Mutable)) change.after_unknown = {};
  let at = change.after_unknown as Mutable;
  let value = change.after as Mutable | undefined;
  for (const [index, step] of path.entries()) {
    if (index === path.length - 1) put(at, [step], true);
    else {
      value = member(value, step);
      const below = member(at, step);
      if (below === true) return;
      const fitting =
        typeof below === "object" && below !== null && Array.isArray(below) === Array.isArray(value);
      if (!fitting) put(at, [step], Array.isArray(value) ? value.map(() => false) : {});
      at = member(at, step) ?? null;
    }
  }
}

const nowhere = { references: ["local.blanked"] };

/** Blocks are followed, an expression is replaced as a whole. */
function rewrite(configuration: Mutable | undefined, path: readonly Step[]): void {
  let at = member(configuration, "expressions");
  for (const [index, step] of path.entries()) {
    const below = member(at, step);
    const isBlock = Array.isArray(below) || (typeof step === "number" && isObject(below));
    if (index === path.length - 1 || !isBlock) {
      const isLeftOut = index === 0 && below === undefined && ["ingress", "egress"].includes(String(step));
      if (isObject(at) && typeof step === "string" && !isLeftOut) put(at, [step], { ...nowhere });
      else if (Array.isArray(at))
        put(configuration ?? null, ["expressions", ...path.slice(0, index)], { ...nowhere });
      return;
    }
    at = below;
  }
}

function configurationOf(plan: Mutable, address: string): Mutable | undefined {
  const steps = address.replace(/\[(?:\d+|"(?:[^"\\]|\\.)*")\]/g, "").split(".");
  let module = get(plan, ["configuration", "root_module"]);
  while (steps[0] === "module") {
    module = get(module, ["module_calls", steps[1] ?? "", "module"]);
    steps.splice(0, 2);
  }
  const resources = member(module, "resources");
  return Array.isArray(resources)
    ? (resources as Mutable[]).find((resource) => member(resource, "address") === steps.join("."))
    : undefined;
}

function member(value: Mutable | undefined, step: Step): Mutable | undefined {
  if (Array.isArray(value))
    return typeof step === "number" ? (value[step] as Mutable | undefined) : undefined;
  return isObject(value) && typeof step === "string" ? (value[step] as Mutable | undefined) : undefined;
}

function get(value: Mutable | undefined, path: readonly Step[]): Mutable | undefined {
  return path.reduce<Mutable | undefined>(member, value);
}

/** Nothing happens where the path leads into something that was blanked before. */
function put(value: Mutable, path: readonly Step[], put: Mutable): void {
  const holder = get(value, path.slice(0, -1));
  const last = path.at(-1);
  if (Array.isArray(holder) && typeof last === "number") (holder as Mutable[])[last] = put;
  if (isObject(holder) && typeof last === "string") holder[last] = put;
}

function isObject(value: Mutable | undefined): value is { [key: string]: Mutable } {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
