import type { Place } from "../base/place.ts";
import type { LocatedFinding, ToldPolicy, Verdict } from "../verdict/finding.ts";
import { fingerprints } from "../verdict/fingerprint.ts";
import { advice } from "./advice.ts";
import { printableJson } from "./escape/json.ts";
import { visible } from "./escape/visible.ts";
import { excuseText } from "./excuse.ts";

export interface SarifOptions {
  readonly version: string;
  /** Tells apart the runs of one pull request, as code scanning's categories do. */
  readonly category?: string;
}

/** Code scanning shows no more than these, and takes no more rules than that. */
const mostResults = 5000;

/**
 * The verdict as SARIF 2.1.0, as GitHub's code scanning wants it: every result has a place, its rule has a help text, and
 * what tells it from others does not depend on its line. Findings that are only counted are left out; those that are
 * excused come last.
 */
export function sarif(verdict: Verdict, { version, category = "gate" }: SarifOptions): string {
  const heard = verdict.findings.filter(({ enforcement }) => enforcement !== "audit");
  const prints = fingerprints(heard);
  const told = heard.map((finding, at) => ({ finding, print: prints[at] ?? "" }));
  const counted = told.filter(({ finding }) => finding.excuse === undefined);
  const others = told.filter(({ finding }) => finding.excuse !== undefined);
  const rules = verdict.policies.map(rule);
  const index = new Map(verdict.policies.map(({ id }, position) => [id, position]));
  const log = {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: {
          driver: {
            name: "eks-policy-gate",
            semanticVersion: version,
            informationUri: "https://github.com/eks-policy-gate/eks-policy-gate",
            rules,
          },
        },
        automationDetails: { id: `eks-policy-gate/${category}/` },
        columnKind: "utf16CodeUnits",
        invocations: [invocation(verdict)],
        results: [...counted, ...others].slice(0, mostResults).map(({ finding, print }) => ({
          ...result(finding, print),
          ...standing(finding, verdict),
          ruleIndex: index.get(finding.policy.id) ?? -1,
        })),
      },
    ],
  };
  return printableJson(log);
}

/** A scan that could not judge is no successful one, whatever it found. */
function invocation(verdict: Verdict) {
  return {
    executionSuccessful: verdict.conclusion !== "unjudged",
    toolExecutionNotifications: verdict.failures.map(({ code, message, hint, at }) => ({
      descriptor: { id: code },
      level: "error",
      message: { text: plain(hint === undefined ? message : `${message}; ${hint}`) },
      ...(at === undefined ? {} : { locations: [location(at)] }),
    })),
  };
}

const securitySeverity = { critical: "9.5", high: "8.0", medium: "5.5", low: "3.0" } as const;

function rule(policy: ToldPolicy) {
  const { id, family, title, why, fix, sources, enforcement } = policy;
  const help = [why.trim(), `How to fix it: ${fix.trim()}`, `Sources: ${sources.join("; ")}`];
  return {
    id,
    name: id,
    shortDescription: { text: plain(title) },
    fullDescription: { text: plain(why.trim()) },
    help: { text: plain(help.join("\n\n")) },
    defaultConfiguration: { level: enforcement === "deny" ? "error" : "warning" },
    properties: {
      tags: ["eks", family],
      precision: "very-high",
      "security-severity": securitySeverity[policy.severity],
    },
  };
}

function result(finding: LocatedFinding, fingerprint: string) {
  const { policy, outcome, place, trail, resource, missing } = finding;
  const helps = outcome === "unresolved" ? missing.slice(0, 1).map(advice) : [policy.fix];
  return {
    ruleId: policy.id,
    level: levelOf(finding),
    kind: outcome === "violated" ? "fail" : "review",
    message: { text: plain([finding.message, ...helps].join("\n")) },
    locations: [{ ...location(place), logicalLocations: [{ fullyQualifiedName: plain(resource) }] }],
    ...(trail.length < 2
      ? {}
      : {
          relatedLocations: trail.map((step, id) => ({
            id,
            ...location(step.place),
            message: { text: plain(step.what) },
          })),
        }),
    partialFingerprints: { primaryLocationLineHash: fingerprint },
  };
}

/**
 * What was there before is unchanged, and what is waived is suppressed, where the file says so or from outside. What
 * the change resolves is not among the results: who does not read `baselineState`, as GitHub does not, would take it
 * for found.
 */
function standing({ excuse, place }: LocatedFinding, { comparison }: Verdict) {
  const baselineState = excuse?.kind === "before" ? "unchanged" : "new";
  return {
    ...(comparison === undefined ? {} : { baselineState }),
    ...(excuse?.kind !== "waived"
      ? {}
      : {
          suppressions: [
            {
              kind: excuse.waiver.at.file === place.file ? "inSource" : "external",
              justification: plain(excuseText(excuse)),
            },
          ],
        }),
  };
}

/** SARIF has levels for failures only: of a question that is open it says what kind it is. */
function levelOf({ outcome, enforcement }: LocatedFinding): "error" | "warning" | "none" {
  if (outcome === "unresolved") return "none";
  return enforcement === "deny" ? "error" : "warning";
}

/** Only the file may be known: then it is its first line, for there is no result without one. */
export function location({ file, line = 1, column, endLine, endColumn }: Place) {
  return {
    physicalLocation: {
      artifactLocation: { uri: uriOf(file), uriBaseId: "%SRCROOT%" },
      region: {
        startLine: line,
        ...(column === undefined ? {} : { startColumn: column }),
        ...(endLine === undefined ? {} : { endLine }),
        ...(endColumn === undefined ? {} : { endColumn }),
      },
    },
  };
}

function uriOf(file: string): string {
  return file
    .replace(/\p{Cs}/gu, "\ufffd")
    .split("/")
    .map(encodeURIComponent)
    .join("/");
}

/** In a message `[text](1)` is a link. Nobody's text becomes one, or hides anything. */
export function plain(text: string): string {
  return visible(text).replace(/[\\[\]]/g, (character) => `\\${character}`) || "-";
}
