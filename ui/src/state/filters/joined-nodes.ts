import type { LineageColumns } from "./lineage-columns.ts";
import type { HiddenBits } from "./hidden-bits.ts";

export interface Joining {
  readonly columns: LineageColumns;
  readonly hidden: HiddenBits;
  /** Datasets that always stay; `hidden` has nothing on them. */
  readonly targets: readonly number[];
  /** Datasets that stay without being joined to a target, unless something hides them. */
  readonly anchors: readonly number[];
}

/**
 * 1 for each dataset that the facets of `obeyed` (bits) leave and that edges which they leave still join, in either direction, to
 * a target: a filter never leaves loose nodes behind.
 */
export const joinedNodes = (
  { columns, hidden, targets, anchors }: Joining,
  obeyed: number,
): Uint8Array<ArrayBuffer> => {
  const { firstEdge, edgesOf, from, to } = columns;
  const joined = new Uint8Array(columns.nodes.length);
  const mayStay = (node: number) => ((hidden.nodes[node] ?? 0) & obeyed) === 0;
  const queue = [...targets, ...anchors.filter(mayStay)];
  for (const node of queue) joined[node] = 1;
  for (const node of queue) {
    for (let place = firstEdge[node] ?? 0; place < (firstEdge[node + 1] ?? 0); place += 1) {
      const edge = edgesOf[place] ?? 0;
      if (((hidden.edges[edge] ?? 0) & obeyed) !== 0) continue;
      const next = from[edge] === node ? (to[edge] ?? 0) : (from[edge] ?? 0);
      if (joined[next] !== 0 || !mayStay(next)) continue;
      joined[next] = 1;
      queue.push(next);
    }
  }
  return joined;
};
