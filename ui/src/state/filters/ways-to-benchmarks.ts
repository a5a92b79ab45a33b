import { STATUSES } from "../../../../schema/vocabulary.ts";
import type { LineageColumns } from "./lineage-columns.ts";

/**
 * 1 for each benchmark of the list, each dataset that is marked with one, and each dataset on a way of the lineage from the one
 * to the other; 0 for the rest. A rejected candidate is no way.
 */
export const onWaysTo = (columns: LineageColumns, benchmarks: readonly string[]): Uint8Array => {
  const wanted = new Set<string>(benchmarks);
  const marked = columns.nodes.flatMap((node, index) =>
    node.marks.some((mark) => wanted.has(mark.benchmark)) ? [index] : [],
  );
  const ends = benchmarks.flatMap((id) => columns.indexOf.get(id) ?? []);
  const above = reach(columns, marked, "sources");
  const below = reach(columns, ends, "uses");
  const kept = above.map((isAbove, index) => isAbove & (below[index] ?? 0));
  for (const index of [...marked, ...ends]) kept[index] = 1;
  return kept;
};

/** 1 for the given datasets and everything that they were built from, or that was built from them. */
const reach = (
  { nodes, firstEdge, edgesOf, from, to, status }: LineageColumns,
  starts: readonly number[],
  side: "sources" | "uses",
): Uint8Array => {
  const [near, far] = side === "sources" ? [from, to] : [to, from];
  const rejected = STATUSES.indexOf("rejected");
  const reached = new Uint8Array(nodes.length);
  const queue = [...starts];
  for (const start of starts) reached[start] = 1;
  for (const node of queue) {
    for (let place = firstEdge[node] ?? 0; place < (firstEdge[node + 1] ?? 0); place += 1) {
      const edge = edgesOf[place] ?? 0;
      const next = far[edge] ?? 0;
      if (near[edge] !== node || status[edge] === rejected || reached[next] === 1) continue;
      reached[next] = 1;
      queue.push(next);
    }
  }
  return reached;
};
