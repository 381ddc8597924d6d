import { describe, expect, test } from "vitest";
import { showPlace } from "../../../src/base/place.ts";
import { locate } from "../../../src/locate/locate.ts";
import type { Json } from "../../../src/source/declaration.ts";
import { read } from "../../../src/source/read.ts";
import { memoryTree } from "../../../src/source/tree.ts";
import { finding, ref } from "../findings.ts";

type Files = Readonly<Record<string, string>>;

/** A plan of one log group, whose retention is a variable. */
function planOf(variables: Readonly<Record<string, Json>>): string {
  const [days] = Object.values(variables);
  return JSON.stringify({
    format_version: "1.2",
    variables: Object.fromEntries(Object.entries(variables).map(([name, value]) => [name, { value }])),
    resource_changes: [
      {
        address: "aws_cloudwatch_log_group.a",
        mode: "managed",
        type: "aws_cloudwatch_log_group",
        name: "a",
        change: {
          actions: ["create"],
          before: null,
          after: { retention_in_days: days ?? null },
          after_unknown: {},
        },
      },
    ],
  });
}

const code = 'variable "days" {\n  default = 7\n}\nvariable "team" {\n}\n';
const group = 'resource "aws_cloudwatch_log_group" "a" {\n  retention_in_days = var.days\n}\n';

/** What supplied the variable `days` of a plan with these values. */
function supplied(variables: Readonly<Record<string, Json>>, files: Files): string {
  const all = { "main.tf": code + group, "plan.json": planOf(variables), ...files };
  const tree = memoryTree(all);
  const sources = read(tree, { wanted: () => true });
  const days = ref("terraform", "plan.json", "aws_cloudwatch_log_group.a", ["retention_in_days"]);
  const [located] = locate([finding(days)], tree, sources);
  const last = located?.trail.at(-1);
  return last === undefined ? "nothing" : `${showPlace(last.place)} ${last.what}`;
}

const outside = "main.tf:1:1 variable `days`, given on the command line or by the environment";
const several = "main.tf:1:1 variable `days`, which several files may give";

test("a file that gives a value to a sensitive variable is marked, so that its lines are shown to nobody", () => {
  const plan = JSON.parse(planOf({ days: 30, key: "hunter2" }));
  const secretKey = { root_module: { variables: { days: {}, key: { sensitive: true } } } };
  const files = {
    "main.tf": code + group,
    "a.auto.tfvars": 'days = 30\nkey = "hunter2"\n',
    "plan.json": JSON.stringify({ ...plan, configuration: secretKey }),
  };
  const tree = memoryTree(files);
  const days = ref("terraform", "plan.json", "aws_cloudwatch_log_group.a", ["retention_in_days"]);
  const [located] = locate([finding(days)], tree, read(tree, { wanted: () => true }));
  expect(located).toMatchObject({ place: { file: "a.auto.tfvars", line: 1 }, secret: true });
});

describe("the value of a variable of the root module", () => {
  test("comes from its default where nothing else gives it", () => {
    expect(supplied({ days: 7 }, {})).toBe("main.tf:2:13 default of variable `days`");
    expect(supplied({ days: "7" }, {})).toBe("main.tf:2:13 default of variable `days`");
  });

  test("comes from the file that Terraform lets win", () => {
    const files: Files = {
      "terraform.tfvars": "days = 30\n",
      "a.auto.tfvars": "days = 30\n",
      "b.auto.tfvars": "# later by name\ndays = 30\n",
    };
    expect(supplied({ days: 30 }, files)).toBe("b.auto.tfvars:2:8 `b.auto.tfvars`");
    const json = { "terraform.tfvars": "days = 30\n", "terraform.tfvars.json": '{ "days": 30 }' };
    expect(supplied({ days: 30 }, json)).toBe("terraform.tfvars.json:1:11 `terraform.tfvars.json`");
  });

  test("does not come from a file that says something else, nor from one that it hides", () => {
    expect(supplied({ days: 7 }, { "terraform.tfvars": "days = 30\n" })).toBe(
      "main.tf:1:1 variable `days`, for which `terraform.tfvars` has another value",
    );
    const hidden = { "terraform.tfvars": "days = 30\n", "a.auto.tfvars": "days = 60\n" };
    expect(supplied({ days: 30 }, hidden)).toBe(
      "main.tf:1:1 variable `days`, for which `a.auto.tfvars` has another value",
    );
  });

  test("was given from outside where no file and no default says so", () => {
    expect(supplied({ days: 30 }, {})).toBe(outside);
    expect(supplied({ days: 30 }, { "other/main.tfvars": "team = 1\n" })).toBe(outside);
  });

  test("comes from the only named file that fits all of the plan", () => {
    const files = {
      "env/prod.tfvars": 'days = 30\nteam = "a"\n',
      "env/dev.tfvars": 'days = 30\nteam = "b"\n',
    };
    expect(supplied({ days: 30, team: "a" }, files)).toBe("env/prod.tfvars:1:8 `prod.tfvars`");
    expect(supplied({ days: 30, team: "b" }, files)).toBe("env/dev.tfvars:1:8 `dev.tfvars`");
    expect(supplied({ days: 30, team: "c" }, files)).toBe(outside);
  });

  test("is left open where two files fit, or a file and the default", () => {
    const files = { "env/a.tfvars": "days = 30\n", "env/b.tfvars": "days = 30\n" };
    expect(supplied({ days: 30 }, files)).toBe(several);
    expect(supplied({ days: 7 }, { "env/a.tfvars": "days = 7\n" })).toBe(several);
  });

  test("comes from a named file that says the same as the default, where that file was certainly used", () => {
    const files = { "env/prod.tfvars": 'days = 7\nteam = "a"\n' };
    expect(supplied({ days: 7, team: "a" }, files)).toBe("env/prod.tfvars:1:8 `prod.tfvars`");
  });

  test("is not looked for in a file that is broken or no text", () => {
    const files = {
      "a.auto.tfvars": "days = {{{",
      "b.auto.tfvars.json": '{"days',
      "c.auto.tfvars": "\u0000",
    };
    expect(supplied({ days: 7 }, files)).toMatch(/^main\.tf/);
  });
});
