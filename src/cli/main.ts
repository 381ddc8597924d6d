import { Failure, showFailure } from "../base/failure.ts";
import { escapeLog } from "../report/escape/log.ts";
import { version } from "../version.ts";
import { errorLine } from "./error-line.ts";

const exitCodes = { pass: 0, unjudged: 2, bug: 3 } as const;

const commands = {
  check: async () => (await import("./check.ts")).check,
  merge: async () => (await import("./merge.ts")).merge,
  sets: async () => (await import("./sets.ts")).sets,
  list: async () => (await import("./list.ts")).list,
  explain: async () => (await import("./explain.ts")).explain,
  lint: async () => (await import("./lint.ts")).lint,
  test: async () => (await import("./test.ts")).test,
  inspect: async () => (await import("./inspect.ts")).inspect,
  impact: async () => (await import("./impact.ts")).impactOf,
  stats: async () => (await import("./stats.ts")).stats,
  init: async () => (await import("./init.ts")).init,
  new: async () => (await import("./new.ts")).newPolicy,
  lsp: async () => (await import("./lsp.ts")).lsp,
};

async function main(args: readonly string[]): Promise<number> {
  const [first, ...rest] = args;
  if (first === "--version" || first === "-v") return say(version);
  if (first === undefined || first === "--help" || first === "-h")
    return say((await import("./help.ts")).help());
  if (first === "help") return showHelp(rest[0]);
  if (isCommand(first)) {
    if (rest.includes("--help") || rest.includes("-h")) return say((await import("./help.ts")).help(first));
    return (await commands[first]())(rest);
  }
  if (first.startsWith("-")) {
    throw new Failure("usage", `\`${first}\` stands before the command`, {
      hint: "options come after it: eks-policy-gate check --format json",
    });
  }
  return noCommand(first);
}

async function showHelp(command: string | undefined): Promise<number> {
  if (command !== undefined && !isCommand(command)) return noCommand(command);
  return say((await import("./help.ts")).help(command));
}

async function noCommand(name: string): Promise<never> {
  const { suggest } = await import("../base/suggest.ts");
  const meant = suggest(name, Object.keys(commands));
  const hint = meant === undefined ? "see eks-policy-gate --help" : `did you mean \`${meant}\`?`;
  throw new Failure("usage", `there is no command \`${name}\``, { hint });
}

function isCommand(name: string): name is keyof typeof commands {
  return Object.hasOwn(commands, name);
}

function say(text: string): number {
  process.stdout.write(`${text}\n`);
  return exitCodes.pass;
}

/** A reader that stops reading (`| head`) is no error of ours. */
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") process.exit(process.exitCode ?? exitCodes.pass);
  throw error;
});

main(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    if (error instanceof Failure) {
      errorLine(showFailure(error));
      process.exitCode = exitCodes.unjudged;
      return;
    }
    const stack = error instanceof Error ? error.stack : String(error);
    process.stderr.write(
      `${escapeLog(stack ?? "")}\n\nThis is a bug of eks-policy-gate ${version}, not of your input. ` +
        "Please report it with the lines above: https://github.com/eks-policy-gate/eks-policy-gate/issues\n",
    );
    process.exitCode = exitCodes.bug;
  },
);
