import type { Missing } from "../base/value.ts";

/** How an author can make an attribute known, as a sentence. */
export function advice({ reason }: Missing): string {
  return known.find(([words]) => words.test(reason))?.[1] ?? otherwise;
}

/**
 * The readers of each format say in words why a value is unknown; what their words have in common is enough to
 * say what helps. The first row that fits counts.
 */
const known: readonly (readonly [words: RegExp, advice: string])[] = [
  [
    /known after apply/,
    "Write the value in the configuration where it can be written, or plan again once what it depends on exists.",
  ],
  [
    /another stack/,
    "Pass it as a parameter with a default instead of importing it, so that it stands in the template.",
  ],
  [/stack is (created|deployed)/, "It is decided with the stack: write the value where the answer matters."],
  [/parameter without a default/, "Give the parameter a `Default` or `AllowedValues`."],
  [
    /nowhere in the template/,
    "Is its name spelled right? If so, the template that declares it has to be read too.",
  ],
  [
    /not in an inventory/,
    "Pass what the account already has with `--inventory`; examples/inventory/inventory.sh makes it.",
  ],
  [/in the inventory/, "Make the inventory again with what is missing in it: examples/inventory says how."],
  [/several inventories/, "Judge what goes to one account and Region in a run of its own."],
  [
    /in anything that was read/,
    "Let the gate read the file that declares it: add it to the paths. What already exists in the account is told by an inventory (`--inventory`).",
  ],
  [/in the file/, "Let the gate read the file that declares it: add it to the paths."],
  [/`clusters: /, "Write that line, with the right cluster in it, into `.github/eks-policy-gate.yaml`."],
  [/chosen by AWS/, "Name it, instead of leaving the choice to AWS."],
  [/secret/, "The gate does not look into secrets: this has to be looked at by a person."],
];

const otherwise = "Write the value where the gate can read it, or let it read the file that declares it.";
