import fc from "fast-check";
import { expect, test } from "vitest";
import { annotations } from "../../../src/report/annotations.ts";
import { terminal } from "../../../src/report/terminal.ts";
import { commandsIn } from "./commands.ts";
import { verdictsWith } from "./everywhere.ts";
import { hostile, letters, lettersOf, unseen, worst } from "./text.ts";

fc.configureGlobal({ seed: 20261122 });

const examples: [string][] = [[worst], ["##[error]"], ["::error::x"], ["::error file=x::y"]];
const colours = /\u001b\[\d+m/g;

test("the terminal has our colours alone, shows everything, and commands no runner", () => {
  const line = (text: string) => `\t${text} cidr = ["0.0.0.0/0"]`;
  fc.assert(
    fc.property(hostile, fc.boolean(), fc.integer({ min: 40, max: 140 }), (text, colour, width) => {
      const options = { colour, width, now: "2026-12-20", lines: () => [1, 2, 3, 4].map(() => line(text)) };
      for (const verdict of verdictsWith(text)) {
        const page = terminal(verdict, options);
        const harmless = terminal(verdictsWith("x")[0] ?? verdict, options);
        const used = new Set(page.match(colours) ?? []);
        const ours = new Set(harmless.match(colours) ?? []);
        if (verdict.conclusion === "blocked") for (const one of used) expect(ours).toContain(one);
        expect(page.replace(colours, "")).not.toMatch(unseen);
        expect(letters(page.replace(colours, ""))).toContain(lettersOf(text));
        expect(commandsIn(page)).toEqual([]);
        expect(commandsIn(page.replace(colours, ""))).toEqual([]);
      }
    }),
    { numRuns: 60, examples: examples.map(([text]) => [text, true, 80]) },
  );
});

test("annotations hold nothing that is not seen, and their places are within what GitHub takes", () => {
  fc.assert(
    fc.property(hostile, (text) => {
      for (const verdict of verdictsWith(text)) {
        for (const { title, message, place } of annotations(verdict)) {
          expect(`${title}\n${message}\n${place?.file ?? ""}`).not.toMatch(unseen);
          expect(title).not.toContain("\n");
        }
      }
    }),
    { numRuns: 200, examples },
  );
});
