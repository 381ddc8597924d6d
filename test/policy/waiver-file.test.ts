import { describe, expect, test } from "vitest";
import { readWaivers } from "../../src/policy/waiver-file.ts";

const policies = ["world-open-ingress", "cluster-in-one-zone"];

function mistakes(text: string): readonly string[] {
  return readWaivers("waivers.yaml", text, policies).mistakes.map(
    ({ at, message }) => `${at.line}:${at.column} ${message}`,
  );
}

describe("a file of waivers", () => {
  test("says who answers for what, why and until when", () => {
    const text = `# who answers for what
- policy: world-open-ingress
  resource: module.edge["eu"].aws_security_group.lb[0]
  reason: public load balancer, behind WAF
  owner: "@acme/network"
  expires: 2027-03-31
- { policy: cluster-in-one-zone, resource: "module.dev.*", match: glob, file: ./dev.json, reason: no users, owner: ops@acme.example, expires: "2027-01-01" }
`;
    expect(readWaivers("waivers.yaml", text, policies)).toEqual({
      mistakes: [],
      waivers: [
        {
          policy: "world-open-ingress",
          resource: 'module.edge["eu"].aws_security_group.lb[0]',
          match: "exact",
          reason: "public load balancer, behind WAF",
          owner: "@acme/network",
          expires: "2027-03-31",
          at: { file: "waivers.yaml", line: 2, column: 3 },
        },
        {
          policy: "cluster-in-one-zone",
          resource: "module.dev.*",
          match: "glob",
          file: "dev.json",
          reason: "no users",
          owner: "ops@acme.example",
          expires: "2027-01-01",
          at: { file: "waivers.yaml", line: 7, column: 3 },
        },
      ],
    });
  });

  test("may be empty", () => {
    expect(readWaivers("waivers.yaml", "# none\n", policies)).toEqual({ waivers: [], mistakes: [] });
  });

  test("with mistakes is told all of them, each at its place", () => {
    expect(
      mistakes(`- policy: world-open-ingres
  resource: a
  reason: ""
  owner: network
  expires: 2027-02-30
  until: 2027-01-01
- policy: world-open-ingress
  resource: "**"
  match: globs
  expires: soon
- policy: world-open-ingress
  resource: "**/*"
  match: glob
  reason: all
  owner: "@acme/network"
  expires: 2027-01-01
`),
    ).toEqual([
      "6:3 unknown key `until`; known: policy, resource, match, file, reason, owner, expires",
      "3:12 `reason` must not be empty",
      "9:10 `match` must be exact or glob, not `globs`; did you mean `glob`?",
      "7:3 `reason` is missing",
      "7:3 `owner` is missing",
      "1:11 no policy is called `world-open-ingres`; did you mean `world-open-ingress`?",
      "4:10 `owner` must be `@user`, `@org/team` or an e-mail address, not `network`",
      "5:12 `expires` must be a day as in 2027-03-31, not `2027-02-30`",
      "10:12 `expires` must be a day as in 2027-03-31, not `soon`",
      "12:14 `**/*` means every resource; name some, or change the policy's `enforcement` under `override`",
    ]);
  });

  test.each(["policy", "resource", "reason", "owner", "expires"])("without `%s` is none", (key) => {
    const whole = {
      policy: "world-open-ingress",
      resource: "a",
      reason: "because",
      owner: "@a",
      expires: "2027-01-01",
    };
    const text = JSON.stringify([{ ...whole, [key]: undefined }]);
    expect(mistakes(text)).toEqual([`1:2 \`${key}\` is missing`]);
    expect(readWaivers("waivers.yaml", text, policies).waivers).toEqual([]);
  });

  test("that is something else is told so", () => {
    expect(mistakes("world-open-ingress: {}\n")).toEqual(["1:1 the file must be a list, not a map"]);
    expect(mistakes("- world-open-ingress\n")).toEqual([
      "1:3 the file must be a map, not `world-open-ingress`",
    ]);
  });
});
