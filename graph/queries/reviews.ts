import { ALL_EDGE_TYPES } from "./commit.ts";

/** Where the log counts. Written to before anything else, so that two processes write one after the other. */
export const HOLD_LOG = `MERGE (l:ReviewLog {id: 'reviews'}) SET l.writer = $writer`;
export const LAST_SEQUENCE = `MATCH (l:ReviewLog {id: 'reviews'}) RETURN coalesce(l.sequence, 0) AS sequence`;
export const SET_LAST_SEQUENCE = `MATCH (l:ReviewLog {id: 'reviews'}) SET l.sequence = $sequence`;

/** What the counter should be, of a log that came in a file. */
export const HIGHEST_SEQUENCE = `MATCH (r:Review) RETURN coalesce(max(r.sequence), 0) AS sequence`;

export const CREATE_REVIEWS = `
UNWIND $rows AS row
CREATE (r:Review {id: row.id})
SET r += row.properties`;

export const CREATE_REVIEW_STATES = `
UNWIND $rows AS row
CREATE (s:ReviewState {id: row.id})
SET s += row.properties`;

export const REVIEWS_BY_ID = `
UNWIND $ids AS id
MATCH (r:Review {id: id})
RETURN properties(r) AS properties
ORDER BY r.sequence`;

export const REVIEWS_OF_BATCH = `
MATCH (r:Review {batch: $batch})
RETURN properties(r) AS properties
ORDER BY r.sequence`;

/** What a page of the log may be asked for by, beside its place. */
export interface ReviewConditions {
  readonly edge: boolean;
  readonly by: boolean;
  readonly batch: boolean;
  readonly kind: boolean;
}

export const reviewsAfter = ({ edge, by, batch, kind }: ReviewConditions): string => `
${edge ? "MATCH (s:ReviewState {subject: $edge}) MATCH (r:Review {id: s.event})" : "MATCH (r:Review)"}
WHERE r.sequence > $after${by ? " AND r.by = $by" : ""}${batch ? " AND r.batch = $batch" : ""}${kind ? " AND r.kind = $kind" : ""}
WITH r ORDER BY r.sequence LIMIT $limit
RETURN properties(r) AS properties
ORDER BY r.sequence`;

export const STATES_OF_REVIEWS = `
UNWIND $ids AS id
MATCH (s:ReviewState {event: id})
RETURN properties(s) AS properties
ORDER BY s.sequence, s.place`;

/** Everything that changed these edges or names, in order. */
export const STATES_OF_SUBJECTS = `
UNWIND $subjects AS subject
MATCH (s:ReviewState {subject: subject})
WHERE s.changed
RETURN properties(s) AS properties
ORDER BY s.sequence, s.place`;

export const STATES_AT = `
UNWIND $sequences AS sequence
MATCH (s:ReviewState {sequence: sequence})
WHERE s.changed
RETURN properties(s) AS properties
ORDER BY s.sequence, s.place`;

/** Without what was changed: who spoke when. */
export const LINKS_OF_SUBJECTS = `
UNWIND $subjects AS subject
MATCH (s:ReviewState {subject: subject})
WHERE s.changed
RETURN subject, s.sequence AS sequence, s.was AS was, s.stands AS stands
ORDER BY sequence`;

export const REVISIONS = `
UNWIND $subjects AS subject
MATCH (s:ReviewState {subject: subject})
WHERE s.changed
RETURN subject, max(s.sequence) AS revision`;

/** The documents that a dataset is described by now. */
export const DOCUMENTS_THERE = `
MATCH (:Dataset {id: $from})-[:DESCRIBED_BY]->(x:Document)
RETURN DISTINCT x.sha256 AS sha256`;

export const EVIDENCE_OF = `
UNWIND $ids AS id
MATCH (e:Evidence {edgeId: id})
RETURN properties(e) AS properties
ORDER BY e.id`;

export const DELETE_EVIDENCE_BY_ID = `UNWIND $ids AS id MATCH (e:Evidence {id: id}) DETACH DELETE e`;

/** Spellings that nothing means any more. */
export const DELETE_ALIASES = `UNWIND $keys AS key MATCH (a:Alias {key: key}) DETACH DELETE a`;

/** What narrows a search for edges, so that the engine gives no more rows than it must. */
export interface EdgeConditions {
  readonly from: boolean;
  readonly to: boolean;
  readonly decided: boolean | undefined;
  readonly contradicted: boolean | undefined;
}

const isOrNot = (property: string, wanted: boolean | undefined): string =>
  wanted === undefined ? "" : ` AND r.${property} IS ${wanted ? "NOT " : ""}NULL`;

/** Edges of these types by the order of their ends. What they are filtered by further is looked at in their properties. */
export const edgesMatching = (types: readonly string[], conditions: EdgeConditions): string => `
MATCH (a:Dataset${conditions.from ? " {id: $from}" : ""})-[r:${types.join("|")}]->(b)
WHERE r.confidence >= $least AND r.confidence <= $most${conditions.to ? " AND b.id = $to" : ""}${isOrNot("decision", conditions.decided)}${isOrNot("contradicted", conditions.contradicted)}
RETURN type(r) AS type, a.id AS from, b.id AS to, properties(r) AS properties
ORDER BY from, to
LIMIT $limit`;

/** What may be built from a dataset, and is not turned down. */
export const CLAIMS_ON = `
MATCH (a:Dataset)-[r:DERIVED_FROM|MAY_DERIVE_FROM]->(:Dataset {id: $to})
RETURN type(r) AS type, a.id AS from, $to AS to, properties(r) AS properties`;

/** Evidence that writes a name so, capitals aside. A scan; where an engine lowers letters otherwise, it finds too few. */
export const EVIDENCE_NAMING = `
MATCH (e:Evidence)
WHERE toLower(trim(e.nameAsWritten)) = $key
RETURN DISTINCT e.edgeId AS id, e.from AS from`;

export const CREATION_DATES = `
UNWIND $ids AS id
MATCH (d:Dataset {id: id})
RETURN id, d.createdAt AS createdAt`;

/** Every edge that a person decided on. A scan. */
export const DECIDED_EDGES = `
MATCH (a:Dataset)-[r:${ALL_EDGE_TYPES}]->(b)
WHERE r.decision IS NOT NULL
RETURN type(r) AS type, a.id AS from, b.id AS to, properties(r) AS properties`;

/** Whether the decisions of this graph are known to be in its log. */
export const IS_ADOPTED = `MATCH (l:ReviewLog {id: 'reviews'}) RETURN coalesce(l.adopted, false) AS adopted`;
export const SET_ADOPTED = `MATCH (l:ReviewLog {id: 'reviews'}) SET l.adopted = true`;

export const DOCUMENT_BY_HASH = `MATCH (x:Document {sha256: $sha256}) RETURN properties(x) AS properties`;
