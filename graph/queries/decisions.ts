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

export const DOCUMENT_EXISTS = `MATCH (x:Document {sha256: $sha256}) RETURN x.kind AS kind`;

/** A scan, which a person's one decision may cost: no index knows cases. */
export const HUB_ID_IN_OTHER_CASE = `
MATCH (d:Dataset)
WHERE d.registry = 'huggingface' AND toLower(d.id) = $key
RETURN d.id AS id
ORDER BY id
LIMIT 1`;
