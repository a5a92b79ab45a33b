import type { SavedQuery } from "../../../schema/cypher.ts";

export const superAggregators: SavedQuery = {
  name: "super-aggregators",
  title: "Datasets built from the most sources",
  description: "Datasets with many direct sources, by how many they have at any depth, over accepted edges.",
  parameters: [
    { name: "minimum", type: "integer", description: "direct sources at least", default: 5, example: 5 },
    { name: "limit", type: "integer", description: "rows at most", default: 20, example: 20 },
  ],
  columns: [
    { name: "dataset", description: "id" },
    { name: "direct", description: "direct sources" },
    { name: "total", description: "sources at any depth" },
  ],
  cypher: `
MATCH (d:Dataset)-[:DERIVED_FROM]->(s:Dataset)
WITH d, count(DISTINCT s) AS direct
WHERE direct >= $minimum
MATCH (d)-[:DERIVED_FROM*]->(a:Dataset)
WITH d.id AS dataset, direct, count(DISTINCT a) AS total
RETURN dataset, direct, total
ORDER BY total DESC, direct DESC, dataset
LIMIT $limit`,
};
