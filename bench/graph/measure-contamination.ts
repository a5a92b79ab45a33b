import { randomUUID } from "node:crypto";
import { createBenchmarkList } from "../../graph/contamination/create-benchmark-list.ts";
import type { BenchmarkList } from "../../graph/contamination/create-benchmark-list.ts";
import type { Database } from "../../graph/database.ts";
import { decideEdge } from "../../graph/store/edges/decide-edge.ts";
import { createLineageStore } from "../../graph/store/lineage.ts";
import { EdgeChange } from "../../schema/decision.ts";
import { createRandom } from "../../services/create-random.ts";
import { type Figures, milliseconds, quantile, timed } from "./figures.ts";
import type { PlainGraph } from "./make-graph.ts";
import { type ExpectedFlags, expectFlags } from "./oracle.ts";
import { idOf, toBenchmarks, toDerivation } from "./to-records.ts";

const TIMES = 3;
const CHANGES = 50;
const NOW = new Date("2026-05-06T07:08:09.000Z");

/** Gives the graph as it is afterwards. */
export const measureContamination = async (
  database: Database,
  graph: PlainGraph,
  figures: Figures,
): Promise<PlainGraph> => {
  const { engine } = database;
  const benchmarks = createBenchmarkList([{ list: "bench", entries: toBenchmarks(graph) }]);
  const store = createLineageStore(database, { benchmarks, now: () => NOW });

  const first = await timed(() => store.applyBenchmarks());
  figures.add({
    what: `mark ${benchmarks.entries.length} benchmarks and write ${(first.result?.added ?? 0).toLocaleString("en")} flags`,
    engine,
    figure: milliseconds(first.elapsedMs),
    ...(await wrongFlags(database, expectFlags(graph))),
  });
  const times: number[] = [];
  for (let time = 0; time < TIMES; time += 1) {
    times.push((await timed(() => store.recomputeContamination())).elapsedMs);
  }
  figures.add({
    what: "full recompute of contamination, median of 3",
    engine,
    figure: milliseconds(quantile(times, 0.5)),
    bar: "1,000 ms",
    ...(await wrongFlags(database, expectFlags(graph))),
  });
  return measureChanges(database, graph, { list: benchmarks, figures });
};

/** A person decides on one edge after the other: accepts what waits, rejects what stands. */
const measureChanges = async (
  database: Database,
  graph: PlainGraph,
  { list, figures }: { readonly list: BenchmarkList; readonly figures: Figures },
): Promise<PlainGraph> => {
  const random = createRandom(5);
  const edges = [...graph.edges];
  const store = createLineageStore(database);
  const searches: number[] = [];
  const times: number[] = [];
  for (let change = 0; change < CHANGES; change += 1) {
    const place = Math.floor(random() * edges.length);
    const edge = edges[place];
    if (edge === undefined || edge.status === "rejected") continue;
    const verdict = edge.status === "flagged" ? "accepted" : "rejected";
    edges[place] = { ...edge, status: verdict };
    const request = { id: toDerivation(edge).id, change: EdgeChange.parse({ verdict }) };
    // Who decides has read the edge before.
    searches.push((await timed(() => store.edge(request.id))).elapsedMs);
    const { places } = store;
    const settings = { by: "bench", role: "reviewer", newId: randomUUID, list, now: NOW } as const;
    times.push((await timed(() => decideEdge(database, { ...request, ...settings, places }))).elapsedMs);
  }
  figures.add({
    what: "one edge that nothing proves, by its id alone, never seen before: median / worst",
    engine: database.engine,
    figure: [0.5, 1].map((part) => milliseconds(quantile(searches, part))).join(" / "),
  });
  figures.add({
    what: `one edge's change with what follows from it, ${times.length} of them: median / p95 / worst`,
    engine: database.engine,
    figure: [0.5, 0.95, 1].map((part) => milliseconds(quantile(times, part))).join(" / "),
    bar: "50 ms",
    ...(await wrongFlags(database, expectFlags({ ...graph, edges }))),
  });
  return { ...graph, edges };
};

const FLAGS = `
MATCH (d:Dataset)-[c:CONTAMINATED_BY|MAY_BE_CONTAMINATED_BY]->(b:Dataset)
RETURN d.id AS dataset, b.id AS benchmark, type(c) AS type, c.distance AS distance`;

const wrongFlags = async (
  database: Database,
  { stands, waits }: ExpectedFlags,
): Promise<{ readonly wrong?: string }> => {
  const rows = await database.read(FLAGS, {}, { timeoutMs: 120_000 });
  const found = new Set(
    rows.map(({ dataset, benchmark, type, distance }) => [type, dataset, benchmark, distance].join(" ")),
  );
  const expected = [...namesOf("CONTAMINATED_BY", stands), ...namesOf("MAY_BE_CONTAMINATED_BY", waits)];
  const missing = expected.filter((name) => !found.has(name));
  if (missing.length === 0 && found.size === expected.length) return {};
  return { wrong: `${found.size} flags, not ${expected.length}; ${missing.length} missing: ${missing[0]}` };
};

const namesOf = (type: string, flags: ReadonlyMap<string, number>): readonly string[] =>
  [...flags].map(([name, distance]) => {
    const [dataset, benchmark] = name.split(" ").map((part) => idOf(Number(part)));
    return [type, dataset, benchmark, distance].join(" ");
  });
