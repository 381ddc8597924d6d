import type { Case } from "./cases/case.ts";
import { configurationText } from "./cases/hcl.ts";
import type { LoadedPolicy } from "./file.ts";

/** A case as a reader sees it: what an author would have in their repository. */
export interface Example {
  readonly says: string;
  readonly texts: readonly { readonly language: "hcl" | "yaml"; readonly text: string }[];
}

const formats = ["terraform", "cloudformation", "kubernetes", "eksctl", "inventory"] as const;

/** A case that is violated and one that is satisfied, in the same formats where there are such; a real plan cannot be shown. */
export function examplesOf({ cases }: LoadedPolicy): {
  readonly before: Example | undefined;
  readonly after: Example | undefined;
} {
  const shown = cases.filter((given) => formatsOf(given) !== "");
  const violated = shown.filter(({ expected }) => expected === "violated");
  const satisfied = shown.filter(({ expected }) => expected === "satisfied");
  const answered = violated.find((one) => satisfied.some((other) => formatsOf(other) === formatsOf(one)));
  const before = answered ?? violated[0];
  const after = satisfied.find((other) => before !== undefined && formatsOf(other) === formatsOf(before));
  return { before: exampleOf(before), after: exampleOf(after ?? satisfied[0]) };
}

function formatsOf(given: Case): string {
  return formats.filter((format) => given[format] !== undefined).join();
}

function exampleOf(given: Case | undefined): Example | undefined {
  return given === undefined ? undefined : { says: given.says, texts: textsOf(given) };
}

function textsOf({ terraform, cloudformation, kubernetes, eksctl, inventory }: Case): Example["texts"] {
  return [
    ...(terraform === undefined ? [] : [{ language: "hcl", text: configurationText(terraform) } as const]),
    ...[cloudformation, kubernetes, eksctl, inventory].flatMap((text) =>
      text === undefined ? [] : [{ language: "yaml", text } as const],
    ),
  ];
}
