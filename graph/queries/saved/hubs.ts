import type { SavedQuery } from "../../../schema/cypher.ts";

export const hubs: SavedQuery = {
  name: "hubs",
  title: "Most used sources",
  description: "Datasets by the number of datasets that were built from them directly, over accepted edges.",
  parameters: [{ name: "limit", type: "integer", description: "rows at most", default: 20, example: 20 }],
  columns: [
    { name: "dataset", description: "id" },
    { name: "uses", description: "datasets that were built from it directly" },
  ],
  cypher: `
MATCH (s:Dataset)<-[:DERIVED_FROM]-(d:Dataset)
WITH s.id AS dataset, count(DISTINCT d) AS uses
RETURN dataset, uses
ORDER BY uses DESC, dataset
LIMIT $limit`,
};
