import { posix } from "node:path";
import type { World } from "../base/choice.ts";
import { Failure } from "../base/failure.ts";
import type { Note } from "../base/note.ts";
import type { Format } from "../base/place.ts";
import { givenBy, mistakesIn, type ParameterFile, readParameters } from "./cloudformation/parameters.ts";
import { Templates } from "./cloudformation/stacks.ts";
import { macrosOf } from "./cloudformation/template.ts";
import type { Declaration } from "./declaration.ts";
import { readClusterConfigs } from "./eksctl/config.ts";
import { readManifests } from "./kubernetes/manifest.ts";
import { patchFiles } from "./kubernetes/patches.ts";
import { placeholderRules } from "./placeholder.ts";
import { type Recognised, recognise } from "./recognise.ts";
import type { InputFile, Planned, ReadOptions, Sources } from "./sources.ts";
import { type Plan, readPlan } from "./terraform/plan.ts";
import type { FileTree } from "./tree.ts";
import { isTerraformSource, withoutPlan } from "./unplanned.ts";
import { chartFiles } from "./unrendered.ts";

/**
 * Reads every file of a tree that is input. A file that cannot be read becomes a failure and hides no other;
 * the same tree gives the same answer.
 */
export function read(tree: FileTree, options: ReadOptions): Sources {
  const all = [...tree.files()];
  const files = all.filter((file) => !isTerraformSource(file));
  const isTemplate = chartTemplates(files, tree);
  const patches = patchFiles(files, tree);
  const reading = new Reading();
  for (const text of options.parameters ?? []) reading.attempt(() => reading.give(readParameters(text)));
  for (const [done, file] of files.entries()) {
    options.onProgress?.({ file, done, total: files.length });
    reading.attempt(() => {
      if (isTemplate(file) || patches.has(file)) reading.leftAlone++;
      else readFile(file, tree, options, reading);
    });
  }
  for (const file of reading.templates.tops()) reading.attempt(() => reading.deploy(file));
  return reading.sources(() => withoutPlan(all.filter(isTerraformSource), tree));
}

/** A class, because reading gathers: what was read, what could not be, and what was seen of Terraform. */
class Reading {
  leftAlone = 0;
  /** Whether anything of Terraform's making was met, readable or not. */
  sawTerraform = false;
  /** A template may include others: they are read when all of them were met. */
  readonly templates = new Templates((file) => givenBy(this.#parameters, file));
  readonly #parameters: ParameterFile[] = [];
  readonly #declarations: Declaration[] = [];
  readonly #deployed: Declaration[] = [];
  readonly #inputs: InputFile[] = [];
  readonly #plans: Planned[] = [];
  readonly #failures: Failure[] = [];
  readonly #saved: Failure[] = [];
  readonly #notes: Note[] = [];
  readonly #namedInVain: string[] = [];

  attempt(read: () => void): void {
    try {
      read();
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      this.#failures.push(error);
    }
  }

  add(
    file: string,
    format: Format,
    bytes: number,
    declared: readonly Declaration[],
    declares = declared.length,
  ): void {
    for (const declaration of declared) this.#declarations.push(declaration);
    this.#inputs.push({ file, format, bytes, declares });
  }

  give(parameters: ParameterFile): void {
    this.#parameters.push(parameters);
  }

  deploy(template: string): void {
    this.#deployed.push(...this.templates.deployed(template));
  }

  addPlan(file: string, { root, code, configuration }: Plan): void {
    this.#plans.push({ file, root, code, configuration });
  }

  note(note: Note): void {
    this.#notes.push(note);
  }

  /** A file among others is left alone without a word; whoever names one expects it to be judged. */
  leave(file: string, isNamed: boolean): void {
    this.leftAlone++;
    if (isNamed) this.#namedInVain.push(file);
  }

  refuse(failure: Failure, saved: boolean): void {
    (saved ? this.#saved : this.#failures).push(failure);
  }

  sources(withoutPlan: () => Failure | undefined): Sources {
    const unplanned = this.sawTerraform ? undefined : withoutPlan();
    return {
      declarations: [...this.#declarations, ...this.#deployed],
      assuming: (world, make) => {
        const declarations = this.#assuming(world);
        return declarations === undefined ? undefined : make(declarations);
      },
      inputs: this.#inputs,
      plans: this.#plans,
      failures: [
        ...this.#failures,
        ...this.#unconverted(),
        ...mistakesIn(this.#parameters, this.templates.parameters()),
        ...(unplanned === undefined ? [] : [unplanned]),
      ],
      notes: [...this.#notes, ...notInput(this.#namedInVain)],
      leftAlone: this.leftAlone,
    };
  }

  #assuming(world: World): readonly Declaration[] | undefined {
    try {
      return [...this.#declarations, ...this.templates.read(world)];
    } catch (error) {
      if (error instanceof Failure) return undefined;
      throw error;
    }
  }

  /** A saved plan stays behind where it was converted, and then says nothing new. */
  #unconverted(): readonly Failure[] {
    const plans = this.#inputs
      .filter(({ format }) => format === "terraform")
      .map(({ file }) => posix.dirname(file));
    return this.#saved.filter(({ at }) => {
      const folder = posix.dirname(at?.file ?? "");
      return !plans.some((plan) => plan === folder || plan === ".");
    });
  }
}

function readFile(file: string, tree: FileTree, { wanted }: ReadOptions, reading: Reading): void {
  const recognised = recognise(file, tree);
  switch (recognised.kind) {
    case "nothing":
      reading.leave(file, tree.isNamed?.(file) === true);
      return;
    case "terraform": {
      reading.sawTerraform = true;
      const plan = readPlan(file, tree, { wanted });
      reading.add(file, "terraform", tree.size(file), plan.declarations, plan.declares);
      reading.addPlan(file, plan);
      if (!plan.complete) reading.note(incomplete(file));
      return;
    }
    case "other-terraform":
      reading.sawTerraform = true;
      reading.refuse(recognised.failure, recognised.saved);
      return;
    case "template":
      reading.add(file, "cloudformation", tree.size(file), [], reading.templates.add(file, recognised.root));
      for (const macro of macrosOf(recognised.root)) reading.note(processed(file, macro));
      return;
    case "documents":
      readDocuments(file, tree, recognised, reading);
      return;
  }
}

function incomplete(file: string): Note {
  return {
    at: { file },
    message: "this plan is not of everything: what it leaves out was not judged",
    hint: "plan without `-target`, and again where Terraform put resources off",
  };
}

function processed(file: string, macro: string): Note {
  return {
    at: { file },
    message: `this template is processed by \`${macro}\`: what that adds or changes was not judged`,
    hint: "let the gate read what it makes: `aws cloudformation get-template --template-stage Processed`",
  };
}

function notInput(files: readonly string[]): readonly Note[] {
  if (files.length === 0) return [];
  const shown = files.slice(0, 5).map((file) => `\`${file}\``);
  const rest = files.length > shown.length ? [`${files.length - shown.length} more`] : [];
  return [
    {
      message: `named, but not judged: ${[...shown, ...rest].join(", ")}`,
      hint: "none of it is a plan as JSON, a template, a manifest or an eksctl file",
    },
  ];
}

/** A file may hold a cluster and what runs on it: it counts once for each. */
function readDocuments(
  file: string,
  tree: FileTree,
  { documents, text }: Recognised & { readonly kind: "documents" },
  reading: Reading,
): void {
  const rules = placeholderRules(text);
  const clusters = readClusterConfigs(documents, file, rules);
  const manifests = readManifests(documents, file, rules);
  const bytes = tree.size(file);
  if (clusters.length > 0) reading.add(file, "eksctl", bytes, clusters);
  if (manifests.length > 0 || clusters.length === 0) reading.add(file, "kubernetes", bytes, manifests);
}

/** A chart is judged as it is rendered: what stands in it may be left out, repeated or filled in. */
function chartTemplates(files: readonly string[], tree: FileTree): (file: string) => boolean {
  const placeOf = chartFiles(files);
  return (file) => {
    const place = placeOf(file);
    if (place !== "inside") return place === "template";
    return /\.ya?ml$/.test(file) && Buffer.from(tree.bytes(file)).includes("{{");
  };
}
