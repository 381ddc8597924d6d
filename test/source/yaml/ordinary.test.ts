import { describe, expect, it } from "vitest";
import { loadAnyYaml } from "../../../src/source/yaml/load.ts";
import { readOrdinary } from "../../../src/source/yaml/ordinary.ts";

const deployment = `# what runs in the shop
apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
  labels: {}
  annotations:
    eks.amazonaws.com/role-arn: arn:aws:iam::123456789012:role/web
    "prometheus.io/scrape": "true" # read as text
    note: 'it''s said: twice'
spec:
  replicas: 3
  template:
    spec:
      containers:
      - name: main
        image: "registry.example/web:v1.2"
        command: [sh, "-c", 'exec /web', --port=8080]
        args: []
        resources:
          limits: 
            cpu: 100m
            memory: 128Mi
        env:
          - name: EMPTY
            value: ""
          -
            name: RATIO
            value: 0.5
        ready: yes
        nothing:
        also: ~
      nodeSelector:

        topology.kubernetes.io/zone: eu-west-1a
      schedule: 2026-01-31
      readinessProbe: { httpGet: { path: "/ready", port: 8080 }, hosts: [a:1, {b: c}] } # when ready
      tolerations: [ {key: dedicated, operator: Exists} ]
      time: 12:30:45
      mode: 420
`;

const settings = `---
apiVersion: v1
kind: ConfigMap
data:
  app.properties: |
    # no comment
    port=8080

    name: web
  script.sh: |-
    #!/bin/sh
      exec /web "$@"

  kept: |+
    one

  folded: >
    several lines
    of one paragraph
  last: >-
    one
# a comment between
  after: it
---
---
apiVersion: v1
kind: List
items:
- kind: Service
  spec:
    ports:
    - port: 80
- 10.0.0.0/8
- -1
- text with é and 日本
`;

describe("ordinary YAML", () => {
  it.each([
    ["a deployment", deployment],
    ["texts in blocks, several documents, one of them empty", settings],
    ["nothing", ""],
    ["comments alone", "# one\n\n  # two\n"],
    ["a list", "- a\n- b: 1\n  c: 2\n-   d: 3\n    e: 4\n"],
  ])("is read, and as js-yaml reads it: %s", (_, text) => {
    expect(readOrdinary(text)).toEqual(byJsYaml(text));
    expect(JSON.stringify(readOrdinary(text))).toBe(JSON.stringify(byJsYaml(text)));
  });

  it.each([
    ["anchors", "a: &x 1\n"],
    ["aliases", "a: *x\n"],
    ["tags", "a: !Ref b\n"],
    ["merge keys", "<<: {}\n"],
    ["the same key twice", "a: 1\na: 2\n"],
    ["keys that are no text", "on: push\n"],
    ["keys that reach for the prototype", "__proto__:\n  a: 1\n"],
    ["texts over several lines", 'a: one\n  two\nb: "one\n  two"\n'],
    ["tabs", "a:\tb\n"],
    ["carriage returns", "a: 1\r\nb: 2\r\n"],
    ["directives", "%YAML 1.2\n---\na: 1\n"],
    ["brackets over several lines", "a: [\n  b\n]\n"],
    ["words with blanks in brackets", "a: [b c]\n"],
    ["keys without a value in brackets", "a: {b, c: }\n"],
    ["numbers of other kinds", "a: 0644\n"],
    ["a document that is a scalar", "one\n"],
    ["a second colon", "a: b: c\n"],
    ["lines that stand nowhere", "a:\n    b: 1\n  c: 2\n"],
    ["a blank line that is indented further than its text", "a: |\n  b\n     \n  c\n"],
  ])("is not: %s", (_, text) => {
    expect(readOrdinary(text)).toBeUndefined();
  });
});

describe("whatever is written", () => {
  const seeds = [deployment, settings].flatMap((text) => [text, ...pieces(text)]);
  const random = randomNumbers(20_260_101);

  it("is read as js-yaml reads it, or not at all", { timeout: 60_000 }, () => {
    let agreed = 0;
    for (let round = 0; round < 20_000; round++) {
      const text = changed(seeds[random(seeds.length)] ?? "", random);
      const ours = readOrdinary(text);
      if (ours === undefined) continue;
      agreed++;
      if (JSON.stringify(ours) === JSON.stringify(byJsYaml(text))) continue;
      expect({ text, read: ours }).toEqual({ text, read: byJsYaml(text) });
    }
    expect(agreed).toBeGreaterThan(2_000);
  });
});

function byJsYaml(text: string): unknown {
  try {
    return loadAnyYaml(text, "a.yaml", "strict");
  } catch (error) {
    return `refused: ${String(error)}`;
  }
}

/** Runs of a few lines, so that changes meet every construct and not only the first. */
function pieces(text: string): readonly string[] {
  const lines = text.split("\n");
  return lines.map((_, from) => `${lines.slice(from, from + 6).join("\n")}\n`);
}

const fragments = [
  ..." :#-?'\"|>[]{},&*!%@`~\\=\t\r\n",
  ...[
    "  ",
    ": ",
    "- ",
    " #",
    "\n\n",
    "\n  ",
    "\n    ",
    "---\n",
    "...\n",
    "<<: ",
    "a: b\n",
    "- a\n",
    "|-\n",
    "''",
    '""',
  ],
  ...[
    "null",
    "yes",
    "0",
    "08",
    "1e3",
    ".5",
    "0x1",
    "1_0",
    ".inf",
    "é",
    "\u00a0",
    "[a, b]",
    "{}",
    "&a",
    "*a",
    "!x",
    "? ",
  ],
] as const;

type Random = (below: number) => number;

function changed(text: string, random: Random): string {
  let result = text;
  for (let times = random(4); times >= 0; times--) {
    const at = random(result.length + 1);
    const from = random(result.length + 1);
    switch (random(4)) {
      case 0:
        result = result.slice(0, at) + (fragments[random(fragments.length)] ?? "") + result.slice(at);
        break;
      case 1:
        result = result.slice(0, at) + result.slice(at + 1 + random(3));
        break;
      case 2:
        result = result.slice(0, at) + result.slice(from, from + random(20)) + result.slice(at);
        break;
      default:
        result = reindented(result, random);
    }
  }
  return result;
}

function reindented(text: string, random: Random): string {
  const lines = text.split("\n");
  const line = lines[random(lines.length)] ?? "";
  lines.splice(random(lines.length), random(2), " ".repeat(random(6)) + line.trim());
  return lines.join("\n");
}

/** The same numbers in every run. */
function randomNumbers(seed: number): Random {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}
