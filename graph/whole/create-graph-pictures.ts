import type { GraphSnapshot, SnapshotQuery } from "../../schema/api.ts";
import type { GraphOverview, OverviewQuery } from "../../schema/graph-overview.ts";
import type { Database } from "../database.ts";
import type { GraphVersion } from "../track-version.ts";
import { readWholeGraph } from "./read-whole-graph.ts";
import { runInSlices } from "./run-in-slices.ts";
import { toOverview } from "./to-overview.ts";
import { toSnapshot } from "./to-snapshot.ts";
import type { WholeGraph } from "./whole-graph.ts";

export interface GraphPictures {
  /** Of the graph that the next picture shows: while a large one is kept under writes, an earlier version than the latest. */
  version(): Promise<string>;
  snapshot(query: SnapshotQuery): Promise<GraphSnapshot>;
  overview(query: OverviewQuery): Promise<GraphOverview>;
}

/** A graph that is read faster is read again after every write. A larger one under writes is kept for so many times its reading time. */
const QUICK_MS = 300;
const PATIENCE_FACTOR = 5;
/** A write amid the reading mixes two states; a third attempt would only meet the next write. */
const MAX_ATTEMPTS = 2;

interface Kept {
  readonly version: string;
  readonly graph: WholeGraph;
  readonly freshUntilMs: number;
}

/** Pictures of the graph's latest version, which is read once and kept: 60 MB at 100,000 datasets and 300,000 edges. */
export const createGraphPictures = (
  database: Database & GraphVersion,
  read: (database: Database) => Promise<WholeGraph> = readWholeGraph,
): GraphPictures => {
  let kept: Kept | undefined;
  let reading: Promise<Kept> | undefined;
  const version = async (): Promise<string> =>
    kept !== undefined && kept.freshUntilMs > performance.now() ? kept.version : database.version();
  const latest = async (): Promise<WholeGraph> => {
    await reading?.catch(() => undefined);
    if (kept !== undefined && kept.version === (await version())) return kept.graph;
    reading ??= readKept(database, read).finally(() => (reading = undefined));
    kept = await reading;
    return kept.graph;
  };
  return {
    version,
    snapshot: async (query) => runInSlices(toSnapshot(await latest(), query)),
    overview: async (query) => runInSlices(toOverview(await latest(), query)),
  };
};

const readKept = async (
  database: Database & GraphVersion,
  read: (database: Database) => Promise<WholeGraph>,
): Promise<Kept> => {
  const startedMs = performance.now();
  for (let attempt = 1; ; attempt += 1) {
    const version = await database.version();
    const graph = await read(database);
    if (attempt < MAX_ATTEMPTS && (await database.version()) !== version) continue;
    const tookMs = performance.now() - startedMs;
    const patienceMs = tookMs < QUICK_MS ? 0 : tookMs * PATIENCE_FACTOR;
    return { version, graph, freshUntilMs: performance.now() + patienceMs };
  }
};
