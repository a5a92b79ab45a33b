import type { GraphSnapshot, SnapshotQuery } from "../../../schema/api.ts";
import { AppError } from "../../../schema/errors.ts";
import type { DatasetId, EdgeId } from "../../../schema/ids.ts";
import { NODE_STATES, RELATIONS } from "../../../schema/vocabulary.ts";
import type { Database, Row, Value } from "../../database.ts";
import { SNAPSHOT_EDGES, SNAPSHOT_NODES } from "../../queries/snapshot.ts";
import { toNumber, toText } from "../../rows.ts";

const STATUSES = ["accepted", "flagged"] as const;
/** A graph of 100,000 datasets and 300,000 edges is read in some seconds. */
const TIMEOUT_MS = 120_000;
const CONFIDENCE_STEPS = 1_000;

interface Node {
  readonly id: string;
  readonly row: Row;
  sources: number;
  uses: number;
}

interface Arc {
  readonly from: string;
  readonly to: string;
  readonly status: number;
  readonly row: Row;
}

/** The accepted and flagged graph in columns, nodes in the order of their ids, edges in the order of theirs. */
export const readSnapshot = async (database: Database, query: SnapshotQuery): Promise<GraphSnapshot> => {
  const options = { timeoutMs: TIMEOUT_MS };
  const [nodeRows, ...edgeRows] = await Promise.all([
    database.read(SNAPSHOT_NODES, { domain: query.domain ?? null }, options),
    ...STATUSES.map((status) => database.read(SNAPSHOT_EDGES[status], {}, options)),
  ]);
  const nodes = new Map(nodeRows.map((row) => [toText(row["id"]), toNode(row)]));
  const arcs = edgeRows
    .flatMap((rows, status) => rows.map((row) => toArc(row, status)))
    .filter(({ from, to }) => nodes.has(from) && nodes.has(to));
  countDegrees(nodes, arcs);
  const shown = mostLinked([...nodes.values()], query.limit);
  const places = new Map(shown.map(({ id }, place) => [id, place]));
  const drawn = arcs.filter(({ from, to }) => places.has(from) && places.has(to));
  return {
    total: { datasets: nodes.size, edges: arcs.length },
    truncated: shown.length < nodes.size,
    words: { states: [...NODE_STATES], relations: [...RELATIONS], statuses: [...STATUSES] },
    nodes: toNodeColumns(shown),
    edges: toEdgeColumns(drawn.sort(byId), places),
  };
};

const toNode = (row: Row): Node => ({ id: toText(row["id"]), row, sources: 0, uses: 0 });

const toArc = (row: Row, status: number): Arc => ({
  from: toText(row["from"]),
  to: toText(row["to"]),
  status,
  row,
});

const countDegrees = (nodes: ReadonlyMap<string, Node>, arcs: readonly Arc[]): void => {
  for (const { from, to } of arcs) {
    const derived = nodes.get(from);
    const source = nodes.get(to);
    if (derived !== undefined) derived.sources += 1;
    if (source !== undefined) source.uses += 1;
  }
};

const mostLinked = (nodes: readonly Node[], limit: number): readonly Node[] => {
  const links = ({ sources, uses }: Node): number => sources + uses;
  const chosen =
    nodes.length <= limit
      ? [...nodes]
      : nodes
          .toSorted((one, other) => links(other) - links(one) || compare(one.id, other.id))
          .slice(0, limit);
  return chosen.sort((one, other) => compare(one.id, other.id));
};

const toNodeColumns = (nodes: readonly Node[]): GraphSnapshot["nodes"] => ({
  id: nodes.map(({ id }) => id as DatasetId),
  state: nodes.map(({ row }) => placeIn(NODE_STATES, row["state"])),
  kind: nodes.map(({ row }) => (row["isBenchmark"] === true ? 1 : 0) + (row["isFamily"] === true ? 2 : 0)),
  downloads: nodes.map(({ row }) => (typeof row["downloads"] === "number" ? row["downloads"] : null)),
  sources: nodes.map(({ sources }) => sources),
  uses: nodes.map(({ uses }) => uses),
});

const toEdgeColumns = (
  arcs: readonly Arc[],
  places: ReadonlyMap<string, number>,
): GraphSnapshot["edges"] => ({
  id: arcs.map(({ row }) => toText(row["id"]) as EdgeId),
  from: arcs.map(({ from }) => places.get(from) ?? 0),
  to: arcs.map(({ to }) => places.get(to) ?? 0),
  relation: arcs.map(({ row }) => placeIn(RELATIONS, row["relation"])),
  status: arcs.map(({ status }) => status),
  confidence: arcs.map(
    ({ row }) => Math.round(toNumber(row["confidence"]) * CONFIDENCE_STEPS) / CONFIDENCE_STEPS,
  ),
});

const placeIn = (words: readonly string[], value: Value | undefined): number => {
  const place = words.indexOf(toText(value));
  if (place >= 0) return place;
  throw new AppError(`the graph holds ${String(value)}, which is none of ${words.join(", ")}`, {
    code: "INTERNAL",
  });
};

const byId = (one: Arc, other: Arc): number => compare(toText(one.row["id"]), toText(other.row["id"]));

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);
