import { describe, expect, it } from "vitest";
import { PartialList, type Value } from "../../src/base/value.ts";
import { graphOf } from "./graphs.ts";

function settings(data: string): Value | undefined {
  const manifest = `apiVersion: v1\nkind: ConfigMap\nmetadata: { name: web }\ndata: ${data}\n`;
  const [first] = graphOf({ "web.yaml": manifest }).entities("ConfigMap");
  return first?.get("settings");
}

describe("the settings of a ConfigMap", () => {
  it("are its keys that hold one line, and the lines of longer texts", () => {
    expect(settings('{ LEVEL: debug, web.env: "A=1000\\nexport B=\\"two\\"\\n" }')).toEqual([
      "LEVEL",
      "A",
      "B",
    ]);
    expect(settings(String.raw`{ web.json: "{\n  \"url\": \"http://a\",\n  \"db\": {\n  }\n}" }`)).toEqual([
      "url",
    ]);
  });

  it("are none that are empty, placeholders, paths, or merely yes or no", () => {
    expect(
      settings(`{ A: "", B: "yes", C: "<put it here>", D: "***", E: "12", F: changeme, G: /run/secrets/db }`),
    ).toEqual([]);
  });

  it("may be any where a text is filled in later", () => {
    expect(settings(`{ LEVEL: debug, web.env: "\${TEXT}" }`)).toBeInstanceOf(PartialList);
  });

  it("are not searched for in what is too long to be settings", () => {
    expect(settings(`{ dump: "${"A=bbbbb\\n".repeat(4000)}" }`)).toEqual([]);
  });
});
