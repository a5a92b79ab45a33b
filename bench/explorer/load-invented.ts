import { createBenchmarkList } from "../../graph/contamination/create-benchmark-list.ts";
import { ingestRecords } from "../../graph/store/ingest/ingest.ts";
import { createLineageStore } from "../../graph/store/lineage.ts";
import type { GraphRecord } from "../../graph/store/read/read-graph.ts";
import { DOMAINS } from "../../schema/vocabulary.ts";
import { type BenchEngine, embeddedEngine } from "../graph/engine.ts";
import { makeGraph } from "../graph/make-graph.ts";
import { toBenchmarks, toEdgeRecords, toNodeRecords } from "../graph/to-records.ts";

/** Every so many-th dataset is of no domain that anybody knows. */
const WITHOUT_DOMAIN = 9;
const DOMAINS_USED = DOMAINS.slice(0, 4);

/** An invented graph with domains and contamination flags: 997 owners, each with datasets of every domain. */
export const loadInvented = async (dataFolder: string, datasets: number): Promise<BenchEngine> => {
  const engine = embeddedEngine(dataFolder);
  const graph = makeGraph({ datasets, benchmarks: 20, seed: 7 });
  const database = await engine.open();
  await ingestRecords(database, withDomains(toNodeRecords(graph)));
  await ingestRecords(database, toEdgeRecords(graph));
  const benchmarks = createBenchmarkList([{ list: "bench", entries: toBenchmarks(graph) }]);
  await createLineageStore(database, { benchmarks, now: () => new Date() }).applyBenchmarks();
  await database.close();
  return engine;
};

function* withDomains(records: Iterable<GraphRecord>): Generator<GraphRecord> {
  let place = 0;
  for (const record of records) {
    place += 1;
    const domain = DOMAINS_USED[Math.floor(place / 3) % DOMAINS_USED.length];
    if (record.kind !== "node" || domain === undefined || place % WITHOUT_DOMAIN === 0) yield record;
    else yield { ...record, properties: { ...record.properties, domains: [domain] } };
  }
}
