import type { Database, Row } from "../database.ts";
import { SNAPSHOT_EDGES, SNAPSHOT_FLAGS, SNAPSHOT_IDS, SNAPSHOT_NODES } from "../queries/snapshot.ts";
import { toText } from "../rows.ts";
import { createEdgeColumns } from "./edge-columns.ts";
import { createNodeColumns } from "./node-columns.ts";
import type { WholeGraph } from "./whole-graph.ts";

const TIMEOUT_MS = 120_000;
/** Datasets that are read at once, with some 6,000 edges: taking them over keeps others waiting for about 15 ms. */
const BATCH = 2_000;

/**
 * Reads the whole accepted and flagged graph, in batches, so that others get their turn meanwhile. Amid writes, what it reads first may
 * be older than what it reads last.
 */
export const readWholeGraph = async (database: Database): Promise<WholeGraph> => {
  const read = (text: string, parameters = {}): Promise<readonly Row[]> =>
    database.read(text, parameters, { timeoutMs: TIMEOUT_MS });
  const ids = toIds(await read(SNAPSHOT_IDS));
  const positions = new Map(ids.map((id, position) => [id, position]));
  const nodes = createNodeColumns(positions);
  const edges = createEdgeColumns(positions);
  nodes.addFlags(await read(SNAPSHOT_FLAGS));
  for (let start = 0; start < ids.length; start += BATCH) {
    const batch = { ids: ids.slice(start, start + BATCH) };
    const [nodeRows, edgeRows] = await Promise.all([
      read(SNAPSHOT_NODES, batch),
      read(SNAPSHOT_EDGES, batch),
    ]);
    nodes.add(nodeRows);
    edges.add(edgeRows);
  }
  const drawn = edges.finish();
  return { ...nodes.finish(drawn), edges: drawn };
};

/** In the order of their code units: an engine may order letters beyond the basic plane otherwise. */
const toIds = (rows: readonly Row[]): readonly string[] => {
  const list = rows[0]?.["ids"];
  const ids = Array.isArray(list) ? list.map(toText) : [];
  const isInOrder = ids.every((id, position) => position === 0 || (ids[position - 1] ?? "") <= id);
  return isInOrder ? ids : ids.toSorted((one, other) => (one < other ? -1 : 1));
};
