import { FLAG_TYPES } from "./contamination.ts";

/** Datasets that only a rejected candidate names are no part of the picture. As one list: a row for each would take four times as long. */
export const SNAPSHOT_IDS = `
MATCH (d:Dataset)
WHERE d.state <> 'mentioned'
WITH d.id AS id ORDER BY id
RETURN collect(id) AS ids`;

export const SNAPSHOT_NODES = `
UNWIND $ids AS id
MATCH (d:Dataset {id: id})
RETURN id, d.state AS state, d.isBenchmark AS isBenchmark, d.isFamily AS isFamily, d.downloads AS downloads,
  d.domains AS domains, d.licence AS licence, d.createdAt AS createdAt, d.hubMonth AS hubMonth`;

/** What the datasets were built from, as far as it is accepted or waits for a person. */
export const SNAPSHOT_EDGES = `
UNWIND $ids AS from
MATCH (:Dataset {id: from})-[r:DERIVED_FROM|MAY_DERIVE_FROM]->(b:Dataset)
RETURN from, b.id AS to, r.id AS id, r.relation AS relation, r.confidence AS confidence, type(r) AS type`;

export const SNAPSHOT_FLAGS = `
MATCH (d:Dataset)-[c:${FLAG_TYPES.join("|")}]->(:Dataset)
RETURN DISTINCT d.id AS id, c.level AS level`;
