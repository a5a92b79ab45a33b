import type { BenchEngine } from "./engine.ts";
import { type Figures, megabytes, milliseconds } from "./figures.ts";
import type { PlainGraph } from "./make-graph.ts";
import { runStemma, type StemmaRun } from "./run-stemma.ts";

/** Commands that read the whole graph: their time, and the memory that they must not hold it in. */
export const measureCommands = async (
  engine: BenchEngine,
  graph: PlainGraph,
  figures: Figures,
): Promise<void> => {
  const check = await runStemma(engine, ["check"]);
  figures.add(toFigure(`stemma check`, engine, check));
  const exported = await runStemma(engine, ["export", "--format", "jsonl"]);
  const size = `${megabytes(exported.bytes)} for ${graph.size.datasets.toLocaleString("en")} datasets`;
  figures.add(toFigure(`stemma export --format jsonl, ${size}`, engine, exported));
};

const toFigure = (what: string, engine: BenchEngine, run: StemmaRun) => ({
  what,
  engine: engine.name,
  figure: `${milliseconds(run.elapsedMs)}, at most ${megabytes(run.peakBytes.main)} + ${megabytes(run.peakBytes.engine)} for the engine`,
  ...(run.code === 0
    ? {}
    : { wrong: `exit ${run.code}: ${run.output.trim().split("\n").at(-1)?.slice(0, 200)}` }),
});
