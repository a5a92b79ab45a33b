import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { shownQuote, shownText, warningsOf } from "./shown-text.ts";

const plain = (_style: string, text: string): string => text;

describe("shownQuote", () => {
  it("marks every place of the name, capitals aside", () => {
    expect(shownQuote("From GSM-8K, and gsm-8k again.", "gsm-8k", plain)).toBe(
      "From »GSM-8K«, and »gsm-8k« again.",
    );
  });

  it("marks a name of any characters", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", minLength: 1 }), (name) => {
        expect(shownQuote(`a ${name} b`, name, plain)).toContain("»");
      }),
    );
  });

  it("writes out what is hidden, and leaves nothing that steers a terminal", () => {
    expect(shownText("a\u001b[2Jb\u202ec\nd", plain)).toBe(
      "a<U+001B control character>[2Jb<U+202E right-to-left override>c d",
    );
  });

  it("names words of mixed alphabets", () => {
    expect(warningsOf("gsm8\u043a here", plain)).toEqual([
      'mixed alphabets: "gsm8\u043a" has Latin and Cyrillic letters',
    ]);
  });
});
