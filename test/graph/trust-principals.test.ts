import { describe, expect, it } from "vitest";
import { Unknown } from "../../src/base/value.ts";
import type { Entity } from "../../src/graph/graph.ts";
import { entity, graphOf, plan, template } from "./graphs.ts";

const issuer = "oidc.eks.eu-west-1.amazonaws.com/id/EXAMPLE";
const account = "arn:aws:iam::111122223333";
const github = "token.actions.githubusercontent.com";

/** The statement of a role whose trust policy has this principal and condition. */
function statement(principal: unknown, condition: unknown = {}, role: Record<string, unknown> = {}): Entity {
  const one = { Effect: "Allow", Principal: principal, Action: "sts:AssumeRole", Condition: condition };
  const after = { name: "app", assume_role_policy: JSON.stringify({ Statement: [one] }), ...role };
  return entity(
    graphOf({ "plan.json": plan({ address: "aws_iam_role.app", after }) }),
    "TrustStatement",
    "aws_iam_role.app",
  );
}

/** The statement of a template's role with this principal, written as YAML. */
function templateStatement(principal: string): Entity {
  const role = [
    "App:",
    "  Type: AWS::IAM::Role",
    "  Properties:",
    "    AssumeRolePolicyDocument:",
    "      Statement:",
    `        - { Effect: Allow, Principal: ${principal}, Action: "sts:AssumeRole" }`,
  ];
  return entity(graphOf({ "stack.yaml": template(role.join("\n")) }), "TrustStatement", "App");
}

describe("the principals of a trust statement", () => {
  it("are services only where no account, no provider and no exception is named", () => {
    expect(statement({ Service: "ec2.amazonaws.com" }).get("onlyServices")).toBe(true);
    expect(statement({ Service: "ec2.amazonaws.com", AWS: account }).get("onlyServices")).toBe(false);
    expect(statement("*").get("onlyServices")).toBe(false);
  });

  it("are shown together", () => {
    const mixed = statement({ Service: "ec2.amazonaws.com", AWS: [`${account}:root`] });
    expect(mixed.get("principals")).toEqual(["ec2.amazonaws.com", `${account}:root`]);
  });

  it("are accounts as a whole by their id and by their root, and not by one of their roles", () => {
    const named = statement({
      AWS: ["444455556666", `${account}:root`, "arn:aws:iam::777788889999:role/deploy"],
    });
    expect(named.get("wholeAccounts")).toEqual(["444455556666", "111122223333"]);
  });

  it("keep the name of a service whose partition is only known when the stack is deployed", () => {
    const ec2 = templateStatement('{ Service: !Sub "ec2.$' + '{AWS::URLSuffix}" }');
    expect(ec2.get("services")).toEqual(["ec2.amazonaws.com"]);
    const joined = templateStatement('{ Service: [!Join ["", ["ec2.", !Ref "AWS::URLSuffix"]]] }');
    expect(joined.get("services")).toEqual(["ec2.amazonaws.com"]);
  });

  it("are not told where a service is made of anything else", () => {
    const regional = templateStatement('{ Service: !Sub "$' + '{AWS::Region}.amazonaws.com" }');
    expect(regional.get("services")).toBeInstanceOf(Unknown);
  });

  it("leave out the account that a template is deployed to", () => {
    const own = templateStatement('{ AWS: !Sub "arn:aws:iam::$' + '{AWS::AccountId}:root" }');
    expect(own.get("wholeAccounts")).toEqual([]);
    expect(own.get("everybody")).toBe(false);
  });
});

describe("the issuers of a trust statement", () => {
  it("are told by ARNs, by well-known names, and not for SAML", () => {
    const named = statement({
      Federated: [
        `${account}:oidc-provider/${issuer}`,
        "cognito-identity.amazonaws.com",
        `${account}:saml-provider/okta`,
      ],
    });
    expect(named.get("issuers")).toEqual([issuer, "cognito-identity.amazonaws.com"]);
  });

  it("are those of the providers that were read, where an ARN does not say it", () => {
    const arn = "arn:aws:iam::111122223333:openid-connect-provider/1";
    const policy = { Statement: [{ Effect: "Allow", Principal: { Federated: arn }, Action: "*" }] };
    const graph = graphOf({
      "plan.json": plan(
        {
          address: "aws_iam_role.app",
          after: { name: "app", assume_role_policy: JSON.stringify(policy) },
        },
        { address: "aws_iam_openid_connect_provider.eks", after: { arn, url: `https://${issuer}` } },
      ),
    });
    expect(entity(graph, "TrustStatement", "aws_iam_role.app").get("issuers")).toEqual([issuer]);
  });

  it("leave keys of another issuer over, and not those of AWS itself", () => {
    const equals = { [`${issuer}:sub`]: "a", "other.example.com:aud": "b", "aws:SourceArn": "c" };
    const federated = { Federated: `${account}:oidc-provider/${issuer}` };
    expect(statement(federated, { StringEquals: equals }).get("otherKeys")).toEqual([
      "other.example.com:aud",
    ]);
  });

  it("do not answer for a key that is written while the provider is only made now", () => {
    const graph = graphOf({ "plan.json": newProvider({ values: ["a"], variable: `${issuer}:sub` }) });
    const keys = entity(graph, "TrustStatement", "aws_iam_role.app").get("otherKeys");
    expect(keys).toMatchObject({ items: [], why: expect.any(Unknown) });
  });

  it("are not a cluster's where the provider that is made is GitHub's", () => {
    const graph = graphOf({ "plan.json": newProvider({ values: ["a"] }, { url: `https://${github}` }) });
    const made = entity(graph, "TrustStatement", "aws_iam_role.app");
    expect([made.get("eksProvider"), made.get("issuers")]).toEqual([false, [github]]);
  });
});

/** A role that trusts a provider which the same plan makes. */
function newProvider(condition: Record<string, unknown>, provider?: Record<string, unknown>): string {
  const known = { test: "StringEquals", ...condition };
  return plan(
    {
      address: "aws_iam_role.app",
      after: { name: "app" },
      unknown: { assume_role_policy: true },
      expressions: { assume_role_policy: { references: ["data.aws_iam_policy_document.app.json"] } },
    },
    {
      address: "data.aws_iam_policy_document.app",
      actions: ["read"],
      after: {
        statement: [
          {
            actions: ["sts:AssumeRoleWithWebIdentity"],
            principals: [{ type: "Federated", identifiers: [null] }],
            condition: [known],
          },
        ],
      },
      unknown: {
        json: true,
        statement: [
          {
            principals: [{ identifiers: [true] }],
            condition: [{ ...(condition.variable === undefined ? { variable: true } : {}) }],
          },
        ],
      },
      expressions: {
        statement: [
          {
            principals: [
              {
                identifiers: {
                  references: [
                    "aws_iam_openid_connect_provider.made.arn",
                    "aws_iam_openid_connect_provider.made",
                  ],
                },
              },
            ],
            condition: [
              {
                variable: {
                  references: [
                    "aws_iam_openid_connect_provider.made.url",
                    "aws_iam_openid_connect_provider.made",
                  ],
                },
              },
            ],
          },
        ],
      },
    },
    {
      address: "aws_iam_openid_connect_provider.made",
      after: provider ?? {},
      unknown: { arn: true, ...(provider === undefined ? { url: true } : {}) },
      expressions: {
        url:
          provider === undefined
            ? { references: ["aws_eks_cluster.prod.identity[0].oidc[0].issuer", "aws_eks_cluster.prod"] }
            : { constant_value: provider.url },
      },
    },
    { address: "aws_eks_cluster.prod", after: { name: "prod" }, unknown: { identity: true } },
  );
}
