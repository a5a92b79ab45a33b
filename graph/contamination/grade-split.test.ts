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
    ["a train split is fair", TRAINABLE, "train", undefined],
    ["a test split is not", TRAINABLE, "test", "declared"],
    ["nor are all splits", TRAINABLE, "all", "declared"],
    ["an unknown split is a suspicion", TRAINABLE, undefined, "suspected"],
    [
      "a validation split that nobody is scored on is a suspicion",
      WITH_VALIDATION,
      "validation",
      "suspected",
    ],
    ["one that scores are reported on is held out", ON_VALIDATION, "validation", "declared"],
    [
      "a benchmark without a train split is held out, whatever a document calls it",
      TEST_ONLY,
      "train",
      "declared",
    ],
    ["and when no document names a split", TEST_ONLY, undefined, "declared"],
    ["but for a validation split of its own", NO_TRAIN, "validation", "suspected"],
  ] as const)("%s", (_fact, benchmark, split, ground) => {
    expect(gradeSplit(benchmark, split)).toBe(ground);
  });

  it("is a suspicion at most when a family of several datasets is named", () => {
    expect(gradeFamily(TEST_ONLY, "test")).toBe("suspected");
    expect(gradeFamily(TRAINABLE, "train")).toBeUndefined();
  });
});

describe("what a clearing claim clears", () => {
  it.each([
    ["no split named", TRAINABLE, undefined, true],
    ["the test split", TRAINABLE, "test", true],
    ["the train split", TRAINABLE, "train", false],
    ["the validation split that scores are reported on", ON_VALIDATION, "validation", true],
    ["a validation split that they are not", WITH_VALIDATION, "validation", false],
  ] as const)("%s", (_fact, benchmark, split, clears) => {
    expect(clearsSplit(benchmark, split)).toBe(clears);
  });
});
