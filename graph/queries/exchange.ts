import { ALL_EDGE_TYPES } from "./commit.ts";
import { NODE_KEYS } from "./constraints.ts";
import { FLAG_TYPES } from "./contamination.ts";
import type { NodeLabel } from "./whole-graph.ts";

/** Everything about a page of datasets that an export needs. Ids that the graph lacks give no row. */
export const DATASETS_BY_ID = `
UNWIND $ids AS id
MATCH (d:Dataset {id: id})
RETURN properties(d) AS properties`;

export const MODELS_BY_ID = `
UNWIND $ids AS id
MATCH (m:Model {id: id})
RETURN m.id AS id, m.owner AS owner`;

export const TRACES_BY_ID = `
UNWIND $ids AS id
MATCH (t:Trace {id: id})
RETURN properties(t) AS properties`;

export const DESCRIPTIONS_OF_DATASETS = `
UNWIND $ids AS id
MATCH (:Dataset {id: id})-[r:DESCRIBED_BY]->(x:Document)
RETURN id AS dataset, properties(r) AS own, properties(x) AS document`;

export const FAMILIES_OF_DATASETS = `
UNWIND $ids AS id
MATCH (:Dataset {id: id})-[:MEMBER_OF]->(f:Dataset)
RETURN id AS dataset, f.id AS family`;

export const ALIASES_OF_DATASETS = `
UNWIND $ids AS id
MATCH (a:Alias)-[:REFERS_TO]->(:Dataset {id: id})
RETURN a.key AS key, a.reason AS reason, id AS datasetId`;

export const FLAGS_OF_DATASETS = `
UNWIND $ids AS id
MATCH (:Dataset {id: id})-[c:${FLAG_TYPES.join("|")}]->(b:Dataset)
RETURN id AS dataset, b.id AS benchmark, properties(c) AS properties`;

export const PROOFS_OF_EDGES = `
UNWIND $ids AS id
MATCH (e:Evidence {edgeId: id})-[:QUOTED_FROM]->(x:Document)
RETURN properties(e) AS evidence, properties(x) AS document`;

export const countNodes = (label: NodeLabel): string => `MATCH (n:${label}) RETURN count(n) AS number`;

/** Without what the graph computes from the rest of itself. */
export const countRelationships = (label: NodeLabel): string => `
MATCH (:${label})-[r]->()
WHERE NOT type(r) IN $derived
RETURN count(r) AS number`;

export const nodesByKey = (label: NodeLabel): string => `
UNWIND $keys AS key
MATCH (n:${label} {${NODE_KEYS[label]}: key})
RETURN key, n.visited AS visited`;

export const EDGES_BY_ID = `
UNWIND $rows AS row
MATCH (:Dataset {id: row.from})-[r:${ALL_EDGE_TYPES}]->()
WHERE r.id = row.id
RETURN r.id AS id`;

/** Of the pairs, those between which such a thing is said already; where an alias leads, and what was visited, is not said again. */
export const SAID = {
  DESCRIBED_BY: `
UNWIND $rows AS row
MATCH (:Dataset {id: row.from})-[:DESCRIBED_BY]->(:Document {sha256: row.to})
RETURN row.from AS from, row.to AS to`,
  VISITED: `
UNWIND $rows AS row
MATCH (:Dataset {id: row.to})<-[:VISITED]-(:Trace {id: row.from})
RETURN row.from AS from, row.to AS to`,
  QUEUED: `
UNWIND $rows AS row
MATCH (:Dataset {id: row.to})<-[:VISITED|QUEUED]-(:Trace {id: row.from})
RETURN row.from AS from, row.to AS to`,
  REFERS_TO: `
UNWIND $rows AS row
MATCH (:Alias {key: row.from})-[:REFERS_TO]->(:Dataset)
RETURN row.from AS from, row.to AS to`,
} as const;

/** One row, unless the graph is empty. */
export const ANY_DATASET = `MATCH (d:Dataset) RETURN d.id AS id LIMIT 1`;
export const ANY_TRACE = `MATCH (t:Trace) RETURN t.id AS id LIMIT 1`;
