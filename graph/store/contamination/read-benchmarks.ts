import { BENCHMARK_SPLITS } from "../../../schema/benchmark.ts";
import type { BenchmarkSplit } from "../../../schema/benchmark.ts";
import { isHubId } from "../../../schema/ids.ts";
import type { BenchmarkInGraph } from "../../contamination/find-states.ts";
import type { Row, Value } from "../../database.ts";
import { LISTED_BENCHMARKS } from "../../queries/contamination.ts";
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
  return new Map([...gathered].map(([id, rows]) => [id, toBenchmark(id, rows)]));
};

const toBenchmark = (id: string, rows: readonly Row[]): BenchmarkInGraph => {
  const carriers = new Set(rows.map((row) => toText(row["node"])));
  const node = chooseNode(id, carriers);
  // Each carrier has a mark of its own, and engines give them in different orders.
  const told = rows.find((row) => row["node"] === node);
  return {
    id,
    node,
    carriers,
    families: new Set(rows.map((row) => row["family"]).filter((family) => typeof family === "string")),
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
