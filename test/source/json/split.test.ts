import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Json } from "../../../src/source/declaration.ts";
import { findMistake } from "../../../src/source/json/mistake.ts";
import { type Selection, splitJson } from "../../../src/source/json/split.ts";

// The same inputs in every run, so that a failure is seen again.
fc.configureGlobal({ seed: 20261122 });

const encoder = new TextEncoder();

/** The document in pieces of a size, each in the same buffer, as a file is read. */
function* pieces(text: string, size: number): Iterable<Uint8Array> {
  const bytes = encoder.encode(text);
  const buffer = new Uint8Array(size);
  for (let at = 0; at < bytes.length; at += size) {
    const piece = bytes.subarray(at, at + size);
    buffer.fill(0x7d);
    buffer.set(piece);
    yield buffer.subarray(0, piece.length);
  }
}

function gather() {
  const changes: Json[] = [];
  const deep: Json[] = [];
  const values: Record<string, Json> = {};
  const module: Record<string, Selection> = {
    resources: { kind: "items", of: { kind: "value", take: (value) => deep.push(value) } },
  };
  module.children = { kind: "items", of: { kind: "members", of: module } };
  const value = (name: string): Selection => ({
    kind: "value",
    take: (json) => {
      values[name] = json;
    },
  });
  const selection: Selection = {
    kind: "members",
    of: {
      changes: { kind: "items", of: { kind: "value", take: (item) => changes.push(item) } },
      state: { kind: "members", of: module },
      configuration: value("configuration"),
      'q"uote': value('q"uote'),
    },
  };
  return { selection, changes, deep, values };
}

/** The same out of the parsed document. */
function expected(document: { [key: string]: Json }) {
  const deep: Json[] = [];
  const visit = (module: Json | undefined): void => {
    if (typeof module !== "object" || module === null || Array.isArray(module)) return;
    for (const [key, below] of Object.entries(module)) {
      if (!Array.isArray(below)) continue;
      if (key === "resources") deep.push(...below);
      if (key === "children") below.forEach(visit);
    }
  };
  visit(document.state);
  const { changes } = document;
  const values = Object.entries(document).filter(([key]) => key === "configuration" || key === 'q"uote');
  return { changes: Array.isArray(changes) ? changes : [], deep, values: Object.fromEntries(values) };
}

const word = fc.oneof(
  fc.constantFrom(
    "resources",
    "children",
    "changes",
    "state",
    "configuration",
    'q"uote',
    "",
    "\\",
    '\\"',
    "{[,:]}",
  ),
  fc.string({ unit: "grapheme" }),
);
const { json } = fc.letrec<{ json: Json }>((tie) => ({
  json: fc.oneof(
    { maxDepth: 4 },
    fc.constantFrom<Json>(null, true, false, 0, -1.5e3),
    word,
    fc.array(tie("json"), { maxLength: 4 }),
    fc.dictionary(word, tie("json"), { maxKeys: 4, noNullPrototype: true }),
  ),
}));
const document = fc.dictionary(word, json, { maxKeys: 6, noNullPrototype: true });
const indent = fc.constantFrom("", " ", "\t", "   ");

describe("a document that is split", () => {
  test("gives what JSON.parse gives, wherever it is cut into pieces", () => {
    fc.assert(
      fc.property(document, indent, fc.integer({ min: 1, max: 40 }), (value, space, size) => {
        const { selection, ...gathered } = gather();
        const text = `${space}${JSON.stringify(value, null, space)}${space}`;
        expect(splitJson(pieces(text, size), selection)).toBeUndefined();
        expect(gathered).toEqual(expected(JSON.parse(text)));
      }),
      { numRuns: 1500 },
    );
  });

  test("is refused when it is cut short, at any place", () => {
    fc.assert(
      fc.property(document, fc.integer({ min: 1, max: 40 }), fc.nat(), (value, size, at) => {
        const text = JSON.stringify(value);
        const cut = text.slice(0, at % text.length);
        expect(splitJson(pieces(cut, size), gather().selection)).toBeDefined();
      }),
      { numRuns: 1500 },
    );
  });

  test("passes over values by their first bytes", () => {
    const taken: Json[] = [];
    const selection: Selection = {
      kind: "items",
      of: {
        kind: "value",
        wanted: (head) => head.includes('"yes"'),
        take: (value) => taken.push(value),
      },
    };
    expect(splitJson(pieces('[{"a":"yes"},{"a":"no"},{"b":"yes"}]', 5), selection)).toBeUndefined();
    expect(taken).toEqual([{ a: "yes" }, { b: "yes" }]);
  });

  test.each([
    ['{"a" 1}', 5, "expected `:`, found `1`"],
    ['{"a":1 "b":2}', 7, 'expected `,` or `}`, found `"`'],
    ['{"changes":[1 2]}', 14, "expected `,` or `]`, found `2`"],
    ['{"changes":[1,]}', 14, "expected a value, found `]`"],
    ['{"a":1}x', 7, "expected nothing more, found `x`"],
    ['{"a":1}{', 7, "expected nothing more, found `{`"],
    ["{a:1}", 1, "expected a key in double quotes, found `a`"],
    ['{"é":1,"configuration":{"a":tru}}', 29, "expected a value, found `tru`"],
  ])("is refused at the byte of its mistake: %s", (text, offset, message) => {
    expect(splitJson(pieces(text, 3), gather().selection)).toEqual({ offset, message, cut: false });
  });

  test("is refused when one value is larger than can be held", () => {
    const text = `{"configuration":"${"x".repeat(100)}"}`;
    expect(splitJson(pieces(text, 10), gather().selection, { largest: 50 })?.message).toContain(
      "larger than 50 bytes",
    );
  });

  test("may be followed by workflow commands only where that is expected", () => {
    const text = '{"configuration":1}\n::set-output name=exitcode::0';
    expect(splitJson(pieces(text, 10), gather().selection, { trailer: true })).toBeUndefined();
    expect(splitJson(pieces(text, 10), gather().selection)).toBeDefined();
  });
});

describe("the mistake in a text", () => {
  test("is found exactly when JSON.parse refuses it", () => {
    const edit = fc.tuple(
      fc.nat(),
      fc.constantFrom("", ",", "}", "]", '"', "\\", "x", "1", ":", "\n", "-", "."),
    );
    fc.assert(
      fc.property(document, fc.option(edit), (value, change) => {
        let text = JSON.stringify(value, null, 1);
        if (change !== null)
          text =
            text.slice(0, change[0] % text.length) + change[1] + text.slice((change[0] % text.length) + 1);
        expect(findMistake(text) !== undefined).toBe(refuses(text));
      }),
      { numRuns: 3000 },
    );
  });

  test("is that it ends too early, wherever a document is cut", () => {
    fc.assert(
      fc.property(document, fc.nat(), (value, at) => {
        const text = JSON.stringify(value);
        expect(findMistake(text.slice(0, at % text.length))?.cut).toBe(true);
      }),
      { numRuns: 1500 },
    );
  });

  test.each([
    ['{"a": tru}', 6, "expected a value, found `tru`"],
    ['{"a": 1,}', 8, "expected a key in double quotes, found `}`"],
    ["{'a': 1}", 1, "expected a key in double quotes or `}`, found `'`"],
    ["[01]", 1, "expected a value or `]`, found `01`"],
    ['["a" "b"]', 5, 'expected `,` or `]`, found `"`'],
    ["{} {}", 3, "expected nothing more, found `{`"],
  ])("is named with its place: %s", (text, offset, message) => {
    expect(findMistake(text)).toEqual({ offset, message, cut: false });
  });
});

function refuses(text: string): boolean {
  try {
    JSON.parse(text);
    return false;
  } catch {
    return true;
  }
}
