import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, it } from "vitest";
import { gitOf } from "../action/history.ts";
import { command } from "../cli/command.ts";

const gate = command();

it("the guide for authors says what its commands answer, one after the other in one repository", async () => {
  const text = readFileSync("policies/AUTHORING.md", "utf8");
  const folder = gate.folder({});
  gitOf(folder)("init", "-q");
  const told = text.replace(
    /(<!-- file: (\S+) -->\n)?```(\w+)\n([\s\S]*?)\n```/g,
    (block, _comment, file: string | undefined, language, content: string) => {
      if (file !== undefined) {
        mkdirSync(dirname(join(folder, file)), { recursive: true });
        writeFileSync(join(folder, file), `${content}\n`);
      }
      if (language !== "console") return block;
      const answers = content.split("\n").filter((line) => line.startsWith("$ "));
      return `\`\`\`console\n${answers.map((line) => `${line}\n${answerTo(folder, line)}`).join("\n\n")}\n\`\`\``;
    },
  );
  await expect(told).toMatchFileSnapshot("../../policies/AUTHORING.md");
});

/** What a line of the guide answers, without how long it took. */
function answerTo(folder: string, line: string): string {
  const { out, err, code } = gate.runIn(folder, [], {}, line.slice(2).replace("eks-policy-gate", "gate"));
  expect(err).toBe("");
  expect([0, 1]).toContain(code);
  return out.replace(/ in \d+ ms/g, " in 80 ms").trimEnd();
}
