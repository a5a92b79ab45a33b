import { expect, test } from "vitest";
import { findNameIn } from "./name-in-sentence.ts";

test.each([
  [
    "items of LiveCodeBench (v5) from May on",
    ["acme/LiveCodeBench-v5", "acme/MixBench-v2"],
    "acme/LiveCodeBench-v5",
  ],
  ["what the other set leaves of mix bench", ["acme/mix-bench", "zenith/Mix_Bench"], undefined],
  ["problems of a drop in the ocean", ["acme/drop"], undefined],
  ["the remix benches", ["acme/mix-bench"], undefined],
] as const)("in %j of %j stands %s", (sentence, names, found) => {
  expect(findNameIn(sentence, names)).toBe(found);
});
