/**
 * How long the review queue takes to be in order again after a decision. By hand: `node --import tsx bench/review-queue.ts [EDGES]`;
 * with STEMMA_TEST_NEO4J on that server, whose database is WIPED, else on the embedded engine. Prints wall and processor milliseconds
 * of this process (the engine has its own), median and worst of 30 decisions.
 */
import { randomUUID } from "node:crypto";
import { createBenchmarkList } from "../graph/contamination/create-benchmark-list.ts";
import { createLineageStore } from "../graph/store/lineage.ts";
import { aCommit, aDerivation, aTrace } from "../graph/store/test-data.ts";
import { createTraceStore } from "../graph/store/traces.ts";
import { openTestDatabase } from "../graph/testing/open-test-database.ts";
import { trackVersion } from "../graph/track-version.ts";
import { Benchmark } from "../schema/benchmark.ts";
import { QueueQuery } from "../schema/queue-filter.ts";
import { openReviewQueue } from "../services/queue/open-review-queue.ts";
import { createReviews } from "../services/reviews.ts";

const say = (line: string): boolean => process.stdout.write(`${line}\n`);
const EDGES = Number(process.argv[2] ?? 2_000);
const DECISIONS = 30;
/** Of each dataset two edges wait and one is accepted, to datasets before it: long chains with many below them. */
const WAITING_PER_DATASET = 2;

const engine = await openTestDatabase();
const database = trackVersion(engine);
const now = () => new Date();
const EXAM = {
  id: "bench/d0",
  name: "Exam",
  domain: "math",
  splits: ["test"],
  source: "https://hub.example",
};
const list = createBenchmarkList([{ list: "bench", entries: [Benchmark.parse(EXAM)] }]);
const store = createLineageStore(database, { benchmarks: list, now });
const reviews = createReviews({ database, store, documents: {} as never, list, now, newId: randomUUID });
const queue = openReviewQueue({ database, aside: engine, store, now, newId: randomUUID });
const by = { name: "bench", role: "reviewer" } as const;

await createTraceStore(database).begin(aTrace());
const name = (index: number): string => `bench/d${index}`;
const datasets = Math.ceil(EDGES / WAITING_PER_DATASET);
for (let index = 1; index <= datasets; index += 1) {
  const to = (step: number): string => name(Math.max(0, index - step));
  const waiting = new Set([to(3), to(7)]);
  const edges = [...waiting].map((id, at) =>
    aDerivation(name(index), id, { status: "flagged", flags: ["low-confidence"], confidence: 0.3 + at / 5 }),
  );
  const accepted = to(1 + (index % 2));
  if (!waiting.has(accepted)) edges.push(aDerivation(name(index), accepted));
  await store.commit(aCommit(name(index), edges));
}

const first = performance.now();
const page = await queue.list(QueueQuery.parse({ limit: 500 }), by);
say(`${engine.engine}: ${page.total} edges wait; read whole in ${Math.round(performance.now() - first)} ms`);

const wall: number[] = [];
const processor: number[] = [];
for (const { edge, revision } of page.items.slice(0, DECISIONS)) {
  const change = { verdict: "rejected", reason: "cited-only" } as const;
  await reviews.review({ kind: "decided", edge: edge.id, change, revision }, by);
  const [started, used] = [performance.now(), process.cpuUsage()];
  await queue.list(QueueQuery.parse({ limit: 1 }), by);
  const { user, system } = process.cpuUsage(used);
  wall.push(performance.now() - started);
  processor.push((user + system) / 1_000);
}
const told = (times: readonly number[]): string => {
  const sorted = times.toSorted((one, other) => one - other);
  return `median ${sorted[Math.floor(sorted.length / 2)]?.toFixed(1)}, worst ${sorted.at(-1)?.toFixed(1)}`;
};
say(`in order again after a decision: wall ms ${told(wall)}; processor ms ${told(processor)}`);
await engine.close();
