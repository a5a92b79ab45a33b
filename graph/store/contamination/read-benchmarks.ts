import { BENCHMARK_SPLITS } from "../../../schema/benchmark.ts";
import type { BenchmarkSplit } from "../../../schema/benchmark.ts";
import { isHubId } from "../../../schema/ids.ts";
import type { BenchmarkInGraph } from "../../contamination/find-states.ts";
import type { Row, Value } from "../../database.ts";
import { LISTED_BENCHMARKS } from "../../queries/contamination.ts";
import { toText } from "../../rows.ts";

interface Gathered extends Pick<BenchmarkInGraph, "splits" | "evaluated"> {
  readonly carriers: Set<string>;
  readonly families: Set<string>;
}

/** The benchmarks of the list that the graph has nodes of, by their id on the list. */
export const readBenchmarks = async (reader: {
  run(cypher: string): Promise<readonly Row[]>;
}): Promise<ReadonlyMap<string, BenchmarkInGraph>> => {
  const gathered = new Map<string, Gathered>();
  for (const row of await reader.run(LISTED_BENCHMARKS)) {
    const id = toText(row["id"]);
    const one = gathered.get(id) ?? {
      splits: toSplits(row["splits"]),
      evaluated: toSplits(row["evaluated"]),
      carriers: new Set(),
      families: new Set(),
    };
    gathered.set(id, one);
    one.carriers.add(toText(row["node"]));
    if (typeof row["family"] === "string") one.families.add(row["family"]);
  }
  return new Map([...gathered].map(([id, one]) => [id, { id, node: nodeOf(id, one.carriers), ...one }]));
};

/** Flags point to the benchmark's own node, or where the graph has none to the first of its re-uploads, or else of its names. */
const nodeOf = (id: string, carriers: ReadonlySet<string>): string => {
  if (carriers.has(id)) return id;
  const others = [...carriers].sort();
  return others.find(isHubId) ?? others[0] ?? id;
};

const toSplits = (value: Value | undefined): BenchmarkSplit[] =>
  BENCHMARK_SPLITS.filter((split) => Array.isArray(value) && value.includes(split));
