import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { countHidden, markHidden } from "./hidden-characters.ts";

const codes = (text: string) =>
  markHidden(text).flatMap((piece) => (piece.kind === "hidden" ? [piece.code] : []));

describe("marking hidden characters", () => {
  it("loses nothing", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        expect(
          markHidden(text)
            .map((piece) => piece.text)
            .join(""),
        ).toBe(text);
      }),
    );
  });

  it.each([
    ["zero-width space", "a\u200bb", "U+200B"],
    ["right-to-left override", "a\u202eb", "U+202E"],
    ["isolate", "a\u2066b", "U+2066"],
    ["byte order mark inside a text", "a\ufeffb", "U+FEFF"],
    ["soft hyphen", "a\u00adb", "U+00AD"],
    ["null", "a\u0000b", "U+0000"],
    ["escape", "a\u001bb", "U+001B"],
    ["hangul filler", "a\u3164b", "U+3164"],
    ["tag letter", "a\u{e0041}b", "U+E0041"],
  ])("shows a %s", (_name, text, code) => {
    expect(codes(text)).toEqual([code]);
  });

  it("leaves ordinary text of any language alone", () => {
    expect(countHidden("Tab\tline\r\nüñ 数据集 набор données 🙂 e\u0301")).toBe(0);
  });

  it("leaves the joiner inside an emoji alone, and shows it elsewhere", () => {
    expect(countHidden("👩‍💻")).toBe(0);
    expect(countHidden("pass\u200dword")).toBe(1);
  });

  it("names what it shows", () => {
    expect(markHidden("\u202e")).toEqual([
      { kind: "hidden", text: "\u202e", code: "U+202E", name: "right-to-left override" },
    ]);
  });
});
