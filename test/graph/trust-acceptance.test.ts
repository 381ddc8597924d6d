import { describe, expect, it } from "vitest";
import { Unknown, type Value } from "../../src/base/value.ts";
import { vocabulary } from "../../src/graph/words.ts";
import { graphOf, plan } from "./graphs.ts";

const issuer = "oidc.eks.eu-west-1.amazonaws.com/id/EXAMPLE";
const provider = `arn:aws:iam::111122223333:oidc-provider/${issuer}`;
const web = "system:serviceaccount:shop:web";

const method = vocabulary.types
  .find(({ name }) => name === "IamRole")
  ?.methods.find(({ signature }) => signature.startsWith("trustsServiceAccount"));

/** Whether a role with these statements trusts the service account `shop/web`. */
function trusts(...statements: readonly object[]): Value | undefined {
  const policy = JSON.stringify({ Version: "2012-10-17", Statement: statements });
  const [role] = graphOf({
    "plan.json": plan({ address: "aws_iam_role.app", after: { name: "app", assume_role_policy: policy } }),
  }).entities("IamRole");
  return method?.call(role ?? null, "shop", "web");
}

function irsa(condition: object, more: object = {}): object {
  return {
    Effect: "Allow",
    Principal: { Federated: provider },
    Action: "sts:AssumeRoleWithWebIdentity",
    Condition: condition,
    ...more,
  };
}

const on = (operator: string, ...values: readonly string[]) =>
  irsa({ [operator]: { [`${issuer}:sub`]: values } });

describe("whether a role trusts a service account", () => {
  it("is told by the subjects it names, by any of its statements", () => {
    expect(trusts(on("StringEquals", web))).toBe(true);
    expect(trusts(on("StringEquals", "system:serviceaccount:shop:api"))).toBe(false);
    expect(trusts(on("StringEquals", "system:serviceaccount:shop:api", web))).toBe(true);
    expect(trusts(on("StringEquals", "system:serviceaccount:jobs:web"), on("StringLike", web))).toBe(true);
  });

  it("takes wildcards where the operator does", () => {
    expect(trusts(on("StringLike", "system:serviceaccount:shop:*"))).toBe(true);
    expect(trusts(on("StringLike", "system:serviceaccount:*:api"))).toBe(false);
    expect(trusts(on("StringEquals", "system:serviceaccount:shop:*"))).toBe(false);
    expect(trusts(on("ForAnyValue:StringLike", "system:serviceaccount:sh?p:web"))).toBe(true);
    expect(trusts(on("StringNotLike", "system:serviceaccount:shop:*"))).toBe(false);
    expect(trusts(on("StringEqualsIgnoreCase", web.toUpperCase()))).toBe(true);
  });

  it("also asks for the audience, and for all conditions", () => {
    const keys = { [`${issuer}:sub`]: web, [`${issuer}:aud`]: "sts.amazonaws.com" };
    expect(trusts(irsa({ StringEquals: keys }))).toBe(true);
    expect(trusts(irsa({ StringEquals: { ...keys, [`${issuer}:aud`]: "vault" } }))).toBeInstanceOf(Unknown);
    const others = { Null: { "aws:SourceIp": "true" } };
    expect(trusts(irsa({ StringEquals: keys, ...others }))).toBeInstanceOf(Unknown);
    const api = { [`${issuer}:sub`]: "system:serviceaccount:shop:api" };
    expect(trusts(irsa({ StringEquals: api, ...others }))).toBe(false);
  });

  it("is no where nobody of a cluster is trusted, or not with a token", () => {
    expect(
      trusts({ Effect: "Allow", Principal: { Service: "ec2.amazonaws.com" }, Action: "sts:AssumeRole" }),
    ).toBe(false);
    expect(trusts(irsa({}, { Action: "sts:AssumeRole" }))).toBe(false);
    const github = "arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com";
    expect(trusts(irsa({}, { Principal: { Federated: github } }))).toBe(false);
  });

  it("is no where a statement denies it, and not known where it may", () => {
    expect(trusts(on("StringEquals", web), { ...on("StringLike", "*:shop:*"), Effect: "Deny" })).toBe(false);
    expect(trusts(on("StringEquals", web), { Effect: "Deny", Principal: "*", Action: "sts:*" })).toBe(false);
    const sometimes = { Bool: { "aws:SecureTransport": "false" } };
    expect(
      trusts(on("StringEquals", web), { Effect: "Deny", Principal: "*", Action: "*", Condition: sometimes }),
    ).toBeInstanceOf(Unknown);
    expect(trusts(on("StringEquals", web), { ...on("StringEquals", "x"), Effect: "Deny" })).toBe(true);
  });

  it("is not known where a value is filled in by the request, or the key is another provider's", () => {
    expect(trusts(on("StringEquals", "system:serviceaccount:${aws:PrincipalTag/ns}:web"))).toBeInstanceOf(
      Unknown,
    );
    expect(
      trusts(irsa({ StringEquals: { "oidc.eks.eu-west-1.amazonaws.com/id/OTHER:sub": web } })),
    ).toBeInstanceOf(Unknown);
    expect(trusts({ Effect: "Allow", Principal: "*", Action: "*" })).toBeInstanceOf(Unknown);
  });
});
