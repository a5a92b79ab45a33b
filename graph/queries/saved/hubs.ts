import type { SavedQuery } from "../../../schema/cypher.ts";

export const hubs: SavedQuery = {
  name: "hubs",
  title: "Most used sources",
  description: "Datasets by how many others were built from them directly, over accepted edges.",
  parameters: [{ name: "limit", type: "integer", description: "rows at most", default: 20, example: 20 }],
  columns: [
    { name: "dataset", description: "id" },
    { name: "uses", description: "datasets that were built from it directly" },
    { name: "benchmark", description: "whether it is a benchmark" },
  ],
  cypher: `
MATCH (s:Dataset)<-[:DERIVED_FROM]-(d:Dataset)
WITH s, count(DISTINCT d) AS uses
ORDER BY uses DESC, s.id
LIMIT $limit
RETURN s.id AS dataset, uses, s:Benchmark AS benchmark
ORDER BY uses DESC, dataset`,
};
