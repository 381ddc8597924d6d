import { readFileSync } from "node:fs";
import { Ajv } from "ajv";
import fc from "fast-check";
import { expect, test } from "vitest";
import { json } from "../../../src/report/json.ts";
import { junit } from "../../../src/report/junit.ts";
import { readReport } from "../../../src/report/read-report.ts";
import { sarif } from "../../../src/report/sarif.ts";
import { commandsIn } from "./commands.ts";
import { verdictsWith } from "./everywhere.ts";
import { elementsOf } from "./strict-xml.ts";
import { hostile, letters, lettersOf, unseen, worst } from "./text.ts";

fc.configureGlobal({ seed: 20261122 });

const ajv = new Ajv({ strict: false, validateFormats: false, unicodeRegExp: false });
const isSarif = ajv.compile(
  JSON.parse(readFileSync(new URL("../../fixtures/sarif-2.1.0.json", import.meta.url), "utf8")),
);

/** What JSON is made of, without what its texts say. */
function shape(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(shape);
  if (typeof value !== "object" || value === null) return typeof value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, shape(each)]));
}

/** Every text in it. */
function texts(value: unknown): readonly string[] {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(texts) : [];
}

const examples: [string][] = [[worst], ["\ud800"], ["##["], ["::error::x"], ["[a](1)"]];

test("SARIF is SARIF of the same shape, and nothing in it is a link, hidden or a command", () => {
  const harmless = verdictsWith("harmless").map((verdict) =>
    shape(JSON.parse(sarif(verdict, { version: "1" }))),
  );
  fc.assert(
    fc.property(hostile, (text) => {
      for (const [index, verdict] of verdictsWith(text).entries()) {
        const written = sarif(verdict, { version: "1" });
        const log = JSON.parse(written);
        expect(isSarif(log), ajv.errorsText(isSarif.errors)).toBe(true);
        expect(shape(log)).toEqual(harmless[index]);
        expect(commandsIn(written)).toEqual([]);
        expect(written).not.toMatch(unseen);
        const messages = log.runs[0].results.flatMap((result: { readonly message: unknown }) =>
          texts(result.message),
        );
        for (const message of messages) expect(message).not.toMatch(/(?<!\\)(?:\\\\)*[[\]]/);
        expect(messages.every((one: string) => letters(one).includes(lettersOf(text)))).toBe(true);
      }
    }),
    { numRuns: 60, examples },
  );
});

test("JUnit's XML has the same elements and attributes, and nothing in it is hidden or a command", () => {
  const harmless = verdictsWith("harmless").map((verdict) => elementsOf(junit(verdict)));
  fc.assert(
    fc.property(hostile, (text) => {
      for (const [index, verdict] of verdictsWith(text).entries()) {
        const written = junit(verdict);
        expect(elementsOf(written)).toEqual(harmless[index]);
        expect(commandsIn(written)).toEqual([]);
        expect(written).not.toMatch(unseen);
        const shown = written.replace(/&#\d+;|\\u\{[\da-f]+\}/g, "");
        expect(letters(shown)).toContain(letters(text.replace(new RegExp(unseen, "gu"), "")));
      }
    }),
    { numRuns: 100, examples },
  );
});

test("JSON can be printed, and holds the very texts", () => {
  fc.assert(
    fc.property(hostile, (text) => {
      for (const verdict of verdictsWith(text)) {
        const written = json({ ...verdict, layouts: [] });
        expect(written).not.toMatch(unseen);
        expect(commandsIn(written)).toEqual([]);
        expect(JSON.parse(written).findings[0].message).toBe(text);
        expect(readReport("r.json", Buffer.from(written))).toMatchObject({
          verdict: { inputs: verdict.inputs },
        });
      }
    }),
    { numRuns: 60, examples },
  );
});
