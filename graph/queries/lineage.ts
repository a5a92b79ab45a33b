import { ALL_EDGE_TYPES } from "./commit.ts";

export const GET_DATASET = `MATCH (d:Dataset {id: $id}) RETURN properties(d) AS properties`;

/** A scan: no index knows cases. */
export const HUB_ID_IN_OTHER_CASE = `
MATCH (d:Dataset)
WHERE d.registry = 'huggingface' AND toLower(d.id) = $key
RETURN d.id AS id
ORDER BY id
LIMIT 1`;

/** Degrees count accepted and flagged derivations. */
const SUMMARY = `
RETURN properties(d) AS properties,
  COUNT { (d)-[:DERIVED_FROM|MAY_DERIVE_FROM]->() } AS sources,
  COUNT { (d)<-[:DERIVED_FROM|MAY_DERIVE_FROM]-() } AS uses`;

export const DATASET_SUMMARIES = `
UNWIND $ids AS id
MATCH (d:Dataset {id: id})
${SUMMARY}`;

/**
 * Those of $sources that derive from $id, at any depth. Asked from $id downwards because both engines visit each node once
 * when only distinct end nodes are asked for.
 */
export const CLOSING_CYCLES = `
MATCH (d:Dataset {id: $id})<-[:DERIVED_FROM*]-(s:Dataset)
WHERE s.id IN $sources
RETURN DISTINCT s.id AS id`;

/** A relationship's type cannot be a parameter: `types` comes from DERIVATION_TYPES alone. */
const types = (names: readonly string[]): string => names.join("|");

/** One step from a dataset over derivations of these types. */
const step = (direction: "upstream" | "downstream", relationship: string): string =>
  direction === "upstream" ? `-[${relationship}]->` : `<-[${relationship}]-`;

/** One level of a walk: the walk is made level by level, because the depth of each node is wanted. */
export const nextLevel = (direction: "upstream" | "downstream", names: readonly string[]): string => `
UNWIND $ids AS id
MATCH (:Dataset {id: id})${step(direction, `:${types(names)}`)}(x:Dataset)
RETURN DISTINCT x.id AS id`;

export const neighboursOf = (direction: "upstream" | "downstream", names: readonly string[]): string => `
UNWIND $ids AS id
MATCH (:Dataset {id: id})${step(direction, `:${types(names)}`)}(x:Dataset)
RETURN id, x.id AS neighbour`;

/** All that can be reached at any depth, each once: both engines visit a node once when only distinct ends are asked for. */
export const reachable = (direction: "upstream" | "downstream", names: readonly string[]): string => `
UNWIND $ids AS id
MATCH (:Dataset {id: id})${step(direction, `:${types(names)}*`)}(x:Dataset)
WITH DISTINCT x LIMIT $limit
RETURN x.id AS id`;

/** How many these are without the starts themselves. */
export const countReachable = (direction: "upstream" | "downstream", names: readonly string[]): string => `
UNWIND $ids AS id
MATCH (:Dataset {id: id})${step(direction, `:${types(names)}*`)}(x:Dataset)
WHERE NOT x.id IN $ids
RETURN count(DISTINCT x) AS datasets`;

/** The edges that start at the given datasets. */
export const edgesFrom = (names: readonly string[]): string => `
UNWIND $ids AS id
MATCH (:Dataset {id: id})-[r:${types(names)}]->(b)
RETURN type(r) AS type, id AS from, b.id AS to, properties(r) AS properties`;

export const EDGE_START = `MATCH (e:Evidence {edgeId: $id}) RETURN e.from AS from LIMIT 1`;

/** A scan: the embedded engine has no index on relationships. Asked only for an edge that nothing proves. */
export const BARE_EDGE_START = `
MATCH (d:Dataset)-[r:DERIVED_FROM|MAY_DERIVE_FROM|NOT_DERIVED_FROM]->(:Dataset)
WHERE r.id = $id
RETURN d.id AS from
LIMIT 1`;

export const EDGE_OF_DATASET = `
MATCH (:Dataset {id: $from})-[r:${ALL_EDGE_TYPES}]->(b)
WHERE r.id = $id
RETURN type(r) AS type, $from AS from, b.id AS to, properties(r) AS properties`;

/** Those of $ids that start at one of $datasets. */
export const EDGES_OF_DATASETS = `
UNWIND $datasets AS dataset
MATCH (:Dataset {id: dataset})-[r:${ALL_EDGE_TYPES}]->(b)
WHERE r.id IN $ids
RETURN type(r) AS type, dataset AS from, b.id AS to, properties(r) AS properties`;

/** Each dataset has its own address of a text that several share. */
export const EVIDENCE_OF_EDGES = `
UNWIND $ids AS edgeId
MATCH (e:Evidence {edgeId: edgeId})-[:QUOTED_FROM]->(x:Document)
OPTIONAL MATCH (:Dataset {id: e.from})-[own:DESCRIBED_BY]->(x)
RETURN properties(e) AS evidence,
  coalesce(own.url, x.url) AS url,
  coalesce(own.revision, x.revision) AS revision,
  coalesce(own.title, x.title) AS title,
  coalesce(own.retrievedAt, x.retrievedAt) AS retrievedAt
ORDER BY e.edgeId, e.documentKind, e.document, e.start, e.id`;

export const EVIDENCE_OF_DOCUMENT = `
MATCH (e:Evidence)-[:QUOTED_FROM]->(:Document {sha256: $sha256})
RETURN properties(e) AS evidence, e.from AS from
ORDER BY e.start, e.id`;

export const ALIASES_OF_DATASET = `
MATCH (a:Alias)-[:REFERS_TO]->(d:Dataset {id: $id})
RETURN a.key AS key, a.reason AS reason, d.id AS datasetId
ORDER BY key`;

export const DOCUMENTS_OF_DATASET = `
MATCH (:Dataset {id: $id})-[r:DESCRIBED_BY]->(x:Document)
RETURN properties(r) AS properties
ORDER BY r.kind, r.url`;

export const COUNT_REJECTED = `
MATCH (:Dataset {id: $id})-[r:NOT_DERIVED_FROM]->(:Dataset)
RETURN count(r) AS rejected`;

export const ALIASES_CONTAINING = `
MATCH (a:Alias)-[:REFERS_TO]->(d:Dataset)
WHERE all(token IN $tokens WHERE a.key CONTAINS token)
RETURN d.id AS id, min(a.key) AS alias
LIMIT $limit`;

export const ALIASES_EQUAL = `MATCH (:Alias {key: $key})-[:REFERS_TO]->(d:Dataset) RETURN d.id AS id`;
