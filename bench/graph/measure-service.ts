import { LineageView } from "../../schema/api.ts";
import { createRandom } from "../../services/create-random.ts";
import type { BenchEngine } from "./engine.ts";
import { type Figures, megabytes, milliseconds, quantile, timed } from "./figures.ts";
import type { PlainGraph } from "./make-graph.ts";
import { ancestorsOf, groupBy } from "./oracle.ts";
import { type RunningService, startService } from "./run-stemma.ts";
import { idOf } from "./to-records.ts";

const WALKS = 300;
const SEARCHES = 20;
/** The API's own limit of levels. */
const DEPTH = 30;

/** What a person sees of the service on the loaded graph. */
export const measureService = async (
  engine: BenchEngine,
  graph: PlainGraph,
  figures: Figures,
): Promise<void> => {
  const started = await timed(() => startService(engine));
  const service = started.result;
  figures.add({
    what: "start of the service on this graph",
    engine: engine.name,
    figure: milliseconds(started.elapsedMs),
  });
  try {
    await measureAncestors(service, graph, { engine, figures });
    await measureSearch(service, { engine, figures });
    const { main, engine: ofEngine } = await service.memory();
    const held =
      ofEngine === 0 ? megabytes(main) : `${megabytes(main)} + ${megabytes(ofEngine)} for the engine`;
    figures.add({ what: "memory of the service after that", engine: engine.name, figure: held });
  } finally {
    await service.stop();
  }
};

interface Report {
  readonly engine: BenchEngine;
  readonly figures: Figures;
}

const measureAncestors = async (
  { origin }: RunningService,
  graph: PlainGraph,
  { engine, figures }: Report,
): Promise<void> => {
  const random = createRandom(11);
  const outgoing = groupBy(
    graph.edges.filter(({ status }) => status === "accepted"),
    "from",
  );
  const times: number[] = [];
  const sizes: number[] = [];
  let wrong: string | undefined;
  for (let walk = 0; walk < WALKS; walk += 1) {
    const dataset = Math.floor(random() * graph.size.datasets);
    const url = `${origin}/api/datasets/${encodeURIComponent(idOf(dataset))}/lineage?depth=${DEPTH}&status=accepted`;
    const { elapsedMs, result } = await timed(async () => (await fetch(url)).text());
    // The first ones meet a service that has not compiled its code yet.
    if (walk >= WALKS / 10) times.push(elapsedMs);
    const view = LineageView.parse(JSON.parse(result));
    sizes.push(view.nodes.length);
    wrong ??= differenceOf(view, ancestorsOf(outgoing, dataset));
  }
  figures.add({
    what: `ancestors of a dataset by HTTP, ${quantile(sizes, 0.5)} nodes (p95 ${quantile(sizes, 0.95)}): median / p95 / worst`,
    engine: engine.name,
    figure: [0.5, 0.95, 1].map((part) => milliseconds(quantile(times, part))).join(" / "),
    bar: "p95 20 ms",
    ...(wrong === undefined ? {} : { wrong }),
  });
};

const differenceOf = (view: LineageView, levels: ReadonlyMap<number, number>): string | undefined => {
  const found = new Map(view.nodes.map(({ id, level }) => [id as string, level]));
  const expected = [...levels].filter(([, level]) => level <= DEPTH);
  const different = expected.find(([dataset, level]) => found.get(idOf(dataset)) !== level);
  if (different === undefined && found.size === expected.length) return undefined;
  return `${view.root}: ${found.size} nodes, not ${expected.length}; ${different}`;
};

const measureSearch = async ({ origin }: RunningService, { engine, figures }: Report): Promise<void> => {
  const times: number[] = [];
  let wrong: string | undefined;
  for (let search = 0; search < SEARCHES; search += 1) {
    const dataset = 1_000 + search * 37;
    const { elapsedMs, result } = await timed(async () => {
      const answer = await fetch(`${origin}/api/datasets?q=${encodeURIComponent(idOf(dataset))}`);
      return (await answer.json()) as { readonly items: readonly { readonly id: string }[] };
    });
    times.push(elapsedMs);
    if (result.items[0]?.id !== idOf(dataset)) wrong ??= `${idOf(dataset)} is not the first that is found`;
  }
  figures.add({
    what: "search among all datasets by HTTP: median / worst",
    engine: engine.name,
    figure: [0.5, 1].map((part) => milliseconds(quantile(times, part))).join(" / "),
    ...(wrong === undefined ? {} : { wrong }),
  });
};
