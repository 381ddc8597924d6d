import { describe, expect, it } from "vitest";
import { readOptions } from "../../../src/gate/hear.ts";
import { load } from "../../../src/gate/load.ts";
import { gate } from "../../../src/gate.ts";
import { memoryTree } from "../../../src/source/tree.ts";
import { answer, mistakes, plan, policy, settings, verdict, versioned } from "./asked.ts";

describe("a raw policy, when it is loaded", () => {
  it("is told the attribute that was probably meant", async () => {
    expect(
      await mistakes("select: terraform.aws_s3_bucket\nassert: self.attributes.versionning != null"),
    ).toEqual([
      "`terraform.aws_s3_bucket.attributes` has no field `versionning`; did you mean `versioning`?",
    ]);
    expect(
      await mistakes('select: terraform.aws_s3_bucket\nassert: self.attributes["acll"] != null'),
    ).toEqual(["`terraform.aws_s3_bucket.attributes` has no field `acll`; did you mean `acl`?"]);
    expect(
      await mistakes(
        "select: cloudformation.AWS::S3::Bucket\nassert: self.attributes.VersionConfiguration != null",
      ),
    ).toEqual([
      "`cloudformation.AWS::S3::Bucket.attributes` has no field `VersionConfiguration`; did you mean `VersioningConfiguration`?",
    ]);
    expect(
      await mistakes("select: manifest.PodDisruptionBudget\nassert: self.attributes.specs != null"),
    ).toEqual(["`manifest.PodDisruptionBudget.attributes` has no field `specs`; did you mean `spec`?"]);
    expect(await mistakes("select: terraform.aws_s3_bucket\nassert: self.attribute.acl == null")).toEqual([
      "`terraform.aws_s3_bucket` has no field `attribute`; did you mean `attributes`?",
    ]);
  });

  it("is told of comparisons that the types rule out", async () => {
    expect(await mistakes("select: terraform.aws_s3_bucket\nassert: self.attributes.bucket == 5")).toEqual([
      "`string?` and `int` are never equal",
    ]);
  });

  it("may name types that nobody knows, and any attribute of them", async () => {
    for (const select of [
      "terraform.acme_thing",
      "cloudformation.Custom::Thing",
      "manifest.acme.io/v1/Thing",
    ]) {
      expect(await mistakes(`select: ${select}\nassert: self.attributes.anything[0].x == 1`)).toEqual([]);
    }
  });

  it("is told how a type is written", async () => {
    expect(await mistakes("select: cloudformation.S3.Bucket\nassert: self.attributes.x == 1")).toContain(
      "`cloudformation.S3.Bucket` is no type; write one like `cloudformation.AWS::S3::Bucket`",
    );
    expect(await mistakes("select: terraform.\nassert: self.attributes.x == 1")).toContain(
      "`terraform.` is no type; write one like `terraform.aws_s3_bucket`",
    );
  });
});

describe("a type that nothing declares", () => {
  const lines = "select: terraform.aws_sqs_queue\nassert: self.attributes.fifo_queue == true";

  it("is not asked about, and what else there is was judged", async () => {
    const { conclusion, findings } = await verdict(lines, plan(versioned));
    expect([conclusion, findings]).toEqual(["pass", []]);
  });

  it("does not make an empty run pass", async () => {
    const { conclusion } = await verdict(lines, { "README.md": "nothing" });
    expect(conclusion).toBe("unjudged");
  });
});

describe("a change that brings a raw policy", () => {
  it("is told what the policy would find", async () => {
    const own = policy("select: terraform.aws_sqs_queue\nassert: self.attributes.fifo_queue == true");
    const brought = policy("select: terraform.aws_s3_bucket\nassert: self.attributes.acl != null");
    const { policyChange, findings } = await gate({
      tree: memoryTree(plan(versioned)),
      settings: settings(own),
      proposed: { settings: settings(brought), files: ["policies/own/policy-0.yaml"] },
      now: "2026-01-01",
      clock: () => 0,
    });
    expect(findings).toEqual([]);
    expect(policyChange?.added.map(({ resource }) => resource)).toEqual(["aws_s3_bucket.logs"]);
  });
});

describe("a type that nobody selects", () => {
  it("is not kept of a plan, also where the policy about it is off", async () => {
    const lines = "select: terraform.aws_s3_bucket\nassert: self.attributes.acl == null";
    const wanted = async (text: string) => {
      const all = settings(text);
      return readOptions({ settings: all, now: "2026-01-01" }, [await load(all)]).wanted("aws_s3_bucket");
    };
    expect(await wanted(policy(lines))).toBe(true);
    expect(await wanted(policy(`${lines}\nenforcement: "off"`))).toBe(false);
    expect(await wanted(policy("select: Cluster\nassert: self.name != 'x'"))).toBe(false);
  });
});

describe("a plan with a type that is only selected raw", () => {
  it("is read for it, however large the plan is", async () => {
    const [text] = Object.values(plan(versioned));
    const { resource_changes, ...rest } = JSON.parse(text ?? "");
    const other = (index: number) => ({
      address: `null_resource.n[${index}]`,
      mode: "managed",
      type: "null_resource",
      name: "n",
      index,
      provider_name: "registry.terraform.io/hashicorp/null",
      change: {
        actions: ["create"],
        before: null,
        after: { padding: "x".repeat(1000) },
        after_unknown: { id: true },
      },
    });
    const many = Array.from({ length: 5000 }, (_, index) => other(index));
    const large = JSON.stringify({ ...rest, resource_changes: [...many, ...resource_changes] });
    expect(large.length).toBeGreaterThan(5_000_000);
    const assert = "self.attributes.versioning[0].enabled";
    expect(await answer("terraform.aws_s3_bucket", assert, { "plan.json": large })).toBe("satisfied");
  });
});
