import { describe, expect, test } from "vitest";
import { advice } from "../../src/report/advice.ts";

test.each([
  ["known after apply", "after `terraform init`"],
  ["imported from another stack", "`--parameters`"],
  ["known when the stack is deployed", "decided with the stack"],
  ["read from Parameter Store when the stack is deployed", "decided with the stack"],
  ["a parameter without a default", "`--parameters`"],
  ["made from `Office`, a parameter without a default", "`Default` or `AllowedValues`"],
  ["decided by condition `Production`", "parameters that the condition asks about"],
  ["declared nowhere in the template", "spelled right"],
  ["not in anything that was read", "`--inventory`"],
  ["not in an inventory: pass one with `--inventory`", "examples/inventory"],
  ["filled in by a placeholder", "`helm template`"],
  ["picked by eksctl", "instead of leaving it to eksctl"],
  ["made by `Fn::Transform`, which the gate does not evaluate", "deployed template"],
  ["not a list", "Correct what is written there"],
  ["a secret", "by a person"],
  ["something nobody has thought of", "Write the value where the gate can read it"],
])("a value that is %s can be made known", (reason, helps) => {
  expect(advice({ attribute: "a", reason })).toContain(helps);
});

describe("a value that is known after apply", () => {
  const reason = "known after apply";

  test("needs the files it is written in, where the gate has not seen them", () => {
    expect(advice({ attribute: "a", reason, place: { file: "plan.json" } })).toContain("`.tf` files");
  });

  test("really waits for the apply, where it has", () => {
    expect(advice({ attribute: "a", reason, place: { file: "infra/eks.tf", line: 3 } })).toContain(
      "plan again",
    );
    expect(advice({ attribute: "module.eks.a", reason, place: { file: "eks.tf", line: 3 } })).toContain(
      "after `terraform init`",
    );
    expect(advice({ attribute: "a", reason, place: { file: "prod.auto.tfvars", line: 3 } })).toContain(
      "plan again",
    );
  });
});
