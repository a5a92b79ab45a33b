import { ALL_EDGE_TYPES } from "./commit.ts";
import { FLAG_TYPES } from "./contamination.ts";

const DERIVATIONS = "DERIVED_FROM|MAY_DERIVE_FROM|NOT_DERIVED_FROM";

export const STORED_DATASETS = `
UNWIND $ids AS id
MATCH (d:Dataset {id: id})
RETURN id, properties(d) AS properties`;

export const DERIVATIONS_FROM = `
UNWIND $ids AS id
MATCH (:Dataset {id: id})-[r:${DERIVATIONS}]->(s:Dataset)
RETURN type(r) AS type, id AS from, s.id AS to, properties(r) AS properties`;

/** Every derivation that is believed. */
export const ACCEPTED_ARCS = `
MATCH (d:Dataset)-[r:DERIVED_FROM]->(s:Dataset)
RETURN r.id AS id, d.id AS from, s.id AS to`;

/** Everything that someone else brought in. */
export const EDGES_WITH_ORIGIN = `
MATCH (d:Dataset)-[r:${DERIVATIONS}]->(s:Dataset)
WHERE r.origin IS NOT NULL
RETURN type(r) AS type, d.id AS from, s.id AS to, properties(r) AS properties`;

/** Beside evidence: nothing else of the edge changes. */
export const SET_ORIGINS = `
UNWIND $rows AS row
MATCH (:Dataset {id: row.from})-[r:${ALL_EDGE_TYPES}]->()
WHERE r.id = row.id
SET r.origin = row.origin`;

export const REMOVE_ORIGINS = `
UNWIND $rows AS row
MATCH (:Dataset {id: row.from})-[r:${ALL_EDGE_TYPES}]->()
WHERE r.id = row.id
REMOVE r.origin`;

const NO_TIES = ["REFERS_TO", ...FLAG_TYPES].map((type) => `'${type}'`).join(", ");

/** Datasets that no trace looked at and that have nothing but spellings and flags, which follow from edges. */
export const LONELY_DATASETS = `
UNWIND $ids AS id
MATCH (d:Dataset {id: id})
WHERE NOT coalesce(d.visited, false)
  AND NOT EXISTS { MATCH (d)-[r]-() WHERE NOT type(r) IN [${NO_TIES}] }
RETURN id`;

export const DELETE_SPELLINGS = `
UNWIND $ids AS id
MATCH (a:Alias)-[:REFERS_TO]->(:Dataset {id: id})
DETACH DELETE a`;

export const DELETE_DATASETS = `UNWIND $ids AS id MATCH (d:Dataset {id: id}) DETACH DELETE d`;

/** All of them: a scan for thousands of ids in another case is slower than a look at every id. */
export const HUB_IDS = `MATCH (d:Dataset) WHERE d.registry = 'huggingface' RETURN d.id AS id`;

/** Nodes that a publication made under another spelling than a dataset's own, or one that has been renamed since. */
export const FORMER_NODES = `
UNWIND $rows AS row
MATCH (d:Dataset {publishedKey: row.key})
WHERE d.id <> row.id AND NOT coalesce(d.visited, false)
RETURN row.key AS key, properties(d) AS properties`;

/** By which they are found: only the Hub's ids change, and what a trace visited has its last one. */
export const SET_PUBLISHED_KEYS = `
UNWIND $rows AS row
MATCH (d:Dataset {id: row.id})
SET d.publishedKey = row.key`;

export const REMOVE_PUBLISHED_KEYS = `
UNWIND $ids AS id
MATCH (d:Dataset {id: id})
WHERE NOT EXISTS { MATCH (d)-[r]-() WHERE r.origin IS NOT NULL }
REMOVE d.publishedKey`;
