import { Failure } from "../base/failure.ts";
import { didYouMean } from "../base/suggest.ts";

/** What the workflow asks for under `with:`. */
export interface Inputs {
  /**
   * - `gate`: judges
   * - `merge`: joins the reports of runs that judged
   * - `impact`: tells what the policies of the pull request would do, beside those of its base
   * - `publish`: comments what the report of an earlier run says
   */
  readonly mode: "gate" | "merge" | "impact" | "publish";
  /** Files and folders to judge, relative to the workspace. */
  readonly paths: readonly string[];
  /** Policy files, folders and sets; empty for what the configuration says. */
  readonly policies: readonly string[];
  readonly config: string | undefined;
  /** On pull requests: whether policies, configuration and waivers are those of the base, or what the change makes of them. */
  readonly policyRef: "base" | "head";
  /** Files that say what accounts already have. */
  readonly inventories: readonly string[];
  /** Files of values for the parameters of templates. */
  readonly parameters: readonly string[];
  /** Globs of files to leave out, besides those the configuration leaves out. */
  readonly exclude: readonly string[];
  readonly comment: "on-findings" | "always" | "off";
  readonly commentKey: string;
  /** Whether the review carries fixes that apply with a click. */
  readonly reviewComments: "suggestions" | "off";
  readonly token: string;
  /** Where to write the JSON report as well; with `publish`, where it stands. */
  readonly reportJson: string | undefined;
  /** The JSON reports to join. */
  readonly reports: readonly string[];
}

/** The names in action.yml, which a test compares with these. */
export const inputNames = [
  "mode",
  "paths",
  "policies",
  "config",
  "policy-ref",
  "inventory",
  "parameters",
  "exclude",
  "comment",
  "comment-key",
  "review-comments",
  "github-token",
  "report-json",
  "reports",
] as const;

type InputName = (typeof inputNames)[number];

/** Reads and checks every input: that an input is required, or what it may say, GitHub does not check. */
export function readInputs(get: (name: InputName) => string): Inputs {
  const paths = list(get("paths"));
  return {
    mode: modeInput(get("mode").trim().toLowerCase()),
    paths: paths.length === 0 ? ["."] : paths,
    policies: list(get("policies")),
    config: optional(get("config")),
    policyRef: policyRefInput(get("policy-ref").trim().toLowerCase()),
    inventories: list(get("inventory")),
    parameters: list(get("parameters")),
    exclude: list(get("exclude")),
    comment: commentInput(get("comment").trim().toLowerCase()),
    commentKey: get("comment-key").trim(),
    reviewComments: reviewInput(get("review-comments").trim().toLowerCase()),
    token: get("github-token").trim(),
    reportJson: optional(get("report-json")),
    reports: list(get("reports")),
  };
}

/** One sentence for each input that is given and that there is none of. */
export function unknownInputs(env: Readonly<Record<string, string | undefined>>): readonly string[] {
  const known = new Set(inputNames.map(variable));
  return Object.keys(env)
    .filter((name) => name.startsWith("INPUT_") && !known.has(name))
    .map((name) => name.slice("INPUT_".length).toLowerCase().replaceAll("_", "-"))
    .sort()
    .map((name) => `there is no input \`${name}\`${didYouMean(name, inputNames)}`);
}

/** What the runner makes of an input's name: hyphens stay. */
function variable(name: string): string {
  return `INPUT_${name.toUpperCase().replaceAll(" ", "_")}`;
}

function modeInput(value: string): Inputs["mode"] {
  if (value === "") return "gate";
  if (value === "gate" || value === "merge" || value === "impact" || value === "publish") return value;
  throw new Failure("usage", `the input \`mode\` is \`${value}\``, {
    hint: "it may be `gate`, `merge`, `impact` or `publish`",
  });
}

function commentInput(value: string): Inputs["comment"] {
  switch (value) {
    case "":
      return "on-findings";
    case "on-findings":
    case "always":
    case "off":
      return value;
    // What `off` becomes on its way through an older YAML.
    case "false":
      return "off";
  }
  throw new Failure("usage", `the input \`comment\` is \`${value}\``, {
    hint: "it may be `on-findings`, `always` or `off`",
  });
}

function reviewInput(value: string): Inputs["reviewComments"] {
  if (value === "suggestions") return value;
  if (value === "" || value === "off" || value === "false") return "off";
  throw new Failure("usage", `the input \`review-comments\` is \`${value}\``, {
    hint: "it may be `suggestions` or `off`",
  });
}

function policyRefInput(value: string): Inputs["policyRef"] {
  if (value === "" || value === "base") return "base";
  if (value === "head") return "head";
  throw new Failure("usage", `the input \`policy-ref\` is \`${value}\``, {
    hint: "it may be `base` or `head`",
  });
}

/** One entry a line. */
function list(value: string): readonly string[] {
  return value
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
}

function optional(value: string): string | undefined {
  const trimmed = value.trim();
  return trimmed === "" ? undefined : trimmed;
}
