import { posix } from "node:path";
import { type Assumption, choiceKey, type World } from "../../base/choice.ts";
import { Failure } from "../../base/failure.ts";
import type { Declaration, Json } from "../declaration.ts";
import { memberOf } from "../plain.ts";
import { isListType } from "./choices.ts";
import { resolve } from "./intrinsics.ts";
import { stackTypes } from "./lookups.ts";
import { across, type Resolved, type Template, unknown } from "./resolved.ts";
import { declarationOf, type Resource, resourcesOf } from "./resources.ts";
import { type Given, templateOf } from "./template.ts";
import { listOf } from "./texts.ts";

/** What a run is told about the parameters of a template; `undefined` for one it says nothing about. */
export type ParametersOf = (file: string) => (name: string, parameter: Json) => Resolved | undefined;

/** Templates that include others may stand for any number of them. */
const mostStacks = 500;

/**
 * The templates of a tree, read together: one that another includes is read with what that one gives it, once for
 * every time it is included, and not by itself.
 *
 * A class, because templates are met one by one and are read again for every world.
 */
export class Templates {
  readonly #roots = new Map<string, Json>();
  readonly #parameters: ParametersOf;
  readonly #deployed = new Map<string, readonly Declaration[]>();

  constructor(parameters: ParametersOf) {
    this.#parameters = parameters;
  }

  /** Takes a template, and answers how many resources it has. Throws `Failure("unreadable")` where it is none. */
  add(file: string, root: Json): number {
    const given: Given = {
      file,
      prefix: "",
      top: file,
      given: () => undefined,
      settled: new Map(),
      count: undefined,
    };
    const template = templateOf(root, given);
    const resources = resourcesOf(root, template, undefined);
    for (const resource of resources) declarationOf(resource, template);
    this.#roots.set(file, root);
    return Object.keys(memberOf(root, "Resources") ?? {}).length;
  }

  /** What the templates declare in a world, or as far as it is known. Throws `Failure` where they cannot be read. */
  read(world: World = []): readonly Declaration[] {
    const assumed = new Set(world.map(({ choice }) => choice.file));
    const settled = new Map(world.map((assumption) => [choiceKey(assumption.choice), assumption]));
    return this.tops().flatMap((file) =>
      assumed.has(file) ? this.#deploy(file, settled) : this.deployed(file),
    );
  }

  /** The parameters of the templates that are deployed by themselves. */
  parameters(): ReadonlyMap<string, Json | undefined> {
    return new Map(this.tops().map((file) => [file, memberOf(this.#roots.get(file), "Parameters")]));
  }

  /** What a template declares together with those that it includes. */
  deployed(file: string): readonly Declaration[] {
    const kept = this.#deployed.get(file);
    if (kept !== undefined) return kept;
    const made = this.#deploy(file, new Map());
    this.#deployed.set(file, made);
    return made;
  }

  /** The templates that are deployed by themselves, and one of every ring of those that include each other. */
  tops(): readonly string[] {
    const includes = new Map(
      [...this.#roots].map(([file, root]) => [file, includedBy(file, root, this.#roots)]),
    );
    const included = new Set(
      [...includes].flatMap(([file, others]) => others.filter((other) => other !== file)),
    );
    const tops = new Set([...this.#roots.keys()].filter((file) => !included.has(file)));
    const reached = new Set<string>();
    const reach = (file: string) => {
      if (reached.has(file)) return;
      reached.add(file);
      for (const other of includes.get(file) ?? []) reach(other);
    };
    for (const file of tops) reach(file);
    for (const file of this.#roots.keys()) {
      if (!reached.has(file)) tops.add(file);
      reach(file);
    }
    return [...tops];
  }

  #deploy(top: string, settled: ReadonlyMap<string, Assumption>): readonly Declaration[] {
    const declarations: Declaration[] = [];
    let stacks = 0;
    const read = (given: Given, chain: readonly string[]): Template | undefined => {
      const root = this.#roots.get(given.file);
      if (root === undefined || chain.includes(given.file)) return undefined;
      if (++stacks > mostStacks) throw tooMany(top);
      const template = templateOf(root, given);
      for (const resource of resourcesOf(root, template, given.count)) {
        declarations.push(declarationOf(resource, template));
        const file = includedFile(resource.written, given.file);
        if (file === undefined || resource.loop !== undefined) continue;
        const child = read(givenBy(resource, file, template, this.#roots.get(file)), [...chain, given.file]);
        if (child !== undefined) template.stacks.set(resource.logicalId, child);
      }
      return template;
    };
    const own = this.#parameters(top);
    const parameters = memberOf(this.#roots.get(top), "Parameters");
    const given = (name: string) => own(name, memberOf(parameters, name) ?? null);
    read({ file: top, prefix: "", top, given, settled, count: undefined }, []);
    return declarations;
  }
}

function givenBy(resource: Resource, file: string, template: Template, root: Json | undefined): Given {
  const { logicalId, written, count } = resource;
  const values = new Map<string, Resolved | undefined>();
  const given = (name: string): Resolved | undefined => {
    if (values.has(name)) return values.get(name);
    values.set(name, unknown("defined in terms of itself", `${prefix}${name}`));
    const isList = isListType(memberOf(memberOf(root, "Parameters"), name));
    const value = parameterOf(
      memberOf(memberOf(written, "Properties"), "Parameters"),
      name,
      isList,
      template,
    );
    values.set(name, value);
    return value;
  };
  const prefix = `${template.prefix}${logicalId}/`;
  return { file, prefix, top: template.top, given, settled: template.settled, count };
}

/** What a template that includes another gives to a parameter of it; `undefined` where it leaves it to its default. */
function parameterOf(
  parameters: Json | undefined,
  name: string,
  isList: boolean,
  template: Template,
): Resolved | undefined {
  if (parameters === undefined || parameters === null) return undefined;
  const all = resolve(parameters, template);
  if (all.kind === "absent") return undefined;
  if (all.kind !== "plain") return all.kind === "unknown" ? across(all, template) : undefined;
  const written = memberOf(all.json, name);
  if (written === undefined || written === null) return undefined;
  const value = resolve(written, all.within ?? template);
  if (value.kind === "absent") return undefined;
  if (value.kind === "plain" && isList && typeof value.json === "string") {
    return {
      ...value,
      at: [],
      json: value.json === "" ? [] : value.json.split(",").map((item) => item.trim()),
    };
  }
  return across((isList ? listOf(value, ",") : undefined) ?? value, template);
}

function includedBy(file: string, root: Json, all: ReadonlyMap<string, Json>): readonly string[] {
  return Object.values(memberOf(root, "Resources") ?? {})
    .map((resource) => includedFile(resource, file))
    .filter((other) => other !== undefined)
    .filter((other) => all.has(other));
}

/** The file of the template that a resource includes, where it says one: `aws cloudformation package` uploads it. */
function includedFile(resource: Json, from: string): string | undefined {
  const type = memberOf(resource, "Type");
  if (typeof type !== "string" || !stackTypes.includes(type)) return undefined;
  const properties = memberOf(resource, "Properties");
  const metadata = memberOf(resource, "Metadata");
  const asset =
    memberOf(metadata, "aws:asset:property") === "TemplateURL" && memberOf(metadata, "aws:asset:path");
  const written = asset || (memberOf(properties, "TemplateURL") ?? memberOf(properties, "Location"));
  if (
    typeof written !== "string" ||
    written === "" ||
    /^[a-z0-9]+:/i.test(written) ||
    written.startsWith("/")
  ) {
    return undefined;
  }
  return posix.join(posix.dirname(from), written);
}

function tooMany(file: string): Failure {
  return new Failure("unreadable", `this template includes more than ${mostStacks} others`, {
    at: { file },
    hint: "let the gate read the templates it includes one by one, without it",
  });
}
