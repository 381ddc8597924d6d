import type { Json } from "../declaration.ts";
import { attributeExpression } from "../hcl/attribute.ts";
import { convert } from "../hcl/conversion.ts";
import { evaluate } from "../hcl/evaluate.ts";
import type { FileBlock } from "../hcl/module.ts";
import { parseExpression } from "../hcl/parse.ts";
import {
  failed,
  isSecret,
  known,
  type Names,
  opaque,
  type Result,
  type ScopeResult,
  secretly,
} from "../hcl/result.ts";
import type { Attribute as Written } from "../hcl/scan.ts";
import type { Expression } from "../hcl/syntax.ts";
import { isObject, memberOf } from "../plain.ts";
import type { CodeModule, PlanCode } from "./code.ts";
import { type CodeExpression, constantOf, refersTo } from "./code-expression.ts";
import type { JsonObject } from "./document.ts";
import type { ModuleInstance } from "./instances.ts";
import { plannedResult } from "./planned-result.ts";
import type { PlanInstances } from "./references.ts";
import { counted, countOf, eachOf, keyed, type Own } from "./repetition.ts";
import type { PlannedResource } from "./resource.ts";
import { isConstant, isExpression, referencesOf } from "./written.ts";

/** What is needed of a plan to work out what its author's code comes to. */
export interface ValuesScope {
  readonly code: PlanCode;
  readonly instances: () => PlanInstances;
  readonly variables: Json | undefined;
  readonly wanted: (type: string) => boolean;
}

/**
 * Works out what the author's code says of values that a plan does not know. The plan counts: an expression of the code
 * is only read where the plan's configuration says that it refers to the same things, and a local value, of which the
 * configuration says nothing, only where its module declares exactly what the plan says.
 *
 * A class, because what was worked out is kept.
 */
export class CodeValues {
  readonly #scope: ValuesScope;
  readonly #kept = new Map<string, Result>();

  constructor(scope: ValuesScope) {
    this.#scope = scope;
  }

  /** What an expression in the configuration of a resource comes to; `undefined` where its code is not at hand. */
  ofResource(
    resource: PlannedResource,
    written: CodeExpression,
    planned: Json | undefined,
  ): Result | undefined {
    const module = this.#scope.instances().module(resource.module);
    if (module === undefined) return undefined;
    const config = module.module.resource(resource.local);
    const own: Own = { key: resource.key, forEach: () => this.#forEach(module, resource.local, config) };
    return this.#checked(written, planned, this.#names(module, own));
  }

  /** `undefined` where the code does not refer to what the plan says it refers to. */
  #checked({ source, value }: CodeExpression, planned: Json | undefined, names: Names): Result | undefined {
    if (!isObject(planned) || !isExpression(planned)) return undefined;
    if (isConstant(planned)) return known(planned.constant_value ?? null);
    const expression = attributeExpression(source.text, value);
    return refersTo(expression, referencesOf(planned) ?? []) ? evaluate(expression, names) : undefined;
  }

  #names(module: ModuleInstance, own: Own | undefined): Names {
    const of = (name: string): Result => {
      switch (name) {
        case "var":
          return scope((variable) => this.#variable(module, variable));
        case "local":
          return scope((local) => this.#local(module, local));
        case "module":
          return scope((call) => this.#call(module, call));
        case "data":
          return scope((type) => scope((resource) => this.#resource(module, `data.${type}.${resource}`)));
        case "each":
          return own === undefined ? failed : scope((member) => eachOf(own, member));
        case "count":
          return own === undefined ? failed : scope(() => countOf(own));
        case "path":
          return scope((folder) => this.#folder(module, folder));
        case "terraform":
          return scope(() => settled);
        case "self":
          return opaque;
        default:
          return scope((resource) => this.#resource(module, `${name}.${resource}`));
      }
    };
    return { of, file: (path) => this.#scope.code.file(path) };
  }

  /** As Terraform calls it when it runs in the folder of the root module. */
  #folder(module: ModuleInstance, name: string): Result {
    if (name === "root" || (name === "module" && module.parent === undefined)) return known(".");
    const folder = name === "module" ? this.#scope.code.folder(module.module.path) : undefined;
    return folder === undefined ? settled : known(folder);
  }

  #variable(module: ModuleInstance, name: string): Result {
    return this.#once(`var ${module.address} ${name}`, () => {
      const declared = this.#block(module, "variable", name);
      const given = this.#given(module, name);
      const isNull = given?.kind === "known" && given.value === null;
      const isNullable = declared === undefined || literalOf(declared, "nullable") !== false;
      const value = given === undefined || (isNull && !isNullable) ? this.#default(module, name) : given;
      const type = declared?.block.attributes.get("type");
      const config = memberOf(module.module.json.variables, name);
      const secret = memberOf(config, "sensitive") === true || isSecret(value);
      const typed =
        declared === undefined || type === undefined
          ? value
          : convert(value, typeOf(declared.source.text, type), (fallback) => evaluate(fallback, nameless));
      return secret ? secretly(typed) : typed;
    });
  }

  /** What the call of a module, or the run, gives for a variable; `undefined` for nothing. */
  #given(module: ModuleInstance, name: string): Result | undefined {
    const { parent, key, call } = module;
    if (parent === undefined) {
      const value = memberOf(memberOf(this.#scope.variables, name), "value");
      return value === undefined ? undefined : known(value);
    }
    const planned = memberOf(module.module.call?.expressions, name);
    if (planned === undefined) return undefined;
    if (isObject(planned) && isExpression(planned) && isConstant(planned))
      return known(planned.constant_value ?? null);
    const block = this.#code(module).call;
    const written = block?.block.attributes.get(name);
    const own: Own = { key, forEach: () => this.#callForEach(parent, call) };
    if (block === undefined || written === undefined) return this.#traced(parent, planned, own);
    const code = { source: block.source, value: written };
    return this.#checked(code, planned, this.#names(parent, own)) ?? this.#traced(parent, planned, own);
  }

  #default(module: ModuleInstance, name: string): Result {
    const config = memberOf(module.module.json.variables, name);
    return config === undefined ? opaque : known(memberOf(config, "default") ?? null);
  }

  #local(module: ModuleInstance, name: string): Result {
    return this.#once(`local ${module.address} ${name}`, () => {
      const { files, agrees } = this.#code(module);
      const local = agrees ? files?.local(name) : undefined;
      if (local === undefined) return opaque;
      const expression = attributeExpression(local.source.text, local.value);
      return evaluate(expression, this.#names(module, undefined));
    });
  }

  /** The instances of a module call. */
  #call(parent: ModuleInstance, call: string): Result {
    return this.#once(`module ${parent.address} ${call}`, () => {
      const config = memberOf(parent.module.json.module_calls, call);
      const instance = (key: string) => {
        const module = this.#scope.instances().child(parent, call, key);
        return module === undefined ? opaque : scope((output) => this.#output(module, output));
      };
      return this.#repeated(parent, config, this.#block(parent, "module", call), instance);
    });
  }

  #output(module: ModuleInstance, name: string): Result {
    return this.#once(`output ${module.address} ${name}`, () => {
      const planned = module.module.output(name);
      if (planned === undefined) return failed;
      const block = this.#block(module, "output", name);
      const written = block?.block.attributes.get("value");
      const code = block && written && { source: block.source, value: written };
      const result = code && this.#checked(code, planned, this.#names(module, undefined));
      const value = result ?? this.#traced(module, planned, undefined);
      return memberOf(memberOf(module.module.json.outputs, name), "sensitive") === true
        ? secretly(value)
        : value;
    });
  }

  #resource(module: ModuleInstance, local: string): Result {
    return this.#once(`resource ${module.address} ${local}`, () => {
      const config = module.module.resource(local);
      if (config === undefined) return failed;
      const [first = "", second = ""] = local.split(".");
      const isData = first === "data";
      const block = this.#resourceBlock(module, local);
      if (!this.#scope.wanted(isData ? second : first)) {
        if (isData) return opaque;
        return this.#repeated(module, config, block, (key) =>
          this.#unkept(module, local, config, block, key),
        );
      }
      const planned = this.#scope.instances().resources(module.address, local);
      const repeats = config.count_expression !== undefined || config.for_each_expression !== undefined;
      if (!repeats) {
        const only = planned.get("");
        return only === undefined ? opaque : plannedResult(only);
      }
      return this.#repeated(
        module,
        config,
        block,
        (key) => {
          const resource = planned.get(key);
          return resource === undefined ? opaque : plannedResult(resource);
        },
        [...planned.keys()],
      );
    });
  }

  /** An instance of a resource of which only the configuration is kept: what is written comes out again. */
  #unkept(
    module: ModuleInstance,
    local: string,
    config: JsonObject,
    block: FileBlock | undefined,
    key: string,
  ): Result {
    const own: Own = { key, forEach: () => this.#forEach(module, local, config) };
    return scope((attribute) => {
      const source = local.startsWith("terraform_data.") && attribute === "output" ? "input" : attribute;
      const planned = memberOf(config.expressions, source);
      const written = block?.block.attributes.get(source);
      if (planned === undefined || block === undefined || written === undefined) return opaque;
      const code = { source: block.source, value: written };
      return this.#checked(code, planned, this.#names(module, own)) ?? opaque;
    });
  }

  /** One of what has neither `count` nor `for_each`; a list of what has the first, a map of what has the second. */
  #repeated(
    module: ModuleInstance,
    config: Json | undefined,
    block: FileBlock | undefined,
    instance: (key: string) => Result,
    keys?: readonly string[],
  ): Result {
    const [count, forEach] = ["count", "for_each"].map((name) => {
      const planned = memberOf(config, `${name}_expression`);
      if (planned === undefined) return undefined;
      const written = block?.block.attributes.get(name);
      const code = block && written && { source: block.source, value: written };
      return (
        (code && this.#checked(code, planned, this.#names(module, undefined))) ??
        constantOf(planned) ??
        opaque
      );
    });
    if (count !== undefined) return counted(count, keys, instance);
    if (forEach === undefined) return instance("");
    return keyed(forEach, keys, instance);
  }

  #forEach(module: ModuleInstance, local: string, config: JsonObject | undefined): Result {
    return this.#forEachOf(module, config, this.#resourceBlock(module, local));
  }

  #callForEach(module: ModuleInstance, call: string): Result {
    const config = memberOf(module.module.json.module_calls, call);
    return this.#forEachOf(module, config, this.#block(module, "module", call));
  }

  #forEachOf(module: ModuleInstance, config: Json | undefined, block: FileBlock | undefined): Result {
    const planned = memberOf(config, "for_each_expression");
    const written = block?.block.attributes.get("for_each");
    if (planned === undefined) return failed;
    const code = block && written && { source: block.source, value: written };
    const names = this.#names(module, undefined);
    return (
      (code && this.#checked(code, planned, names)) ??
      constantOf(planned) ??
      this.#traced(module, planned, undefined)
    );
  }

  /** What an expression leads to where only its references are known. */
  #traced(module: ModuleInstance, planned: Json, own: Own | undefined): Result {
    const constant = constantOf(planned);
    if (constant !== undefined) return constant;
    const references = isObject(planned) && isExpression(planned) ? referencesOf(planned) : undefined;
    if (references === undefined) return opaque;
    const { targets, closed, plain, texts } = this.#scope.instances().trace(module, references, own?.key);
    const [only, ...others] = targets;
    if (plain && closed && only !== undefined && others.length === 0)
      return { kind: "attribute", link: only, secret: false };
    return { kind: "unknown", targets, closed, texts, secret: false };
  }

  #code(module: ModuleInstance): CodeModule {
    return this.#scope.code.module(module.module.path);
  }

  #block(module: ModuleInstance, type: string, name: string): FileBlock | undefined {
    return this.#code(module).files?.blocks(type, name)[0];
  }

  #resourceBlock(module: ModuleInstance, local: string): FileBlock | undefined {
    const [first = "", ...rest] = local.split(".");
    const labels = first === "data" ? rest : [first, ...rest];
    return this.#code(module).files?.blocks(first === "data" ? "data" : "resource", ...labels)[0];
  }

  /** What depends on itself is not known. */
  #once(name: string, work: () => Result): Result {
    const kept = this.#kept.get(name);
    if (kept !== undefined) return kept;
    this.#kept.set(name, opaque);
    const made = work();
    this.#kept.set(name, made);
    return made;
  }
}

/** Settled when the plan was made, but not in it. */
const settled: Result = { kind: "unknown", targets: [], closed: true, texts: [], secret: false };

/** Defaults of types refer to nothing. */
const nameless: Names = { of: () => failed, file: () => undefined };

function scope(member: (name: string) => Result): ScopeResult {
  return { kind: "scope", member, links: () => ({ targets: [], closed: false, texts: [], secret: false }) };
}

function literalOf({ source, block }: FileBlock, name: string): Json | undefined {
  const attribute = block.attributes.get(name);
  const expression = attribute && attributeExpression(source.text, attribute);
  return expression?.kind === "literal" ? expression.value : undefined;
}

/** In JSON a type is written as the text of one. */
function typeOf(text: string, attribute: Written): Expression {
  const written = attributeExpression(text, attribute);
  if (attribute.json !== true || written.kind !== "literal" || typeof written.value !== "string")
    return written;
  return parseExpression(written.value, { start: 0, end: written.value.length });
}
