import { describe, expect, it } from "vitest";
import { offsetOf } from "./text-position.ts";

describe("offset of a place in a text", () => {
  it("counts lines and columns from one", () => {
    expect(offsetOf("ab\ncd", { line: 1, column: 1 })).toBe(0);
    expect(offsetOf("ab\ncd", { line: 2, column: 2 })).toBe(4);
  });

  it("counts a character outside the first plane once", () => {
    expect(offsetOf("'😀' x", { line: 1, column: 5 })).toBe(5);
  });

  it("stays within the text", () => {
    expect(offsetOf("ab", { line: 1, column: 99 })).toBe(2);
    expect(offsetOf("ab", { line: 9, column: 1 })).toBe(2);
  });
});
