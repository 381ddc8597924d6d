import type { Format } from "../../base/place.ts";
import { constantAnswer } from "../../expr/constant.ts";
import { measured } from "../../expr/measured.ts";
import { pathsRead } from "../../expr/reads.ts";
import type { Vocabulary } from "../../graph/vocabulary.ts";
import { caseTags } from "../cases/case.ts";
import type { LoadedPolicy } from "../file.ts";
import { entry, readYaml } from "../yaml.ts";
import type { Remark, Rule } from "./remark.ts";

/** What would make a policy better whose file is right, in the order it is written. */
export function adviseOn(policy: LoadedPolicy, text: string, vocabulary: Vocabulary): readonly Remark[] {
  const { source, root } = readYaml(policy.file, text, caseTags);
  const place = (key: string) => {
    const found = entry(root, key);
    if (found === undefined) return { file: policy.file, line: 1 };
    return source.place(found.key.start, found.key.end);
  };
  const say = (rule: Rule, key: string, message: string | undefined): readonly Remark[] =>
    message === undefined ? [] : [{ kind: "advice", rule, at: place(key), message }];
  return [
    ...say("id-names-no-defect", "title", idAdvice(policy.id)),
    ...say("title-is-no-sentence", "title", titleAdvice(policy.title)),
    ...say("always-violated", "assert", alwaysAdvice(policy)),
    ...say("never-violated", "assert", neverAdvice(policy)),
    ...say("message-without-value", "message", messageAdvice(policy)),
    ...say("format-without-case", "cases", formatAdvice(policy, vocabulary)),
    ...say("case-without-place", "cases", placeAdvice(policy)),
  ];
}

const orders = /^(?:require|ensure|enforce|must|should|no|check|disallow|restrict)-/;

function idAdvice(id: string): string | undefined {
  const word = orders.exec(id)?.[0] ?? /-(?:check|validation)$/.exec(id)?.[0];
  if (word === undefined) return undefined;
  return `the id does not name the defect: "the pull request has \`${id}\`" says nothing; leave out \`${word.replace(/^-|-$/g, "")}\``;
}

function titleAdvice(title: string): string | undefined {
  if (/[.:;]$/.test(title)) return "a title ends without a full stop";
  if (/^\p{Ll}/u.test(title)) return "a title is a sentence and begins with a capital letter";
  return title.split(/\s+/).length < 3 ? "a title is a sentence, which says what is wrong" : undefined;
}

function neverAdvice({ assert, when, each, ...policy }: LoadedPolicy): string | undefined {
  if (constantAnswer(assert.text) === true)
    return "this is always true, so that nothing can violate the policy";
  if (when !== undefined && constantAnswer(when.text) === false)
    return "`when` is always false, so that the policy applies to nothing";
  const about = new Set(["self", "now", ...(each === undefined ? [] : [each.name])]);
  const parts = new Map(policy.let.map(({ name, expression }) => [name, expression.text]));
  const read = [assert.text, ...partsOf(assert.text, parts)].flatMap(pathsRead);
  if (read.some((path) => about.has(path.split(".")[0] ?? ""))) return undefined;
  return "the assertion reads nothing of what it is about, so that it says the same of everything";
}

function alwaysAdvice({ assert }: LoadedPolicy): string | undefined {
  return constantAnswer(assert.text) === false
    ? "this is always false, so that everything violates the policy"
    : undefined;
}

const names = new Set(["name", "resource", "namespace", "id", "address"]);

/** Where what is compared is no more than true or false, the title says it all. */
function messageAdvice({ message, assert, each, ...policy }: LoadedPolicy): string | undefined {
  const read = message.flatMap((part) => (typeof part === "string" ? [] : pathsRead(part.text)));
  const isName = (path: string) => {
    const [root = "", ...fields] = path.split(".");
    return (root === "self" || root === each?.name) && names.has(fields.at(-1) ?? "");
  };
  if (!read.every(isName)) return undefined;
  const parts = new Map(policy.let.map(({ name, expression }) => [name, expression.text]));
  const values = [assert.text, ...partsOf(assert.text, parts)].flatMap(measured);
  const value = values.find((each) => !isName(each));
  if (value === undefined) return undefined;
  return `the message says where, but not what was found; add a value, like \`{${value}}\``;
}

/** The named parts that an expression reads, and those they read in turn, as they are written. */
function partsOf(text: string, parts: ReadonlyMap<string, string>): readonly string[] {
  const found = new Map<string, string>();
  const follow = (from: string) => {
    for (const path of pathsRead(from)) {
      const [name = ""] = path.split(".");
      const part = parts.get(name);
      if (part === undefined || found.has(name)) continue;
      found.set(name, part);
      follow(part);
    }
  };
  follow(text);
  return [...found.values()];
}

function formatAdvice({ select, cases }: LoadedPolicy, vocabulary: Vocabulary): string | undefined {
  const type = vocabulary.types.find(({ name }) => name === select);
  const used = new Set<Format>(
    cases.flatMap((given): readonly Format[] => [
      ...(given.terraform !== undefined || given.terraformPlan !== undefined ? (["terraform"] as const) : []),
      ...(given.cloudformation === undefined ? [] : (["cloudformation"] as const)),
      ...(given.kubernetes === undefined ? [] : (["kubernetes"] as const)),
      ...(given.eksctl === undefined ? [] : (["eksctl"] as const)),
    ]),
  );
  const formats = type?.formats ?? [];
  // What the CDK puts into a template is the manifest itself.
  const isCarried = (format: Format) => format === "cloudformation" && formats.includes("kubernetes");
  const left = formats.filter((format) => format !== "inventory" && !isCarried(format) && !used.has(format));
  return left.length === 0
    ? undefined
    : `\`${select}\` also comes from ${left.join(" and ")}, and no case shows one`;
}

function placeAdvice({ cases }: LoadedPolicy): string | undefined {
  const violated = cases.filter(({ expected }) => expected === "violated");
  if (violated.some(({ at }) => at !== undefined)) return undefined;
  return "no violated case says which attribute the finding points at; add `at` to one, `.` for the resource";
}
