import { describe, expect, it } from "vitest";
import { Failure } from "../../src/base/failure.ts";
import { decodeText, positionOf, withoutCommandLine } from "../../src/source/text.ts";

const json = '{"name": "é"}';
const little = new Uint8Array(Buffer.from(json, "utf16le"));
const big = new Uint8Array(Buffer.from(json, "utf16le").swap16());
const marked = (mark: readonly number[], bytes: Uint8Array) => new Uint8Array([...mark, ...bytes]);

describe("decodeText", () => {
  it.each([
    ["UTF-8", new Uint8Array(Buffer.from(json))],
    ["UTF-8 with a mark", marked([0xef, 0xbb, 0xbf], Buffer.from(json))],
    ["UTF-16, little end first, with a mark", marked([0xff, 0xfe], little)],
    ["UTF-16, big end first, with a mark", marked([0xfe, 0xff], big)],
    ["UTF-16, little end first", little],
    ["UTF-16, big end first", big],
  ])("reads %s", (_, bytes) => {
    expect(decodeText(bytes, "a.json")).toBe(json);
  });

  it("reads a slice of a larger buffer", () => {
    expect(decodeText(new Uint8Array(Buffer.from("xx{}xx")).subarray(2, 4), "a.json")).toBe("{}");
  });

  it("names the place of the first byte that is not text", () => {
    expect(refusal(new Uint8Array([0x61, 0x0a, 0x62, 0xff, 0x63]))).toMatchObject({
      code: "unreadable",
      at: { file: "a.json", line: 2, column: 2 },
    });
  });

  it("refuses half a UTF-16 character", () => {
    expect(refusal(little.subarray(0, 5)).message).toContain("UTF-16");
  });

  it("refuses a binary", () => {
    expect(refusal(new Uint8Array([0x50, 0x4b, 3, 4, 0, 0, 0, 0]))).toMatchObject({
      message: "this is not a text file",
      hint: expect.stringContaining("terraform show -json"),
    });
  });
});

describe("withoutCommandLine", () => {
  it("leaves a plan alone", () => {
    expect(withoutCommandLine('{"a": "[command]"}\n')).toBe('{"a": "[command]"}\n');
  });

  it("drops what the wrapper prints before and after the JSON", () => {
    const wrapped =
      '[command]/opt/terraform-bin show -json p\n{"a": 1}\n::debug::exitcode: 0\n::set-output name=x::{}\n';
    expect(withoutCommandLine(wrapped)).toBe('{"a": 1}');
  });

  it("leaves nothing of a command that printed nothing", () => {
    expect(withoutCommandLine("[command]/opt/terraform-bin show -json p")).toBe("");
  });
});

describe("positionOf", () => {
  it("counts lines and columns from one", () => {
    expect([0, 2, 3, 4].map((offset) => positionOf("ab\ncd", offset))).toEqual([
      { line: 1, column: 1 },
      { line: 1, column: 3 },
      { line: 2, column: 1 },
      { line: 2, column: 2 },
    ]);
  });
});

function refusal(bytes: Uint8Array): Failure {
  try {
    decodeText(bytes, "a.json");
  } catch (error) {
    if (error instanceof Failure) return error;
  }
  throw new Error("it was not refused");
}
