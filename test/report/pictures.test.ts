import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { bars, barText } from "../../src/report/bars.ts";
import { commentBytes, markerBytes, renderComment } from "../../src/report/comment.ts";
import { drawing } from "../../src/report/drawing.ts";
import { mermaid } from "../../src/report/mermaid.ts";
import { terminal } from "../../src/report/terminal.ts";
import { zoneWords } from "../../src/report/zones.ts";
import type { Verdict } from "../../src/verdict/finding.ts";
import type { Headroom } from "../../src/verdict/headroom.ts";
import { blocked, found, oneZone, openIngress } from "./example.ts";
import { layoutOf, renamed } from "./layouts.ts";

fc.configureGlobal({ seed: 20261122 });

function lines(text: string, words: RegExp): number {
  return text.split("\n").filter((line) => words.test(line)).length;
}

describe("the zones of a cluster as a Mermaid diagram", () => {
  test("are a column each, with subnets, what runs in them and the ways out", async () => {
    await expect(mermaid(layoutOf(2, 1))).toMatchFileSnapshot("zones.mmd");
  });

  test("mark what a finding is about by a sign and by a rim", () => {
    const text = mermaid(layoutOf(2, 1));
    expect(text).toContain(`r0(["⚠ node group<br/>group-0"])`);
    expect(text).toContain("  class r0 marked");
  });

  test("stay readable with 40 subnets: those that are alike are one box with their number", () => {
    const text = mermaid(layoutOf(4, 9, 30));
    expect(text.split("\n").length).toBeLessThan(60);
    expect(text).toContain(`"9 private subnets"`);
    expect(text).toContain(`"15 Fargate profiles"`);
    expect(text).toContain(`"14 node groups"`);
    expect(text).toContain("⚠ node group");
  });

  test("keep apart what a finding is about, also among 40", () => {
    const layout = layoutOf(4, 9);
    const [first, ...others] = layout.zones;
    const subnets = (first?.subnets ?? []).map((subnet) => ({ ...subnet, marked: subnet.key === "s0x3" }));
    const text = mermaid({ ...layout, zones: [{ name: "eu-west-1a", subnets }, ...others] });
    expect(text).toContain(`s0x3["⚠ private subnet<br/>private-0-3<br/>10.0.3.0/24"]`);
    expect(text).toContain(`"8 private subnets"`);
  });

  test("have a place for what is not known", () => {
    const layout = layoutOf(1, 1);
    const [runner] = layout.runners;
    const runners = runner === undefined ? [] : [{ ...runner, subnets: [], perhaps: ["s0x0"], isOpen: true }];
    const text = mermaid({
      ...layout,
      runners,
      zones: layout.zones.map(({ subnets }) => ({ subnets })),
      isOpen: true,
    });
    expect(text).toContain(`subgraph z0["zone not known"]`);
    expect(text).toContain("r0 -.->|perhaps| s0x0");
    expect(text).toContain("r0 -.->|perhaps| sx");
  });

  test("are within what Mermaid draws, however large the cluster is", () => {
    const text = mermaid(layoutOf(200, 30, 500));
    expect(text.length).toBeLessThan(50_000);
    expect(lines(text, /-->|-\.->|---/)).toBeLessThan(500);
  });

  test("are the same diagram whatever things are called", () => {
    const hostile = fc
      .array(
        fc.oneof(
          fc.constantFrom(
            '"',
            "]",
            ")",
            "}",
            "[",
            "#",
            ";",
            "%%",
            "%%{init: {}}%%",
            "\n",
            "end\n",
            "`",
            "<script>",
            "|",
          ),
          fc.constantFrom(
            "-->",
            ":::x",
            "click x",
            "style s0 fill:#f00;",
            "classDef x",
            "#quot;",
            "@{",
            "```\n",
            "\u202e",
          ),
          fc.string({ unit: "grapheme", maxLength: 3 }),
        ),
        { maxLength: 8 },
      )
      .map((parts) => parts.join(""));
    const shape = (text: string) => text.replace(/"[^"\n]*"/g, '""');
    const layout = layoutOf(2, 2);
    fc.assert(
      fc.property(hostile, (name) => {
        const text = mermaid(renamed(layout, name));
        expect(shape(text)).toBe(shape(mermaid(layout)));
        expect(text).not.toMatch(/```|%%|<(?!br\/>)/);
      }),
      { numRuns: 500 },
    );
  });
});

test("all that a picture of zones shows is there in words", () => {
  const rows = zoneWords(layoutOf(2, 1));
  expect(rows.map(({ zone }) => zone)).toEqual(["eu-west-1a", "eu-west-1b"]);
  expect(rows[0]?.subnets.map(({ what, name, beside }) => [what, name, beside])).toEqual([
    ["public", "public-0", undefined],
    ["private", "private-0-0", "10.0.0.0/24"],
  ]);
  expect(rows[1]?.runs.map(({ what, name, marked }) => [what, name, marked])).toEqual([
    ["node group", "group-0", true],
    ["Fargate profile", "group-1", false],
  ]);
  expect(rows.map(({ gateways }) => gateways.map(({ what }) => what))).toEqual([
    ["here", "way out"],
    ["way out"],
  ]);
});

test("zones are drawn as SVG in which nobody's name is a tag", () => {
  const svg = drawing(layoutOf(3, 2));
  expect(svg).toMatch(/^<svg [^>]*role="img"/);
  expect(svg.match(/class="subnet private/g)).toHaveLength(6);
  expect(svg).toContain("⚠ node group</text>");
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 12 }), (name) => {
      const hostile = drawing(renamed(layoutOf(1, 1), `${name}</svg><script>"'`));
      expect(hostile.replace(/<\/?(?:svg|rect|text|line|title)\b[^<>]*>/g, "")).not.toMatch(/[<>]/);
    }),
    { numRuns: 300 },
  );
});

function quota(resource: string, used: number, more: Partial<Headroom> = {}): Headroom {
  return {
    policy: { id: "node-groups-over-quota" },
    what: "managed node groups a cluster may have",
    concept: "Cluster",
    resource,
    used,
    limit: 30,
    isOpen: false,
    ...more,
  };
}

function withHeadroom(...headroom: readonly Headroom[]): Verdict {
  return { ...blocked, headroom };
}

describe("quotas as bars", () => {
  test("show what was used before, what comes in addition and what is left", () => {
    const [bar] = bars(withHeadroom(quota("prod", 27, { before: 18 })));
    expect(bar).toMatchObject({ used: "27 of 30", before: "18 before", left: "3 left", percent: 90 });
    expect(bar === undefined ? "" : barText(bar)).toBe("██████▓▓▓░");
  });

  test("are full only where nothing is left, and say what is too many", () => {
    const shown = bars(withHeadroom(quota("a", 33), quota("b", 30), quota("c", 29)));
    expect(shown.map(barText)).toEqual(["██████████", "██████████", "█████████░"]);
    expect(shown.map(({ left }) => left)).toEqual(["3 too many", "0 left", "1 left"]);
  });

  test("say what is only known to be used at least", () => {
    expect(bars(withHeadroom(quota("a", 20, { isOpen: true })))[0]?.used).toBe("at least 20 of 30");
  });

  test("are a table in the comment, open where a finding is about one", () => {
    const verdict = withHeadroom(quota("prod", 27, { before: 18 }), quota("dev", 2));
    const text = renderComment(verdict, {});
    expect(text).toContain("<details>\n<summary>📊 Quotas: the fullest is at 90 %</summary>");
    expect(text).toContain(
      "| managed node groups a cluster may have | `prod` | 27 of 30 | `██████▓▓▓░` 90 % | 18 before | 3 left |",
    );
    expect(text).not.toContain("`dev`");
    const policy = { ...openIngress, id: "node-groups-over-quota" };
    const finding = found(policy, "dev", { file: "a.tf" }, "too many");
    const touched = renderComment({ ...verdict, findings: [finding] }, {});
    expect(touched).toContain("<details open>\n<summary>📊 Quotas");
    expect(touched).toContain("| `dev` | 2 of 30 |");
  });

  test("are in the terminal", () => {
    const page = { colour: false, width: 100, lines: () => undefined };
    const text = terminal(withHeadroom(quota("prod", 27, { before: 18 })), page);
    expect(text).toContain(
      "   90 % ██████▓▓▓░ prod  27 of 30 managed node groups a cluster may have (18 before)",
    );
    expect(terminal(blocked, page)).not.toContain("quotas");
    expect(terminal(withHeadroom(quota("prod", 27)), { ...page, quiet: true })).not.toContain("quotas");
  });
});

describe("the pictures in the comment", () => {
  const verdict: Verdict = { ...blocked, layouts: [layoutOf(3, 2)] };

  test("are folded, with what they say in words", () => {
    const text = renderComment(verdict, {});
    expect(text).toContain(
      "<details>\n<summary>🗺️ Zones of cluster <code>prod</code>: 3 zones, 9 subnets, 1 node group and 1 Fargate profile</summary>\n\n```mermaid\nflowchart TB\n",
    );
    expect(text).toContain("| eu-west-1b | public: `public-1`<br>private (2): `private-1-0` 10.1.0.0/24, ");
  });

  test("are open where a finding is about zones", () => {
    const zonal = { ...oneZone, family: "multi-az" };
    const finding = found(zonal, "aws_eks_node_group.web", { file: "a.tf" }, "in one zone");
    expect(renderComment({ ...verdict, findings: [finding] }, {})).toContain("<details open>\n<summary>🗺️");
  });

  test("close what they open, whatever names hold", () => {
    const text = renderComment(
      { ...verdict, layouts: [renamed(layoutOf(2, 2), "```\n</details>|<b>@octocat")] },
      {},
    );
    expect(text.match(/^```/gm)).toHaveLength(2);
    const outside = text.replace(/(`+)(?!`)[^\n]*?(?<!`)\1(?!`)/g, "");
    expect(outside.split("<details").length).toBe(outside.split("</details>").length);
    expect(outside).not.toMatch(/<b>@|@octocat/);
  });

  test("leave the comment below its limit", () => {
    const layouts = Array.from({ length: 30 }, () => layoutOf(8, 30, 40));
    const text = renderComment({ ...verdict, layouts }, {});
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(commentBytes - markerBytes);
    expect(text.match(/```mermaid/g)).toHaveLength(5);
  });
});
