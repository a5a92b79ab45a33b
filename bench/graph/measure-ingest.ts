import type { Database } from "../../graph/database.ts";
import { ingestRecords } from "../../graph/store/ingest/ingest.ts";
import type { GraphRecord } from "../../graph/store/read/read-graph.ts";
import type { BenchEngine } from "./engine.ts";
import { type Figures, milliseconds, perSecond, timed } from "./figures.ts";
import { makeGraph, type PlainGraph } from "./make-graph.ts";
import { idOf, toEdgeRecords, toNodeRecords } from "./to-records.ts";

const BARS = { embedded: "30,000/s", neo4j: "12,000/s" } as const;
/** The engine alone is measured on a smaller graph, which is taken out again. */
const ALONE = { datasets: 20_000, benchmarks: 20, seed: 3 };
const BATCH = 1_000;

const ALONE_NODES = `UNWIND $rows AS row MERGE (d:Dataset {id: row.id}) SET d += row.props`;
const ALONE_EDGES = `
UNWIND $rows AS row
MATCH (c:Dataset {id: row.child})
MATCH (p:Dataset {id: row.parent})
MERGE (c)-[r:DERIVED_FROM]->(p)
SET r += row.props`;

/** What the engine does at the same time with three properties an edge and nothing of ours around it but its process. */
export const measureEngineAlone = async (engine: BenchEngine, figures: Figures): Promise<void> => {
  const graph = makeGraph(ALONE);
  const database = await engine.open();
  const nodes = Array.from({ length: ALONE.datasets }, (_, dataset) => ({
    id: idOf(dataset),
    props: { state: "traced" },
  }));
  const edges = graph.edges.map(({ from, to, status }) => ({
    child: idOf(from),
    parent: idOf(to),
    props: { status, relation: "inclusion", confidence: 0.5 },
  }));
  await writeRows(database, ALONE_NODES, nodes);
  const { elapsedMs } = await timed(() => writeRows(database, ALONE_EDGES, edges));
  figures.add({
    what: "the engine alone: edges of 3 properties by MERGE",
    engine: engine.name,
    figure: perSecond(edges.length, elapsedMs),
    ...(await wrongCount(database, { nodes: nodes.length, edges: edges.length })),
  });
  await database.close();
  await engine.empty();
};

const writeRows = async (database: Database, cypher: string, rows: readonly unknown[]): Promise<void> => {
  for (let start = 0; start < rows.length; start += BATCH) {
    await database.write((transaction) =>
      transaction.run(cypher, { rows: rows.slice(start, start + BATCH) }),
    );
  }
};

export const measureIngest = async (
  database: Database,
  graph: PlainGraph,
  figures: Figures,
): Promise<void> => {
  const nodes = [...toNodeRecords(graph)];
  const edges = [...toEdgeRecords(graph)];
  const engine = database.engine;
  const load = (records: readonly GraphRecord[]) => timed(() => ingestRecords(database, records));
  const properties = Object.keys(edges[0]?.properties ?? {}).length;

  const ofNodes = await load(nodes);
  figures.add({
    what: `load ${nodes.length.toLocaleString("en")} datasets`,
    engine,
    figure: perSecond(nodes.length, ofNodes.elapsedMs),
  });
  const ofEdges = await load(edges);
  figures.add({
    what: `load ${edges.length.toLocaleString("en")} edges of ${properties} properties`,
    engine,
    figure: perSecond(edges.length, ofEdges.elapsedMs),
    bar: BARS[engine],
    ...(await wrongCount(database, { nodes: nodes.length, edges: edges.length })),
  });
  const again = await load(edges);
  figures.add({
    what: "the same edges again",
    engine,
    figure: perSecond(edges.length, again.elapsedMs),
    ...(await wrongCount(database, { nodes: nodes.length, edges: edges.length })),
  });
  const flush = await timed(() => database.checkpoint());
  figures.add({ what: "make it survive a loss of power", engine, figure: milliseconds(flush.elapsedMs) });
};

const wrongCount = async (
  database: Database,
  expected: { readonly nodes: number; readonly edges: number },
): Promise<{ readonly wrong?: string }> => {
  const [nodes] = await database.read("MATCH (d:Dataset) RETURN count(d) AS n");
  const [edges] = await database.read("MATCH (:Dataset)-[r]->(:Dataset) RETURN count(r) AS n");
  const found = { nodes: nodes?.["n"], edges: edges?.["n"] };
  if (found.nodes === expected.nodes && found.edges === expected.edges) return {};
  return { wrong: `${JSON.stringify(found)}, not ${JSON.stringify(expected)}` };
};
