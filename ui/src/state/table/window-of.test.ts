import { describe, expect, test } from "vitest";
import { scrollTo, windowOf } from "./window-of.ts";

describe("the rows that are there", () => {
  test("are those in sight and a margin", () => {
    expect(windowOf({ count: 10_000, rowHeight: 32, scrollTop: 3_200, height: 320 })).toEqual({
      start: 90,
      end: 120,
    });
  });

  test("never go beyond the first and the last", () => {
    expect(windowOf({ count: 5, rowHeight: 32, scrollTop: 0, height: 320 })).toEqual({ start: 0, end: 5 });
    expect(windowOf({ count: 0, rowHeight: 32, scrollTop: 500, height: 320 })).toEqual({ start: 0, end: 0 });
  });
});

describe("scrolling to a row", () => {
  const sight = { rowHeight: 32, scrollTop: 320, height: 232 };

  test("stays where it is in sight", () => {
    expect(scrollTo(12, sight, 40)).toBe(320);
  });

  test("goes up to one above, and down so far that one below is whole", () => {
    expect(scrollTo(3, sight, 40)).toBe(96);
    expect(scrollTo(20, sight, 40)).toBe(20 * 32 + 32 + 40 - 232);
  });
});
