import { type Command, parseCommand } from "../../action/commands.ts";

/** What the runner finds in a text that is printed: it reads line by line, and a lone carriage return ends a line too. */
export function commandsIn(text: string): readonly Command[] {
  return text
    .split(/\r\n|\r|\n/)
    .map(parseCommand)
    .filter((command) => command !== undefined);
}
