import { readFileSync } from "node:fs";
import { Ajv, type ValidateFunction } from "ajv";

/** GitHub's description of its own API, cut down by test/fixtures/prune-openapi.mjs. */
interface Description {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly parameters: Readonly<Record<string, Parameter>> };
}

interface Operation {
  readonly parameters?: readonly (Parameter | { readonly $ref: string })[];
  readonly requestBody?: {
    readonly content: { readonly "application/json": { readonly schema: BodySchema } };
  };
  readonly responses: Readonly<Record<string, { readonly content?: object } | { readonly $ref: string }>>;
}

interface Parameter {
  readonly name: string;
  readonly in: "path" | "query" | "header";
  readonly schema: { readonly type?: string };
}

interface BodySchema {
  readonly properties?: Readonly<Record<string, unknown>>;
}

const description = JSON.parse(
  readFileSync(new URL("../fixtures/github-openapi.json", import.meta.url), "utf8"),
) as Description;
const ajv = new Ajv({ strict: false, validateFormats: false, allErrors: true, coerceTypes: false });
ajv.addSchema(description, "github");
const compiled = new Map<string, ValidateFunction>();

/** What is wrong with a request, in GitHub's own terms. */
export function mistakesInRequest(method: string, url: URL, body: unknown): readonly string[] {
  const found = find(method, url);
  if (found === undefined) return [`there is no ${method} ${url.pathname}`];
  const { operation, template, values } = found;
  const parameters = (operation.parameters ?? []).map(resolved);
  const queries = [...url.searchParams].flatMap(([name, value]) => {
    const parameter = parameters.find((one) => one.in === "query" && one.name === name);
    return parameter === undefined
      ? [`there is no query parameter ${name}`]
      : valueMistakes(parameter, value);
  });
  const inPath = parameters
    .filter((parameter) => parameter.in === "path")
    .flatMap((parameter) => valueMistakes(parameter, values[parameter.name] ?? ""));
  return [...queries, ...inPath, ...bodyMistakes(operation, pointer(template, method), body)];
}

/** What is wrong with an answer, so that the server of the tests answers as GitHub does. */
export function mistakesInAnswer(method: string, url: URL, status: number, body: unknown): readonly string[] {
  const found = find(method, url);
  const response = found?.operation.responses[status];
  if (found === undefined) return [];
  // What is gone is gone, also where the description does not say so: two runs may delete the same comment.
  if (response === undefined)
    return status >= 500 || [401, 404, 429].includes(status) ? [] : [`never answers ${status}`];
  if ("$ref" in response || response.content === undefined) return [];
  return against(
    `${pointer(found.template, method)}/responses/${status}/content/application~1json/schema`,
    body,
  );
}

function bodyMistakes(operation: Operation, at: string, body: unknown): readonly string[] {
  if (operation.requestBody === undefined) return body === undefined ? [] : ["there must be no body"];
  const known = operation.requestBody.content["application/json"].schema.properties ?? {};
  const unknown = Object.keys(body ?? {}).filter((name) => !Object.hasOwn(known, name));
  return [
    ...unknown.map((name) => `there is no ${name} in the body`),
    ...against(`${at}/requestBody/content/application~1json/schema`, body),
  ];
}

function find(method: string, url: URL) {
  for (const [template, operations] of Object.entries(description.paths)) {
    const operation = operations[method.toLowerCase()];
    const values = match(template, url.pathname);
    if (operation !== undefined && values !== undefined) return { operation, template, values };
  }
  return undefined;
}

function match(template: string, path: string): Readonly<Record<string, string>> | undefined {
  const pattern = template.replace(/\{(\w+)\}/g, "(?<$1>[^/]+)");
  const found = new RegExp(`^${pattern}$`).exec(path);
  return found === null ? undefined : { ...found.groups };
}

function resolved(parameter: Parameter | { readonly $ref: string }): Parameter {
  if (!("$ref" in parameter)) return parameter;
  const name = parameter.$ref.split("/").at(-1) ?? "";
  const found = description.components.parameters[name];
  if (found === undefined) throw new Error(`${parameter.$ref} was pruned`);
  return found;
}

function valueMistakes({ name, schema }: Parameter, value: string): readonly string[] {
  const typed = schema.type === "integer" ? Number(value) : value;
  return ajv.validate(schema, typed) ? [] : [`${name}: ${ajv.errorsText()}`];
}

function pointer(template: string, method: string): string {
  return `github#/paths/${encodeURIComponent(template.replaceAll("/", "~1"))}/${method.toLowerCase()}`;
}

function against(at: string, value: unknown): readonly string[] {
  const validate = compiled.get(at) ?? ajv.compile({ $ref: at });
  compiled.set(at, validate);
  return validate(value)
    ? []
    : (validate.errors ?? []).map((error) => `${error.instancePath} ${error.message}`);
}
