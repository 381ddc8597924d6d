import type { Case } from "./case.ts";
import { configurationText } from "./hcl.ts";
import { planText } from "./plan.ts";

/**
 * The repository a case stands for, by file name: `plan.json` with its `main.tf`, `template.yaml`, `manifests.yaml`,
 * `cluster.yaml`. `realPlan` is the text of the plan that `terraform-plan` names.
 */
export function caseFiles(given: Case, realPlan?: string): Readonly<Record<string, string>> {
  const { terraform, before, cloudformation, kubernetes, eksctl } = given;
  return {
    ...(terraform === undefined
      ? {}
      : { "plan.json": planText(terraform, before), "main.tf": configurationText(terraform) }),
    ...(realPlan === undefined ? {} : { "plan.json": realPlan }),
    ...(cloudformation === undefined ? {} : { "template.yaml": cloudformation }),
    ...(kubernetes === undefined ? {} : { "manifests.yaml": kubernetes }),
    ...(eksctl === undefined ? {} : { "cluster.yaml": eksctl }),
  };
}
