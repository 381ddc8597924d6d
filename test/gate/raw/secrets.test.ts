import { describe, expect, it } from "vitest";
import { manifest, plan, verdict } from "./asked.ts";

describe("a secret among raw attributes", () => {
  const secret = plan({
    after: { bucket: "hunter2", tags: { Name: "hunter2", Team: "shop" }, acl: "public" },
    secret: { bucket: true, tags: { Name: true } },
    written: { bucket: { constant_value: "x" } },
  });
  const message = async (text: string) => {
    const lines = `select: terraform.aws_s3_bucket\nassert: self.attributes.acl == "private"\nmessage: "${text}"`;
    const { findings } = await verdict(lines, secret);
    return findings[0]?.message;
  };

  it("is never printed", async () => {
    expect(await message("bucket {self.attributes.bucket}")).toBe("bucket (sensitive)");
    expect(await message("named {self.attributes.tags.Name}")).toBe("named (sensitive)");
    expect(await message("names {self.attributes.tags.exists(k, v, v == 'hunter2')}")).toBe(
      "names (sensitive)",
    );
    expect(await message("all {self.attributes}")).not.toContain("hunter2");
    expect(await message("all {[self.attributes]}")).not.toContain("hunter2");
    expect(await message("all {self.attributes.tags}")).not.toContain("hunter2");
  });

  it("does not hide what stands beside it", async () => {
    expect(await message("acl {self.attributes.acl}")).toBe("acl public");
    expect(await message("{self.resource}")).toBe("aws_s3_bucket.logs");
  });

  it("is not printed as an element of a list", async () => {
    const files = plan({
      after: { names: ["hunter2"] },
      secret: { names: [true] },
      written: {},
      type: "acme_users",
    });
    const lines = `select: terraform.acme_users
each: self.attributes.names as user
assert: user == "root"
message: "{user} of {self.resource}"`;
    expect((await verdict(lines, files)).findings[0]?.message).toBe("(sensitive) of acme_users.logs");
  });

  it("stays hidden in a Secret of Kubernetes", async () => {
    const files = manifest("data: { password: aHVudGVyMg== }", "apiVersion: v1\nkind: Secret");
    const lines =
      'select: manifest.Secret\nassert: self.attributes.type == "x"\nmessage: "{self.name}: {self.attributes.data.password}"';
    expect((await verdict(lines, files)).findings[0]?.message).toBe("web: (sensitive)");
  });
});
