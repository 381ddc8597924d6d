import { join } from "node:path";
import { type ParseArgsConfig, parseArgs } from "node:util";
import { Failure } from "../base/failure.ts";
import { suggest } from "../base/suggest.ts";
import { packaged, prepared } from "../packaged.ts";
import { readSettings, type Settings, type SettingsOptions } from "../policy/settings.ts";

type Options = NonNullable<ParseArgsConfig["options"]>;

/** The options that say by which policies is judged; every command has them. */
export const policyOptions = {
  policies: { type: "string", short: "p", multiple: true },
  config: { type: "string", short: "c" },
} as const satisfies Options;

/** The words and options of a command. Throws `Failure("usage")` for what it does not know. */
export function parse<const Known extends Options>(command: string, args: readonly string[], options: Known) {
  const hint = `see eks-policy-gate ${command} --help`;
  for (const arg of args) {
    const [, name] = /^--([^=]+)/.exec(arg) ?? [];
    if (arg === "--") break;
    if (name !== undefined && options[name] === undefined) {
      const meant = suggest(name, Object.keys(options));
      throw new Failure("usage", `there is no option \`--${name}\``, {
        hint: meant === undefined ? hint : `did you mean \`--${meant}\`?`,
      });
    }
  }
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error);
    throw new Failure("usage", inOurWords(said.split(". ")[0] ?? ""), { hint });
  }
}

/** What node:util says, as this program says things. */
function inOurWords(said: string): string {
  const [, wanting] = /^Option '(?:-\w, )?(--\w+) <value>' argument/.exec(said) ?? [];
  if (wanting !== undefined) return `the option \`${wanting}\` needs a value`;
  return said
    .replace(/^Unknown option/, "there is no option")
    .replace(/^Option '(?:-\w, )?(--\w+)'/, "the option '$1'")
    .replaceAll("'", "`");
}

/** Policies that come with the gate come without their cases, unless those are wanted. */
export function settingsOf(values: PolicyValues, wanted = { cases: false }): Settings {
  return readSettings(settingsOptions(values, wanted));
}

export function settingsOptions(values: PolicyValues, wanted = { cases: false }): SettingsOptions {
  const { policies = [], config, inventory: inventories = [], parameters = [] } = values;
  const fast = wanted.cases ? {} : { prepared };
  return { root: process.cwd(), packaged, ...fast, config, policies, inventories, parameters };
}

/** The policies that come with the gate as their files are, with their cases. */
export function packagedOptions(): SettingsOptions {
  return { root: join(packaged, ".."), packaged, policies: ["recommended"] };
}

interface PolicyValues {
  readonly policies?: string[];
  readonly config?: string;
  readonly inventory?: string[];
  readonly parameters?: string[];
}
