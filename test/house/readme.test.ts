import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { load as yaml } from "js-yaml";
import { expect, test } from "vitest";
import { load } from "../../src/gate/load.ts";
import { readSettings } from "../../src/policy/settings.ts";

interface Action {
  readonly inputs: Readonly<Record<string, { readonly description: string; readonly default: string }>>;
  readonly outputs: Readonly<Record<string, { readonly description: string }>>;
}

/** `npm test -- -u` rewrites these files and the generated parts of README.md, in this order. */
const expectedFiles = {
  terminal: "../../examples/shop/terminal.txt",
  markdown: "../../examples/shop/comment.md",
};

test("the example says in the terminal what is committed beside it", async () => {
  const { status, report } = terminal();
  expect(status).toBe(1);
  await expect(report).toMatchFileSnapshot(expectedFiles.terminal);
});

test("the example says on a pull request what is committed beside it", async () => {
  const { status, stdout } = gate("--format", "markdown");
  expect(status).toBe(1);
  await expect(stdout).toMatchFileSnapshot(expectedFiles.markdown);
});

test("README says what action.yml, the policies and the example say", async () => {
  const action = yaml(readFileSync("action.yml", "utf8")) as Action;
  const parts = {
    example: example(),
    inputs: inputs(action),
    outputs: outputs(action),
    policies: await policies(),
  };
  const readme = readFileSync("README.md", "utf8");
  const generated = Object.entries(parts).reduce((text, [name, part]) => {
    const marked = new RegExp(`(<!-- generated: ${name} -->\n)[^]*?(<!-- /generated -->)`);
    expect(text).toMatch(marked);
    return text.replace(marked, (_, open: string, close: string) => `${open}${part}${close}`);
  }, readme);
  await expect(generated).toMatchFileSnapshot("../../README.md");
});

test("what README links to in this repository is there", () => {
  const links = [...readFileSync("README.md", "utf8").matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map(
    ([, file]) => file ?? "",
  );
  expect(links.length).toBeGreaterThan(5);
  expect(links.filter((file) => !existsSync(file))).toEqual([]);
});

/** A finding that blocks, and all that follows the findings: open questions, and the end. */
function example(): string {
  const { report } = terminal();
  const sections = report.split(/^(?=examples\/shop\/\S+\n)/m);
  const blocking = sections.find((section) => section.includes("✗ critical  world-open-admin-port")) ?? "";
  const [first = ""] = blocking
    .split(/\n(?= {2}\d+:\d+ )/)
    .slice(0, 2)
    .slice(-1);
  const file = blocking.slice(0, blocking.indexOf("\n\n") + 2);
  const end = report.slice(report.search(/^\d+ open questions?$/m));
  return `\n\`\`\`\n${file}${first.trimEnd()}\n\n${end.trimEnd()}\n\`\`\`\n\n`;
}

function inputs(action: Action): string {
  const rows = Object.entries(action.inputs).map(([name, input]) => {
    const value = input.default === "" ? "" : `\`${input.default}\``;
    return `| \`${name}\` | ${input.description} | ${value} |\n`;
  });
  return `\n| input | | default |\n| --- | --- | --- |\n${rows.join("")}\n`;
}

function outputs(action: Action): string {
  const rows = Object.entries(action.outputs).map(
    ([name, { description }]) => `| \`${name}\` | ${description} |\n`,
  );
  return `\n| output | |\n| --- | --- |\n${rows.join("")}\n`;
}

/** The families, and of each what it is for. */
async function policies(): Promise<string> {
  const { policies } = await load(
    readSettings({ root: ".", packaged: "policies", policies: ["recommended"] }),
  );
  const families = [...new Set(policies.map(({ family }) => family))];
  const rows = families.map((family) => {
    const members = policies.filter((policy) => policy.family === family);
    const worst = severities.flatMap((severity) => members.filter((policy) => policy.severity === severity));
    const some = worst.slice(0, 2).map(({ id, title }) => `[${title}](policies/${family}/${id}.yaml)`);
    return `| [${family}](policies/${family}/README.md) | ${members.length} | ${some.join("; ")} |\n`;
  });
  return `\n| family | policies | such as |\n| --- | --- | --- |\n${rows.join("")}\n`;
}

const severities = ["critical", "high", "medium", "low"];

/** Without the time it took, which differs each time. */
function terminal() {
  const { status, stdout } = gate("--format", "terminal");
  return { status, report: stdout.replace(/ in \d[\d.,]* m?s$/m, "") };
}

function gate(...options: readonly string[]) {
  const args = ["dist/cli.js", "check", "examples/shop", "--date", "2026-01-01", ...options];
  return spawnSync(process.execPath, args, { encoding: "utf8", env: { PATH: process.env.PATH } });
}
