import { describe, expect, it } from "vitest";
import type { Benchmark } from "../../schema/benchmark.ts";
import { clearsSplit, gradeFamily, gradeSplit } from "./grade-split.ts";

const held = (
  splits: Benchmark["splits"],
  evaluated: Benchmark["evaluated"] = ["test"],
): Pick<Benchmark, "splits" | "evaluated"> => ({ splits, evaluated });
const TRAINABLE = held(["train", "test"]);
const WITH_VALIDATION = held(["train", "validation", "test"]);
const ON_VALIDATION = held(["train", "validation"], ["validation"]);
const TEST_ONLY = held(["test"]);
const NO_TRAIN = held(["validation", "test"]);

describe("what a use of a benchmark is grounds for", () => {
  it.each([
    { fact: "a train split is fair", benchmark: TRAINABLE, split: "train", ground: undefined },
    { fact: "a test split is not", benchmark: TRAINABLE, split: "test", ground: "declared" },
    { fact: "nor are all splits", benchmark: TRAINABLE, split: "all", ground: "declared" },
    { fact: "an unknown split is a suspicion", benchmark: TRAINABLE, split: undefined, ground: "suspected" },
    {
      fact: "a validation split that nobody is scored on is a suspicion",
      benchmark: WITH_VALIDATION,
      split: "validation",
      ground: "suspected",
    },
    {
      fact: "one that scores are reported on is held out",
      benchmark: ON_VALIDATION,
      split: "validation",
      ground: "declared",
    },
    {
      fact: "a benchmark without a train split is held out, whatever a document calls it",
      benchmark: TEST_ONLY,
      split: "train",
      ground: "declared",
    },
    {
      fact: "and when no document names a split",
      benchmark: TEST_ONLY,
      split: undefined,
      ground: "declared",
    },
    {
      fact: "but for a validation split of its own",
      benchmark: NO_TRAIN,
      split: "validation",
      ground: "suspected",
    },
  ] as const)("$fact", ({ benchmark, split, ground }) => {
    expect(gradeSplit(benchmark, split)).toBe(ground);
  });

  it("is a suspicion at most when a family of several datasets is named", () => {
    expect(gradeFamily(TEST_ONLY, "test")).toBe("suspected");
    expect(gradeFamily(TRAINABLE, "train")).toBeUndefined();
  });
});

describe("what a clearing claim clears", () => {
  it.each([
    { fact: "no split named", benchmark: TRAINABLE, split: undefined, clears: true },
    { fact: "the test split", benchmark: TRAINABLE, split: "test", clears: true },
    { fact: "the train split", benchmark: TRAINABLE, split: "train", clears: false },
    {
      fact: "the validation split that scores are reported on",
      benchmark: ON_VALIDATION,
      split: "validation",
      clears: true,
    },
    {
      fact: "the test split of one that is scored on validation",
      benchmark: held(["train", "validation", "test"], ["validation"]),
      split: "test",
      clears: false,
    },
    {
      fact: "a validation split that they are not",
      benchmark: WITH_VALIDATION,
      split: "validation",
      clears: false,
    },
  ] as const)("$fact", ({ benchmark, split, clears }) => {
    expect(clearsSplit(benchmark, split)).toBe(clears);
  });
});
