import { FLAG_TYPES } from "./contamination.ts";

/** Datasets that only a rejected candidate names are no part of the picture. */
export const SNAPSHOT_NODES = `
MATCH (d:Dataset)
WHERE d.state <> 'mentioned'
RETURN d.id AS id, d.state AS state, d.isBenchmark AS isBenchmark, d.isFamily AS isFamily, d.downloads AS downloads,
  d.domains AS domains, d.licence AS licence, d.createdAt AS createdAt, d.hubMonth AS hubMonth`;

const snapshotEdges = (type: string): string => `
MATCH (a:Dataset)-[r:${type}]->(b:Dataset)
RETURN r.id AS id, a.id AS from, b.id AS to, r.relation AS relation, r.confidence AS confidence`;

/** By status. */
export const SNAPSHOT_EDGES = {
  accepted: snapshotEdges("DERIVED_FROM"),
  flagged: snapshotEdges("MAY_DERIVE_FROM"),
} as const;

export const SNAPSHOT_FLAGS = `
MATCH (d:Dataset)-[c:${FLAG_TYPES.join("|")}]->(:Dataset)
RETURN DISTINCT d.id AS id, c.level AS level`;
