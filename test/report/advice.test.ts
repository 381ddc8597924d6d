import { expect, test } from "vitest";
import { advice } from "../../src/report/advice.ts";

test.each([
  ["known after apply", "plan again"],
  ["imported from another stack", "parameter with a default"],
  ["known when the stack is deployed", "decided with the stack"],
  ["read from Parameter Store when the stack is deployed", "decided with the stack"],
  ["a parameter without a default", "`Default` or `AllowedValues`"],
  ["declared nowhere in the template", "spelled right"],
  ["not in anything that was read", "add it to the paths"],
  ["a secret", "by a person"],
  ["something nobody has thought of", "Write the value where the gate can read it"],
])("a value that is %s can be made known", (reason, helps) => {
  expect(advice({ attribute: "a", reason })).toContain(helps);
});
