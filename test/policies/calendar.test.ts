import { readFileSync } from "node:fs";
import { load as parse } from "js-yaml";
import { describe, expect, it } from "vitest";

interface Version {
  readonly released: string;
  readonly endOfStandard: string;
  readonly endOfExtended: string;
}

// Dates are text in YAML 1.2, and the file has no others.
const facts = parse(readFileSync("policies/facts.yaml", "utf8")) as {
  readonly asOf: string;
  readonly versions: Readonly<Record<string, Version>>;
  readonly versionRules: { readonly standardMonths: number; readonly extendedMonths: number };
};
const versions = Object.entries(facts.versions);
const oldest = 120;

/** The day of the newest release of a changelog whose releases are headed `## 1.2.0 - 2027-01-31`. */
function newestRelease(changelog: string): string | undefined {
  const releases = changelog.matchAll(/^## v?\d+\.\d+\.\d+.*$/gm);
  return [...releases].map(([heading]) => /\d{4}-\d{2}-\d{2}/.exec(heading)?.[0] ?? "undated")[0];
}

function daysBetween(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / 86_400_000;
}

function monthsBetween(from: string, to: string): number {
  const [a = 0, b = 0] = [from, to].map((day) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)));
  return b - a;
}

describe("the calendar of versions", () => {
  // `RELEASE_DATE=2027-01-31 npm test` asks before a release is written into CHANGELOG.
  const release = process.env.RELEASE_DATE ?? newestRelease(readFileSync("CHANGELOG.md", "utf8"));

  it(`is at most ${oldest} days old when it is released`, () => {
    if (release !== undefined) expect(daysBetween(facts.asOf, release)).toBeLessThanOrEqual(oldest);
    expect(facts.asOf).toMatch(/^\d{4}-\d{2}-\d{2}$/);
  });

  it("would be too old for a release four months later, or for one without a day", () => {
    const changelog = "# Changes\n\n## Unreleased\n\n## 1.1.0 - 2027-05-01\n\n## 1.0.0 - 2026-11-30\n";
    expect(newestRelease(changelog)).toBe("2027-05-01");
    expect(daysBetween("2026-11-22", newestRelease(changelog) ?? "")).toBeGreaterThan(oldest);
    expect(daysBetween("2026-11-22", newestRelease("## 1.2.0\n") ?? "")).toBeNaN();
    expect(newestRelease("## Unreleased\n")).toBeUndefined();
  });

  it("knows what EKS offered on its day: a minor every few months, and none left out", () => {
    const minors = versions.map(([version]) => Number(version.split(".")[1]));
    expect(minors).toEqual(minors.map((_, index) => (minors[0] ?? 0) + index));
    const [, newest] = versions.at(-1) ?? [];
    expect(daysBetween(newest?.released ?? "", facts.asOf)).toBeLessThan(2 * oldest);
    const supported = versions.filter(([, { endOfStandard }]) => endOfStandard > facts.asOf);
    expect(supported.length).toBeGreaterThanOrEqual(3);
  });

  it.each(versions)(
    "gives %s the months of support that EKS promises",
    (_, { released, endOfStandard, endOfExtended }) => {
      const { standardMonths, extendedMonths } = facts.versionRules;
      expect(monthsBetween(released, endOfStandard)).toBe(standardMonths);
      expect(monthsBetween(endOfStandard, endOfExtended)).toBe(extendedMonths);
    },
  );
});
