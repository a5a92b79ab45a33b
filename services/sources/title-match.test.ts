import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { matchTitles } from "./title-match.ts";

describe("matchTitles", () => {
  it.each([
    ["Tide-Math: Post-Training at Sea", "TIDE MATH Post Training at Sea"],
    ["{T}ide: $\\alpha$ Data for {LLM}s", "Tide: Data for LLMs"],
    ["Tide Post-Training", "Tide PostTraining"],
    ["Ｔｉｄｅ", "tide"],
  ])("takes %j and %j for the same", (asked, found) => {
    expect(matchTitles(asked, found)).toBe(1);
  });

  it("forgives one word in a long title", () => {
    const asked = "A Large and Open Collection of Tide Tables for Language Models";

    expect(
      matchTitles(asked, "A Large and Open Collection of Tide Tables for Training Language Models"),
    ).toBeGreaterThan(0.85);
  });

  it.each([
    ["Tide", "Tide Tables"],
    ["Tide 2: Open Tables for Language Models", "Tide 3: Open Tables for Language Models"],
    ["Measuring Mathematical Problem Solving", "Measuring Massive Multitask Understanding"],
    ["A Survey of Large Language Models", "A Survey of Small Language Models"],
    ["", ""],
  ])("tells %j from %j", (asked, found) => {
    expect(matchTitles(asked, found)).toBe(0);
  });

  it("does not depend on the order of its two titles", () => {
    fc.assert(
      fc.property(fc.lorem(), fc.lorem(), (left, right) => {
        expect(matchTitles(left, right)).toBe(matchTitles(right, left));
      }),
    );
  });
});
