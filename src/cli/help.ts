const overview = `eks-policy-gate: a policy gate for what a pull request would deploy to Amazon EKS

Usage
  eks-policy-gate check [paths...]     judge Terraform plans, CloudFormation, manifests and eksctl files
  eks-policy-gate merge <reports...>   join the JSON reports of several runs into one verdict
  eks-policy-gate list                 the policies there are, and what they do
  eks-policy-gate explain <policy>     one policy: what, why, how to fix it
  eks-policy-gate init                 write a configuration, a workflow and a first policy for this repository
  eks-policy-gate new <id>             begin a policy of your own, with its cases
  eks-policy-gate lint [files]         what is wrong in your policies, and what could be better
  eks-policy-gate test [files]         run the cases of your policies
  eks-policy-gate inspect [paths...]   what policies see of it, and what an expression answers
  eks-policy-gate sets lock            take policies of others, and lock what they are
  eks-policy-gate lsp                  help an editor with policy files: a language server
  eks-policy-gate impact [paths...]    what other policies would change: --from recommended --to strict
  eks-policy-gate stats <reports...>   over saved reports: which policies fire, are waived, never apply
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
  lint: `Says what is wrong in policies, configuration and waivers, all of it at once, and what would make policies better.

Usage
  eks-policy-gate lint [files|folders] [options]

  Without files, the configuration, its waivers, and the policies of your own that it names. Advice is about a policy
  that nothing can violate, an id or a title that does not name the defect, a message without the value that was found,
  formats without a case, and violated cases that do not say where.

Options
      --packaged           the policies that come with the gate
      --strict             advice counts as well
  -c, --config <file>      configuration; .github/eks-policy-gate.yaml where it exists
  -f, --format <format>    terminal (default), json, sarif, github: annotations of a workflow

Exit codes
  0  nothing is wrong
  1  something is, or with --strict could be better
  2  a file or folder is not there, or the command is wrong

Examples
  eks-policy-gate lint policies
  eks-policy-gate lint .github/eks-policy-gate.yaml policies --strict`,
  test: `Runs the cases of policies, and says which are not as they say: missed, noisy, guessed, misplaced or unreadable.

Usage
  eks-policy-gate test [files|folders] [options]

  Without files, the policies of your own that the configuration names. Each case is read and judged as a pull request
  would be. Of one that is wrong, every expression is told with the value of each of its parts.

Options
      --packaged           the policies that come with the gate
      --filter <glob>      only policies with such an id; * stands for any part of it
      --coverage           which parts of expressions no case decides: never true, never false, never asked
      --mutate             which small changes of a policy no case notices: a limit, an operator, a quantifier, a
                           condition that is left out; and a score
      --min-score <n>      with --mutate: fail where less than so many percent are noticed
  -w, --watch              run again whenever a file changes
  -c, --config <file>      configuration; .github/eks-policy-gate.yaml where it exists
  -f, --format <format>    terminal (default), json, junit

Exit codes
  0  every case is as it says
  1  one is not, or the score is too low
  2  a policy or a case cannot be read, or the command is wrong

Examples
  eks-policy-gate test policies
  eks-policy-gate test policies/team/node-group-without-owner.yaml --watch
  eks-policy-gate test --mutate --min-score 90`,
  sets: `Takes policies of others: from a repository or an installed package that the configuration names.

  policies:
    - recommended
    - github: acme/eks-policies@v3
    - npm: "@acme/eks-policies"

Usage
  eks-policy-gate sets lock [--update]   fetch them, and write down what they are in .github/eks-policy-gate.lock.yaml
  eks-policy-gate sets verify            look, without the network, whether they still are what is locked

  What comes from a repository is put into .github/eks-policy-gate.sets, to be committed: no run of the gate needs the
  network for it, and a pull request shows what an update changes. Whatever is not as locked is an error; so is a tag
  that has moved, until --update is given.

Options
  -p, --policies <set>     github:acme/eks-policies@v3, npm:@acme/eks-policies; may be given several times
  -c, --config <file>      configuration; .github/eks-policy-gate.yaml where it exists
      --update             take what has changed under the same name

Example
  eks-policy-gate sets lock`,
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
  init: `Writes .github/eks-policy-gate.yaml, .github/workflows/eks-policy-gate.yml and a first policy with its cases, for
the repository in the current folder, and says what to do next. What is there already is left as it is.

Usage
  eks-policy-gate init [options]

Options
  -n, --dry-run            only show what would be written

Example
  eks-policy-gate init --dry-run`,
  lsp: `Serves an editor that speaks the Language Server Protocol, over standard input and output.

In policy files it shows every mistake while they are written; what a field is, its type and which formats supply it;
what could stand in an expression and after select; and where parameters, named parts and concepts are declared. In
configurations and waivers it shows mistakes.

Usage
  eks-policy-gate lsp [--stdio]

Example, for Neovim
  vim.lsp.config("eks-policy-gate", { cmd = { "npx", "eks-policy-gate", "lsp" }, filetypes = { "yaml" } })
  vim.lsp.enable("eks-policy-gate")`,
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
  inspect: `Shows what policies see: the things that were read, with every field, where it comes from, and whether it is known.

Usage
  eks-policy-gate inspect [paths...] [<concept> [<name>]] [options]

  Without a concept, how many things of each were read. With one, such as NodeGroup, those; with a name, such as workers,
  that one with all its fields. A name is an address, the last word of it, or what the field \`name\` says. What is
  sensitive is not shown.

Options
  -e, --eval <expression>  ask this of every thing of the concept, as \`self\`, or of the one that is named; the answer as
                           a tree of its parts where there are few
  -f, --format <format>    terminal (default), json, or mermaid: a picture of one thing and what is around it
  -o, --output <file>      write it to a file instead of the terminal
  -c, --config <file>      configuration; .github/eks-policy-gate.yaml where it exists
  -x, --exclude <glob>     leave files out; may be given several times
  -i, --inventory <file>   what the account already has, made with examples/inventory; several for several accounts
      --parameters <file>  values for the parameters of CloudFormation templates, as the AWS CLI takes them
      --date <YYYY-MM-DD>  the day that \`now\` is; today where it is left out

Examples
  eks-policy-gate inspect
  eks-policy-gate inspect infra NodeGroup workers
  eks-policy-gate inspect Cluster prod --format mermaid
  eks-policy-gate inspect NodeGroup workers --eval 'size(self.subnets.map(s, s.zone).distinct()) >= 2'`,
  impact: `Tells what a change of policies would do, before anybody meets it.

Usage
  eks-policy-gate impact --from <policies> --to <policies> [paths...] [options]

  Each path is a repository, a plan or any other input, judged once by each of the two, under its own configuration; the
  current folder where none is named. Everything that is found counts: what its base has already, and what is waived.
  What was found and is no longer is satisfied, or does not apply, or its policy is no longer asked.

  A path may also be a JSON report of check, or a folder of nothing else. Their input is not there to be asked again:
  told is what follows for policies that are gone, or ask the same and do more or less. Those that are new or ask
  something else are named.

Options
      --from <policies>    recommended, strict, seeds, none, a folder or file of policies, or git:<commit>:<folder>; may
                           be given several times
      --to <policies>      the same: what would take its place
  -x, --exclude <glob>     leave files out; may be given several times
  -f, --format <format>    terminal (default), json, markdown
  -o, --output <file>      write it to a file instead of the terminal
      --date <YYYY-MM-DD>  judge as of this day; today where it is left out

  It ends with 0, whatever it finds, and with 2 where something could not be judged.

Examples
  eks-policy-gate impact --from recommended --to strict
  eks-policy-gate impact --from git:origin/main:policies --to policies ../shop ../billing
  eks-policy-gate impact --from recommended --to strict --format markdown reports/`,
  stats: `Tells what policies did over saved reports: which fire, are waived, cannot tell, or never apply.

Usage
  eks-policy-gate stats <reports...> [options]

  Reports are what check writes with --format json; a folder stands for the JSON files in it. A policy is told once, by
  what there is to think about: mend or except what it finds, loosen what is mostly waived, make known what is mostly
  not, tighten what holds everywhere, drop what never applies.

Options
  -f, --format <format>    terminal (default), json, markdown
  -o, --output <file>      write it to a file instead of the terminal

Example
  eks-policy-gate check --format json --output reports/shop.json
  eks-policy-gate stats reports/`,
};

/** The page of a command, or the overview. */
export function help(command?: string): string {
  return (command === undefined ? undefined : pages[command]) ?? overview;
}
