import { describe, expect, test } from "vitest";
import { findMisleading, textAround } from "./misleading-parts.ts";
import { readSwipe } from "./read-swipe.ts";
import { createVisibleSeconds } from "./visible-seconds.ts";

describe("the seconds that a decision takes", () => {
  test("stand still while the page is out of sight, and begin anew with each item", () => {
    let nowMs = 0;
    const seconds = createVisibleSeconds(() => nowMs, true);

    nowMs = 2_000;
    seconds.setVisible(false);
    nowMs = 60_000;
    expect(seconds.read()).toBe(2);
    seconds.setVisible(true);
    nowMs = 61_500;
    expect(seconds.read()).toBe(3.5);
    seconds.start();
    nowMs = 62_000;

    expect(seconds.read()).toBe(0.5);
  });
});

describe("what could mislead a reviewer", () => {
  test("hidden letters, turned directions and look-alikes are found where they stand", () => {
    const text = `${"x".repeat(500)}ope\u200bnai the quote gsm8\u043a after`;
    const start = text.indexOf("the quote");

    const found = findMisleading({
      names: ["acme/gsm8\u043a"],
      quotes: ["plain \u202equote"],
      around: textAround(text, { start, end: start + "the quote".length }),
    });

    expect(found).toEqual([
      { place: "names", hidden: 0, mixed: [{ word: "gsm8\u043a", scripts: ["Latin", "Cyrillic"] }] },
      { place: "quote", hidden: 1, mixed: [] },
      { place: "around", hidden: 1, mixed: [{ word: "gsm8\u043a", scripts: ["Latin", "Cyrillic"] }] },
    ]);
  });

  test("plain texts are left alone", () => {
    expect(findMisleading({ names: ["openai/gsm8k"], quotes: ["数据来自 gsm8k"], around: [""] })).toEqual([]);
  });
});

describe("a swipe", () => {
  test("counts when it goes one way, far and briskly", () => {
    expect(readSwipe({ right: 140, down: 20, lastedMs: 200 })).toBe("right");
    expect(readSwipe({ right: -140, down: 20, lastedMs: 200 })).toBe("left");
    expect(readSwipe({ right: 10, down: -140, lastedMs: 200 })).toBe("up");
  });

  test.each([
    { right: 40, down: 2, lastedMs: 100 },
    { right: 140, down: 90, lastedMs: 200 },
    { right: 10, down: 160, lastedMs: 200 },
    { right: 300, down: 10, lastedMs: 1_500 },
  ])("a tap, a slanted stroke, a pull down and a slow drag decide nothing: %o", (stroke) => {
    expect(readSwipe(stroke)).toBeUndefined();
  });
});
