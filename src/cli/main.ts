import { Failure, showFailure } from "../base/failure.ts";
import { version } from "./version.ts";

const exitCodes = { pass: 0, unjudged: 2, bug: 3 } as const;

const commands = {
  check: async () => (await import("./check.ts")).check,
  list: async () => (await import("./list.ts")).list,
  explain: async () => (await import("./explain.ts")).explain,
};

async function main(args: readonly string[]): Promise<number> {
  const [first, ...rest] = args;
  if (first === "--version" || first === "-v") return say(version);
  if (first === undefined || first === "--help" || first === "-h" || first === "help") {
    return say((await import("./help.ts")).help(rest[0]));
  }
  if (isCommand(first)) {
    if (rest.includes("--help") || rest.includes("-h")) return say((await import("./help.ts")).help(first));
    return (await commands[first]())(rest);
  }
  const { didYouMean } = await import("../base/suggest.ts");
  const meant = didYouMean(first, Object.keys(commands));
  throw new Failure("usage", `there is no command \`${first}\`${meant}`, { hint: "see eks-policy-gate --help" });
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
      process.stderr.write(`error: ${showFailure(error)}\n`);
      process.exitCode = exitCodes.unjudged;
      return;
    }
    const stack = error instanceof Error ? error.stack : String(error);
    process.stderr.write(
      `${stack}\n\nThis is a bug of eks-policy-gate ${version}, not of your input. ` +
        "Please report it with the lines above: https://github.com/eks-policy-gate/eks-policy-gate/issues\n",
    );
    process.exitCode = exitCodes.bug;
  },
);
