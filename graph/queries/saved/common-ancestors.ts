import type { SavedQuery } from "../../../schema/cypher.ts";

export const commonAncestors: SavedQuery = {
  name: "common-ancestors",
  title: "Common ancestors of two datasets",
  description: "What both datasets were built from, at any depth, over accepted edges, nearest first.",
  parameters: [
    { name: "first", type: "dataset", description: "one dataset", example: "brackwater-lab/shoal-math" },
    {
      name: "second",
      type: "dataset",
      description: "the other dataset",
      example: "brackwater-lab/estuary-instruct",
    },
    { name: "limit", type: "integer", description: "rows at most", default: 100, example: 100 },
  ],
  columns: [
    { name: "ancestor", description: "id" },
    { name: "firstSteps", description: "edges from the first dataset on the shortest way" },
    { name: "secondSteps", description: "edges from the second dataset on the shortest way" },
  ],
  cypher: `
MATCH (a:Dataset {id: $first})-[:DERIVED_FROM*]->(s:Dataset)
WITH DISTINCT a, s
MATCH (b:Dataset {id: $second})-[:DERIVED_FROM*]->(s)
WITH DISTINCT a, b, s
WHERE s.id <> a.id AND s.id <> b.id
MATCH p = shortestPath((a)-[:DERIVED_FROM*..30]->(s))
MATCH q = shortestPath((b)-[:DERIVED_FROM*..30]->(s))
WITH s.id AS ancestor, length(p) AS firstSteps, length(q) AS secondSteps
RETURN ancestor, firstSteps, secondSteps
ORDER BY firstSteps + secondSteps, ancestor
LIMIT $limit`,
};
