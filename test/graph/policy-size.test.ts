import { describe, expect, it } from "vitest";
import { Unknown } from "../../src/base/value.ts";
import { entity, graphOf, plan, template } from "./graphs.ts";

const role = (properties: string) =>
  entity(
    graphOf({ "stack.yaml": template(`R: { Type: AWS::IAM::Role, Properties: ${properties} }`) }),
    "IamRole",
    "R",
  );

describe("the length of a policy", () => {
  it("is counted without white space", () => {
    const graph = graphOf({
      "plan.json": plan({
        address: "aws_iam_role.r",
        after: { assume_role_policy: '{ "Statement" :\n [] }' },
      }),
    });
    expect(entity(graph, "IamRole", "aws_iam_role.r").get("trustCharacters")).toBe('{"Statement":[]}'.length);
    expect(role("{ AssumeRolePolicyDocument: { Statement: [] } }").get("trustCharacters")).toBe(16);
  });

  it("is at least what is known of it, and says what is not", () => {
    const value = role(
      "{ AssumeRolePolicyDocument: { Statement: [{ Effect: Allow, Principal: { Federated: !ImportValue p } }] } }",
    ).get("trustCharacters");
    expect(value).toBeInstanceOf(Unknown);
    expect(value).toMatchObject({
      high: Number.POSITIVE_INFINITY,
      missing: [{ reason: "imported from another stack" }],
    });
    const { low = 0 } = value instanceof Unknown ? value : {};
    expect(low).toBeGreaterThan(40);
    expect(low).toBeLessThan('{"Statement":[{"Effect":"Allow","Principal":{"Federated":""}}]}'.length);
  });

  it("is that of a managed policy, too", () => {
    const graph = graphOf({
      "plan.json": plan({ address: "aws_iam_policy.p", after: { policy: '{"Statement":[]}' } }),
    });
    expect(entity(graph, "IamPolicy", "aws_iam_policy.p").get("characters")).toBe(16);
  });
});
