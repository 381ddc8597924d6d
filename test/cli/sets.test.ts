import { describe, expect, it } from "vitest";
import { command } from "./command.ts";
import { closedGroup, namedGroup } from "./inputs.ts";

const gate = command();

describe("a policy that is off", () => {
  const files = {
    "sg.yaml": closedGroup,
    "policies/names/group-without-name.yaml": namedGroup.replace("enforcement: warn", "enforcement: off"),
  };
  const own = ["-p", "./policies"];

  it("is not asked, and not among what was asked", () => {
    const { code, out } = gate.run(["check", "sg.yaml", "-p", "recommended", ...own, "-f", "json"], {
      files,
    });
    expect(code).toBe(0);
    expect(out).toContain("world-open-admin-port");
    expect(out).not.toContain("group-without-name");
  });

  it("is listed as off", () => {
    expect(gate.run(["list", ...own], { files }).out).toMatch(/group-without-name {2}off {4}low/);
  });

  it("is asked where the configuration turns it on", () => {
    const config = "policies: [./policies]\noverride: { group-without-name: { enforcement: deny } }\n";
    const { code, out } = gate.run(["check", "sg.yaml", "-c", "gate.yaml"], {
      files: { ...files, "gate.yaml": config },
    });
    expect(code).toBe(1);
    expect(out).toContain("group-without-name");
  });
});
