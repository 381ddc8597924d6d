/** A command the runner found in a line of the log. */
export interface Command {
  readonly name: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly data: string;
}

const registered = new Set([
  "add-mask",
  "add-matcher",
  "add-path",
  "debug",
  "echo",
  "endgroup",
  "error",
  "group",
  "notice",
  "remove-matcher",
  "save-state",
  "set-env",
  "set-output",
  "stop-commands",
  "warning",
]);

/**
 * What the runner makes of a line of either stream (`ActionCommand.cs` of actions/runner): the newer syntax where
 * it is the first thing on the line, then the older one wherever it is. Its searches follow the rules of a
 * language, to which characters that may be ignored are not there.
 */
export function parseCommand(line: string): Command | undefined {
  const seen = line.replace(/\p{Default_Ignorable_Code_Point}/gu, "");
  return newer(seen.trimStart()) ?? older(seen);
}

function newer(line: string): Command | undefined {
  if (!line.startsWith("::")) return undefined;
  const end = line.indexOf("::", 2);
  if (end < 0) return undefined;
  return command(line.slice(2, end), line.slice(end + 2), {
    separator: ",",
    property: ["%0D", "%0A", "%3A", "%2C", "%25"],
    data: ["%0D", "%0A", "%25"],
  });
}

function older(line: string): Command | undefined {
  const start = line.indexOf("##[");
  const end = line.indexOf("]", start);
  if (start < 0 || end < 0) return undefined;
  const escapes = ["%3B", "%0D", "%0A", "%5D", "%25"];
  return command(line.slice(start + 3, end), line.slice(end + 1), {
    separator: ";",
    property: escapes,
    data: escapes,
  });
}

interface Syntax {
  readonly separator: string;
  readonly property: readonly string[];
  readonly data: readonly string[];
}

function command(info: string, data: string, syntax: Syntax): Command | undefined {
  const space = info.indexOf(" ");
  const name = (space < 0 ? info : info.slice(0, space)).toLowerCase();
  if (!registered.has(name)) return undefined;
  const pairs =
    space < 0
      ? []
      : info
          .slice(space + 1)
          .trim()
          .split(syntax.separator);
  const properties = pairs.flatMap((pair): [string, string][] => {
    const equals = pair.indexOf("=");
    return equals <= 0 || equals === pair.length - 1
      ? []
      : [[pair.slice(0, equals), unescape(pair.slice(equals + 1), syntax.property)]];
  });
  return { name, properties: Object.fromEntries(properties), data: unescape(data, syntax.data) };
}

function unescape(text: string, escapes: readonly string[]): string {
  return escapes.reduce((done, escape) => done.replaceAll(escape, decodeURIComponent(escape)), text);
}
