import { describe, expect, it } from "vitest";
import { type Fields, Unknown, type Value } from "../../src/base/value.ts";
import type { Entity, Graph } from "../../src/graph/graph.ts";
import { vocabulary } from "../../src/graph/words.ts";
import { graphOf, type Planned, plan, template } from "./graphs.ts";

const issuer = "oidc.eks.eu-west-1.amazonaws.com/id/EXAMPLE";
const provider = `arn:aws:iam::111122223333:oidc-provider/${issuer}`;

/** The statements of a role whose trust policy is this JSON. */
function statements(...statement: readonly object[]): readonly Entity[] {
  const policy = JSON.stringify({ Version: "2012-10-17", Statement: statement });
  return graphOf({
    "plan.json": plan({ address: "aws_iam_role.app", after: { name: "app", assume_role_policy: policy } }),
  }).entities("TrustStatement");
}

function conditions(statement: Entity | undefined): readonly Fields[] {
  const list = statement?.get("conditions");
  if (!Array.isArray(list)) throw new Error("the conditions are not a known list");
  return list;
}

function allows(statement: Entity | undefined, action: string): Value {
  const declared = vocabulary.types.find(({ name }) => name === "TrustStatement");
  const method = declared?.methods[0];
  if (statement === undefined || method === undefined) throw new Error("no such statement or method");
  return method.call(statement, action);
}

describe("a trust policy", () => {
  it("is read in every spelling of its principals", () => {
    const [star, accounts, services] = statements(
      { Effect: "Allow", Principal: "*", Action: "sts:AssumeRole" },
      { Effect: "Allow", Principal: { AWS: ["111122223333", "*"] }, Action: "sts:AssumeRole" },
      { Effect: "Allow", Principal: { Service: "eks.amazonaws.com" }, Action: ["sts:AssumeRole"] },
    );
    expect([star, accounts, services].map((each) => each?.get("everybody"))).toEqual([true, true, false]);
    expect(services?.get("services")).toEqual(["eks.amazonaws.com"]);
  });

  it("may have one statement that is no list", () => {
    const policy = JSON.stringify({
      Statement: { Effect: "Allow", NotPrincipal: { AWS: "1" }, Action: "*" },
    });
    const graph = graphOf({
      "plan.json": plan({ address: "aws_iam_role.app", after: { name: "app", assume_role_policy: policy } }),
    });
    const [only, ...others] = graph.entities("TrustStatement");
    expect(others).toEqual([]);
    expect(only?.get("exceptPrincipals")).toBe(true);
  });

  it("that is not JSON is a statement of which nothing is known", () => {
    const graph = graphOf({
      "plan.json": plan({
        address: "aws_iam_role.app",
        after: { name: "app", assume_role_policy: "{ not json" },
      }),
    });
    const [statement] = graph.entities("TrustStatement");
    expect(statement?.get("effect")).toMatchObject({ missing: [{ reason: "not valid JSON" }] });
  });

  it("allows actions through wildcards and whatever case, and not what NotAction leaves out", () => {
    const [wild, except, deny] = statements(
      { Effect: "Allow", Principal: { Service: "a" }, Action: "STS:Assume*" },
      { Effect: "Allow", Principal: { Service: "a" }, NotAction: "sts:TagSession" },
      { Effect: "Deny", Principal: { Service: "a" }, Action: "*" },
    );
    expect(allows(wild, "sts:AssumeRoleWithWebIdentity")).toBe(true);
    expect(allows(wild, "sts:TagSession")).toBe(false);
    expect([allows(except, "sts:AssumeRole"), allows(except, "sts:TagSession")]).toEqual([true, false]);
    expect(allows(deny, "sts:AssumeRole")).toBe(false);
  });

  it("tells conditions that bind from those that also hold when the key is missing", () => {
    const operators = [
      "StringEquals",
      "StringLike",
      "ForAnyValue:StringEquals",
      "StringEqualsIfExists",
      "ForAllValues:StringEquals",
      "StringNotEquals",
      "Null",
    ];
    const Condition = Object.fromEntries(
      operators.map((operator) => [operator, { [`${issuer}:sub`]: "system:serviceaccount:shop:app" }]),
    );
    const [statement] = statements({ Effect: "Allow", Principal: { Federated: provider }, Condition });
    expect(conditions(statement).map((each) => each.get("binding"))).toEqual([
      true,
      true,
      true,
      false,
      false,
      false,
      false,
    ]);
  });
});

describe("the provider of a trust statement", () => {
  it("is a cluster's by its name", () => {
    const [eks, github] = statements(
      { Effect: "Allow", Principal: { Federated: provider }, Action: "sts:AssumeRoleWithWebIdentity" },
      {
        Effect: "Allow",
        Principal: { Federated: "arn:aws:iam::1:oidc-provider/token.actions.githubusercontent.com" },
        Action: "sts:AssumeRoleWithWebIdentity",
      },
    );
    expect([eks?.get("eksProvider"), github?.get("eksProvider")]).toEqual([true, false]);
  });

  it("is a cluster's by the subjects it accepts, where its name is computed", () => {
    const text = plan(
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
              effect: "Allow",
              actions: ["sts:AssumeRoleWithWebIdentity"],
              principals: [{ type: "Federated", identifiers: [null] }],
              condition: [{ test: "StringLike", values: ["system:serviceaccount:*:app"] }],
            },
          ],
        },
        unknown: {
          json: true,
          statement: [{ principals: [{ identifiers: [true] }], condition: [{ variable: true }] }],
        },
        expressions: {
          statement: [
            {
              principals: [{ identifiers: { references: ["local.provider"] } }],
              condition: [{ variable: { references: ["local.issuer"] } }],
            },
          ],
        },
      },
    );
    const [statement] = graphOf({ "plan.json": text }).entities("TrustStatement");
    expect(statement?.get("federated")).toMatchObject([{ missing: [{ reason: "known after apply" }] }]);
    expect(statement?.get("eksProvider")).toBe(true);
    const [condition] = conditions(statement);
    expect(condition?.get("key")).toBeInstanceOf(Unknown);
    expect(condition?.get("about")).toBe("subject");
    expect(condition?.get("wildcards")).toBe(true);
  });
});

describe("a trust policy of a template", () => {
  it("keeps what is written beside what is not known", () => {
    const text = template(
      [
        "App:",
        "  Type: AWS::IAM::Role",
        "  Properties:",
        "    AssumeRolePolicyDocument:",
        "      Statement:",
        "        Effect: Allow",
        "        Principal: { AWS: [!ImportValue deployer, '*'] }",
        "        Action: sts:AssumeRole",
      ].join("\n"),
    );
    const [statement] = graphOf({ "t.yaml": text }).entities("TrustStatement");
    expect(statement?.get("everybody")).toBe(true);
    expect(statement?.get("effect")).toBe("Allow");
  });
});

describe("a policy document that is made of others", () => {
  const accounts = (graph: Graph) =>
    graph
      .entities("TrustStatement")
      .map((each) => [each.get("accounts"), each.count === undefined ? "certain" : "perhaps"]);

  it("holds the statements of those it starts from, and its own in the place of those of the same `sid`", () => {
    const graph = graphOf({
      "plan.json": plan(
        role("whole"),
        document("whole", {
          statement: [statement("second", "own")],
          others: { source_policy_documents: ["base"] },
        }),
        document("base", { statement: [statement("first", "base"), statement("second", "base")] }),
      ),
    });
    expect(accounts(graph)).toEqual([
      [["base"], "certain"],
      [["own"], "certain"],
    ]);
  });

  it("gives way to those that override it", () => {
    const graph = graphOf({
      "plan.json": plan(
        role("whole"),
        document("whole", {
          statement: [statement("first", "own"), statement("", "own too")],
          others: { override_policy_documents: ["over"] },
        }),
        document("over", { statement: [statement("first", "over")] }),
      ),
    });
    expect(accounts(graph)).toEqual([
      [["own too"], "certain"],
      [["over"], "certain"],
    ]);
  });

  it("may hold anything where one of them cannot be followed", () => {
    const graph = graphOf({
      "plan.json": plan(
        role("whole"),
        document("whole", {
          statement: [statement("first", "own")],
          others: { override_policy_documents: ["nowhere"] },
        }),
      ),
    });
    expect(accounts(graph)[0]).toEqual([["own"], "perhaps"]);
    expect(graph.entities("TrustStatement")[1]?.count).toMatchObject({ low: 0 });
  });

  it("does not go round in circles", () => {
    const graph = graphOf({
      "plan.json": plan(
        role("whole"),
        document("whole", { statement: [], others: { source_policy_documents: ["whole"] } }),
      ),
    });
    expect(accounts(graph)).toHaveLength(1);
  });

  function role(name: string): Planned {
    const references = [`data.aws_iam_policy_document.${name}.json`, `data.aws_iam_policy_document.${name}`];
    return {
      address: "aws_iam_role.app",
      after: { name: "app" },
      unknown: { assume_role_policy: true },
      expressions: { assume_role_policy: { references } },
    };
  }

  function statement(sid: string, account: string) {
    return {
      sid,
      effect: "Allow",
      actions: ["sts:AssumeRole"],
      principals: [{ type: "AWS", identifiers: [account] }],
    };
  }

  function document(
    name: string,
    {
      statement,
      others = {},
    }: {
      readonly statement: readonly object[];
      readonly others?: Readonly<Record<string, readonly string[]>>;
    },
  ): Planned {
    const lists = Object.entries(others);
    return {
      address: `data.aws_iam_policy_document.${name}`,
      actions: ["read"],
      after: {
        statement,
        ...Object.fromEntries(lists.map(([list, names]) => [list, names.map(() => null)])),
      },
      unknown: {
        json: true,
        statement: statement.map(() => ({})),
        ...Object.fromEntries(lists.map(([list, names]) => [list, names.map(() => true)])),
      },
      expressions: Object.fromEntries(
        lists.map(([list, names]) => {
          const address = (one: string) => `data.aws_iam_policy_document.${one}`;
          return [list, { references: names.flatMap((one) => [`${address(one)}.json`, address(one)]) }];
        }),
      ),
    };
  }
});
