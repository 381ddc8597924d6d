import type { Case } from "./cases/case.ts";
import { configurationText } from "./cases/hcl.ts";
import type { LoadedPolicy } from "./file.ts";

/** A case as a reader sees it: what an author would have in their repository. */
export interface Example {
  readonly says: string;
  readonly texts: readonly { readonly language: "hcl" | "yaml"; readonly text: string }[];
}

/** The first case with this outcome that can be shown; a real plan cannot. */
export function exampleOf(policy: LoadedPolicy, expected: Case["expected"]): Example | undefined {
  return policy.cases
    .filter((given) => given.expected === expected)
    .map((given) => ({ says: given.says, texts: textsOf(given) }))
    .find(({ texts }) => texts.length > 0);
}

function textsOf({ terraform, cloudformation, kubernetes, eksctl }: Case): Example["texts"] {
  return [
    ...(terraform === undefined ? [] : [{ language: "hcl", text: configurationText(terraform) } as const]),
    ...[cloudformation, kubernetes, eksctl].flatMap((text) =>
      text === undefined ? [] : [{ language: "yaml", text } as const],
    ),
  ];
}
