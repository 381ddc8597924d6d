import { policySets } from "../configuration.ts";

/** What an editor says of a key: what it is for, what holds where it is left out, and what may stand there. */
export interface KeyWords {
  readonly doc: string;
  readonly default?: string | boolean;
  readonly pattern?: string;
  readonly examples?: readonly unknown[];
}

const enforcement =
  "What a violation does: `deny` blocks, `warn` is reported, `audit` is only counted, and what is `off` is not asked. " +
  "`{ from: 2027-01-15, deny }` warns until that day.";
const stages: Readonly<Record<string, KeyWords>> = {
  from: { doc: "The day from which on it counts in full." },
  deny: { doc: "From that day on it blocks; until then it warns." },
  warn: { doc: "From that day on it warns; until then it is only counted." },
};
const unresolved = "What it does where the answer cannot be told.";

const policy: Readonly<Record<string, KeyWords>> = {
  title: { doc: "The defect as a sentence: `A managed node group runs in a single Availability Zone`." },
  severity: { doc: "How bad a violation is." },
  enforcement: { doc: enforcement, default: "warn" },
  ...under("enforcement", stages),
  unresolved: { doc: `${unresolved} \`warn\`, unless a violation is only counted.` },
  select: {
    doc:
      "The concept that is asked; `self` is one of it. VOCABULARY.md lists what it can be asked. Or a type by its own " +
      "name, like `terraform.aws_s3_bucket`, with its attributes as they are written.",
  },
  when: { doc: "Which of them are asked; all where this is left out." },
  params: { doc: "Values that a configuration may change, read as `params.name`." },
  "params.*.type": { doc: "The type of the value." },
  "params.*.default": { doc: "The value, unless a configuration says otherwise." },
  "params.*.fact": { doc: "The path of the fact that is the value: `quotas.subnetsPerVpc.value`." },
  "params.*.doc": { doc: "What it is, for those who change it." },
  let: { doc: "Named parts of the expressions; later ones may use earlier ones." },
  each: {
    doc: "`<list> as <name>`: asks the assertion of every element of a list, so that a finding lands on the element.",
    examples: ["self.rules as rule"],
  },
  assert: { doc: "What must be true: false is a violation, and what cannot be told is unresolved." },
  message: {
    doc: "What a finding says; `{expression}` stands for a value.",
    examples: ["{self.resource} ..."],
  },
  at: {
    doc: "The field to point at; what decided is pointed at where this is left out.",
    examples: ["self.subnets"],
  },
  suggest: {
    doc: "What to write where the finding points, as an expression: a reviewer can accept it with one click.",
  },
  why: { doc: "What happens to whoever has the defect." },
  fix: { doc: "What to do about it, in one or two sentences." },
  sources: { doc: "Who says so." },
  cases: {
    doc: "Inputs that prove the policy: at least one that is violated, one satisfied and one unresolved.",
  },
  "cases.violated": { doc: "The input must be violated; why, in a few words." },
  "cases.satisfied": { doc: "The input must be satisfied; why, in a few words." },
  "cases.unresolved": { doc: "It must not be possible to tell; why, in a few words." },
  "cases.not-applicable": { doc: "`when` must leave the input out; why, in a few words." },
  "cases.at": { doc: "The attribute that the finding must land on.", examples: ["subnet_ids"] },
  "cases.now": { doc: "The day of the run.", pattern: "^\\d{4}-\\d{2}-\\d{2}$" },
  "cases.params": { doc: "Parameters that differ in this case." },
  "cases.terraform": {
    doc: "Planned values by address. `!ref aws_subnet.a.id` refers to another resource, `!unknown` is known after apply.",
  },
  "cases.before": { doc: "What some of the resources were before, by the same addresses." },
  "cases.cloudformation": { doc: "A template, as it is." },
  "cases.kubernetes": { doc: "Manifests, as they are." },
  "cases.eksctl": { doc: "A ClusterConfig, as it is." },
  "cases.inventory": { doc: "What the account already has, as a file for `--inventory` says it." },
  "cases.terraform-plan": { doc: "The path of a real plan, from this file." },
};

const override: Readonly<Record<string, KeyWords>> = {
  paths: { doc: "Globs of the files that it is said of; all where this is left out." },
  params: { doc: "Values for parameters of the policies." },
  enforcement: { doc: enforcement },
  ...under("enforcement", stages),
  unresolved: { doc: unresolved },
  severity: { doc: "How bad a violation is." },
};

const configuration: Readonly<Record<string, KeyWords>> = {
  policies: {
    doc: "Sets that come with the gate, files and folders of your own, and sets of others. The later changes what the earlier left.",
    examples: [["recommended", "./policies"], ...policySets.map((name) => [name])],
  },
  "policies.github": { doc: "A set in another repository.", examples: ["acme/eks-policies@v3"] },
  "policies.npm": { doc: "A set in an installed package.", examples: ["@acme/eks-policies"] },
  override: { doc: "What is different here, by the id of a policy or a glob: `workloads/*`." },
  ...under("override.*", override),
  sources: { doc: "Which files are judged." },
  "sources.exclude": { doc: "Globs of files that are never input.", examples: [["**/testdata/**"]] },
  inventory: { doc: "Files that say what the account already has." },
  clusters: { doc: "Which files describe which cluster, by its name; not needed where there is only one." },
  "clusters.*.manifests": { doc: "Globs of the manifests that are applied to it." },
  "clusters.*.terraform": { doc: "Globs of the plans that make it." },
  "clusters.*.cloudformation": { doc: "Globs of the templates that make it." },
  "clusters.*.eksctl": { doc: "Globs of the ClusterConfigs that make it." },
  gate: { doc: "What blocks." },
  "gate.unresolved": { doc: `${unresolved} Policies that say it themselves are left as they are.` },
  "gate.new-only": { doc: "Whether only what a pull request causes counts against it.", default: true },
  waivers: { doc: "The file of waivers, or how waivers are treated." },
  "waivers.file": { doc: "The file of waivers.", default: ".github/eks-policy-gate.waivers.yaml" },
  "waivers.inline": {
    doc: "Which waivers beside the code count: those the base has, too (`base`), all (`allow`), or none (`off`).",
    default: "base",
  },
  "waivers.require-owner-approval": {
    doc: "Whether a waiver's owner must be a code owner of the file it stands in.",
    default: false,
  },
};

const waivers: Readonly<Record<string, KeyWords>> = {
  policy: { doc: "The id of the policy, whole." },
  resource: { doc: "The address of the resource, whole; a glob with `match: glob`." },
  match: { doc: "Whether `resource` is an address or a glob.", default: "exact" },
  file: { doc: "The file that declares it; needed where several have that address." },
  reason: { doc: "Why it is right here." },
  owner: { doc: "Who answers for it: `@user`, `@org/team` or an e-mail address." },
  expires: { doc: "The last day that it counts.", pattern: "^\\d{4}-\\d{2}-\\d{2}$" },
};

/** By the path of the key in its file; `*` stands for a name that the author chooses. */
export const keyWords = { policy, configuration, waivers } as const;

function under(path: string, words: Readonly<Record<string, KeyWords>>): Readonly<Record<string, KeyWords>> {
  return Object.fromEntries(Object.entries(words).map(([key, said]) => [`${path}.${key}`, said]));
}
