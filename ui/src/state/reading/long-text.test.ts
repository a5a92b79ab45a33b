import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { toQuoteSegments } from "../quote-segments.ts";
import { findInText } from "./find-in-text.ts";
import { scanText } from "./scan-text.ts";
import { shortText } from "./short-text.ts";
import { chunkAt, toTextChunks } from "./text-chunks.ts";

const LINE = "A line of a very long document, which nobody draws at once.\n";
const MEGABYTE = LINE.repeat(Math.ceil(1_000_000 / LINE.length));

describe("a text in chunks", () => {
  test("loses nothing and cuts no character in two, whatever the text", () => {
    const piece = fc.constantFrom(
      "a",
      "\n",
      "😀",
      "word ",
      "ä".repeat(4000),
      "x".repeat(13_001),
      "😀".repeat(7000),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const text = pieces.join("");

        const parts = toTextChunks(text).map(({ start, end }) => text.slice(start, end));

        expect(parts.join("")).toBe(text);
        expect(parts.some((part) => /\p{Cs}/u.test(part))).toBe(false);
        expect(parts.every((part) => part.length > 0 && part.length <= 12_001)).toBe(true);
      }),
    );
  });

  test("a megabyte is some hundred and seventy parts that end with a line", () => {
    const chunks = toTextChunks(MEGABYTE);

    expect(chunks.length).toBeGreaterThan(150);
    expect(chunks.every(({ end }) => MEGABYTE[end - 1] === "\n")).toBe(true);
    expect(chunkAt(chunks, 0)).toBe(0);
    expect(chunkAt(chunks, chunks[3]?.start ?? 0)).toBe(3);
    expect(chunkAt(chunks, MEGABYTE.length + 5)).toBe(chunks.length - 1);
  });
});

describe("finding in a text", () => {
  test("finds in any case, over a line's end, and takes signs as they are", () => {
    const text = "Built from GSM8K (train).\nbuilt\nfrom gsm8k";

    expect(findInText(text, "built from").spans).toEqual([
      { start: 0, end: 10 },
      { start: 26, end: 36 },
    ]);
    expect(findInText(text, "(train).").spans).toEqual([{ start: 17, end: 25 }]);
    expect(findInText(text, "  ").spans).toEqual([]);
  });

  test("stops counting in a text that is full of it", () => {
    const { spans, hasMore } = findInText("a".repeat(20_000), "a");

    expect(spans).toHaveLength(5_000);
    expect(hasMore).toBe(true);
  });
});

describe("looking for what cannot be seen", () => {
  test("takes a long text in slices, each after the other, and misses nothing at their borders", () => {
    const text = `${"word ".repeat(30_000)}g\u0455m8k ${"x\u200b ".repeat(10)}${"more ".repeat(30_000)}gsm8\u043a`;
    const waiting: (() => void)[] = [];
    const { scan } = scanText(text, (next) => {
      waiting.push(next);
      return () => undefined;
    });
    let slices = 1;
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      slices += 1;
      next();
    }

    expect(slices).toBeGreaterThan(3);
    expect(scan.value.isDone).toBe(true);
    expect(scan.value.hidden).toBe(10);
    expect(scan.value.mixed.map(({ word }) => word)).toEqual(["g\u0455m8k", "gsm8\u043a"]);
  });

  test("is over at once for a short text", () => {
    const { scan } = scanText("plain", () => () => undefined);

    expect(scan.value).toEqual({ hidden: 0, mixed: [], isDone: true });
  });
});

test("a name of 10,000 characters is cut, and says from how many", () => {
  expect(shortText("n".repeat(10_000), 300)).toEqual({ text: "n".repeat(300), cutFrom: 10_000 });
  expect(shortText(`${"n".repeat(299)}😀`, 300).text).toBe("n".repeat(299));
  expect(shortText("short", 300)).toEqual({ text: "short" });
});

test("5,000 quotes in a document are cut out in a moment", () => {
  const spans = Array.from({ length: 5_000 }, (_, place) => ({ start: place * 40, end: place * 40 + 60 }));
  const before = performance.now();

  const segments = toQuoteSegments("y".repeat(300_000), spans);

  expect(segments.length).toBeGreaterThan(9_999);
  expect(performance.now() - before).toBeLessThan(1_000);
});
