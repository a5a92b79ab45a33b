import { z } from "zod";
import { DatasetId } from "./ids.ts";
import { DOMAINS } from "./vocabulary.ts";

/** The parts of a benchmark that exist on their own; an edge may also name all of them together. */
export const BENCHMARK_SPLITS = ["train", "validation", "test"] as const;
export type BenchmarkSplit = (typeof BENCHMARK_SPLITS)[number];

const Splits = z.array(z.enum(BENCHMARK_SPLITS)).min(1);

/** One entry of the list of benchmarks: facts that tell which nodes of a graph are it, and which of its splits are held out. */
export const Benchmark = z
  .strictObject({
    /** Where it is at home. */
    id: DatasetId,
    name: z.string().min(1).max(100),
    domain: z.enum(DOMAINS),
    /** Other ids of the same items: former ids, re-uploads, typed ids. */
    ids: z.array(DatasetId).default([]),
    /** Other spellings of the name, for people who look it up. */
    names: z.array(z.string().min(1).max(100)).default([]),
    /** The splits that it has by their meaning, whatever a file is called. Without a train split all of it is held out. */
    splits: Splits,
    /** The splits that scores are reported on. */
    evaluated: Splits.default(["test"]),
    /** Where these facts can be looked up. */
    source: z.url({ protocol: /^https?$/ }),
    /** Fields that nobody has checked against the source. */
    unverified: z.array(z.enum(["id", "ids", "splits", "evaluated"])).default([]),
  })
  .refine((entry) => entry.evaluated.every((split) => entry.splits.includes(split)), {
    error: "evaluated: names a split that splits lacks",
    path: ["evaluated"],
  })
  .meta({ id: "Benchmark" });
export type Benchmark = z.output<typeof Benchmark>;

/** Whether all of a benchmark is held out, so that any use of it is contamination. */
export const isTestOnly = ({ splits }: Pick<Benchmark, "splits">): boolean => !splits.includes("train");
