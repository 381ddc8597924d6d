import { expect, test } from "vitest";
import { annotations } from "../../src/report/annotations.ts";
import { renderComment } from "../../src/report/comment.ts";
import { json } from "../../src/report/json.ts";
import { renderSummary } from "../../src/report/summary.ts";
import { terminal } from "../../src/report/terminal.ts";
import { blocked } from "./example.ts";

const note = { at: { file: "plan.json" }, message: "this plan is not of everything", hint: "plan again" };
const verdict = { ...blocked, notes: [note] };

test("what was given and not judged is told in every report", () => {
  const page = terminal(verdict, { colour: false, width: 100, lines: () => undefined });
  expect(page).toContain("note: plan.json: this plan is not of everything; plan again");
  for (const text of [renderComment(verdict, {}), renderSummary(verdict, {})])
    expect(text).toContain("⚠️ `plan.json`: this plan is not of everything; plan again.");
  expect(annotations(verdict).find(({ message }) => message.startsWith("this plan is not"))).toMatchObject({
    level: "warning",
    place: { file: "plan.json" },
  });
  expect(JSON.parse(json(verdict)).notes).toEqual([
    { message: note.message, hint: note.hint, place: { file: "plan.json" } },
  ]);
});
