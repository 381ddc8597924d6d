import path from "node:path";
import { describe, expect, it } from "vitest";
import { command } from "./command.ts";
import { closedGroup, openGroup } from "./inputs.ts";

const gate = command();
const ports = path.resolve("policies/security-groups/world-open-admin-port.yaml");

/** A folder with the reports of two runs. */
function reports(): string {
  const folder = gate.folder({ "prod/sg.yaml": openGroup, "dev/sg.yaml": closedGroup, "broken.json": "{" });
  for (const name of ["prod", "dev"])
    gate.runIn(folder, ["check", name, "-p", ports, "--format", "json", "--output", `${name}.json`]);
  return folder;
}

describe("`merge`", () => {
  it("answers for all reports together", () => {
    const folder = reports();
    const { code, out } = gate.runIn(folder, ["merge", "dev.json", "prod.json"]);
    expect(code).toBe(1);
    expect(out).toMatch(/✗ blocked by 1 finding\n$/);
    expect(out).toContain("prod/sg.yaml");
    expect(gate.runIn(folder, ["merge", "dev.json"]).code).toBe(0);
  });

  it("writes a report that can be joined again", () => {
    const folder = reports();
    gate.runIn(folder, ["merge", "dev.json", "prod.json", "-f", "json", "-o", "both.json"]);
    const { code, out } = gate.runIn(folder, ["merge", "both.json", "prod.json", "-f", "json"]);
    expect(code).toBe(1);
    expect(JSON.parse(out).findings).toHaveLength(1);
  });

  it.each(["none.json", "broken.json", "."])("gives no verdict where a report is none (%s)", (name) => {
    const { code, out } = gate.runIn(reports(), ["merge", "dev.json", name]);
    expect(code).toBe(2);
    expect(out).toContain(`the report \`${name}\``);
  });

  it("wants to be told which reports", () => {
    const { code, err } = gate.run(["merge"]);
    expect(code).toBe(2);
    expect(err).toContain("merge takes the JSON reports to join");
  });
});
