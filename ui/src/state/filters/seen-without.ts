import { FACET_BITS, type Facet } from "./facets.ts";
import { joinedNodes, type Joining } from "./joined-nodes.ts";

/** 1 for each dataset and each edge that is shown. */
export interface Seen {
  readonly nodes: Uint8Array;
  readonly edges: Uint8Array;
}

/** What is shown when all filters but those of a facet are obeyed. */
export type SeenWithout = (facet: Facet) => Seen;

/** Every facet, as bits. */
export const ALL_FACETS = 0xffff;

/** A facet that hides nothing changes nothing by being lifted: all of those share one walk. */
export const createSeenWithout = (joining: Joining): SeenWithout => {
  const used = bitsUsed(joining.hidden.nodes) | bitsUsed(joining.hidden.edges);
  const known = new Map<number, Seen>();
  return (facet) => {
    const lifted = FACET_BITS[facet] & used;
    const before = known.get(lifted);
    if (before !== undefined) return before;
    const seen = seenUnder(joining, ALL_FACETS & ~lifted);
    known.set(lifted, seen);
    return seen;
  };
};

/** What the facets of `obeyed` (bits) leave: what is joined, and of that what is there on the replay's day. */
export const seenUnder = (joining: Joining, obeyed: number): Seen => {
  const { columns, hidden } = joining;
  const nodes = joinedNodes(joining, obeyed & ~FACET_BITS.asOf);
  for (let node = 0; node < nodes.length; node += 1) {
    if (((hidden.nodes[node] ?? 0) & obeyed) !== 0) nodes[node] = 0;
  }
  const edges = new Uint8Array(columns.edges.length);
  for (let edge = 0; edge < edges.length; edge += 1) {
    const ends = (nodes[columns.from[edge] ?? 0] ?? 0) & (nodes[columns.to[edge] ?? 0] ?? 0);
    edges[edge] = ((hidden.edges[edge] ?? 0) & obeyed) === 0 ? ends : 0;
  }
  return { nodes, edges };
};

const bitsUsed = (bits: Uint16Array): number => {
  let used = 0;
  for (let index = 0; index < bits.length; index += 1) used |= bits[index] ?? 0;
  return used;
};
