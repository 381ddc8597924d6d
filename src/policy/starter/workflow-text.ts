import type { Repository, TerraformRoot } from "./repository.ts";
import { scalarText } from "./yaml-text.ts";

/** A workflow that asks the gate on every pull request, with a plan of each folder of Terraform before it. */
export function workflowText({ roots }: Pick<Repository, "roots">): string {
  const lines = [
    "name: EKS policy gate",
    "on:",
    "  pull_request:",
    "  merge_group:",
    "permissions:",
    "  contents: read",
    "  pull-requests: write # for the comment; without it the verdict is the same",
    ...(roots.length === 0 ? [] : ["  id-token: write # to become the role that plans"]),
    "concurrency:",
    "  group: ${{ github.workflow }}-${{ github.ref }}",
    "  cancel-in-progress: ${{ github.event_name == 'pull_request' }}",
    "jobs:",
    "  gate:",
    "    runs-on: ubuntu-latest",
    "    steps:",
    "      - uses: actions/checkout@08c6903cd8c0fde910a37f88322edcfb5dd907a8 # v5.0.0",
    "        with:",
    "          fetch-depth: 2 # what is checked out is a merge; this lets findings have the lines of your own commit",
    ...(roots.length === 0 ? [] : planning(roots)),
    "      - uses: eks-policy-gate/eks-policy-gate@v1",
  ];
  return `${lines.join("\n")}\n`;
}

function planning(roots: readonly TerraformRoot[]): readonly string[] {
  const tools = [...new Set(roots.map(({ tool }) => tool))];
  return [
    "      # A plan reads the state and asks AWS. AWS_PLAN_ROLE is a role that may only read, and trusts this repository.",
    "      - uses: aws-actions/configure-aws-credentials@e3dd6a429d7300a6a4c196c26e071d42e0343502 # v4.0.2",
    "        with:",
    "          role-to-assume: ${{ vars.AWS_PLAN_ROLE }}",
    "          aws-region: ${{ vars.AWS_REGION }}",
    ...tools.flatMap((tool) => setup[tool]),
    ...roots.flatMap(planSteps),
  ];
}

/** Without their wrappers, which print lines of their own before a plan. */
const setup: Readonly<Record<TerraformRoot["tool"], readonly string[]>> = {
  terraform: [
    "      - uses: hashicorp/setup-terraform@b9cd54a3c349d3f38e8881555d616ced269862dd # v3.1.2",
    "        with:",
    "          terraform_wrapper: false",
  ],
  tofu: ["      - uses: opentofu/setup-opentofu@v1", "        with:", "          tofu_wrapper: false"],
};

function planSteps({ folder, tool }: TerraformRoot): readonly string[] {
  return [
    `      - name: ${scalarText(folder === "." ? "plan" : `plan ${folder}`)}`,
    ...(folder === "." ? [] : [`        working-directory: ${scalarText(folder)}`]),
    "        run: |",
    `          ${tool} init -input=false`,
    `          ${tool} plan -input=false -lock=false -out=tfplan`,
    `          ${tool} show -json tfplan > plan.json`,
  ];
}
