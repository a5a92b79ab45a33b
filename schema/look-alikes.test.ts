import { describe, expect, it } from "vitest";
import { findMixedWords } from "./look-alikes.ts";

describe("finding look-alike letters", () => {
  it("finds a Cyrillic letter in a Latin name", () => {
    expect(findMixedWords("trained on gsm8\u043a only")).toEqual([
      { word: "gsm8\u043a", scripts: ["Latin", "Cyrillic"] },
    ]);
  });

  it("names each word once", () => {
    expect(findMixedWords("\u0430bc and \u0430bc")).toHaveLength(1);
  });

  it.each(["plain words", "набор данных", "数据集GSM8K", "données naïves", "β-carotene", "ΔG and 5µm"])(
    "finds nothing in %s",
    (text) => {
      expect(findMixedWords(text)).toEqual([]);
    },
  );
});
