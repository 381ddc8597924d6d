import { describe, expect, test } from "vitest";
import type { Format } from "../../src/base/place.ts";
import { openQuestions } from "../../src/report/open.ts";
import { terminal } from "../../src/report/terminal.ts";
import type { LocatedFinding, LocatedMissing } from "../../src/verdict/finding.ts";
import { ref } from "../locate/findings.ts";
import { blocked, fewReplicas, found, oneZone, openIngress } from "./example.ts";

const parameter = "a parameter without a default";

function open(
  policy: typeof oneZone,
  resource: string,
  ...missing: readonly LocatedMissing[]
): LocatedFinding {
  const more = { outcome: "unresolved", enforcement: "warn", missing } as const;
  return found(policy, resource, { file: "a.yaml", line: 1 }, "cannot tell whether it is so", more);
}

function missing(attribute: string, reason: string, line: number, format: Format = "cloudformation") {
  const file = format === "terraform" ? "plan.json" : "a.yaml";
  const place = { file: format === "terraform" ? "a.tf" : file, line };
  return { attribute, reason, ref: ref(format, file, attribute, []), place };
}

/** What is to become known, and how many questions it decides. */
function causes(...findings: readonly LocatedFinding[]) {
  return openQuestions(findings).map(({ causes }) =>
    causes.map(({ unknowns, findings }) => [unknowns.map(({ name }) => name).join(" "), findings.length]),
  );
}

describe("open questions", () => {
  test("that wait for one parameter are one, wherever it is used and whatever is made from it", () => {
    const fifty = Array.from({ length: 50 }, (_, index) =>
      index % 2 === 0
        ? open(oneZone, `Nodes${index}`, missing("Subnets", parameter, index + 1))
        : open(
            oneZone,
            `Nodes${index}`,
            missing(`Nodes${index}.Subnets`, `made from \`Subnets\`, ${parameter}`, index + 1),
          ),
    );
    expect(causes(...fifty)).toEqual([[["Subnets", 50]]]);
  });

  test("about one line that several instances share are one", () => {
    const of = (key: string) =>
      open(
        oneZone,
        key,
        missing(`module.${key}.aws_eks_node_group.this.subnet_ids`, "known after apply", 7, "terraform"),
      );
    expect(causes(of("a"), of("b"))).toEqual([
      [["module.a.aws_eks_node_group.this.subnet_ids module.b.aws_eks_node_group.this.subnet_ids", 2]],
    ]);
  });

  test("that something else helps with stand apart, and what is worst stays first", () => {
    const found = causes(
      open(openIngress, "Web", missing("Web.Cidr", "imported from another stack", 3)),
      open(oneZone, "Nodes", missing("Subnets", parameter, 4)),
      open(fewReplicas, "Api", missing("Api.Count", "imported from another stack", 5)),
    );
    expect(found).toEqual([
      [
        ["Web.Cidr", 1],
        ["Api.Count", 1],
      ],
      [["Subnets", 1]],
    ]);
  });

  test("that wait for several things at once say all of them", () => {
    const both = [missing("A", parameter, 1), missing("B", parameter, 2)];
    expect(causes(open(oneZone, "Nodes", ...both), open(oneZone, "Others", ...both.toReversed()))).toEqual([
      [["A B", 2]],
    ]);
  });

  test("in the terminal name the attribute, its place, what it decides, and what helps", () => {
    const findings = ["a", "b", "c"].map((name) => open(oneZone, name, missing("Subnets", parameter, 4)));
    const page = terminal({ ...blocked, findings }, { colour: false, width: 100, lines: () => undefined });
    expect(page).toContain(`3 open questions

  Subnets is a parameter without a default
    at a.yaml:4
    ! high  node-group-in-one-zone  a and 2 more
  help: Pass its value with`);
  });

  test("in the terminal are still told of when nothing is known but that an expression failed", () => {
    const page = terminal(
      { ...blocked, findings: [open(oneZone, "nodes")] },
      { colour: false, width: 100, lines: () => undefined },
    );
    expect(page).toContain(
      "cannot tell whether it is so\n    at a.yaml:1\n    ! high  node-group-in-one-zone  nodes",
    );
  });
});
