import { existsSync } from "node:fs";
import { basename, join, relative, resolve } from "node:path";
import { Failure } from "../base/failure.ts";
import { suggest } from "../base/suggest.ts";
import { offerAttributeTable } from "../graph/raw/attribute-table.ts";
import {
  type Configuration,
  noConfiguration,
  type PolicySource,
  policySets,
  readConfiguration,
} from "./configuration.ts";
import type { FactsText } from "./facts.ts";
import { filesIn, type SettingsFiles } from "./files.ts";
import { readPolicyFiles, readText } from "./folder.ts";
import { foreignSet, readForeign } from "./foreign.ts";
import type { PolicyText } from "./load.ts";
import type { Mistake } from "./policy.ts";
import type { Prepared, PreparedFacts, PreparedPolicy } from "./prepared.ts";
import type { PolicySet } from "./set.ts";
import { type WaiverTexts, waiverTexts } from "./waiver-settings.ts";

/** What a run is told by its configuration file and by whoever starts it. */
export interface Settings {
  readonly policies: readonly (PolicyText | PreparedPolicy)[];
  readonly facts: FactsText | PreparedFacts;
  /** The sets that come with the gate. */
  readonly sets?: readonly (PolicyText | PolicySet)[];
  /** The names of those that are asked for; the later changes what the earlier left. */
  readonly chosen?: readonly string[];
  readonly configuration: Configuration;
  /** What accounts already have. */
  readonly inventories?: readonly PolicyText[];
  /** Values for the parameters of templates. */
  readonly parameters?: readonly ParameterText[];
  /** Who answers for findings, and who owns what. */
  readonly waivers?: WaiverTexts;
  /** What is wrong in the configuration file. */
  readonly mistakes: readonly Mistake[];
}

/** A file of values, and the template that they are for, where it names one. */
export interface ParameterText extends PolicyText {
  readonly template: string | undefined;
}

export interface SettingsOptions {
  /** The folder that paths are relative to. */
  readonly root: string;
  /** The folder of the policies that come with the gate. */
  readonly packaged: string;
  /** The file that the build made of them; they are read themselves where it is left out or is not there. */
  readonly prepared?: string;
  /** Where the configuration, and the policies and inventories it names, are read from; the disk when left out. */
  readonly files?: SettingsFiles;
  /** The configuration file; the usual one, where it exists, when this is left out. */
  readonly config?: string | undefined;
  /** Sets, folders and files of policies; they take the place of those the configuration names. */
  readonly policies?: readonly string[];
  /** Inventories; they take the place of those the configuration names. */
  readonly inventories?: readonly string[];
  /** Files of values for the parameters of templates: `prod.json`, or `template.yaml=prod.json`. */
  readonly parameters?: readonly string[];
}

const usualFiles = [".github/eks-policy-gate.yaml", ".github/eks-policy-gate.yml"];

/** Reads the configuration and the policies it names. Throws `Failure` where a file or folder is not there. */
export function readSettings(options: SettingsOptions): Settings {
  const { files = filesIn(options.root) } = options;
  offerAttributeTable(attributesIn(options));
  const { configuration, mistakes } = configurationOf(options, files);
  const sources = sourcesOf(options, files, configuration);
  const prepared = readPrepared(options.prepared);
  const waivers = waiverTexts(configuration.waivers, files);
  return {
    policies: unique(sources.flatMap((source) => policiesOf(source, options, files, prepared))),
    facts: prepared?.facts ?? factsText(options),
    sets: prepared?.sets ?? setTexts(options),
    chosen: [...new Set(sources.flatMap(({ kind, name }) => (kind === "set" ? [name] : [])))],
    configuration,
    inventories: inventoriesOf(options, files, configuration),
    parameters: (options.parameters ?? []).map((given) => parametersOf(given, options.root)),
    waivers,
    mistakes: [...mistakes, ...waivers.mistakes],
  };
}

/** The sets of others that a run would read, whether they are there or not. */
export function foreignNames(options: SettingsOptions): readonly string[] {
  const { files = filesIn(options.root) } = options;
  const { configuration, mistakes } = configurationOf(options, files);
  const [mistake] = mistakes;
  if (mistake !== undefined) throw new Failure("policy", mistake.message, { at: mistake.at });
  return sourcesOf(options, files, configuration).flatMap(({ kind, name }) =>
    kind === "foreign" ? name : [],
  );
}

function sourcesOf(
  { policies = [], packaged }: SettingsOptions,
  files: SettingsFiles,
  configuration: Configuration,
): readonly PolicySource[] {
  if (policies.length > 0) return policies.map((name) => asSource(name, files));
  return configuration.policies ?? [{ kind: "set", name: "recommended", at: { file: packaged } }];
}

function parametersOf(given: string, root: string): ParameterText {
  const [template = "", ...rest] = given.split("=");
  const isWhole = rest.length === 0 || existsSync(resolve(root, given));
  const file = (isWhole ? given : rest.join("=")).replace(/^\.\//, "");
  if (!existsSync(resolve(root, file))) {
    throw new Failure("usage", `there is no file \`${file}\` with parameters`, {
      hint: "write `prod.json`, or `template.yaml=prod.json` for one template",
    });
  }
  const text = readText(resolve(root, file));
  return { file, text, template: isWhole ? undefined : template.replace(/^\.\//, "") };
}

function inventoriesOf(
  { inventories = [] }: SettingsOptions,
  files: SettingsFiles,
  configuration: Configuration,
): readonly PolicyText[] {
  const named = inventories.length > 0 ? inventories : configuration.inventories;
  return [...new Set(named)].map((file) => {
    if (files.has(file)) return { file: file.replace(/^\.\//, ""), text: files.text(file) };
    throw new Failure("usage", `there is no inventory \`${file}\``, {
      hint: "examples/inventory shows how to make one",
    });
  });
}

function configurationOf(
  { config }: SettingsOptions,
  files: SettingsFiles,
): Pick<Settings, "configuration" | "mistakes"> {
  const file = config ?? usualFiles.find((usual) => files.has(usual));
  if (file === undefined) return { configuration: noConfiguration, mistakes: [] };
  if (!files.has(file)) {
    throw new Failure("usage", `there is no configuration \`${file}\``, {
      hint: `the usual place is ${usualFiles[0]}`,
    });
  }
  return readConfiguration(file, files.text(file));
}

function asSource(name: string, files: SettingsFiles): PolicySource {
  if (foreignSet(name) !== undefined) return { kind: "foreign", name, at: { file: name } };
  if (/^[\w-]+$/.test(name) && !policySets.includes(name) && !files.has(name)) {
    const meant = suggest(name, policySets);
    const hint = meant === undefined ? `sets are ${policySets.join(", ")}` : `did you mean \`${meant}\`?`;
    throw new Failure("usage", `there is no set or folder \`${name}\``, { hint });
  }
  return { kind: policySets.includes(name) ? "set" : "path", name, at: { file: name } };
}

/** The build made the file and a test compares it, so that it is taken as it is. */
function readPrepared(file: string | undefined): Prepared | undefined {
  return file === undefined || !existsSync(file) ? undefined : JSON.parse(readText(file));
}

function factsText({ packaged }: SettingsOptions): FactsText {
  return {
    file: "policies/facts.yaml",
    text: readText(join(packaged, "facts.yaml")),
    instanceTypes: readText(join(packaged, "instance-types.json")),
  };
}

/** Few policies select a type raw: what is known of attributes is read for those alone. */
function attributesIn({ packaged }: SettingsOptions): () => string | undefined {
  const file = join(packaged, "attributes.json");
  return () => (existsSync(file) ? readText(file) : undefined);
}

function policiesOf(
  source: PolicySource,
  { packaged }: SettingsOptions,
  files: SettingsFiles,
  prepared: Prepared | undefined,
): readonly (PolicyText | PreparedPolicy)[] {
  if (source.kind === "path") return files.policies(source.name);
  const foreign = source.kind === "foreign" ? foreignSet(source.name) : undefined;
  if (foreign !== undefined) return readForeign(foreign, files);
  if (source.name === "none") return [];
  return prepared?.policies ?? packagedFiles(packaged).filter(({ file }) => !isNoPolicy(file));
}

function setTexts({ packaged }: SettingsOptions): readonly PolicyText[] {
  const folder = join(packaged, "sets");
  if (!existsSync(folder)) return [];
  const sets = named(readPolicyFiles(folder), packaged, basename(packaged));
  return sets.toSorted((a, b) => policySets.indexOf(nameOf(a)) - policySets.indexOf(nameOf(b)));
}

function nameOf({ file }: PolicyText): string {
  return basename(file, ".yaml");
}

/** Beside the policies stand the sets, and files about all of them. */
function isNoPolicy(file: string): boolean {
  const [, family, name] = file.split("/");
  return name === undefined || family === "sets";
}

function packagedFiles(packaged: string): readonly PolicyText[] {
  const files = named(readPolicyFiles(packaged), packaged, basename(packaged));
  return files.map((file) => ({ ...file, isPackaged: true }));
}

/** Policy files by their path from a folder, so that reports read the same on every machine. */
function named(files: readonly PolicyText[], folder: string, label: string): readonly PolicyText[] {
  return files.map(({ file, text }) => ({
    file: join(label, relative(folder, file)).replaceAll("\\", "/"),
    text,
  }));
}

/** The same file named twice is one; a policy of one's own in a file of a packaged one's name is another. */
function unique(files: readonly (PolicyText | PreparedPolicy)[]): readonly (PolicyText | PreparedPolicy)[] {
  const isOwn = (file: PolicyText | PreparedPolicy) => "text" in file && file.isPackaged !== true;
  return [...new Map(files.map((file) => [`${isOwn(file)} ${file.file}`, file])).values()];
}
