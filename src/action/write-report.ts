import { mkdirSync, mkdtempSync, renameSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import type { Job } from "../github/job.ts";
import { log } from "../github/log.ts";
import { json } from "../report/json.ts";
import type { Answer } from "./answer.ts";

/** Writes the JSON report for later steps. Where it cannot be, the answer is empty and the log says why. */
export function writeReport({ shown, reported }: Answer, wanted: string | undefined, job: Job): string {
  if (wanted === undefined && job.temp === undefined) return "";
  try {
    const file =
      wanted === undefined
        ? join(mkdtempSync(join(job.temp ?? "", "eks-policy-gate-")), "report.json")
        : resolve(job.workspace, wanted);
    mkdirSync(dirname(file), { recursive: true });
    // Whoever cancels the job leaves the whole report behind or none.
    writeFileSync(`${file}.partial`, json(shown, { run: reported }));
    renameSync(`${file}.partial`, file);
    return file;
  } catch (error) {
    log(`the JSON report could not be written: ${String(error)}`);
    return "";
  }
}
