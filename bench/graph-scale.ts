/**
 * Loads an invented graph of 100,000 datasets and 300,000 edges into each engine and measures what the service does with it,
 * beside what was promised. Every answer is compared with a plain computation; exits 1 when one is wrong, never for being slow.
 * EMPTIES the Neo4j that it is given. Without one it measures the embedded engine alone, and says so.
 *
 *   npx tsx bench/graph-scale.ts --neo4j bolt://127.0.0.1:7687 [--datasets 100000] [--only embedded|neo4j]
 */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { type BenchEngine, embeddedEngine, neo4jEngine } from "./graph/engine.ts";
import { createFigures } from "./graph/figures.ts";
import { makeGraph, type PlainGraph } from "./graph/make-graph.ts";
import { measureCommands } from "./graph/measure-commands.ts";
import { measureContamination } from "./graph/measure-contamination.ts";
import { measureEngineAlone, measureIngest } from "./graph/measure-ingest.ts";
import { measureService } from "./graph/measure-service.ts";
import { measureSnapshot } from "./graph/measure-snapshot.ts";

const print = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

const { values } = parseArgs({
  options: {
    neo4j: { type: "string", default: process.env["STEMMA_TEST_NEO4J"] ?? "" },
    datasets: { type: "string", default: "100000" },
    only: { type: "string" },
  },
});
const graph = makeGraph({ datasets: Number(values.datasets), benchmarks: 20, seed: 7 });
const folder = await mkdtemp(join(tmpdir(), "stemma-scale-"));
const engines: readonly BenchEngine[] = [
  embeddedEngine(join(folder, "embedded")),
  ...(values.neo4j === "" ? [] : [neo4jEngine(join(folder, "neo4j"), values.neo4j)]),
].filter(({ name }) => values.only === undefined || values.only === name);
if (values.neo4j === "") print("no Neo4j: give --neo4j or STEMMA_TEST_NEO4J to measure it too");
const figures = createFigures(print);

const measureStore = async (engine: BenchEngine): Promise<PlainGraph> => {
  const database = await engine.open();
  try {
    await measureIngest(database, graph, figures);
    return await measureContamination(database, graph, figures);
  } finally {
    await database.close();
  }
};

const measure = async (engine: BenchEngine): Promise<void> => {
  await engine.empty();
  await measureEngineAlone(engine, figures);
  await measureSnapshot(engine, figures);
  const changed = await measureStore(engine);
  await measureService(engine, changed, figures);
  await measureCommands(engine, graph, figures);
  await engine.empty();
};

try {
  for (const engine of engines) await measure(engine);
} finally {
  await rm(folder, { recursive: true, force: true });
}
const wrong = figures.wrong();
if (wrong.length > 0) print(`${wrong.length} answers are wrong`);
process.exitCode = wrong.length === 0 ? 0 : 1;
