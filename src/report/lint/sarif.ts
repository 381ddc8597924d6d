import { type Remark, rules } from "../../policy/lint/remark.ts";
import { printableJson } from "../escape/json.ts";
import { location, plain } from "../sarif.ts";

/** The same as SARIF 2.1.0, for code scanning and editors. */
export function lintSarif(remarks: readonly Remark[], version: string): string {
  const ids = Object.keys(rules);
  const log = {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: {
          driver: {
            name: "eks-policy-gate lint",
            semanticVersion: version,
            informationUri: "https://github.com/eks-policy-gate/eks-policy-gate",
            rules: Object.entries(rules).map(([id, doc]) => ({
              id,
              shortDescription: { text: doc },
              help: { text: doc },
              defaultConfiguration: { level: levelOf(id) },
            })),
          },
        },
        automationDetails: { id: "eks-policy-gate/lint/" },
        columnKind: "utf16CodeUnits",
        results: remarks.map(({ rule, at, message }) => ({
          ruleId: rule,
          ruleIndex: ids.indexOf(rule),
          level: levelOf(rule),
          message: { text: plain(message) },
          locations: [location(at)],
        })),
      },
    ],
  };
  return printableJson(log);
}

function levelOf(rule: string): "error" | "note" {
  return rule === "mistake" ? "error" : "note";
}
