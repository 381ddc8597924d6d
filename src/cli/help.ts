const overview = `eks-policy-gate: a policy gate for what a pull request would deploy to Amazon EKS

Usage
  eks-policy-gate check [paths...]     judge Terraform plans, CloudFormation, manifests and eksctl files
  eks-policy-gate merge <reports...>   join the JSON reports of several runs into one verdict
  eks-policy-gate list                 the policies there are, and what they do
  eks-policy-gate explain <policy>     one policy: what, why, how to fix it
  eks-policy-gate new <id>             begin a policy of your own, with its cases
  eks-policy-gate help <command>       more about a command

Example
  terraform show -json tfplan > plan.json
  eks-policy-gate check .

Exit codes
  0  pass       everything was judged and nothing blocks
  1  blocked    a policy that denies is violated
  2  unjudged   something could not be read, or there was nothing to judge, or the command is wrong
  3  bug        of eks-policy-gate itself`;

const pages: Readonly<Record<string, string>> = {
  check: `Judges what a repository would deploy.

Usage
  eks-policy-gate check [paths...] [options]

  Paths are files or folders; the current folder where none is named. Files are recognised by what is in them:
  Terraform and OpenTofu plans (terraform show -json), CloudFormation templates, Kubernetes manifests and eksctl
  ClusterConfig. Everything else is left alone.

Options
  -p, --policies <set>     recommended, strict, seeds, or a folder or file of policies; may be given several times
  -c, --config <file>      configuration; .github/eks-policy-gate.yaml where it exists
  -x, --exclude <glob>     leave files out; may be given several times
  -i, --inventory <file>   what the account already has, made with examples/inventory; several for several accounts
      --parameters <file>  values for the parameters of CloudFormation templates, as the AWS CLI takes them; for one
                           template as <template>=<file>; may be given several times
  -b, --base <ref>         count only what came since this branch or commit, and judge by its policies
      --event <file>       judge and tell as the Action does for this pull request: the payload of its event, as
                           $GITHUB_EVENT_PATH has it; with --format markdown, the comment
  -f, --format <format>    terminal (default), json, markdown, html, sarif, junit
  -o, --output <file>      write the report to a file instead of the terminal
  -q, --quiet              only what blocks, and the verdict
      --date <YYYY-MM-DD>  judge as of this day; today where it is left out

Examples
  eks-policy-gate check
  eks-policy-gate check --base origin/main
  eks-policy-gate check plan.json k8s/ --format json --output report.json
  eks-policy-gate check infra --policies recommended --policies ./policies`,
  merge: `Joins the JSON reports of several runs, such as those of a matrix, into one verdict.

Usage
  eks-policy-gate merge <reports...> [options]

  Name every report, one by one. One that is not there, cannot be read, or is of another commit than the others leaves
  the whole without a verdict. What several of them found at the same place is told once.

Options
  -f, --format <format>    terminal (default), json, markdown, html, sarif, junit
  -o, --output <file>      write the report to a file instead of the terminal
  -q, --quiet              only what blocks, and the verdict

Example
  eks-policy-gate merge prod.json staging.json`,
  list: `Lists the policies there are: what a violation does, and what it does under another set.

Usage
  eks-policy-gate list [options]

Options
  -p, --policies <set>     recommended, strict, seeds, or a folder or file of policies; may be given several times
  -c, --config <file>      configuration; .github/eks-policy-gate.yaml where it exists

Example
  eks-policy-gate list`,
  explain: `Explains a policy: what it asks, why, how to fix what it finds, and when it cannot tell.

Usage
  eks-policy-gate explain <policy> [options]

Options
  -p, --policies <set>     recommended, strict, seeds, or a folder or file of policies; may be given several times
  -c, --config <file>      configuration; .github/eks-policy-gate.yaml where it exists

Example
  eks-policy-gate explain node-group-in-one-zone`,
  new: `Begins a policy of your own: a file that loads, with its cases to fill in for every format its concept has.

Usage
  eks-policy-gate new <id> --select <concept> [options] [paths...]

  The id names the defect: node-group-without-owner. The file is <family>/<id>.yaml in the folder of policies that the
  configuration names, or else in policies/. What is there already is never overwritten.

Options
  -s, --select <concept>   what is asked: Cluster, NodeGroup, Workload, ...; see VOCABULARY.md
      --from <address>     make the first cases of this resource, as it stands in the files of the paths; what may be a
                           secret is left out
      --family <name>      the folder it stands in; team where this is left out
  -p, --policies <set>     policies whose ids are taken; recommended where this is left out
  -c, --config <file>      configuration; .github/eks-policy-gate.yaml where it exists

Examples
  eks-policy-gate new node-group-without-owner --select NodeGroup
  eks-policy-gate new cluster-of-another-name --select Cluster --from module.eks.aws_eks_cluster.this plan.json`,
};

/** The page of a command, or the overview. */
export function help(command?: string): string {
  return (command === undefined ? undefined : pages[command]) ?? overview;
}
