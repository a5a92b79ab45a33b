import { isTestOnly } from "../../schema/benchmark.ts";
import type { Benchmark } from "../../schema/benchmark.ts";
import type { Ground } from "../../schema/contamination-level.ts";
import { assertNever } from "../../schema/errors.ts";
import type { Split } from "../../schema/vocabulary.ts";

type HeldOut = Pick<Benchmark, "splits" | "evaluated">;

/** What a derivation from a benchmark's split is grounds for; undefined: for nothing, training on it is fair. */
export const gradeSplit = (benchmark: HeldOut, split: Split | undefined): Ground | undefined => {
  switch (split) {
    case "test":
    case "all":
      return "declared";
    case "train":
      // Where there is no train split, what a document calls so is the one set there is.
      return isTestOnly(benchmark) ? "declared" : undefined;
    case "validation":
      // Held out too, and some benchmarks are scored on it; of the others nobody knows whether it alone was taken.
      return isHeldOut(benchmark) ? "declared" : "suspected";
    case undefined:
      return isTestOnly(benchmark) ? "declared" : "suspected";
    default:
      return assertNever(split);
  }
};

const isHeldOut = ({ splits, evaluated }: HeldOut): boolean =>
  evaluated.includes("validation") || (isTestOnly({ splits }) && !splits.includes("validation"));

/** The same for a derivation from a family, of which the benchmark is one member among others: which was taken is not known. */
export const gradeFamily = (benchmark: HeldOut, split: Split | undefined): Ground | undefined =>
  gradeSplit(benchmark, split) === undefined ? undefined : "suspected";

/** Whether a claim to have removed this split removes what counts. */
export const clearsSplit = ({ evaluated }: HeldOut, split: Split | undefined): boolean =>
  split === undefined || split === "all" || evaluated.some((one) => one === split);
