import type { SavedQuery } from "../../../schema/cypher.ts";

export const edgesByWeakestEvidence: SavedQuery = {
  name: "edges-by-weakest-evidence",
  title: "Edges with the weakest evidence",
  description:
    "Accepted edges and those that wait for a person, least sure first, with their best quote's score.",
  parameters: [{ name: "limit", type: "integer", description: "rows at most", default: 50, example: 50 }],
  columns: [
    { name: "dataset", description: "the derived dataset" },
    { name: "source", description: "what it was built from" },
    { name: "accepted", description: "whether the edge is accepted" },
    { name: "confidence", description: "0 to 1" },
    { name: "quotes", description: "quotes that were found in documents" },
    { name: "bestScore", description: "score of the best quote, 0 to 1" },
    { name: "supporting", description: "quotes that say so outright" },
  ],
  cypher: `
MATCH (d:Dataset)-[r:DERIVED_FROM|MAY_DERIVE_FROM]->(s:Dataset)
WITH d.id AS dataset, s.id AS source, type(r) = 'DERIVED_FROM' AS accepted, r.confidence AS confidence, r.id AS edge
ORDER BY confidence, dataset, source
LIMIT $limit
OPTIONAL MATCH (e:Evidence {edgeId: edge})
WITH dataset, source, accepted, confidence, count(e) AS quotes, max(e.score) AS bestScore,
  count(CASE WHEN e.stance = 'supported' THEN 1 END) AS supporting
RETURN dataset, source, accepted, confidence, quotes, bestScore, supporting
ORDER BY confidence, dataset, source`,
};
