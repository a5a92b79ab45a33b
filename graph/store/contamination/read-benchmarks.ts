import { BENCHMARK_SPLITS } from "../../../schema/benchmark.ts";
import type { BenchmarkSplit } from "../../../schema/benchmark.ts";
import { isHubId } from "../../../schema/id-text.ts";
import type { BenchmarkInGraph } from "../../contamination/find-states.ts";
import type { Row, Value } from "../../database.ts";
import { FAMILIES_OF_BENCHMARKS, LISTED_BENCHMARKS } from "../../queries/contamination.ts";
import { toText } from "../../rows.ts";

/** The benchmarks of the list that the graph has nodes of, by their id on the list. Their splits are what `node` says. */
export const readBenchmarks = async (reader: {
  run(cypher: string): Promise<readonly Row[]>;
}): Promise<ReadonlyMap<string, BenchmarkInGraph>> => {
  const gathered = new Map<string, Row[]>();
  for (const row of await reader.run(LISTED_BENCHMARKS)) {
    const id = toText(row["id"]);
    const rows = gathered.get(id) ?? [];
    gathered.set(id, rows);
    rows.push(row);
  }
  const families = new Map<string, Set<string>>();
  for (const row of gathered.size === 0 ? [] : await reader.run(FAMILIES_OF_BENCHMARKS)) {
    const id = toText(row["id"]);
    families.set(id, (families.get(id) ?? new Set()).add(toText(row["family"])));
  }
  return new Map(
    [...gathered].map(([id, rows]) => [
      id,
      { ...toBenchmark(id, rows), families: families.get(id) ?? new Set() },
    ]),
  );
};

const toBenchmark = (id: string, rows: readonly Row[]): Omit<BenchmarkInGraph, "families"> => {
  const carriers = new Set(rows.map((row) => toText(row["node"])));
  const node = chooseNode(id, carriers);
  // Each carrier has a mark of its own, and engines give them in different orders.
  const told = rows.find((row) => row["node"] === node);
  return {
    id,
    node,
    carriers,
    splits: toSplits(told?.["splits"]),
    evaluated: toSplits(told?.["evaluated"]),
  };
};

/** Flags point to the benchmark's own node, or where the graph has none to the first of its re-uploads, or else of its names. */
export const chooseNode = (id: string, carriers: ReadonlySet<string>): string => {
  if (carriers.has(id)) return id;
  const others = [...carriers].sort();
  return others.find(isHubId) ?? others[0] ?? id;
};

const toSplits = (value: Value | undefined): BenchmarkSplit[] =>
  BENCHMARK_SPLITS.filter((split) => Array.isArray(value) && value.includes(split));
