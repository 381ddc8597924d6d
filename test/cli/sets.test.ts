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
    expect(gate.run(["list", ...own], { files }).out).toMatch(/group-without-name +off +low/);
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

describe("`-p` with a set", () => {
  it("that is none says which was meant", () => {
    const { code, err } = gate.run(["list", "-p", "strikt"]);
    expect({ code, err }).toEqual({
      code: 2,
      err: "error: there is no set or folder `strikt`; did you mean `strict`?\n",
    });
  });

  const zone = (zones: readonly string[]) => `Resources:
${zones
  .map(
    (name, index) =>
      `  S${index}: { Type: AWS::EC2::Subnet, Properties: { VpcId: vpc-1, AvailabilityZone: ${name} } }\n`,
  )
  .join("")}  Group:
    Type: AWS::EKS::Nodegroup
    Properties:
      ClusterName: prod
      NodeRole: arn:aws:iam::111122223333:role/nodes
      Subnets: [${zones.map((_, index) => `!Ref S${index}`).join(", ")}]
`;

  it("judges by it: what `recommended` only warns of blocks under `strict`", () => {
    const files = { "nodes.yaml": zone(["eu-west-1a", "eu-west-1a"]) };
    expect(gate.run(["check", "nodes.yaml"], { files }).code).toBe(0);
    expect(gate.run(["check", "nodes.yaml", "-p", "strict"], { files }).code).toBe(1);
    const config = { "gate.yaml": "policies: [strict]\n" };
    expect(
      gate.run(["check", "nodes.yaml", "-c", "gate.yaml"], { files: { ...files, ...config } }).code,
    ).toBe(1);
  });
});
