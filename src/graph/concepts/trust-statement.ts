import { PartialList, Unknown, type Value } from "../../base/value.ts";
import type { Attribute } from "../../source/declaration.ts";
import { concept, type Reader } from "../concept.ts";
import { derived } from "../entity.ts";
import { concat, joined } from "../link.ts";
import { computed, orDefault, text, textList, unknownOf, written } from "../read.ts";
import { wholeAccount } from "./arn-account.ts";
import { isEksProvider } from "./eks-provider.ts";
import { eksctlRoles, madeTrustFields } from "./eksctl-roles.ts";
import { allows } from "./iam-action.ts";
import { isFields, members, some } from "./members.ts";
import { namedIssuers, namedProviders, otherKeys } from "./named-providers.ts";
import { documentPrincipals, jsonPrincipals } from "./principals.ts";
import { documentConditions, jsonConditions } from "./trust-condition.ts";
import { trustStatements } from "./trust-document.ts";
import { every, not, told } from "./truth.ts";

const fields = {
  effect: ((origin) =>
    orDefault(text(isDocument(origin) ? "effect" : "Effect"), "Allow")(origin)) satisfies Reader,
  services: principals("Service"),
  accounts: principals("AWS"),
  federated: principals("Federated"),
  exceptPrincipals: ((origin) => {
    const attribute = origin.root.get(isDocument(origin) ? "not_principals" : "NotPrincipal");
    if (attribute.state === "unknown") return written(unknownOf(attribute), attribute);
    return written(
      attribute.items().length + attribute.entries().length > 0 || typeof attribute.json === "string",
      attribute,
    );
  }) satisfies Reader,
  actions: ((origin) => listOf(origin.root.get(isDocument(origin) ? "actions" : "Action"))) satisfies Reader,
  exceptActions: ((origin) =>
    listOf(origin.root.get(isDocument(origin) ? "not_actions" : "NotAction"))) satisfies Reader,
  conditions: ((origin) => {
    const document = isDocument(origin);
    const attribute = origin.root.get(document ? "condition" : "Condition");
    return written(document ? documentConditions(attribute) : jsonConditions(attribute), attribute);
  }) satisfies Reader,
  providers: namedProviders,
  eksProvider: isEksProvider,
  role: (({ declaration, lookup, part }) =>
    derived(lookup.entityOf(declaration, "IamRole") ?? null, part.root.ref)) satisfies Reader,
};

export const trustStatement = concept({
  name: "TrustStatement",
  doc: "One statement of a role's trust policy: who may assume it, and when.",
  fields: {
    role: { type: "IamRole?", doc: "The role whose trust policy it is part of." },
    effect: { type: "string", doc: "`Allow` or `Deny`." },
    services: { type: "list<string>", doc: "The AWS services it names: `eks.amazonaws.com`." },
    accounts: {
      type: "list<string>",
      doc: "The accounts, roles and users it names; `*` is everybody. What a template says of the place it is deployed to stays as it is written: `arn:aws:iam::${AWS::AccountId}:root`.",
    },
    wholeAccounts: {
      type: "list<string>",
      doc: "The 12 digits of the accounts it names as a whole, with everybody in them. The account that a template is deployed to is left out where it is named as that.",
      derive: computed((get) => wholeAccounts(get("accounts"))),
    },
    federated: { type: "list<string>", doc: "The identity providers it names." },
    principals: {
      type: "list<string>",
      doc: "Everybody it names: services, accounts and identity providers; `*` where it names whom it is not about.",
      derive: computed((get) =>
        joined([get("services"), get("accounts"), get("federated"), everybodyBut(get("exceptPrincipals"))]),
      ),
    },
    onlyServices: {
      type: "bool",
      doc: "Whether AWS services are all that it names.",
      derive: computed((get) =>
        every([
          not(told(get("exceptPrincipals"), (excepts) => excepts === true)),
          not(some(get("accounts"), () => true)),
          not(some(get("federated"), () => true)),
        ]),
      ),
    },
    providers: { type: "list<OidcProvider>", doc: "The OIDC identity providers it names." },
    issuers: {
      type: "list<string>",
      doc: "Whose tokens the identity providers that it names take: `token.actions.githubusercontent.com`.",
      derive: namedIssuers,
    },
    otherKeys: {
      type: "list<string>",
      doc: "The keys of its conditions that ask another identity provider than it names.",
      derive: otherKeys,
    },
    exceptPrincipals: { type: "bool", doc: "Whether it names whom it is not about (`NotPrincipal`)." },
    everybody: {
      type: "bool",
      doc: "Whether anybody at all is among its principals.",
      derive: computed((get) => includes(get("accounts"), "*")),
    },
    podIdentity: {
      type: "bool",
      doc: "Whether it trusts EKS Pod Identity (`pods.eks.amazonaws.com`).",
      derive: computed((get) => includes(get("services"), "pods.eks.amazonaws.com")),
    },
    subjects: {
      type: "list<string>",
      doc: "The service accounts its conditions ask for, as they are written: `system:serviceaccount:shop:web`; empty where no condition is about them.",
      derive: computed((get) => subjects(get("conditions"))),
    },
    actions: { type: "list<string>", doc: "Its actions." },
    exceptActions: { type: "list<string>", doc: "The actions it is not about (`NotAction`)." },
    conditions: { type: "list<TrustCondition>", doc: "Its conditions; all have to hold." },
    eksProvider: { type: "bool", doc: "Whether it trusts the OIDC provider of an EKS cluster (IRSA)." },
  },
  methods: [
    {
      signature: "allows(string): bool",
      doc: 'Whether it allows an action, also through a wildcard or `NotAction`: `allows("sts:AssumeRole")`.',
      call: (self, action) => allows(self, action),
    },
  ],
  suppliers: [
    { format: "terraform", types: ["aws_iam_role"], data: true, parts: trustStatements, fields },
    { format: "cloudformation", types: ["AWS::IAM::Role"], parts: trustStatements, fields },
    { format: "eksctl", types: ["ClusterConfig"], parts: eksctlRoles, fields: madeTrustFields },
    { format: "inventory", types: ["IamRole"], data: true, parts: trustStatements, fields },
  ],
});

function isDocument({ part }: Parameters<Reader>[0]): boolean {
  return part.marks?.shape === "document";
}

function listOf(attribute: Attribute) {
  return written(textList(attribute), attribute);
}

/** The principals of one type, in either spelling. */
function principals(type: "Service" | "AWS" | "Federated"): Reader {
  const [ofDocument, ofJson] = [documentPrincipals(type), jsonPrincipals(type)];
  return (origin) => (isDocument(origin) ? ofDocument(origin) : ofJson(origin));
}

function everybodyBut(excepts: Value): Value {
  return excepts instanceof Unknown ? excepts : excepts === true ? ["*"] : [];
}

/** An account that is not known may be one as a whole. */
function wholeAccounts(accounts: Value): Value {
  const { known, doubtful } = members(accounts);
  const named = known.flatMap((each) => (typeof each === "string" ? (wholeAccount(each) ?? []) : []));
  const missing = known.flatMap((each) => (each instanceof Unknown ? each.missing : []));
  const isClosed = doubtful.bounded && doubtful.candidates.length === 0 && missing.length === 0;
  return isClosed ? named : new PartialList(named, new Unknown([...missing, ...doubtful.missing]));
}

function includes(list: Value, wanted: string): Value {
  return some(list, (member) => member === wanted);
}

/** The values of its conditions on the subject; a condition that may be about it leaves the list open. */
function subjects(conditions: Value): Value {
  const { known, doubtful } = members(conditions);
  const isClosed = doubtful.bounded && doubtful.candidates.length === 0;
  const lists = known.filter(isFields).map((condition): Value => {
    const about = condition.get("about") ?? null;
    if (about instanceof Unknown) return new PartialList([], about);
    const values = condition.get("values") ?? [];
    return about !== "subject" ? [] : values instanceof Unknown ? new PartialList([], values) : values;
  });
  const others = isClosed ? [] : [new PartialList([], new Unknown(doubtful.missing))];
  return [...lists, ...others].reduce<Value>(concat, []);
}
