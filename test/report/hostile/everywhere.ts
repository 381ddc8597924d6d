import { Failure } from "../../../src/base/failure.ts";
import type { Place } from "../../../src/base/place.ts";
import type { Finding, LocatedFinding, Verdict, WaiverUse } from "../../../src/verdict/finding.ts";
import { blocked, fewReplicas, found, oneZone, openIngress } from "../example.ts";
import { use, waiver } from "../excused.ts";
import { layoutOf, renamed } from "../layouts.ts";

/** A verdict with this text wherever text of a pull request can come to stand, and everything that a report has. */
export function everywhere(text: string): Verdict {
  const place: Place = { file: text, line: 3, column: 2, endLine: 3, endColumn: 9 };
  const missing = [
    { attribute: text, reason: text, place },
    { attribute: `${text}2`, reason: `made from \`${text}\`, ${text}` },
    { attribute: `${text}3`, reason: "known after apply" },
  ];
  const about = (more: Partial<LocatedFinding>, policy = openIngress) =>
    found(policy, text, place, text, {
      concept: "Subnet",
      when: text,
      note: text,
      trail: [
        { place, what: text },
        { place: { file: text }, what: text },
      ],
      ...more,
    });
  const open = { outcome: "unresolved", missing } as const;
  const mine = { ...waiver, resource: text, reason: text, owner: text, at: place };
  const uses: readonly WaiverUse["state"][] = ["used", "unused", "expired", "refused"];
  const headOnly = { ...oneZone, title: text, why: text, fix: text, family: text, sources: [text] };
  const gone: Finding = about({}, fewReplicas);
  return {
    ...blocked,
    findings: [
      about({}),
      about({}, { ...oneZone, family: "multi-az" }),
      about({ ...open }),
      about({ ...open, enforcement: "warn" }, fewReplicas),
      about({ enforcement: "warn" }, fewReplicas),
      about({ excuse: { kind: "before" } }, fewReplicas),
      about({ excuse: { kind: "waived", waiver: mine } }, fewReplicas),
    ],
    inputs: [{ file: text, format: "kubernetes", bytes: 1, declares: 1 }],
    notes: [{ message: text, hint: text, at: place }],
    comparison: { base: text, resolved: [gone] },
    waivers: uses.map((state) => use(state, mine, text)),
    policyChange: {
      files: [text],
      added: [about({}, headOnly)],
      removed: [about({}, headOnly)],
      failures: [],
    },
    layouts: [
      {
        ...renamed(layoutOf(2, 2), text),
        apart: [{ key: "g9", name: text, marked: true, isRegional: true }],
      },
    ],
    headroom: [
      {
        policy: { id: "p" },
        what: text,
        concept: "C",
        resource: text,
        used: 9,
        before: 5,
        limit: 10,
        isOpen: true,
      },
    ],
  };
}

/** The same where there is no verdict: one mistake stands in the title, several do not. */
export function unjudged(text: string, number: number): Verdict {
  const failure = new Failure("unreadable", text, { at: { file: text, line: 2 }, hint: text });
  const failures = Array.from({ length: number }, () => failure);
  const { policyChange, ...rest } = everywhere(text);
  return {
    ...rest,
    conclusion: "unjudged",
    failures,
    ...(policyChange === undefined
      ? {}
      : { policyChange: { ...policyChange, added: [], removed: [], failures } }),
  };
}

/** Each verdict that there is to look at. */
export function verdictsWith(text: string): readonly Verdict[] {
  return [everywhere(text), unjudged(text, 1), unjudged(text, 2)];
}
