import { describe, expect, it } from "vitest";
import { runCase } from "../../../src/cases.ts";
import { load } from "../../../src/gate/load.ts";
import { gate } from "../../../src/gate.ts";
import { caseFiles } from "../../../src/policy/cases/files.ts";
import { memoryTree } from "../../../src/source/tree.ts";
import { type Parsed, parse, type Site, sitesOf, write } from "../blanks.ts";
import { now, policy, settings } from "./asked.ts";

const proven = [
  policy(`
select: terraform.aws_s3_bucket
assert: self.attributes.tags.exists(k, v, k == "Team" && v != "") && self.attributes.acl == null
cases:
  - violated: an ACL is written
    at: acl
    terraform: { aws_s3_bucket.logs: { acl: public-read, tags: { Team: shop } } }
  - satisfied: none is
    terraform: { aws_s3_bucket.logs: { bucket: x, tags: { Team: shop, Other: x } } }
  - unresolved: the team is not known
    terraform: { aws_s3_bucket.logs: { tags: { Team: !unknown } } }`),
  policy(`
select: cloudformation.AWS::S3::Bucket
assert: has(self.attributes.BucketEncryption) && self.attributes.Tags.all(t, t.Value != "")
at: self.attributes.Tags
cases:
  - violated: a tag is empty
    cloudformation: |
      Resources: { Logs: { Type: "AWS::S3::Bucket", Properties: { BucketEncryption: { A: b }, Tags: [{ Key: a, Value: "" }, { Key: b, Value: c }] } } }
  - satisfied: none is
    cloudformation: |
      Resources: { Logs: { Type: "AWS::S3::Bucket", Properties: { BucketEncryption: { A: b }, Tags: [{ Key: a, Value: b }] } } }
  - unresolved: it is not known
    cloudformation: |
      Parameters: { Given: { Type: String } }
      Resources: { Logs: { Type: "AWS::S3::Bucket", Properties: { BucketEncryption: { A: b }, Tags: [{ Key: a, Value: !Ref Given }] } } }`),
  policy(`
select: manifest.PodDisruptionBudget
assert: self.attributes.spec.maxUnavailable != 0 && size(self.attributes.spec) > 1
cases:
  - violated: none may be away
    at: spec.maxUnavailable
    kubernetes: |
      { apiVersion: policy/v1, kind: PodDisruptionBudget, metadata: { name: a }, spec: { maxUnavailable: 0, x: 1 } }
  - satisfied: one may
    kubernetes: |
      { apiVersion: policy/v1, kind: PodDisruptionBudget, metadata: { name: a }, spec: { maxUnavailable: 1, x: 1 } }
  - unresolved: it is filled in later
    kubernetes: |
      { apiVersion: policy/v1, kind: PodDisruptionBudget, metadata: { name: a }, spec: { maxUnavailable: "\${MOST}", x: 1 } }`),
];

describe("the cases of a raw policy", async () => {
  const loaded = await load(settings(...proven));

  it("go as they say, in every format", () => {
    expect(loaded.mistakes).toEqual([]);
    const results = loaded.policies.flatMap((each) =>
      each.cases.map((given) => ({ says: given.says, ...runCase(each, given, loaded.facts) })),
    );
    expect(results.filter(({ outcome }) => outcome !== "right")).toEqual([]);
    expect(results).toHaveLength(9);
  });

  it("are decided alike whatever an unknown part of them turns out to be", async () => {
    const wrong: string[] = [];
    let tried = 0;
    for (const each of loaded.policies) {
      for (const given of each.cases) {
        const parsed = parse(caseFiles(given));
        const full = await outcomes(each.file, write(parsed));
        for (const site of [...sitesOf(parsed), undefined]) {
          const blanked = await outcomes(each.file, blankedAt(parsed, site));
          tried++;
          if (!holds(blanked, full))
            wrong.push(`${given.says}: ${site?.name}: ${blanked}, and ${full} when it is known`);
        }
      }
    }
    expect(wrong).toEqual([]);
    expect(tried).toBeGreaterThan(40);
  });
});

const questions = [
  "has(self.attributes.tags)",
  "size(self.attributes.tags) == 1",
  'self.attributes.tags == {"Team": "shop"}',
  'self.attributes.tags.all(k, v, v == "shop")',
  "self.attributes.acl == null",
  'self.attributes["acl"] != "private"',
  'self.attributes.tags.filter(k, k == "Team") == ["Team"]',
  "has(self.attributes.spec) && size(self.attributes.spec) == 2",
  "self.attributes.Tags.all(t, has(t.Value))",
  "size(self.attributes.Tags) == 1",
  'self.attributes.Tags == [{"Key": "a", "Value": "b"}]',
];

/** What the policy of a file answers, and what every question about the same does. */
async function outcomes(file: string, files: Readonly<Record<string, string>>): Promise<readonly string[]> {
  const own = proven[Number(/\d+/.exec(file)?.[0])] ?? "";
  const select = /select: (.*)/.exec(own)?.[1] ?? "";
  const asked = questions
    .filter((text) => select.startsWith("terraform") === /tags|acl/.test(text))
    .filter((text) => select.startsWith("cloudformation") === text.includes("Tags"));
  const all = settings(own, ...asked.map((text) => policy(`select: ${select}\nassert: '${text}'`)));
  const { tally, failures } = await gate({ tree: memoryTree(files), settings: all, now, clock: () => 0 });
  if (failures[0] !== undefined) return ["unjudged"];
  return tally.map(({ violated, satisfied, unresolved }) =>
    unresolved > 0 ? "unresolved" : violated > 0 ? "violated" : satisfied > 0 ? "satisfied" : "nothing",
  );
}

function blankedAt(parsed: Parsed, site: Site | undefined): Readonly<Record<string, string>> {
  const copy = structuredClone(parsed);
  site?.blank(copy);
  return write(copy);
}

function holds(blanked: readonly string[], full: readonly string[]): boolean {
  if (blanked[0] === "unjudged") return true;
  return blanked.every((each, index) => each === "unresolved" || each === full[index]);
}
