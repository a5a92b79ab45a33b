import { assert, integer, property, string } from "fast-check";
import { expect, test } from "vitest";
import { cutMiddle, toCounted, toDuration, toLine, toSize } from "./text.ts";

test("text from outside cannot steer the terminal", () => {
  expect(toLine("a\u001B[2Jb\r\nc\u202Ed")).toBe("a [2Jb c d");
  assert(property(string({ unit: "binary" }), (text) => !/[\p{Cc}\u202A-\u202E]/u.test(toLine(text))));
});

test("a cut line keeps both ends and never exceeds the width", () => {
  expect(cutMiddle("https://huggingface.co/datasets/x", 11)).toBe("https:…ts/x");
  assert(
    property(string({ unit: "grapheme" }), integer({ min: 1, max: 50 }), (text, width) => {
      expect([...cutMiddle(text, width)].length).toBeLessThanOrEqual(Math.max(width, 1));
    }),
  );
});

test("sizes, times and counts read as people write them", () => {
  expect([toSize(512), toSize(4_200), toSize(1_300_000)]).toEqual(["512 B", "4.2 kB", "1.3 MB"]);
  expect([toDuration(420), toDuration(12_300), toDuration(185_000)]).toEqual(["0.4 s", "12 s", "3 min 05 s"]);
  expect([toCounted(1, "dataset"), toCounted(12_000, "dataset")]).toEqual(["1 dataset", "12,000 datasets"]);
});
