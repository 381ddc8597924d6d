import { type Fields, Unknown, type Value } from "../../base/value.ts";
import { isEntity, placeName } from "../entity.ts";
import type { Entity } from "../graph.ts";
import { covers, wildcardMatches } from "./iam-action.ts";
import { isFields, members, some } from "./members.ts";
import { any, every, not, type Truth, told } from "./truth.ts";

const action = "sts:AssumeRoleWithWebIdentity";

/**
 * Whether a role's trust policy lets a service account assume it through the identity provider of an EKS cluster.
 * Which cluster is not asked: what a new cluster's provider is called is only known when it is there.
 */
export function trustsServiceAccount(role: Value, namespace: Value, name: Value): Value {
  if (!isEntity(role) || typeof namespace !== "string" || typeof name !== "string") return false;
  const subject = `system:serviceaccount:${namespace}:${name}`;
  const { known, doubtful } = members(role.get("trust") ?? []);
  const certain = known.filter(isEntity);
  const possible = doubtful.candidates.filter(isEntity);
  const unsure = new Unknown(doubtful.missing);
  // Every role has a trust policy: one of which nothing was read is not one that trusts nobody.
  if (certain.length + possible.length === 0 && doubtful.bounded) return open(role, "trust", "not in it");
  const says = (effect: string) => (statement: Entity) => applies(statement, effect, subject);
  const perhaps = (effect: string) => possible.map((each) => every([unsure, says(effect)(each)]));
  const more = doubtful.bounded ? [] : [unsure];
  return every([
    any([...certain.map(says("Allow")), ...perhaps("Allow"), ...more]),
    not(any([...certain.map(says("Deny")), ...perhaps("Deny"), ...more])),
  ]);
}

function applies(statement: Entity, effect: string, subject: string): Truth {
  return every([
    told(statement.get("effect"), (value) => value === effect),
    covers(statement, action),
    isAboutPods(statement, effect),
    accepts(statement, subject),
  ]);
}

/** Whether the pods of an EKS cluster are among the principals. */
function isAboutPods(statement: Entity, effect: string): Truth {
  const excepts = told(statement.get("exceptPrincipals"), (value) => value === true);
  const everybody = told(statement.get("everybody"), (value) => value === true);
  const provider = told(statement.get("eksProvider"), (value) => value === true);
  const unsure = open(statement, "principals", "not said in terms of an identity provider");
  return any([
    provider,
    every([everybody, effect === "Deny" ? true : unsure]),
    // Whom it is not about is not looked into.
    every([excepts, unsure]),
  ]);
}

/** Whether all conditions hold for a pod of the service account. */
function accepts(statement: Entity, subject: string): Truth {
  const { known, doubtful } = members(statement.get("conditions") ?? []);
  const isClosed = doubtful.bounded && doubtful.candidates.length === 0;
  const conditions = known.filter(isFields).map((condition) => holds(condition, statement, subject));
  return every([...conditions, ...(isClosed ? [] : [new Unknown(doubtful.missing)])]);
}

function holds(condition: Fields, statement: Entity, subject: string): Truth {
  const about = condition.get("about");
  const operator = condition.get("operator");
  if (about instanceof Unknown) return about;
  if (operator instanceof Unknown) return operator;
  const values = condition.get("values") ?? [];
  if (about === "subject") {
    if (isOfAnother(condition.get("key"), statement)) return open(statement, "conditions", otherIssuer);
    return compare(String(operator), values, subject) ?? open(statement, "conditions", otherOperator);
  }
  if (about === "audience" && isOneOf(String(operator), values, audiences) === true) return true;
  return open(statement, "conditions", "about more than the service account");
}

/** Whether a condition's key is that of a provider which the statement does not name. */
function isOfAnother(key: Value | undefined, statement: Entity): boolean {
  if (typeof key !== "string") return false;
  const issuer = key.slice(0, key.lastIndexOf(":"));
  const names = members(statement.get("federated") ?? []);
  const isKnown = names.doubtful.bounded && names.known.every((name) => typeof name === "string");
  return isKnown && !names.known.some((name) => String(name).endsWith(issuer));
}

const otherIssuer = "about another identity provider than the statement";
const otherOperator = "a comparison that is not made with service accounts";

/** What EKS asks for where nothing else is said; a service account may ask for another one. */
const audiences = ["sts.amazonaws.com", "sts.amazonaws.com.cn"];

function isOneOf(operator: string, values: Value, wanted: readonly string[]): Truth {
  return any(wanted.map((text) => compare(operator, values, text) ?? false));
}

/** Whether a text that is certainly there passes; `undefined` for an operator that compares no texts. */
function compare(operator: string, values: Value, text: string): Truth | undefined {
  const name = operator.replace(/^For(AllValues|AnyValue):/i, "").replace(/IfExists$/i, "");
  const test = tests.get(name.toLowerCase());
  if (test === undefined) return undefined;
  const { matches, negated } = test;
  const { known } = members(values);
  // A variable stands for something that only the request says.
  const variables = known.some((value) => typeof value === "string" && value.includes("${"));
  const found = some(values, (value) => typeof value === "string" && matches(value, text));
  const truth = found === false && variables ? undefined : found;
  return truth === undefined || !negated ? truth : not(truth);
}

interface Test {
  readonly matches: (pattern: string, text: string) => boolean;
  readonly negated: boolean;
}

const equals = (pattern: string, text: string) => pattern === text;
const sameLetters = (pattern: string, text: string) => pattern.toLowerCase() === text.toLowerCase();

const tests: ReadonlyMap<string, Test> = new Map([
  ["stringequals", { matches: equals, negated: false }],
  ["stringnotequals", { matches: equals, negated: true }],
  ["stringequalsignorecase", { matches: sameLetters, negated: false }],
  ["stringnotequalsignorecase", { matches: sameLetters, negated: true }],
  ["stringlike", { matches: wildcardMatches, negated: false }],
  ["stringnotlike", { matches: wildcardMatches, negated: true }],
]);

function open({ ref }: Entity, part: string, reason: string): Unknown {
  return new Unknown([{ attribute: `${placeName(ref)} ${part}`, reason, ref }]);
}
