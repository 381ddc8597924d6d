import { describe, expect, it } from "vitest";
import { excerptOf } from "../../src/graph/excerpt.ts";
import type { Json } from "../../src/source/declaration.ts";
import { plainAttribute } from "../../src/source/plain.ts";

const ref = { format: "kubernetes", file: "a.yaml", owner: "a", document: 0, path: [] } as const;

function excerpt(json: Json) {
  const placeholder = (text: string) => (text.startsWith("$") ? "filled in by a placeholder" : undefined);
  const secret = (path: readonly (string | number)[]) => path[0] === "data";
  return excerptOf(plainAttribute(ref, json, { placeholder, secret }), () => "?");
}

describe("an excerpt", () => {
  it("says what is written, lists of lists included, and a hole where something is not known", () => {
    const json = { a: [[1, 2], [3]], b: { c: true, d: "$LATER" }, e: null };
    expect(excerpt(json)).toEqual({ value: { a: [[1, 2], [3]], b: { c: true, d: "?" } }, leftOut: [] });
  });

  it.each<[string, Json, readonly string[]]>([
    ["by its mark", { data: { user: "a" }, kept: 1 }, ["data.user"]],
    ["by its name", { adminPassword: "hunter2", kept: 1 }, ["adminPassword"]],
    ["by the name beside it", { env: [{ name: "API_TOKEN", value: "x" }], kept: 1 }, ["env[0].value"]],
    ["by its looks", { args: ["AKIAIOSFODNN7EXAMPLE"], kept: 1 }, ["args[0]"]],
  ])("leaves out what is a secret %s, and says where it was", (_, json, where) => {
    const { value, leftOut } = excerpt(json);
    expect(leftOut).toEqual(where);
    expect(value).toMatchObject({ kept: 1 });
    expect(JSON.stringify(value)).not.toMatch(/hunter2|"x"|AKIA|"a"/);
  });

  it("keeps what is only called like one", () => {
    const json = { secretName: "tls", automountServiceAccountToken: true, resources: ["secrets"] };
    expect(excerpt(json)).toEqual({ value: json, leftOut: [] });
  });
});
