import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { build } from "esbuild";
import { afterAll, beforeAll } from "vitest";

const root = path.resolve(import.meta.dirname, "../..");

export interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** What is said on the command line, where, and with what in the environment. */
export interface Call {
  readonly files?: Readonly<Record<string, string | Uint8Array>>;
  readonly env?: Readonly<Record<string, string>>;
  /** A shell line instead of arguments; `gate` in it stands for the command. */
  readonly shell?: string;
}

/** The command as a user runs it: made of src/ for this test file, started as a process in a folder of its own. */
export function command() {
  const home = mkdtempSync(path.join(tmpdir(), "eks-policy-gate-"));
  const script = path.join(home, "dist", "cli.js");
  let folders = 0;

  beforeAll(async () => {
    await build({
      absWorkingDir: root,
      entryPoints: ["src/cli/main.ts"],
      outfile: script,
      bundle: true,
      platform: "node",
      format: "cjs",
      target: "node20",
      mainFields: ["module", "main"],
      logLevel: "warning",
    });
    symlinkSync(path.join(root, "policies"), path.join(home, "policies"));
  });
  afterAll(() => rmSync(home, { recursive: true, force: true }));

  return {
    /** Where it stands, for who starts it in a way of its own. */
    script,
    /** Writes files into a new folder and answers with its path. */
    folder(files: Readonly<Record<string, string | Uint8Array>> = {}): string {
      const folder = path.join(home, `run-${folders++}`);
      mkdirSync(folder, { recursive: true });
      for (const [file, content] of Object.entries(files)) {
        mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
        writeFileSync(path.join(folder, file), content);
      }
      return folder;
    },
    run(args: readonly string[], { files = {}, env = {}, shell }: Call = {}): Ran {
      return this.runIn(this.folder(files), args, env, shell);
    },
    runIn(folder: string, args: readonly string[], env: Call["env"] = {}, shell?: string): Ran {
      const { NO_COLOR: _no, FORCE_COLOR: _force, ...given } = process.env;
      const options = { cwd: folder, env: { ...given, ...env }, encoding: "utf8" } as const;
      const line = shell?.replace("gate", `'${process.execPath}' '${script}'`);
      const { status, stdout, stderr } =
        line === undefined
          ? spawnSync(process.execPath, [script, ...args], options)
          : spawnSync("bash", ["-c", line], options);
      return { code: status, out: stdout, err: stderr };
    },
  };
}
