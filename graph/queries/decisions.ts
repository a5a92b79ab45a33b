import { ALL_EDGE_TYPES } from "./commit.ts";

/** The edges of a dataset that a person decided on. */
export const DECIDED_FROM = `
MATCH (:Dataset {id: $id})-[r:${ALL_EDGE_TYPES}]->(b)
WHERE r.decision IS NOT NULL
RETURN type(r) AS type, $id AS from, b.id AS to, properties(r) AS properties`;

/** What a person decided on of the edges that lead to a dataset. */
export const DECIDED_TO = `
MATCH (b:Dataset {id: $id})<-[r:${ALL_EDGE_TYPES}]-(d:Dataset)
WHERE r.decision IS NOT NULL
RETURN type(r) AS type, d.id AS from, $id AS to, properties(r) AS properties`;

/** Evidence with the document that it quotes, to be copied to another edge. */
export const EVIDENCE_OF_EDGE = `
MATCH (e:Evidence {edgeId: $id})-[:QUOTED_FROM]->(x:Document)
RETURN properties(e) AS properties`;
