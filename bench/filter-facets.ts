/**
 * How long filtering takes in the explorer: a made-up lineage of 10,000 datasets and 30,000 edges, from no filter to all of them.
 * Run: node --import tsx bench/filter-facets.ts
 */
import { parseArgs } from "node:util";
import type { LineageView } from "../schema/api.ts";
import { RELATIONS } from "../schema/vocabulary.ts";
import { NO_FILTERS } from "../ui/src/state/filter-state.ts";
import { createLineageFilter } from "../ui/src/state/filters/create-lineage-filter.ts";
import { DEFAULT_VIEW, type ViewState } from "../ui/src/state/view-state.ts";
import { aDatasetId, anEdge, aNode } from "../ui/src/test-data.ts";

const { values } = parseArgs({
  options: { nodes: { type: "string", default: "10000" }, edges: { type: "string", default: "30000" } },
});
const ROUNDS = 25;
const FIRST_DAY_MS = Date.parse("2017-07-01");
const SPAN_MS = Date.parse("2026-01-01") - FIRST_DAY_MS;
const LICENCES = ["mit", "apache-2.0", "cc-by-4.0", "odc-by", "other"] as const;

/** The same numbers each time, 0 to 1. */
const createRandom = (seed: number) => (): number => {
  seed = (seed * 1_103_515_245 + 12_345) % 2 ** 31;
  return seed / 2 ** 31;
};

const makeLineage = (nodes: number, edges: number): LineageView => {
  const random = createRandom(7);
  const pick = <Item>(items: readonly [Item, ...Item[]]): Item =>
    items[Math.floor(random() * items.length)] ?? items[0];
  const below = (count: number) => Math.floor(random() * count);
  const edge = anEdge("o/0", "o/1");
  return {
    root: aDatasetId("o/0"),
    targets: [aDatasetId("o/0")],
    nodes: Array.from({ length: nodes }, (_, index) =>
      aNode(`o/${index}`, 1, {
        uses: Math.floor(random() ** 4 * 300),
        isBenchmark: index % 200 === 199,
        domains: [pick(["math", "code", "science", "general"])],
        ...(random() < 0.8 && { licence: pick(LICENCES) }),
        ...(random() < 0.7 && { createdAt: new Date(FIRST_DAY_MS + random() * SPAN_MS).toISOString() }),
        marks:
          random() < 0.3
            ? [
                {
                  benchmark: aDatasetId(`o/${below(50) * 200 + 199}`),
                  level: pick(["suspected", "inherited"]),
                },
              ]
            : [],
      }),
    ),
    edges: Array.from({ length: edges }, (_, index) => {
      // The first ones join every dataset to the root.
      const to = index < nodes - 1 ? index + 1 : 1 + below(nodes - 1);
      return {
        ...edge,
        from: aDatasetId(`o/${below(to)}`),
        to: aDatasetId(`o/${to}`),
        relation: pick(RELATIONS),
        confidence: random(),
      };
    }),
    truncated: false,
    leftOut: 0,
    reach: {},
  };
};

const CASES: Readonly<Record<string, ViewState>> = {
  "no filter": DEFAULT_VIEW,
  "two facets": {
    ...DEFAULT_VIEW,
    hiddenRelations: ["synthesis"],
    filters: { ...NO_FILTERS, confidence: [0.2, 0.95] },
  },
  "every facet": {
    ...DEFAULT_VIEW,
    statuses: ["accepted"],
    hiddenRelations: ["synthesis"],
    hiddenKinds: ["off-hub"],
    filters: {
      hiddenDomains: ["code"],
      hiddenLicences: ["mit"],
      onlyLicences: [],
      hiddenLevels: ["declared"],
      benchmarks: [aDatasetId("o/199"), aDatasetId("o/399")],
      confidence: [0.05, undefined],
      created: ["2018-01-01", undefined],
      hidesUndated: false,
      uses: [0, 250],
      asOf: "2024-01-01",
    },
  },
};

const timeMs = (work: () => unknown): number => {
  const start = performance.now();
  work();
  return performance.now() - start;
};

const median = (times: readonly number[]): string =>
  (times.toSorted((one, other) => one - other)[Math.floor(times.length / 2)] ?? 0).toFixed(1);

const lineage = makeLineage(Number(values.nodes), Number(values.edges));
process.stdout.write(`reading it once: ${timeMs(() => createLineageFilter(lineage)).toFixed(1)} ms\n`);
const filter = createLineageFilter(lineage);
for (const [name, view] of Object.entries(CASES)) {
  const rounds = Array.from({ length: ROUNDS }, () => ({
    shown: timeMs(() => filter.shown(view)),
    counts: timeMs(() => filter.counts(view)),
  }));
  const shown = median(rounds.map((round) => round.shown));
  const counts = median(rounds.map((round) => round.counts));
  process.stdout.write(`${name}: filtering ${shown} ms, counts of all facets ${counts} ms\n`);
}
