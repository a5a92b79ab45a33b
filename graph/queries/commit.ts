/** Every relationship type that carries a lineage edge. */
export const ALL_EDGE_TYPES = "DERIVED_FROM|MAY_DERIVE_FROM|NOT_DERIVED_FROM|MADE_WITH|CLEARED_AGAINST";

/** Makes the nodes that are missing, and gives all of them as they are. */
export const MERGE_DATASETS = `
UNWIND $ids AS id
MERGE (d:Dataset {id: id})
RETURN id, properties(d) AS properties`;

export const SET_DATASETS = `
UNWIND $rows AS row
MATCH (d:Dataset {id: row.id})
SET d += row.properties`;

export const LABEL_BENCHMARKS = `UNWIND $ids AS id MATCH (d:Dataset {id: id}) SET d:Benchmark`;
export const LABEL_FAMILIES = `UNWIND $ids AS id MATCH (d:Dataset {id: id}) SET d:Family`;

export const MERGE_MODELS = `
UNWIND $rows AS row
MERGE (m:Model {id: row.id})
SET m += row.properties`;

export const MERGE_MEMBERS = `
UNWIND $rows AS row
MATCH (d:Dataset {id: row.dataset})
MATCH (f:Dataset {id: row.family})
MERGE (d)-[m:MEMBER_OF]->(f)
RETURN count(m) AS written`;

/** Of the same text under several addresses the node keeps the first in order; DESCRIBED_BY keeps each dataset's own. */
export const MERGE_DOCUMENTS = `
UNWIND $rows AS row
MERGE (x:Document {sha256: row.sha256})
WITH x, row
WHERE x.url IS NULL OR row.properties.url < x.url
SET x += row.properties`;

export const DELETE_DESCRIPTIONS = `MATCH (:Dataset {id: $id})-[r:DESCRIBED_BY]->(:Document) DELETE r`;

export const MERGE_DESCRIPTIONS = `
UNWIND $rows AS row
MATCH (d:Dataset {id: $id})
MATCH (x:Document {sha256: row.sha256})
MERGE (d)-[r:DESCRIBED_BY]->(x)
SET r += row.properties`;

export const FIND_ALIASES = `
UNWIND $keys AS key
MATCH (a:Alias {key: key})-[:REFERS_TO]->(d:Dataset)
RETURN a.key AS key, a.reason AS reason, d.id AS datasetId`;

export const DETACH_ALIASES = `UNWIND $keys AS key MATCH (:Alias {key: key})-[r:REFERS_TO]->() DELETE r`;

export const SET_ALIASES = `
UNWIND $rows AS row
MATCH (d:Dataset {id: row.datasetId})
MERGE (a:Alias {key: row.key})
SET a.reason = row.reason
MERGE (a)-[r:REFERS_TO]->(d)
RETURN count(r) AS written`;

export const EDGES_OF_DATASET = `
MATCH (:Dataset {id: $id})-[r:${ALL_EDGE_TYPES}]->()
RETURN r.id AS id, r.firstTrace AS firstTrace`;

export const DELETE_EDGES = `
MATCH (:Dataset {id: $id})-[r:${ALL_EDGE_TYPES}]->()
WHERE r.id IN $ids
DELETE r`;

/** The same for edges of several datasets. */
export const REMOVE_EDGES = `
UNWIND $rows AS row
MATCH (:Dataset {id: row.from})-[r:${ALL_EDGE_TYPES}]->()
WHERE r.id = row.id
DELETE r`;

const mergeEdges = (type: string, label: "Dataset" | "Model"): string => `
UNWIND $rows AS row
MATCH (a:Dataset {id: row.from})
MATCH (b:${label} {id: row.to})
MERGE (a)-[r:${type} {id: row.id}]->(b)
SET r += row.properties
RETURN count(r) AS written`;

/** A relationship's type cannot be a parameter. */
export const MERGE_EDGES = {
  DERIVED_FROM: mergeEdges("DERIVED_FROM", "Dataset"),
  MAY_DERIVE_FROM: mergeEdges("MAY_DERIVE_FROM", "Dataset"),
  NOT_DERIVED_FROM: mergeEdges("NOT_DERIVED_FROM", "Dataset"),
  MADE_WITH: mergeEdges("MADE_WITH", "Model"),
  CLEARED_AGAINST: mergeEdges("CLEARED_AGAINST", "Dataset"),
} as const;

export const DELETE_EVIDENCE = `UNWIND $ids AS id MATCH (e:Evidence {edgeId: id}) DETACH DELETE e`;

export const MERGE_EVIDENCE = `
UNWIND $rows AS row
MATCH (x:Document {sha256: row.document})
MERGE (e:Evidence {id: row.id})
SET e += row.properties
MERGE (e)-[r:QUOTED_FROM]->(x)
RETURN count(r) AS written`;
