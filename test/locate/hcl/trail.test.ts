import { describe, expect, test } from "vitest";
import type { Path } from "../../../src/base/place.ts";
import type { Json } from "../../../src/source/declaration.ts";
import { planned, ref, seen } from "../findings.ts";

/** Where `cidrs` of a resource comes from, for a plan that has this value of it. */
function cause(value: string, rest = "", path: Path = [], is?: Json): string {
  const resource = `resource "aws_x" "y" {\n  cidrs = ${value}\n}\n`;
  const files = { "main.tf": resource + rest };
  const declared = is === undefined ? [] : [planned("plan.json", "aws_x.y", { cidrs: is })];
  return seen(files, [ref("terraform", "plan.json", "aws_x.y", ["cidrs", ...path])], declared).slice(8);
}

const locals =
  'locals {\n  a = ["1.0.0.0/8"]\n  b = ["0.0.0.0/0", "2.0.0.0/8"]\n  m = { x = "0.0.0.0/0", y = "3.0.0.0/8" }\n}\n';

describe("what a value is made of is entered only where one thing can be meant", () => {
  test.each<[string, Path, Json | undefined, string]>([
    ["concat(local.a, local.b)", [1], ["1.0.0.0/8", "0.0.0.0/0", "2.0.0.0/8"], '6:8 "0.0.0.0/0"'],
    ["setunion(local.a, local.b)", [0], ["0.0.0.0/0", "1.0.0.0/8", "2.0.0.0/8"], '6:8 "0.0.0.0/0"'],
    ["concat(local.a, [])", [], undefined, '5:7 ["1.0.0.0/8"]'],
    ["concat(local.a, local.b)", [], undefined, "2:11 concat(local.a, local.b)"],
    ["concat(local.a, local.a)", [0], ["1.0.0.0/8", "1.0.0.0/8"], "2:11 concat(local.a, local.a)"],
    ["concat(local.a, data.x.y.z)", [0], ["1.0.0.0/8"], "2:11 concat(local.a, data.x.y.z)"],
    ["merge(local.m, { x = local.a[0] })", ["x"], undefined, '5:8 "1.0.0.0/8"'],
    ["merge(local.m, { z = 1 })", ["x"], undefined, '7:13 "0.0.0.0/0"'],
    ["merge(local.m, data.x.y.z)", ["x"], undefined, "2:11 merge(local.m, data.x.y.z)"],
    ['lookup(local.m, "x", null)', [], undefined, '7:13 "0.0.0.0/0"'],
    ['lookup(local.m, "z", local.a)', [], undefined, '5:7 ["1.0.0.0/8"]'],
    ["try(local.m.z, local.m.y)", [], undefined, '7:30 "3.0.0.0/8"'],
    ["coalesce(null, local.m.y)", [], undefined, '7:30 "3.0.0.0/8"'],
    ["try(data.x.y.z, local.m.y)", [], undefined, "2:11 try(data.x.y.z, local.m.y)"],
    ["try(data.x.y.z, local.m.y)", [], "0.0.0.0/0", "2:11 try(data.x.y.z, local.m.y)"],
    ["element(local.b, 1)", [], undefined, '6:21 "2.0.0.0/8"'],
    ["one(local.a)", [], undefined, '5:8 "1.0.0.0/8"'],
    ["flatten([local.a, local.b])", [2], ["1.0.0.0/8", "0.0.0.0/0", "2.0.0.0/8"], '6:21 "2.0.0.0/8"'],
    ["[for k, v in local.m : v]", [1], undefined, '7:30 "3.0.0.0/8"'],
    ['[for c in local.b : c if c != "2.0.0.0/8"]', [0], undefined, '6:8 "0.0.0.0/0"'],
    ["{ for c in local.b : c => { cidr = c } }", ["2.0.0.0/8", "cidr"], undefined, '6:21 "2.0.0.0/8"'],
    ["data.x.y.z ? local.a : local.b", [], ["1.0.0.0/8"], '5:7 ["1.0.0.0/8"]'],
    ["data.x.y.z ? local.a : local.b", [], undefined, "2:11 data.x.y.z ? local.a : local.b"],
    ["data.x.y.z ? local.a : null", [], ["1.0.0.0/8"], '5:7 ["1.0.0.0/8"]'],
    ['"${local.a[0]}"', [], undefined, '5:8 "1.0.0.0/8"'],
    ['"${local.a[0]} "', [], undefined, '2:11 "${local.a[0]} "'],
    ["[local.a[0], local.m.x]", [1], ["0.0.0.0/0", "1.0.0.0/8"], '5:8 "1.0.0.0/8"'],
    ["local.m[data.x.y.z]", [], "0.0.0.0/0", "2:11 local.m[data.x.y.z]"],
    ["cidrsubnet(local.m.x, 4, 1)", [], undefined, "2:11 cidrsubnet(local.m.x, 4, 1)"],
    ["local.gone", [], undefined, "2:11 local.gone"],
  ])("%s at %j of %j", (value, path, is, place) => {
    expect(cause(value, locals, path, is)).toBe(place);
  });

  test("locals that go in circles end somewhere", () => {
    const circle = "locals {\n  a = local.b\n  b = local.a\n}\n";
    expect(cause("local.a", circle)).toMatch(/^[56]:7 local\.[ab]$/);
  });

  test("a chain of ten thousand locals, and a local that doubles forty times, take no time", () => {
    const chain = Array.from({ length: 10_000 }, (_, index) => `  l${index} = local.l${index + 1}\n`);
    expect(cause("local.l0", `locals {\n${chain.join("")}}\n`)).toMatch(/^\d+:\d+ local\.l\d+$/);
    const doubling = Array.from({ length: 40 }, (_, index) => {
      const next = `local.d${index + 1}`;
      return `  d${index} = concat(${next}, ${next})\n`;
    });
    const text = `locals {\n${doubling.join("")}  d40 = ["a"]\n}\n`;
    expect(cause("local.d0", text, [0], ["a"])).toBe("5:8 concat(local.d1, local.d1)");
  });
});
