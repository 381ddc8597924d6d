import { describe, expect, it } from "vitest";
import { showPath } from "../../../src/base/place.ts";
import { answer, answers, manifest, plan, template, verdict, versioned } from "./asked.ts";

describe("a policy that selects a type raw", () => {
  it("asks about the resources of a plan by their own attributes", async () => {
    const ask = (assert: string) => answer("terraform.aws_s3_bucket", assert, plan(versioned));
    expect(await ask("self.attributes.versioning[0].enabled")).toBe("satisfied");
    expect(await ask("self.attributes.versioning[0].mfa_delete")).toBe("violated");
    expect(await ask('self.attributes["bucket"] == "logs"')).toBe("satisfied");
    expect(await ask("self.attributes.versioning.all(v, v.enabled)")).toBe("satisfied");
    expect(await ask('self.attributes.tags.exists(k, k == "Name")')).toBe("satisfied");
    expect(await ask('self.attributes.tags.all(k, v, v == "logs" && k == "Name")')).toBe("satisfied");
    expect(await ask("size(self.attributes.tags) == 1")).toBe("satisfied");
    expect(await ask('self.change == "create" && self.resource == "aws_s3_bucket.logs"')).toBe("satisfied");
  });

  it("asks about the resources of a template by their properties", async () => {
    const files = template("{ VersioningConfiguration: { Status: Enabled }, Tags: [{ Key: a, Value: b }] }");
    const ask = (assert: string) => answer("cloudformation.AWS::S3::Bucket", assert, files);
    expect(await ask('self.attributes.VersioningConfiguration.Status == "Enabled"')).toBe("satisfied");
    expect(await ask('self.attributes.Tags.exists(t, t.Key == "a" && t.Value == "b")')).toBe("satisfied");
    expect(await ask('self.resource == "Logs" && self.attributes.AccessControl == null')).toBe("satisfied");
  });

  it("asks about manifests by kind, of any version or of one", async () => {
    const files = manifest("spec: { minAvailable: 1 }");
    expect(
      await answer("manifest.PodDisruptionBudget", "self.attributes.spec.minAvailable == 1", files),
    ).toBe("satisfied");
    expect(await answer("manifest.policy/v1/PodDisruptionBudget", 'self.name == "web"', files)).toBe(
      "satisfied",
    );
    expect(await answer("manifest.policy/v1beta1/PodDisruptionBudget", 'self.name == "web"', files)).toBe("");
    expect(await answer("manifest.Budget", 'self.name == "web"', files)).toBe("");
  });

  it("takes what is not written for null, and `has` tells", async () => {
    const ask = (assert: string) => answer("terraform.aws_s3_bucket", assert, plan(versioned));
    expect(await ask("self.attributes.acl == null && !has(self.attributes.acl)")).toBe("satisfied");
    expect(await ask("has(self.attributes.versioning)")).toBe("satisfied");
    expect(await ask("self.attributes.tags.Owner == null && !has(self.attributes.tags.Owner)")).toBe(
      "satisfied",
    );
    expect(await ask('self.attributes["logging"] == null')).toBe("satisfied");
  });

  it("does not decide what is not known", async () => {
    const later = {
      written: { bucket: { references: ["aws_kms_key.k.arn", "aws_kms_key.k"] } },
      secret: { tags: {} },
    };
    const files = plan({ ...later, after: { tags: {} }, unknown: { bucket: true, tags: { Name: true } } });
    const ask = (assert: string) => answer("terraform.aws_s3_bucket", assert, files);
    expect(await ask('self.attributes.bucket == "logs"')).toBe("unresolved");
    expect(await ask("has(self.attributes.bucket)")).toBe("unresolved");
    expect(await ask('self.attributes.tags.exists(k, k == "Name")')).toBe("unresolved");
    expect(await ask("size(self.attributes.tags) == 1")).toBe("unresolved");
    expect(await ask("size(self.attributes.tags) <= 1")).toBe("satisfied");
    expect(await ask('self.attributes.tags == {"Other": "x"}')).toBe("violated");
    expect(await ask('"Owner" in self.attributes.tags')).toBe("violated");
    const { findings } = await verdict(
      "select: terraform.aws_s3_bucket\nassert: self.attributes.bucket == 'x'",
      files,
    );
    expect(findings[0]?.missing).toMatchObject([
      { attribute: "aws_s3_bucket.logs.bucket", reason: "known after apply" },
    ]);
  });

  it("takes a block that may be made of something unknown for unknown, and what the provider fills in for none", async () => {
    const files = plan({
      after: { bucket: "logs" },
      unknown: { versioning: true, acl: true, acceleration_status: true },
      secret: { versioning: [] },
      written: { bucket: { constant_value: "logs" } },
    });
    const ask = (assert: string) => answer("terraform.aws_s3_bucket", assert, files);
    expect(await ask("self.attributes.versioning == null || size(self.attributes.versioning) == 0")).toBe(
      "unresolved",
    );
    expect(await ask("has(self.attributes.versioning)")).toBe("unresolved");
    expect(await ask("self.attributes.acceleration_status == null")).toBe("satisfied");
  });

  it("looks into the author's files for whether anybody wrote such a block", async () => {
    const files = plan({
      after: { bucket: "logs", grant: [{ type: "a" }] },
      unknown: { versioning: true, logging: true, grant: [{ more: true }] },
      secret: { versioning: [], logging: [], grant: [{ more: [] }] },
      written: { bucket: { constant_value: "logs" }, grant: [{}] },
    });
    const code = `resource "aws_s3_bucket" "logs" {
  bucket = "logs"
  dynamic "logging" {
    for_each = aws_kms_key.k.arn
    content {}
  }
  grant { type = "a" }
}
`;
    const ask = (assert: string, more = {}) =>
      answer("terraform.aws_s3_bucket", assert, { ...files, "main.tf": code, ...more });
    expect(await ask("!has(self.attributes.versioning)")).toBe("satisfied");
    expect(await ask("!has(self.attributes.logging)")).toBe("unresolved");
    expect(await ask("!has(self.attributes.grant[0].more)")).toBe("satisfied");
    // Files that declare something else are not those of the plan.
    const other = { "other.tf": 'resource "aws_s3_bucket" "other" {}' };
    expect(await ask("!has(self.attributes.versioning)", other)).toBe("unresolved");
  });

  it("does not know the order of blocks that are known in parts: they may be of a set", async () => {
    const files = plan({
      after: { grant: [{ type: "a" }, { type: "b" }] },
      unknown: { grant: [{ id: true }, {}] },
      secret: { grant: [{}, {}] },
      written: { grant: [{ id: { references: ["aws_kms_key.k.arn", "aws_kms_key.k"] } }, {}] },
    });
    const ask = (assert: string) => answer("terraform.aws_s3_bucket", assert, files);
    expect(await ask('self.attributes.grant[0].type == "a"')).toBe("unresolved");
    expect(
      await ask('self.attributes.grant.exists(g, g.type == "a") && size(self.attributes.grant) == 2'),
    ).toBe("satisfied");
  });

  it("does not count members of a template's list that may not be there", async () => {
    const files = template(
      "{ Tags: [{ Key: a, Value: b }, !If [Perhaps, { Key: c, Value: d }, !Ref AWS::NoValue]], BucketName: !Ref Given }",
    );
    const ask = (assert: string) => answer("cloudformation.AWS::S3::Bucket", assert, files);
    expect(await ask('self.attributes.Tags.exists(t, t.Key == "a")')).toBe("satisfied");
    expect(await ask("size(self.attributes.Tags) >= 1")).toBe("satisfied");
    expect(await ask("size(self.attributes.Tags) == 2")).not.toBe("satisfied");
    expect(await ask("has(self.attributes.BucketName)")).toBe("satisfied");
  });

  it("answers for every branch of a template", async () => {
    const files = template("{ AccessControl: !If [Perhaps, PublicRead, Private] }");
    const lines =
      'select: cloudformation.AWS::S3::Bucket\nassert: self.attributes.AccessControl == "Private"';
    const { findings } = await verdict(lines, files);
    expect(findings.map(({ outcome, when }) => `${outcome} when ${when}`)).toEqual([
      "violated when `Given` is `a`",
    ]);
  });

  it("goes through a large map in the time that its size takes", async () => {
    const tags = Object.fromEntries(Array.from({ length: 20_000 }, (_, index) => [`k${index}`, "v"]));
    const unknown = Object.fromEntries(Object.keys(tags).map((name) => [name, name.endsWith("7777")]));
    const files = plan({
      after: { tags },
      unknown: { tags: unknown },
      secret: { tags: {} },
      written: { tags: {} },
    });
    const started = performance.now();
    expect(
      await answer("terraform.aws_s3_bucket", 'self.attributes.tags.all(k, v, v == "v")', files),
    ).not.toBe("");
    expect(performance.now() - started).toBeLessThan(15_000);
  });

  it("reads numbers and truth values of a template as what they are, however they are written", async () => {
    const volume = (properties: string) => template(properties, "AWS::EC2::Volume");
    const ask = (assert: string, properties: string) =>
      answer("cloudformation.AWS::EC2::Volume", assert, volume(properties));
    expect(await ask("self.attributes.Encrypted == true", '{ Encrypted: "true" }')).toBe("satisfied");
    expect(await ask("self.attributes.Encrypted == true", "{ Encrypted: true }")).toBe("satisfied");
    expect(await ask("self.attributes.Size >= 80", '{ Size: "80" }')).toBe("satisfied");
    expect(await ask('self.attributes.Tags[0].Value == "true"', "{ Tags: [{ Key: a, Value: true }] }")).toBe(
      "satisfied",
    );
    const thing = template("{ New: { Flag: 'true', Name: logs } }", "Custom::Thing");
    expect(await answer("cloudformation.Custom::Thing", "self.attributes.New.Flag == true", thing)).toBe(
      "unresolved",
    );
    expect(await answer("cloudformation.Custom::Thing", 'self.attributes.New.Name == "logs"', thing)).toBe(
      "satisfied",
    );
  });

  it("points at the attribute that decided, and at what `at` names", async () => {
    const ask = async (lines: string) => {
      const { findings } = await verdict(`select: terraform.aws_s3_bucket\n${lines}`, plan(versioned));
      return findings.map(({ refs }) => showPath(refs[0]?.path ?? []));
    };
    expect(await ask("assert: self.attributes.versioning[0].mfa_delete")).toEqual([
      "versioning[0].mfa_delete",
    ]);
    expect(await ask('assert: self.attributes["bucket"] == "x"')).toEqual(["bucket"]);
    expect(await ask("assert: self.attributes.versioning[0].mfa_delete\nat: self.attributes.acl")).toEqual([
      "acl",
    ]);
  });

  it("asks of every block with `each`", async () => {
    const files = plan({ after: { grant: [{ type: "a" }, { type: "b" }] }, written: { grant: [{}, {}] } });
    const lines =
      'select: terraform.aws_s3_bucket\neach: self.attributes.grant as grant\nassert: grant.type == "a"';
    expect(await answers(lines, files)).toEqual(["violated", "satisfied"]);
  });
});
