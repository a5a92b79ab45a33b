import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { toQuoteSegments } from "./quote-segments.ts";

describe("cutting a document at its quotes", () => {
  it("loses nothing, whatever the spans", () => {
    const spans = fc.array(
      fc.tuple(fc.nat(60), fc.nat(60)).map(([start, length]) => ({ start, end: start + length + 1 })),
    );
    fc.assert(
      fc.property(fc.string({ maxLength: 50 }), spans, (text, quotes) => {
        expect(
          toQuoteSegments(text, quotes)
            .map((segment) => segment.text)
            .join(""),
        ).toBe(text);
      }),
    );
  });

  it("covers exactly the quoted words", () => {
    expect(toQuoteSegments("built from gsm8k here", [{ start: 11, end: 16 }])).toEqual([
      { text: "built from ", start: 0, quotes: [] },
      { text: "gsm8k", start: 11, quotes: [0] },
      { text: " here", start: 16, quotes: [] },
    ]);
  });

  it("knows which quotes overlap", () => {
    const segments = toQuoteSegments("abcdef", [
      { start: 0, end: 4 },
      { start: 2, end: 6 },
    ]);

    expect(segments.map(({ text, quotes }) => [text, quotes])).toEqual([
      ["ab", [0]],
      ["cd", [0, 1]],
      ["ef", [1]],
    ]);
  });

  it("gives nothing for an empty text", () => {
    expect(toQuoteSegments("", [{ start: 0, end: 5 }])).toEqual([]);
  });
});
