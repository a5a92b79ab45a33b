import type { GraphSnapshot, SnapshotQuery } from "../../schema/api.ts";
import { FLAG_LEVELS } from "../../schema/graph-group.ts";
import { DOMAINS, NODE_STATES, RELATIONS } from "../../schema/vocabulary.ts";
import { layOut } from "../placement/lay-out.ts";
import { type Places } from "../placement/placement.ts";
import { pickNodes } from "./pick-nodes.ts";
import { NO_DAY, NO_LICENCE, type WholeGraph } from "./whole-graph.ts";

const STATUSES = ["accepted", "flagged"] as const;
/** Room for a mark and, between layers, for the way of the edges; names are shown where they have room. Pixels at 100 %. */
const SPACING = { column: 56, layer: 180, row: 30 };

/** What a page draws of the graph, every node with its place. Yields between pieces of work. */
export function* toSnapshot(graph: WholeGraph, query: SnapshotQuery): Generator<void, GraphSnapshot> {
  const picked = pickNodes(graph, query);
  const shown = mostLinked(graph, picked, query.limit);
  const { edges, count } = edgesAmong(graph, { picked, shown });
  const places = yield* layOut({ size: shown.length, from: edges.from, to: edges.to }, SPACING);
  return {
    total: { datasets: picked.length, edges: count },
    truncated: shown.length < picked.length,
    words: {
      states: [...NODE_STATES],
      relations: [...RELATIONS],
      statuses: [...STATUSES],
      domains: [...DOMAINS],
      levels: [...FLAG_LEVELS],
      licences: [...graph.licences],
    },
    nodes: toNodeColumns(graph, shown, places),
    edges: {
      id: edges.position.map((edge) => graph.edges.id[edge]).filter((id) => id !== undefined),
      from: [...edges.from],
      to: [...edges.to],
      relation: edges.position.map((edge) => graph.edges.relation[edge] ?? 0),
      status: edges.position.map((edge) => graph.edges.status[edge] ?? 0),
      confidence: edges.position.map((edge) => graph.edges.confidence[edge] ?? 0),
    },
  };
}

/** The ones with the most edges when not all may be shown, in the order of their ids. */
const mostLinked = ({ nodes }: WholeGraph, picked: readonly number[], limit: number): readonly number[] => {
  if (picked.length <= limit) return picked;
  const links = (node: number): number => (nodes.sources[node] ?? 0) + (nodes.uses[node] ?? 0);
  return picked
    .toSorted((one, other) => links(other) - links(one) || one - other)
    .slice(0, limit)
    .sort((one, other) => one - other);
};

const NOT_PICKED = -2;
const NOT_SHOWN = -1;

/** The edges between shown nodes, by the nodes' new positions, and how many there are between picked ones. */
const edgesAmong = (
  { nodes, edges }: WholeGraph,
  { picked, shown }: { readonly picked: readonly number[]; readonly shown: readonly number[] },
) => {
  const places = new Int32Array(nodes.id.length).fill(NOT_PICKED);
  for (const node of picked) places[node] = NOT_SHOWN;
  for (const [place, node] of shown.entries()) places[node] = place;
  const position: number[] = [];
  let count = 0;
  for (let edge = 0; edge < edges.from.length; edge += 1) {
    const from = places[edges.from[edge] ?? 0] ?? NOT_PICKED;
    const to = places[edges.to[edge] ?? 0] ?? NOT_PICKED;
    if (from === NOT_PICKED || to === NOT_PICKED) continue;
    count += 1;
    if (from !== NOT_SHOWN && to !== NOT_SHOWN) position.push(edge);
  }
  const placeOf = (node: number | undefined): number => places[node ?? 0] ?? 0;
  return {
    count,
    edges: {
      position,
      from: Uint32Array.from(position, (edge) => placeOf(edges.from[edge])),
      to: Uint32Array.from(position, (edge) => placeOf(edges.to[edge])),
    },
  };
};

const toNodeColumns = (
  { nodes }: WholeGraph,
  shown: readonly number[],
  places: Places,
): GraphSnapshot["nodes"] => {
  const column = (values: Uint8Array | Uint32Array): number[] => shown.map((node) => values[node] ?? 0);
  const unless = (values: Uint32Array | Int32Array, absent: number): (number | null)[] =>
    shown.map((node) => (values[node] === absent ? null : (values[node] ?? null)));
  return {
    id: shown.flatMap((node) => nodes.id[node] ?? []),
    state: column(nodes.state),
    kind: column(nodes.kind),
    downloads: shown.map((node) => nodes.downloads[node] ?? null),
    sources: column(nodes.sources),
    uses: column(nodes.uses),
    domains: column(nodes.domains),
    level: column(nodes.level),
    licence: unless(nodes.licence, NO_LICENCE),
    created: unless(nodes.created, NO_DAY),
    x: [...places.x],
    y: [...places.y],
  };
};
