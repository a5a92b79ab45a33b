import type { Status } from "../../../../schema/vocabulary.ts";
import type { LineageNode } from "../shown-lineage.ts";

/** How many of a dataset's neighbours on one side are there. */
export interface NeighbourCount {
  /** Drawn. */
  readonly shown: number;
  /** At hand: drawn or hidden by a filter. */
  readonly loaded: number;
  /** In the whole graph, accepted and flagged. */
  readonly of: number;
}

export interface ShownOf {
  readonly sources: NeighbourCount;
  readonly uses: NeighbourCount;
}

interface Part {
  readonly nodes: readonly Pick<LineageNode, "id" | "sources" | "uses">[];
  readonly edges: readonly { readonly from: string; readonly to: string; readonly status: Status }[];
}

/** "n of m shown" for every dataset: `loaded` is the lineage as it came, `shown` what the filters leave of it. */
export const countShown = (loaded: Part, shown: Pick<Part, "edges">): ReadonlyMap<string, ShownOf> => {
  const all = countEnds(loaded.edges);
  const drawn = shown.edges === loaded.edges ? all : countEnds(shown.edges);
  return new Map(
    loaded.nodes.map(({ id, sources, uses }) => [
      id,
      {
        sources: { shown: drawn.from.get(id) ?? 0, loaded: all.from.get(id) ?? 0, of: sources },
        uses: { shown: drawn.to.get(id) ?? 0, loaded: all.to.get(id) ?? 0, of: uses },
      },
    ]),
  );
};

const countEnds = (edges: Part["edges"]) => {
  const from = new Map<string, number>();
  const to = new Map<string, number>();
  for (const edge of edges) {
    // A dataset's degrees leave rejected candidates out.
    if (edge.status === "rejected") continue;
    from.set(edge.from, (from.get(edge.from) ?? 0) + 1);
    to.set(edge.to, (to.get(edge.to) ?? 0) + 1);
  }
  return { from, to };
};
