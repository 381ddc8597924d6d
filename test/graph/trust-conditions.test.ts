import { describe, expect, it } from "vitest";
import { Unknown, type Value } from "../../src/base/value.ts";
import { conditionRecord } from "../../src/graph/concepts/trust-condition.ts";
import { vocabulary } from "../../src/graph/words.ts";

const issuer = "oidc.eks.eu-west-1.amazonaws.com/id/EXAMPLE";
const later = new Unknown([{ attribute: "somewhere", reason: "known after apply" }]);

function subject(operator: Value, ...values: readonly Value[]) {
  const condition = conditionRecord(operator, `${issuer}:sub`, values);
  if (condition === null || typeof condition !== "object" || !("get" in condition) || "size" in condition)
    throw new Error("not a condition");
  return (field: string) => condition.get(field);
}

describe("a condition on service accounts", () => {
  it("takes any namespace where a wildcard stands before the name", () => {
    const open = [
      "*",
      "system:serviceaccount:*",
      "system:serviceaccount:*:app",
      "system:serviceaccount:sh?p:app",
    ];
    expect(open.map((value) => subject("StringLike", value)("anyNamespace"))).toEqual([
      true,
      true,
      true,
      true,
    ]);
    expect(subject("StringLike", "system:serviceaccount:shop:*")("anyNamespace")).toBe(false);
  });

  it("takes any name where the namespace is written out", () => {
    expect(subject("StringLike", "system:serviceaccount:shop:app-*")("anyName")).toBe(true);
    expect(subject("StringLike", "system:serviceaccount:*:app")("anyName")).toBe(false);
  });

  it("reads no wildcards with an operator that knows none", () => {
    const exact = subject("StringEquals", "system:serviceaccount:shop:*");
    expect([exact("anyName"), exact("anyNamespace")]).toEqual([false, false]);
    expect(exact("impossible")).toEqual(["system:serviceaccount:shop:*"]);
  });

  it("asks for what there cannot be where a name is not one of Kubernetes", () => {
    const asked = [
      "system:serviceaccount:shop:app.v2",
      "system:serviceaccount:Shop:app",
      "system:serviceaccount:shop",
      "system:serviceaccount:shop:app:x",
      "shop:app",
      "system:serviceaccount:$" + "{aws:PrincipalTag/team}:app",
    ];
    expect(subject("StringEquals", ...asked)("impossible")).toEqual(asked.slice(1, 5));
  });

  it("is open about what is not known", () => {
    expect(subject("StringLike", later)("anyNamespace")).toBeInstanceOf(Unknown);
    expect(subject(later, "system:serviceaccount:*:app")("anyNamespace")).toBeInstanceOf(Unknown);
    expect(subject("StringEquals", later)("impossible")).toMatchObject({ items: [] });
  });
});

describe("the key of a condition", () => {
  it("says which provider is asked, and for what", () => {
    const sub = subject("StringEquals", "system:serviceaccount:shop:app");
    expect([sub("issuer"), sub("claim")]).toEqual([issuer, "sub"]);
  });

  it("asks nobody where it is one of AWS's own", () => {
    const own = conditionRecord("ArnLike", "aws:SourceArn", ["arn:aws:eks:*:*:cluster/prod"]);
    expect(own).toMatchObject({ concept: "TrustCondition" });
    if (own === null || typeof own !== "object" || !("concept" in own)) throw new Error("not a condition");
    expect([own.get("issuer"), own.get("claim"), own.get("anyAccount")]).toEqual([null, null, true]);
  });

  it("is compared in small and capital letters alike", () => {
    const asks = vocabulary.types.find(({ name }) => name === "TrustCondition")?.methods[0];
    const own = conditionRecord("ArnLike", "AWS:sourcearn", [
      "arn:aws:eks:eu-west-1:111122223333:cluster/prod",
    ]);
    expect([asks?.call(own, "aws:SourceArn"), asks?.call(own, "aws:SourceAccount")]).toEqual([true, false]);
  });
});
