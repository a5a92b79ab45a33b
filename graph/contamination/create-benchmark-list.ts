import type { Benchmark } from "../../schema/benchmark.ts";
import { AppError } from "../../schema/errors.ts";

/** The benchmarks that this graph is looked through for. */
export interface BenchmarkList {
  readonly entries: readonly Benchmark[];
  /** By any of its ids, however their letters are written. */
  withId(id: string): Benchmark | undefined;
  /** By id or name, however it is written. */
  find(text: string): Benchmark | undefined;
}

/** Fails with INPUT_INVALID when two entries share an id. */
export const createBenchmarkList = (entries: readonly Benchmark[]): BenchmarkList => {
  const byId = new Map<string, Benchmark>();
  for (const entry of entries) {
    for (const id of [entry.id, ...entry.ids].map((one) => one.toLowerCase())) {
      const other = byId.get(id);
      if (other !== undefined) throw shared(id, entry, other);
      byId.set(id, entry);
    }
  }
  const byName = new Map(
    entries.flatMap((entry) => [entry.name, ...entry.names].map((name) => [toNameKey(name), entry] as const)),
  );
  const withId = (id: string): Benchmark | undefined => byId.get(id.toLowerCase());
  return { entries, withId, find: (text) => withId(text) ?? byName.get(toNameKey(text)) };
};

const toNameKey = (name: string): string => name.toLowerCase().replace(/[^\p{L}\p{N}+]+/gu, "");

const shared = (id: string, one: Benchmark, other: Benchmark): AppError =>
  new AppError(`the benchmarks ${other.id} and ${one.id} both claim the id ${id}`, { code: "INPUT_INVALID" });
