import { describe, expect, test } from "vitest";
import { parseReference, splitAddress, writtenReferences } from "../../../src/source/terraform/address.ts";

describe("addresses", () => {
  test("are split at modules, whatever their keys hold", () => {
    expect(splitAddress('module.a["x.y"].module.b[0].aws_subnet.c["d]e"]')).toEqual({
      modules: [
        { name: "a", key: '["x.y"]' },
        { name: "b", key: "[0]" },
      ],
      local: 'aws_subnet.c["d]e"]',
    });
    expect(splitAddress('module.a["q\\"].module.b"].x.y').modules).toEqual([
      { name: "a", key: '["q\\"].module.b"]' },
    ]);
  });

  test("of an expression are reduced to those that were written", () => {
    expect(
      writtenReferences([
        "var.n",
        "aws_x.y[0].id",
        "aws_x.y[0]",
        "aws_x.y",
        "aws_x.y",
        "each.value.id",
        "each.value",
        "aws_x.yy",
      ]),
    ).toEqual(["var.n", "aws_x.y[0].id", "aws_x.y", "each.value.id", "aws_x.yy"]);
  });

  test("name what they lead to and the path into it", () => {
    expect(parseReference('module.a["x.y"].out[0].id')).toEqual({
      kind: "output",
      call: "a",
      key: '["x.y"]',
      name: "out",
      path: [0, "id"],
    });
    expect(parseReference("data.aws_vpc.main[1].id")).toEqual({
      kind: "resource",
      local: "data.aws_vpc.main",
      key: "[1]",
      path: ["id"],
    });
    expect(parseReference('aws_x.y.tags["a.b"]')).toMatchObject({
      local: "aws_x.y",
      key: "",
      path: ["tags", "a.b"],
    });
    expect(parseReference("path.module").kind).toBe("context");
  });
});
