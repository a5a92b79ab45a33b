import type { SavedQuery } from "../../../schema/cypher.ts";

export const ancestorGraph: SavedQuery = {
  name: "ancestor-graph",
  title: "Ancestors of a dataset, to be drawn",
  description:
    "Every accepted edge among a dataset and what it was built from at any depth, with the nodes at both ends: the result is a graph.",
  parameters: [
    {
      name: "dataset",
      type: "dataset",
      description: "the dataset whose ancestors are drawn",
      example: "brackwater-lab/tidewrack-sft-mix",
    },
    { name: "limit", type: "integer", description: "edges at most", default: 500, example: 500 },
  ],
  columns: [
    { name: "derived", description: "node that was built" },
    { name: "edge", description: "relationship between the two, with relation and confidence" },
    { name: "source", description: "node that it was built from" },
  ],
  cypher: `
MATCH (root:Dataset {id: $dataset})-[:DERIVED_FROM*0..]->(derived:Dataset)
WITH DISTINCT derived
MATCH (derived)-[edge:DERIVED_FROM]->(source:Dataset)
RETURN derived, edge, source
ORDER BY derived.id, source.id, edge.id
LIMIT $limit`,
};
