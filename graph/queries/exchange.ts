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

export const PROOFS_OF_EDGES = `
UNWIND $ids AS id
MATCH (e:Evidence {edgeId: id})-[:QUOTED_FROM]->(x:Document)
RETURN properties(e) AS evidence, properties(x) AS document`;

export const COUNT_NODES = `MATCH (n) RETURN count(n) AS number`;
export const COUNT_RELATIONSHIPS = `MATCH ()-[r]->() RETURN count(r) AS number`;
