import type { LocatedMissing } from "../verdict/finding.ts";

/** The shortest way to make an attribute known, as a sentence. */
export function advice(missing: LocatedMissing): string {
  const found = known.find(([words]) => words.test(missing.reason))?.[1] ?? otherwise;
  return typeof found === "string" ? found : found(missing);
}

type Advice = string | ((missing: LocatedMissing) => string);

/**
 * The readers of each format say in words why a value is unknown; what their words have in common is enough to
 * say what helps. The first row that fits counts.
 */
const known: readonly (readonly [words: RegExp, advice: Advice])[] = [
  [/secret/, "The gate does not look into secrets: this has to be looked at by a person."],
  [/under `clusters`/, "Let only one of the clusters name the file."],
  [/`clusters: /, "Write that line, with the right cluster in it, into `.github/eks-policy-gate.yaml`."],
  [/known after apply/, afterApply],
  [/another stack/, "Pass it as a parameter instead of importing it, and its value with `--parameters`."],
  [
    /parameter without a default/,
    "Pass its value with `--parameters`, or give the parameter a `Default` or `AllowedValues`.",
  ],
  [
    /decided by condition/,
    "Pass the values of the parameters that the condition asks about with `--parameters`.",
  ],
  [/stack is (created|deployed)/, "It is decided with the stack: write the value where the answer matters."],
  [
    /nowhere in the template/,
    "Is its name spelled right? If so, the template that declares it has to be read too.",
  ],
  [/whose template is not/, "Add the template of that stack to the paths."],
  [
    /not in an inventory/,
    "Pass what the account already has with `--inventory`; examples/inventory/inventory.sh makes it.",
  ],
  [/in the inventory/, "Make the inventory again with what is missing in it: examples/inventory says how."],
  [/several inventories/, "Judge what goes to one account and Region in a run of its own."],
  [
    /in anything that was read|was not read/,
    "Add the file that declares it to the paths; what already exists in the account is told by `--inventory`.",
  ],
  [
    /placeholder|template that/,
    "Render the file first, as `envsubst`, `helm template` or `kustomize build` do.",
  ],
  [/not written in the file|\beksctl\b/, "Write it into the file, instead of leaving it to eksctl."],
  [/spelled in another way/, "Write all zones as names, or all as ids."],
  [/among the zones|zones of the region/, "Name the zones, instead of asking the region for them."],
  [/in the file/, "Add the file that declares it to the paths."],
  [/chosen by AWS|made up when/, "Name it, instead of leaving the choice to AWS."],
  [/not resolved to its entries/, "Count the entries of the prefix list by hand, or write its CIDRs out."],
  [/choice by tags/, "Name what is meant by its `id` where the answer matters."],
  [
    /certainly in one account/,
    "Say with `clusters` in `.github/eks-policy-gate.yaml` which files describe which cluster.",
  ],
  [
    /about more than the service account|about another identity provider/,
    "This has to be looked at by a person.",
  ],
  [/means? more than one/, "Give each of them a name of its own."],
  [/^not an? |^not valid /, "Correct what is written there."],
  [
    /does not evaluate|\bFn::/,
    "Write the value out where the answer matters, or judge the deployed template.",
  ],
];

const otherwise = "Write the value where the gate can read it, or let it read the file that declares it.";

/** What a plan does not say, the code it was made from may. */
function afterApply({ attribute, place }: LocatedMissing): string {
  const hasSource = place !== undefined && /\.(?:tf|tofu|tfvars)(?:\.json)?$/.test(place.file);
  if (!hasSource)
    return "Let the gate see the `.tf` files: run it in the folder that was planned, after `terraform init`.";
  const otherwise = "rite the value where it can be written, or plan again once what it depends on exists.";
  return attribute.startsWith("module.")
    ? `Run the gate after \`terraform init\`, so that it sees remote modules too; else w${otherwise}`
    : `W${otherwise}`;
}
