import { describe, expect, test } from "vitest";
import { find, linked, smallPlan } from "./planned.ts";

const group = { after_unknown: { id: true } };

describe("blocks of the same kind", () => {
  test("are told apart by their constants, for Terraform sorts them its own way", () => {
    const block = (port: number, group: string) => ({
      from_port: { constant_value: port },
      groups: { references: [`aws_security_group.${group}.id`, `aws_security_group.${group}`] },
    });
    const plan = smallPlan(
      {
        "aws_security_group.a": {},
        "aws_security_group.b": {},
        "x.y": { expressions: { rule: [block(443, "a"), block(22, "b")] } },
      },
      {
        "aws_security_group.a": group,
        "aws_security_group.b": group,
        "x.y": {
          after: { rule: [{ from_port: 22 }, { from_port: 443 }] },
          after_unknown: { rule: [{ groups: true }, { groups: true }] },
        },
      },
    );
    const rules = find(plan, "x.y").root.get("rule").items();
    expect(rules.map((rule) => linked(rule.get("groups")).to)).toEqual([
      ["aws_security_group.b id"],
      ["aws_security_group.a id"],
    ]);
  });

  test("stay in doubt when nothing tells them apart", () => {
    const block = (group: string) => ({
      groups: { references: [`aws_security_group.${group}.id`, `aws_security_group.${group}`] },
    });
    const plan = smallPlan(
      {
        "aws_security_group.a": {},
        "aws_security_group.b": {},
        "x.y": { expressions: { rule: [block("a"), block("b")] } },
      },
      { "x.y": { after: { rule: [{}, {}] }, after_unknown: { rule: [{ groups: true }, { groups: true }] } } },
    );
    const groups = find(plan, "x.y").root.get("rule", 0, "groups");
    expect(groups.state).toBe("unknown");
    expect(linked(groups)).toEqual({ to: [], exact: false, closed: false });
  });
});
