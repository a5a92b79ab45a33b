import { GraphSnapshot } from "../../schema/api.ts";
import { ingestRecords } from "../../graph/store/ingest/ingest.ts";
import type { BenchEngine } from "./engine.ts";
import { type Figures, perSecond } from "./figures.ts";
import { makeGraph } from "./make-graph.ts";
import { runRequestLoop } from "./request-loop.ts";
import { startService } from "./run-stemma.ts";
import { toEdgeRecords, toNodeRecords } from "./to-records.ts";

/** As large as the reference's whole graph. */
const REFERENCE_SIZE = { datasets: 1_000, benchmarks: 20, seed: 2 };
const CONNECTIONS = 16;
const WARM_UP_MS = 1_000;
const DURATION_MS = 5_000;

/** Leaves the engine empty. */
export const measureSnapshot = async (engine: BenchEngine, figures: Figures): Promise<void> => {
  const graph = makeGraph(REFERENCE_SIZE);
  const database = await engine.open();
  await ingestRecords(database, toNodeRecords(graph));
  await ingestRecords(database, toEdgeRecords(graph));
  await database.close();
  const service = await startService(engine);
  try {
    const whole = await fetch(`${service.origin}/api/graph`);
    const tag = whole.headers.get("etag") ?? "";
    const snapshot = GraphSnapshot.parse(await whole.json());
    const right =
      snapshot.nodes.id.length === graph.size.datasets && snapshot.edges.id.length === graph.edges.length;
    const forms = [
      { name: "br", headers: { "accept-encoding": "br" }, status: 200 },
      { name: "gzip", headers: { "accept-encoding": "gzip" }, status: 200 },
      { name: "plain", headers: {}, status: 200 },
      { name: "not modified", headers: { "if-none-match": tag }, status: 304 },
    ];
    for (const { name, headers, status } of forms) {
      const loop = { origin: service.origin, path: "/api/graph", headers, connections: CONNECTIONS };
      await runRequestLoop({ ...loop, durationMs: WARM_UP_MS });
      const result = await runRequestLoop({ ...loop, durationMs: DURATION_MS });
      const others = [...result.statuses.keys()].filter((one) => one !== status);
      figures.add({
        what: `snapshot of 1,000 datasets, ${graph.edges.length.toLocaleString("en")} edges, ${name}, ${Math.ceil(result.bodyBytes / 1024)} KiB`,
        engine: engine.name,
        figure: perSecond(result.requests, result.elapsedMs),
        bar: "2,500/s",
        ...(right && others.length === 0
          ? {}
          : { wrong: `statuses ${[...result.statuses.keys()].join(", ")}` }),
      });
    }
  } finally {
    await service.stop();
    await engine.empty();
  }
};
