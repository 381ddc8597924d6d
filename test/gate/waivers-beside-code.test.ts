import { describe, expect, test } from "vitest";
import { about, blocking, endpoint, outcomeOf, template, waived, words } from "./answered.ts";

describe("a waiver beside the code", () => {
  test.each(["resource", "config", "cidrs", "line"] as const)(
    "counts in a template at: %s",
    async (where) => {
      const found = await outcomeOf({ "stack.yaml": template({ [where]: endpoint }) });
      expect(about(found.findings)).toEqual([waived]);
      expect(found.problems).toEqual([]);
      expect(found.waivers).toEqual([expect.stringMatching(/^used 1, Cluster, stack\.yaml:\d+$/)]);
    },
  );

  test.each([
    ["elsewhere", `${endpoint}\n\n${template({})}`],
    [
      "above another resource",
      template({ metadata: "" }).replace(
        "Resources:\n",
        `Resources:\n  ${endpoint}\n  Other: { Type: AWS::SNS::Topic }\n`,
      ),
    ],
    ["with a blank line between", template({ resource: `${endpoint}\n` })],
    ["in a text", template({ metadata: `    Description: "a ${endpoint.replaceAll('"', "'")}"\n` })],
    ["for another policy", template({ resource: endpoint.replace("api-endpoint", "other-port") })],
    ["with a longer marker", template({ resource: endpoint.replace("ignore", "ignored") })],
  ])("does not count %s", async (_, text) => {
    const found = await outcomeOf({ "stack.yaml": text });
    expect(about(found.findings)).toEqual([blocking]);
    expect(found.problems).toEqual([]);
  });

  test("counts only until its day", async () => {
    const found = await outcomeOf({
      "stack.yaml": template({ cidrs: endpoint.replace("2026-12-31", "2026-06-14") }),
    });
    expect(about(found.findings)).toEqual([blocking]);
    expect(found.waivers).toEqual([expect.stringContaining("expired 1, Cluster, stack.yaml:")]);
  });

  test.each([
    [
      "no words",
      "# eks-policy-gate:ignore",
      "`policy` is missing, `until` is missing, `owner` is missing, `reason` is missing",
    ],
    [
      "an unknown policy",
      endpoint.replace("endpoint", "endpoin"),
      "no policy is called `world-open-api-endpoin`; did you mean `world-open-api-endpoint`?",
    ],
    [
      "no such day",
      endpoint.replace("12-31", "02-30"),
      "`until` must be a day as in 2027-03-31, not `2026-02-30`",
    ],
    ["nobody", endpoint.replace("owner=@acme/network ", ""), "`owner` is missing"],
    [
      "a word that it does not know",
      `${endpoint} untill=2027-01-01`,
      "unknown word `untill`; did you mean `until`?",
    ],
    ["a word twice", `${endpoint} until=2027-01-01`, "`until` is written twice"],
    ["too much", `${endpoint} ${"x".repeat(1_000)}`, "it is longer than 1000 characters"],
  ])("that has %s fails closed", async (_, comment, problem) => {
    const found = await outcomeOf({ "stack.yaml": template({ cidrs: comment }) });
    expect(found.conclusion).toBe("unjudged");
    expect(found.problems).toEqual([
      expect.stringContaining(`stack.yaml:8:9: this waiver is malformed: ${problem}; write`),
    ]);
  });

  test("that is malformed and beside no finding is told", async () => {
    const text = template({}).replace("Name: prod", "Name: prod # eks-policy-gate:ignore x");
    const found = await outcomeOf({ "stack.yaml": text });
    expect(found.conclusion).toBe("blocked");
    expect(found.problems).toEqual([expect.stringContaining("it excuses nothing")]);
  });

  test("stands in `Metadata` of a template, in YAML and in JSON", async () => {
    const ignore = {
      policy: "world-open-api-endpoint",
      until: "2026-12-31",
      owner: "@acme/network",
      reason: "VPN",
    };
    const metadata = `    Metadata:\n      eks-policy-gate:\n        ignore:\n          - policy: world-open-api-endpoint\n            until: 2026-12-31\n            owner: "@acme/network"\n            reason: VPN\n`;
    const yaml = await outcomeOf({ "stack.yaml": template({ metadata }) });
    expect(yaml.waivers).toEqual(["used 1, Cluster, stack.yaml:7"]);
    const json = await outcomeOf({
      "stack.json": JSON.stringify(
        {
          Resources: {
            Cluster: {
              Type: "AWS::EKS::Cluster",
              Metadata: { "eks-policy-gate": { ignore: [ignore] } },
              Properties: { ResourcesVpcConfig: { PublicAccessCidrs: ["0.0.0.0/0"] } },
            },
          },
        },
        undefined,
        "\t",
      ),
    });
    expect(json.waivers).toEqual(["used 1, Cluster, stack.json:9"]);
    const broken = await outcomeOf({
      "stack.yaml": template({ metadata: metadata.replace("until", "untl") }),
    });
    expect(broken.problems).toEqual([expect.stringContaining("unknown key `untl`, `until` is missing")]);
    const text = await outcomeOf({
      "stack.yaml": template({
        metadata: "    Metadata: { eks-policy-gate: { ignore: world-open-api-endpoint } }\n",
      }),
    });
    expect(text.problems).toEqual([expect.stringContaining("`ignore` must be a list of maps")]);
  });
});

const deployment = (name: string, annotations = "", above = "") => `${above}apiVersion: apps/v1
kind: Deployment
metadata:
  name: ${name}
  namespace: shop
${annotations}spec:
  replicas: 1
  selector: { matchLabels: { app: ${name} } }
  template:
    metadata: { labels: { app: ${name} } }
    spec: { containers: [{ name: app, image: "acme/app:1" }] }
`;

describe("a waiver of a manifest", () => {
  const single = `workload-with-one-replica ${words}`;
  const annotation = `  annotations:\n    eks-policy-gate/ignore: |\n      world-open-other-port ${words}\n      ${single}\n`;

  test("stands in its annotations, several by lines, or above it", async () => {
    const web = deployment("web", annotation);
    const api = deployment("api", "", `# eks-policy-gate:ignore ${single}\n`);
    const found = await outcomeOf({ "shop.yaml": [web, api, deployment("other")].join("---\n") });
    expect(found.findings.filter((each) => each.includes("workload-with-one-replica"))).toEqual([
      expect.stringMatching(/^waived .*\/web$/),
      expect.stringMatching(/^waived .*\/api$/),
      expect.stringMatching(/^counts .*\/other$/),
    ]);
    expect(found.problems).toEqual([]);
  });
});

describe("on a pull request", () => {
  const head = { "stack.yaml": `# moved down\n${template({ cidrs: endpoint })}` };

  test("a waiver beside the code counts where the base has it, too", async () => {
    const found = await outcomeOf(head, { base: { "stack.yaml": template({ cidrs: endpoint }) } });
    expect(about(found.findings)).toEqual([waived]);
  });

  test.each([
    ["without it", { "stack.yaml": template({}) }],
    ["that has it elsewhere", { "stack.yaml": template({ config: endpoint }) }],
    ["where it ends earlier", { "stack.yaml": template({ cidrs: endpoint.replace("12-31", "07-01") }) }],
    ["where the file has another name", { "other.yaml": template({ cidrs: endpoint }) }],
  ])("with a base %s it is refused", async (_, base) => {
    const found = await outcomeOf(head, { base });
    expect(about(found.findings)).toEqual([blocking]);
    expect(found.waivers).toEqual(["refused 1, Cluster, stack.yaml:9, this pull request adds it"]);
    const allowed = await outcomeOf(head, { base, waivers: "{ inline: allow }" });
    expect(about(allowed.findings)).toEqual([waived]);
  });

  test("a waiver that is copied to something of the same name is refused at both", async () => {
    const twice = `${template({ cidrs: endpoint })}---\n${template({ cidrs: endpoint })}`;
    const found = await outcomeOf(
      { "stack.yaml": twice },
      { base: { "stack.yaml": template({ cidrs: endpoint }) } },
    );
    expect(found.findings.filter((each) => each.startsWith("waived"))).toEqual([]);
  });

  test("none counts where they are turned off", async () => {
    const found = await outcomeOf(head, { waivers: "{ inline: off }" });
    expect(about(found.findings)).toEqual([blocking]);
    expect(found.waivers).toEqual([
      "refused 1, Cluster, stack.yaml:9, waivers beside the code are turned off",
    ]);
  });
});
