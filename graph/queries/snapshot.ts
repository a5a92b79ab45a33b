/** Datasets that only a rejected candidate names are no part of the picture. */
export const SNAPSHOT_NODES = `
MATCH (d:Dataset)
WHERE d.state <> 'mentioned' AND ($domain IS NULL OR $domain IN d.domains)
RETURN d.id AS id, d.state AS state, d.isBenchmark AS isBenchmark, d.isFamily AS isFamily, d.downloads AS downloads`;

const snapshotEdges = (type: string): string => `
MATCH (a:Dataset)-[r:${type}]->(b:Dataset)
RETURN r.id AS id, a.id AS from, b.id AS to, r.relation AS relation, r.confidence AS confidence`;

/** By status. */
export const SNAPSHOT_EDGES = {
  accepted: snapshotEdges("DERIVED_FROM"),
  flagged: snapshotEdges("MAY_DERIVE_FROM"),
} as const;
