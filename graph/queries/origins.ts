/** Edges that someone else brought in, with those of their ends' dates that their order in time is judged by. */
const WITH_DATES = `
WHERE r.origin IS NOT NULL
RETURN type(r) AS type, d.id AS from, s.id AS to, properties(r) AS properties,
  coalesce(d.createdAt, d.hubMonth) AS derivedAt, coalesce(s.createdAt, s.hubMonth) AS sourceAt`;

const EDGE_TYPES = "DERIVED_FROM|MAY_DERIVE_FROM|NOT_DERIVED_FROM";

export const ORIGINS_FROM = `MATCH (d:Dataset {id: $id})-[r:${EDGE_TYPES}]->(s:Dataset)${WITH_DATES}`;
export const ORIGINS_TO = `MATCH (s:Dataset {id: $id})<-[r:${EDGE_TYPES}]-(d:Dataset)${WITH_DATES}`;
