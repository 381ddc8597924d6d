import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { pullRequest } from "../action/events.ts";
import { pullRequestOf } from "../action/history.ts";
import { command } from "./command.ts";
import { closedGroup, openGroup } from "./inputs.ts";

const gate = command();
const ports = path.resolve("policies/security-groups/world-open-admin-port.yaml");
const repository = "octo-org/infrastructure";

/** A checkout of a pull request, and the payload of its event. */
function checkout(change: Readonly<Record<string, string>>) {
  const folder = gate.folder({ "old.yaml": openGroup, "sg.yaml": closedGroup });
  const head = pullRequestOf(folder, change);
  writeFileSync(
    path.join(folder, "event.json"),
    JSON.stringify(pullRequest({ repository, number: 7, head })),
  );
  return { folder, head };
}

describe("`check --event`", () => {
  it("prints the comment of the pull request: what it causes, linked to its commit", () => {
    const { folder, head } = checkout({ "sg.yaml": openGroup });
    const args = ["check", "--event", "event.json", "-p", ports, "--format", "markdown"];
    const { code, out, err } = gate.runIn(folder, args);
    expect({ code, err }).toEqual({ code: 1, err: "" });
    expect(out).toContain("blocked by 1 finding");
    expect(out).toContain(`https://github.com/${repository}/blob/${head}/sg.yaml#L`);
    expect(out).toContain("1 finding</b> was there before");
  });

  it("tells lines as the author's commit has them", () => {
    const { folder } = checkout({ "sg.yaml": openGroup });
    const git = (...args: readonly string[]) =>
      execFileSync("git", [...args], { cwd: folder, encoding: "utf8" });
    const before = gate.runIn(folder, ["check", "--event", "event.json", "-p", ports, "-f", "markdown"]).out;
    writeFileSync(path.join(folder, "sg.yaml"), `# one\n# two\n${git("show", "HEAD:sg.yaml")}`);
    const after = gate.runIn(folder, ["check", "--event", "event.json", "-p", ports, "-f", "markdown"]).out;
    expect(/sg\.yaml#L\d+(?:-L\d+)?/.exec(after)?.[0]).toBe(/sg\.yaml#L\d+(?:-L\d+)?/.exec(before)?.[0]);
  });

  it.each([
    ["is not there", "none.json", "cannot be read"],
    ["is no JSON", "broken.json", "cannot be read"],
    ["is of a push", "push.json", "not the event of a pull request"],
  ])("says so where the event %s", (_, file, message) => {
    const files = { "sg.yaml": closedGroup, "broken.json": "{", "push.json": '{"ref":"refs/heads/main"}' };
    const { code, err } = gate.run(["check", "--event", file], { files });
    expect(code).toBe(2);
    expect(err).toContain(message);
  });
});
