import { describe, expect, it } from "vitest";
import { gate } from "../../src/gate.ts";
import { readSettings } from "../../src/policy/settings.ts";
import { type Annotation, annotations } from "../../src/report/annotations.ts";
import { renderComment } from "../../src/report/comment.ts";
import { json } from "../../src/report/json.ts";
import { renderSummary } from "../../src/report/summary.ts";
import { terminal } from "../../src/report/terminal.ts";
import { diskTree } from "../../src/source/disk.ts";
import { linesIn } from "../../src/source/lines.ts";

/**
 * A repository in, every report out. Each repository is judged by few policies that are named here, so that a new
 * policy changes no report. `npm test -- -u` writes the reports again; read what changed.
 */
const cases: Readonly<Record<string, readonly string[]>> = {
  terraform: [
    "iam-trust/cluster-role-for-others",
    "multi-az/node-group-in-one-zone",
    "quotas/node-group-size-over-quota",
    "security-groups/world-open-admin-port",
  ],
  clouds: [
    "multi-az/node-group-in-one-zone",
    "security-groups/node-ssh-from-anywhere",
    "security-groups/world-open-api-endpoint",
  ],
  manifests: ["multi-az/workload-not-spread-over-zones"],
};

describe.each(Object.entries(cases))("the repository of %s", (name, policies) => {
  const folder = `test/cases/${name}/repository`;
  const verdict = (async () =>
    gate({
      tree: await diskTree(folder, [], { exclude: [] }),
      settings: readSettings({
        root: ".",
        packaged: "policies",
        policies: policies.map((policy) => `policies/${policy}.yaml`),
      }),
      now: "2026-01-01",
      clock: () => 0,
    }))();
  const report = (file: string) => `${name}/reports/${file}`;

  it("is shown in the terminal", async () => {
    const text = terminal(await verdict, { colour: false, width: 100, lines: linesIn(folder) });
    await expect(text).toMatchFileSnapshot(report("terminal.txt"));
  });

  it("is written as JSON", async () => {
    await expect(json(await verdict)).toMatchFileSnapshot(report("report.json"));
  });

  it("is commented on the pull request", async () => {
    await expect(`${renderComment(await verdict, {})}\n`).toMatchFileSnapshot(report("comment.md"));
  });

  it("is summed up on the page of the run", async () => {
    await expect(`${renderSummary(await verdict, {})}\n`).toMatchFileSnapshot(report("summary.md"));
  });

  it("is annotated line by line", async () => {
    const text = annotations(await verdict)
      .map(shown)
      .join("\n");
    await expect(text).toMatchFileSnapshot(report("annotations.txt"));
  });
});

function shown({ level, title, message, place }: Annotation): string {
  const columns = place?.column === undefined ? "" : `:${place.column}`;
  const at = place === undefined ? "" : ` ${place.file}:${place.line ?? ""}${columns}`;
  return `${level}${at} ${title}\n${message.replace(/^/gm, "  ")}\n`;
}
