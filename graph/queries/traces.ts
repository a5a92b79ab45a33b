/** Makes the trace unless it is there. */
export const CREATE_TRACE = `
MERGE (t:Trace {id: $id})
ON CREATE SET t += $properties, t.lastOrder = 0, t.visits = 0
RETURN t.lastOrder AS lastOrder, t.visits AS visits`;

export const TRACE_EXISTS = `MATCH (t:Trace {id: $id}) RETURN t.lastOrder AS lastOrder, t.visits AS visits`;

export const SET_TRACE = `MATCH (t:Trace {id: $id}) SET t += $properties RETURN t.id AS id`;

export const GET_TRACE = `MATCH (t:Trace {id: $id}) RETURN properties(t) AS properties`;

export const LIST_TRACES = `
MATCH (t:Trace)
RETURN properties(t) AS properties
ORDER BY t.startedAt DESC, t.id
LIMIT $limit`;

/** Depth first: what was queued last is visited first. */
export const NEXT_QUEUED = `
MATCH (:Trace {id: $trace})-[q:QUEUED]->(d:Dataset)
RETURN d.id AS dataset, q.depth AS depth
ORDER BY q.order DESC
LIMIT 1`;

export const COUNT_QUEUED = `MATCH (:Trace {id: $trace})-[q:QUEUED]->(:Dataset) RETURN count(q) AS waiting`;

export const QUEUED = `
UNWIND $ids AS id
MATCH (d:Dataset {id: id})<-[q:QUEUED]-(:Trace {id: $trace})
RETURN id, q.depth AS depth`;

export const QUEUED_UNDER_OTHER_NAMES = `
MATCH (:Trace {id: $trace})-[q:QUEUED]->(d:Dataset)
WHERE toLower(d.id) IN $keys
RETURN d.id AS id, q.depth AS depth`;

export const VISITED = `
UNWIND $ids AS id
MATCH (d:Dataset {id: id})<-[v:VISITED]-(:Trace {id: $trace})
RETURN id, v.depth AS depth, v.outcome AS outcome`;

export const DELETE_QUEUED = `
UNWIND $ids AS id
MATCH (d:Dataset {id: id})<-[q:QUEUED]-(:Trace {id: $trace})
DELETE q`;

/** Nodes under an id that was given up, when nothing but the queue spoke of them. */
export const DELETE_UNCONNECTED = `
UNWIND $ids AS id
MATCH (d:Dataset {id: id})
WHERE NOT (d)--()
DELETE d`;

/** From the dataset, which is in few queues, to the trace, which has a long one: the embedded engine walks as it is written. */
export const SET_QUEUED = `
UNWIND $rows AS row
MATCH (d:Dataset {id: row.dataset})
MATCH (t:Trace {id: $trace})
MERGE (d)<-[q:QUEUED]-(t)
SET q.depth = row.depth, q.order = row.order
RETURN count(q) AS written`;

export const SET_LAST_ORDER = `MATCH (t:Trace {id: $trace}) SET t.lastOrder = $lastOrder`;

export const SET_VISITED = `
MATCH (d:Dataset {id: $dataset})
MATCH (t:Trace {id: $trace})
MERGE (d)<-[v:VISITED]-(t)
SET v += $properties
SET t.visits = t.visits + 1`;

export const SET_VISITED_DEPTH = `
UNWIND $rows AS row
MATCH (d:Dataset {id: row.dataset})<-[v:VISITED]-(:Trace {id: $trace})
SET v.depth = row.depth`;

export const SOURCES_OF = `
UNWIND $ids AS id
MATCH (:Dataset {id: id})-[:DERIVED_FROM|MAY_DERIVE_FROM]->(s:Dataset)
RETURN DISTINCT id, s.id AS source`;

export const OUTCOMES = `
MATCH (:Trace {id: $trace})-[v:VISITED]->(:Dataset)
RETURN v.outcome AS outcome, count(v) AS datasets`;
