import type { SavedQuery } from "../../../schema/cypher.ts";

export const reachOfBenchmark: SavedQuery = {
  name: "reach-of-benchmark",
  title: "Reach of a benchmark",
  description:
    "Every dataset that can hold the benchmark's held-out items, most downloaded first. Cleared datasets are left out.",
  parameters: [
    {
      name: "benchmark",
      type: "benchmark",
      description: "the benchmark's node",
      example: "lindqvarn/gauntlet-olympiad",
    },
    {
      name: "possible",
      type: "boolean",
      description: "whether flags that wait for a person count",
      default: false,
      example: false,
    },
    { name: "limit", type: "integer", description: "rows at most", default: 100, example: 100 },
  ],
  columns: [
    { name: "dataset", description: "id" },
    { name: "level", description: "measured, declared, suspected, inherited or possible" },
    { name: "steps", description: "edges to the benchmark on the shortest way" },
    { name: "confidence", description: "of the strongest way, 0 to 1" },
    { name: "downloads", description: "of the dataset, where known" },
  ],
  cypher: `
MATCH (b:Dataset {id: $benchmark})<-[c:CONTAMINATED_BY|MAY_BE_CONTAMINATED_BY]-(d:Dataset)
WHERE c.level IN ['measured', 'declared', 'suspected', 'inherited'] OR ($possible AND c.level = 'possible')
RETURN d.id AS dataset, c.level AS level, c.distance AS steps, c.confidence AS confidence, d.downloads AS downloads
ORDER BY coalesce(d.downloads, 0) DESC, steps, dataset
LIMIT $limit`,
};
