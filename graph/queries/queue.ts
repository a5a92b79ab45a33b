const EDGE_COLUMNS = `
RETURN type(r) AS type, a.id AS from, b.id AS to, properties(r) AS properties`;

/** Derivations that wait for a person. */
export const WAITING_DERIVATIONS = `
MATCH (a:Dataset)-[r:MAY_DERIVE_FROM]->(b:Dataset)${EDGE_COLUMNS}`;

/** What waits for a person of all that is no derivation. */
export const WAITING_OTHERS = `
MATCH (a:Dataset)-[r:MADE_WITH|CLEARED_AGAINST]->(b)
WHERE r.status = 'flagged' OR r.contradicted IS NOT NULL${EDGE_COLUMNS}`;

/** What a later document speaks against, or somebody would have otherwise: their words are JSON texts. */
export const ASKED_ABOUT = `
MATCH (a:Dataset)-[r:DERIVED_FROM|NOT_DERIVED_FROM]->(b:Dataset)
WHERE r.contradicted IS NOT NULL OR (r.origin IS NOT NULL AND r.origin CONTAINS '"proposal"')${EDGE_COLUMNS}`;

export const ACCEPTED_STEPS = `
MATCH (a:Dataset)-[r:DERIVED_FROM]->(b:Dataset)
RETURN r.id AS id, a.id AS from, b.id AS to, r.split AS split, r.decision IS NOT NULL AS decided`;

/** Edges by where they start, which is known of them. */
export const EDGES_AT = `
UNWIND $rows AS row
MATCH (a:Dataset {id: row.from})-[r:DERIVED_FROM|MAY_DERIVE_FROM|NOT_DERIVED_FROM|MADE_WITH|CLEARED_AGAINST]->(b)
WHERE r.id = row.id${EDGE_COLUMNS}`;

/** Which tracers found anything in the documents of a dataset. */
export const READERS = `
MATCH (e:Evidence)
WHERE e.tracer <> 'person'
RETURN DISTINCT e.from AS dataset, e.tracer AS tracer`;

export const END_NAMES = `
UNWIND $ids AS id
MATCH (d:Dataset {id: id})
RETURN id, d.name AS name, d.state AS state, d.isBenchmark AS isBenchmark`;

/** Whoever hands out items writes to it before anything else, so that they do it one after the other. */
export const HOLD_QUEUE = `MERGE (h:ReviewHold {id: 'queue'}) SET h.writer = $writer`;

/** What is held, of these edges. The server's clock decides, so that the clocks of the processes need not agree. */
export const HOLDS_OF = `
UNWIND $ids AS id
MATCH (h:ReviewHold {id: id})
WHERE h.until >= timestamp()
RETURN id, h.by AS by, h.client AS client, h.until AS until`;

export const ALL_HOLDS = `
MATCH (h:ReviewHold)
WHERE h.until >= timestamp()
RETURN h.id AS id, h.by AS by, h.client AS client, h.until AS until`;

export const SET_HOLD = `
MERGE (h:ReviewHold {id: $id})
SET h.by = $by, h.client = $client, h.until = timestamp() + $durationMs
RETURN h.until AS until`;

export const DELETE_HOLD = `
MATCH (h:ReviewHold {id: $id})
WHERE h.by = $by AND h.client = $client AND h.until >= timestamp()
DELETE h
RETURN $id AS id`;

/** A hold that is over is of no use to anybody. */
export const DELETE_OLD_HOLDS = `
MATCH (h:ReviewHold)
WHERE h.until < timestamp()
DELETE h`;

export const ALL_ASSIGNMENTS = `
MATCH (s:ReviewAssignment)
RETURN s.id AS id, s.to AS to, s.by AS by, s.at AS at`;

export const SET_ASSIGNMENTS = `
UNWIND $ids AS id
MERGE (s:ReviewAssignment {id: id})
SET s.to = $to, s.by = $by, s.at = $at`;

export const DELETE_ASSIGNMENTS = `
UNWIND $ids AS id
MATCH (s:ReviewAssignment {id: id})
DELETE s`;
