import { describe, expect, it } from "vitest";
import { Unknown } from "../../src/base/value.ts";
import { graphOf, plan } from "./graphs.ts";

const release = (after: object, unknown: Record<string, unknown> = {}, sensitive: object = {}) => {
  const expressions = Object.fromEntries(
    Object.keys(unknown).map((key) => [key, { references: ["random_id.x.hex", "random_id.x"] }]),
  );
  const text = plan({
    address: "helm_release.app",
    after: { name: "app", chart: "app", ...after },
    unknown,
    expressions,
  }).replace('"after_sensitive":{}', `"after_sensitive":${JSON.stringify(sensitive)}`);
  return graphOf({ "plan.json": text }).entities("HelmRelease")[0];
};

const set = (name: string, value: string, type?: string) => ({ name, value, type: type ?? null });

describe("a Helm release", () => {
  it("says which chart is installed, and where", () => {
    const fields = ["name", "namespace", "chart", "repository", "version"];
    const app = release({ namespace: "shop", repository: "https://charts.example", version: "1.2.3" });
    expect(fields.map((field) => app?.get(field))).toEqual([
      "app",
      "shop",
      "app",
      "https://charts.example",
      "1.2.3",
    ]);
    expect(fields.map((field) => release({})?.get(field))).toEqual(["app", "default", "app", null, null]);
  });

  it("gives the chart its texts one over the other, and what is set over them", () => {
    const app = release({
      values: ["replicas: 1\nimage: { tag: a, name: app }\n", "image: { tag: b }\n", ""],
      set: [
        set("replicas", "3"),
        set("pods.list[1].name", "x"),
        set("annotations.eks\\.amazonaws\\.com/role", "r"),
      ],
      set_list: [{ name: "zones", value: ["a", "b"] }],
    });
    expect(app?.get("values")).toEqual(
      new Map<string, unknown>([
        ["replicas", 3],
        [
          "image",
          new Map([
            ["tag", "b"],
            ["name", "app"],
          ]),
        ],
        ["pods", new Map([["list", [null, new Map([["name", "x"]])]]])],
        ["annotations", new Map([["eks.amazonaws.com/role", "r"]])],
        ["zones", ["a", "b"]],
      ]),
    );
  });

  it("reads what is set as Helm does", () => {
    const value = (text: string, type?: string) => {
      const values = release({ set: [set("a", text, type)] })?.get("values");
      return values instanceof Map ? values.get("a") : values;
    };
    expect(["true", "12", "012", "null", "1.5", "{a,2}", "a\\,b"].map((text) => value(text))).toEqual([
      true,
      12,
      "012",
      null,
      "1.5",
      ["a", 2],
      "a,b",
    ]);
    expect([value("12", "string"), value("a,b", "literal")]).toEqual(["12", "a,b"]);
    expect(value("a,b=c")).toBeInstanceOf(Unknown);
  });

  it("is known but for what is set after apply, and not at all where a text is not known", () => {
    const setLater = release({ set: [{ name: "a", type: null }] }, { set: [{ value: true }] })?.get("values");
    expect(setLater instanceof Map && setLater.get("a")).toBeInstanceOf(Unknown);
    expect(release({ values: ["a: 1\n", null] }, { values: [false, true] })?.get("values")).toBeInstanceOf(
      Unknown,
    );
    for (const values of [["a: ["], ["text"]])
      expect(release({ values })?.get("values")).toBeInstanceOf(Unknown);
    expect(release({ set: [set("a[99999999]", "1")] })?.get("values")).toBeInstanceOf(Unknown);
  });

  it("never shows values where some of them are secret", () => {
    const secret = { set_sensitive: [set("password", "p")] };
    expect(release(secret, {}, { set_sensitive: true })?.reading("values")).toMatchObject({
      value: new Map([["password", "p"]]),
      sensitive: true,
    });
    expect(release({ set: [set("a", "1")] })?.reading("values")?.sensitive).toBe(false);
  });
});
