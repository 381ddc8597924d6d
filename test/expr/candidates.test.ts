import { describe, expect, test } from "vitest";
import { PartialList, type Value } from "../../src/base/value.ts";
import type { Environment } from "../../src/expr/environment.ts";
import { evaluate, missing, show, thing } from "./things.ts";

const environment: Environment = {
  types: [{ name: "Subnet", fields: { zone: "string", public: "bool" } }],
  variables: { subnets: "list<Subnet>", numbers: "list<int>" },
};

function subnet(zone: string, isPublic: boolean): Value {
  return thing("Subnet", { zone, public: isPublic });
}

/** Nothing is certain; up to three members, each of them one of these. */
function oneOf(candidates: readonly Value[], atLeast = 0, items: readonly Value[] = []): PartialList {
  return new PartialList(items, missing("subnet_ids"), { candidates, atLeast, atMost: 3 });
}

function ask(text: string, subnets: Value): string {
  return show(evaluate(text, environment, { subnets, numbers: [] }));
}

const zones = "size(subnets.map(s, s.zone).distinct())";

describe("a list whose members come from candidates", () => {
  const sameZone = oneOf([subnet("x", false), subnet("x", false)]);

  test("never spans more zones than its candidates do", () => {
    expect(ask(`${zones} >= 2`, sameZone)).toBe("false");
    expect(ask(`${zones} >= 1`, sameZone)).toBe("? subnet_ids");
    expect(ask(`${zones} >= 1`, oneOf([subnet("x", false), subnet("x", false)], 1))).toBe("true");
    expect(ask(`${zones} >= 2`, oneOf([subnet("x", false), subnet("y", false)]))).toBe("? subnet_ids");
  });

  test("adds no zone that a certain member is in already", () => {
    const certain = [subnet("x", false)];
    expect(ask(`${zones} == 1`, oneOf([subnet("x", false)], 0, certain))).toBe("true");
    expect(ask(`${zones} >= 2`, oneOf([subnet("y", false)], 1, certain))).toBe("true");
  });

  test("satisfies `all` and fails `exists` when every candidate does", () => {
    expect(ask("subnets.all(s, !s.public)", sameZone)).toBe("true");
    expect(ask("subnets.exists(s, s.public)", sameZone)).toBe("false");
    expect(ask("subnets.all(s, s.public)", sameZone)).toBe("? subnet_ids");
  });

  test("satisfies `exists` when one member is certain and every candidate does", () => {
    expect(ask("subnets.exists(s, !s.public)", sameZone)).toBe("? subnet_ids");
    expect(ask("subnets.exists(s, !s.public)", oneOf([subnet("x", false)], 1))).toBe("true");
  });

  test("keeps only the candidates that a filter keeps", () => {
    const mixed = oneOf([subnet("x", true), subnet("y", false)]);
    expect(ask("subnets.filter(s, s.public).all(s, s.zone == 'x')", mixed)).toBe("true");
    expect(ask("size(subnets.filter(s, s.zone == 'z'))", mixed)).toBe("0");
    expect(ask("subnets.count(s, s.zone == 'z') == 0", mixed)).toBe("true");
    expect(ask("'z' in subnets.map(s, s.zone)", mixed)).toBe("false");
    expect(ask("sets.contains(['x', 'y'], subnets.map(s, s.zone))", mixed)).toBe("true");
  });

  test("names the candidate's own attribute when that stands in the way", () => {
    const unknownZone = oneOf([
      thing("Subnet", { zone: missing("aws_subnet.a.availability_zone"), public: false }),
    ]);
    expect(ask("subnets.all(s, s.zone == 'x')", unknownZone)).toBe(
      "? aws_subnet.a.availability_zone, subnet_ids",
    );
  });

  test("still has the size its bounds allow", () => {
    expect(ask("size(subnets) <= 3", sameZone)).toBe("true");
    expect(ask("size(subnets) >= 2", oneOf([subnet("x", false)], 2))).toBe("true");
    expect(ask("size(subnets + subnets) >= 4", oneOf([subnet("x", false)], 2))).toBe("true");
  });
});

describe("a list that is not known at all", () => {
  test("is decided where no member could change the answer", () => {
    const unknown = missing("subnet_ids");
    expect(ask("size(subnets.map(s, 1).distinct()) <= 1", unknown)).toBe("true");
    expect(ask("size(subnets.map(s, s.zone) + ['a', 'b']) >= 2", unknown)).toBe("true");
    expect(ask("'a' in (subnets.map(s, s.zone) + ['a'])", unknown)).toBe("true");
    expect(ask("subnets.all(s, s.public)", unknown)).toBe("? subnet_ids");
  });
});
