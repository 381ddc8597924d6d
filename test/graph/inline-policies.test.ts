import { describe, expect, it } from "vitest";
import { Unknown } from "../../src/base/value.ts";
import { entity, graphOf, type Planned, plan } from "./graphs.ts";

const policy = '{"Statement":[]}';

function characters(...resources: readonly Planned[]) {
  return entity(graphOf({ "plan.json": plan(...resources) }), "IamRole", "aws_iam_role.web").get(
    "inlineCharacters",
  );
}

const role = (actions: readonly string[], names: readonly string[]): Planned => ({
  address: "aws_iam_role.web",
  actions,
  after: { name: "web", inline_policy: names.map((name) => ({ name, policy })) },
});

const other = (name: string): Planned => ({
  address: "aws_iam_role_policy.more",
  after: { name, role: "web", policy },
});

describe("the inline policies of a role", () => {
  it("are counted together, wherever they are written", () => {
    expect(characters(role(["create"], ["a"]), other("b"))).toBe(2 * policy.length);
  });

  it("count once where a role that exists shows what another resource writes", () => {
    expect(characters(role(["no-op"], ["a"]), other("a"))).toBe(policy.length);
  });

  it("count perhaps where a role that exists shows them beside others", () => {
    const size = characters(role(["no-op"], ["a"]), other("b"));
    expect(size).toBeInstanceOf(Unknown);
    expect(size).toMatchObject({ low: policy.length, high: 2 * policy.length });
  });

  it("count perhaps where one of another resource is leaving", () => {
    const leaving: Planned = {
      address: "aws_iam_role_policy.old",
      actions: ["delete"],
      before: { name: "a", role: "web", policy },
    };
    expect(characters(role(["no-op"], ["a"]), leaving)).toMatchObject({ low: 0, high: policy.length });
    expect(characters(role(["no-op"], ["a"]))).toBe(policy.length);
  });
});
