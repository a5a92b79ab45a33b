import type { GraphFigures, LineageStatistics } from "../../../schema/statistics.ts";
import { toCount, toCounted } from "./text.ts";

/** Digits of a density that still tell a sparse graph from another. */
const DENSITY_DIGITS = 5;

/** What `statistics` prints. */
export const statisticsLines = (statistics: LineageStatistics): readonly string[] => {
  const { all } = statistics;
  if (all.nodes === 0) return ["no such edge is in the graph"];
  return [
    `${toCounted(all.nodes, "dataset")}, ${toCounted(all.edges, "edge")}, density ${all.density.toFixed(DENSITY_DIGITS)}`,
    `${toCount(all.roots)} that nothing was built from, ${toCount(all.leaves)} without a source`,
    `depth ${depthOf(all)}`,
    "",
    "domain        datasets  nodes above  edges above   depth",
    ...statistics.domains.map((figures) =>
      [
        figures.domain.padEnd(12),
        toCount(figures.datasets).padStart(10),
        toCount(figures.nodes).padStart(13),
        toCount(figures.edges).padStart(13),
        `   ${depthOf(figures)}`,
      ].join(""),
    ),
    ...ranking("Hubs, by datasets directly built from them", statistics.hubs),
    ...ranking("Reach, by datasets built from them at any distance", statistics.reach),
    ...ranking("Largest ancestor sets", statistics.ancestorSets),
    ...ranking("Super-aggregators, by direct sources", statistics.superAggregators),
    "",
    "Direct uses   datasets",
    ...statistics.reuse.map(
      ({ uses, datasets }) => `${toCount(uses).padStart(11)}${toCount(datasets).padStart(11)}`,
    ),
  ];
};

const depthOf = ({ averageDepth, maximumDepth }: GraphFigures): string =>
  `${averageDepth.toFixed(2)} on average, ${maximumDepth} at most`;

const ranking = (title: string, entries: LineageStatistics["hubs"]): readonly string[] =>
  entries.length === 0
    ? []
    : ["", title, ...entries.map(({ id, value }) => `${toCount(value).padStart(8)}  ${id}`)];
