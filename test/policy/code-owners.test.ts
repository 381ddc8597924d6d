import { describe, expect, test } from "vitest";
import { readCodeOwners } from "../../src/policy/code-owners.ts";

function owners(text: string, file: string): readonly string[] {
  return readCodeOwners({ text })(file);
}

describe("CODEOWNERS", () => {
  test.each([
    ["*", "any/file.tf", true],
    ["*.tf", "infra/prod/main.tf", true],
    ["*.tf", "infra/main.tfvars", false],
    ["/infra/", "infra/prod/main.tf", true],
    ["/infra/", "old/infra/main.tf", false],
    ["/infra/", "infra", false],
    ["infra/", "old/infra/main.tf", true],
    ["/infra", "infra/prod/main.tf", true],
    ["docs/*", "docs/a.md", true],
    ["docs/*", "docs/deep/a.md", false],
    ["docs/*", "old/docs/a.md", false],
    ["infra/prod", "infra/prod/main.tf", true],
    ["infra/prod", "old/infra/prod/main.tf", false],
    ["**/prod", "infra/prod/main.tf", true],
    ["infra/**/main.tf", "infra/main.tf", true],
    ["infra/**/main.tf", "infra/a/b/main.tf", true],
    ["two\\ words/", "two words/a.tf", true],
    ["/INFRA/", "infra/a.tf", false],
    ["!infra/", "infra/a.tf", false],
    ["[ab].tf", "a.tf", false],
  ])("`%s` and `%s`: %s", (pattern, file, isMeant) => {
    expect(owners(`${pattern} @acme/network\n`, file)).toEqual(isMeant ? ["@acme/network"] : []);
  });

  test("the last line that means a file counts, also where it names nobody", () => {
    const text = "* @acme/all # everything\n/infra/ @Acme/Network ops@acme.example\n/infra/open/\n# end\n";
    expect(owners(text, "a.md")).toEqual(["@acme/all"]);
    expect(owners(text, "infra/main.tf")).toEqual(["@acme/network", "ops@acme.example"]);
    expect(owners(text, "infra/open/main.tf")).toEqual([]);
  });
});
