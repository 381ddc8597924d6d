import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { Failure } from "../base/failure.ts";
import { readText } from "../policy/folder.ts";
import { configurationText } from "../policy/starter/configuration-text.ts";
import { firstPolicy } from "../policy/starter/first-policy.ts";
import { workflowText } from "../policy/starter/workflow-text.ts";
import { escapeLog } from "../report/escape/log.ts";
import { oneLine } from "../report/escape/visible.ts";
import { nextSteps } from "./next-steps.ts";
import { parse } from "./options.ts";
import { configurationFiles, ownPolicies } from "./own-policies.ts";
import { type Survey, survey } from "./survey.ts";
import { writeNew } from "./write-new.ts";

const options = { "dry-run": { type: "boolean", short: "n", default: false } } as const;

/** `init`: a configuration, a workflow and a first policy for the repository in the current folder. */
export async function init(args: readonly string[]): Promise<number> {
  const { values, positionals } = parse("init", args, options);
  if (positionals[0] !== undefined) {
    throw new Failure("usage", `init takes no \`${oneLine(positionals[0])}\``, {
      hint: "it looks at the current folder; see eks-policy-gate init --help",
    });
  }
  const root = process.cwd();
  const found = await survey(root);
  const files = filesFor(root, found);
  const { isDryRun, report } = values["dry-run"] ? printed(root, files) : written(root, files);
  const text = `found       ${whatIsThere(found)}\n${report}\n${nextSteps(steps(root, found, isDryRun))}`;
  process.stdout.write(escapeLog(text));
  return 0;
}

interface NewFile {
  readonly file: string;
  readonly text: string;
}

/** What to write, or what is there in its place: a team's own policies, or a workflow of another name. */
function filesFor(root: string, found: Survey): readonly NewFile[] {
  const { folder, isNamed } = ownPolicies(root, undefined);
  const texts = policyTexts(root, folder);
  const isOurs = texts.every((text) => /^select\s*:/m.test(text));
  const own = isNamed || isOurs ? folder : "eks-policies";
  const first = firstPolicy(found);
  const [configuration = ""] = configurationFiles;
  return [
    {
      file: configurationFiles.find((file) => existsSync(join(root, file))) ?? configuration,
      text: configurationText(found, own),
    },
    { file: workflowThatAsks(root) ?? `${workflows}/eks-policy-gate.yml`, text: workflowText(found) },
    { file: texts.length > 0 && own === folder ? own : `${own}/${first.file}`, text: first.text },
  ];
}

const workflows = ".github/workflows";

function workflowThatAsks(root: string): string | undefined {
  if (!existsSync(join(root, workflows))) return undefined;
  const files = readdirSync(join(root, workflows)).filter((file) => /\.ya?ml$/.test(file));
  const found = files.find((file) => readText(join(root, workflows, file)).includes("/eks-policy-gate@"));
  return found === undefined ? undefined : `${workflows}/${found}`;
}

/** What stands where policies are looked for; of another tool, perhaps, which ours cannot read. */
function policyTexts(root: string, folder: string): readonly string[] {
  if (!existsSync(join(root, folder))) return [];
  const files = readdirSync(join(root, folder), { recursive: true, encoding: "utf8" });
  return files.filter((file) => /\.ya?ml$/.test(file)).map((file) => readText(join(root, folder, file)));
}

function written(root: string, files: readonly NewFile[]) {
  const lines = files.map(({ file, text }) =>
    writeNew(root, file, text) ? `wrote       ${file}\n` : `left        ${file}, which is already there\n`,
  );
  return { isDryRun: false, report: lines.join("") };
}

function printed(root: string, files: readonly NewFile[]) {
  const parts = files.map(({ file, text }) =>
    existsSync(join(root, file))
      ? `would leave ${file}, which is already there\n`
      : `would write ${file}\n\n${text.replace(/^(?=.)/gm, "    ")}\n`,
  );
  return { isDryRun: true, report: parts.join("") };
}

function whatIsThere({ formats, roots, clusters, files, resources }: Survey): string {
  if (formats.length === 0) return "nothing that the gate reads; what is written suits any repository";
  const names = {
    terraform: "Terraform",
    cloudformation: "CloudFormation",
    kubernetes: "manifests",
    eksctl: "eksctl",
  };
  const parts = [
    formats.map((format) => names[format]).join(", "),
    `${files} ${files === 1 ? "file" : "files"} with ${resources} resources`,
    ...(clusters.length === 0 ? [] : [`clusters ${clusters.map(({ name }) => oneLine(name)).join(", ")}`]),
    ...(roots.length === 0 ? [] : [`Terraform in ${roots.map(({ folder }) => oneLine(folder)).join(", ")}`]),
  ];
  return parts.join("; ");
}

function steps(root: string, { roots, clusters, hasPlan }: Survey, isDryRun: boolean): readonly string[] {
  const lacking = clusters.length > 1 ? clusters.filter(({ files }) => files.manifests === undefined) : [];
  return [
    ...(isDryRun ? ["write the files: eks-policy-gate init"] : []),
    ...(roots.length === 0 || hasPlan
      ? ["see what it says today: eks-policy-gate check"]
      : [
          `see what it says today: make a plan (${roots[0]?.tool} show -json tfplan > plan.json), then eks-policy-gate check`,
        ]),
    ...(roots.length === 0
      ? []
      : [
          "set the variables AWS_PLAN_ROLE and AWS_REGION of the repository: a role that may only read, for the workflow's plan",
        ]),
    ...(lacking.length === 0
      ? []
      : [
          `say under \`clusters\` which manifests are applied to ${lacking.map(({ name }) => oneLine(name)).join(", ")}`,
        ]),
    "commit, open a pull request, and make the job `gate` a required check",
    ...(existsSync(join(root, ".git"))
      ? []
      : ["this folder is no git repository: run init where .github belongs"]),
  ];
}
