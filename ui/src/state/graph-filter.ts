import type { LineageView } from "../../../schema/api.ts";
import type { Derivation } from "../../../schema/edge.ts";
import type { DatasetId } from "../../../schema/ids.ts";
import { countFacets, type FacetCounts } from "./filters/facet-counts.ts";
import { toLineageValues } from "./filters/facet-values.ts";
import { type Filters, targetsOf, toHiddenBits } from "./filters/hidden-bits.ts";
import type { Joining } from "./filters/joined-nodes.ts";
import { type LineageColumns, toLineageColumns } from "./filters/lineage-columns.ts";
import { ALL_FACETS, seenUnder } from "./filters/seen-without.ts";

export type LineageNode = LineageView["nodes"][number];

/** The part of a lineage that the filters leave. */
export interface ShownLineage {
  readonly root: DatasetId;
  readonly nodes: readonly LineageNode[];
  readonly edges: readonly Derivation[];
  /** Nodes before filtering. */
  readonly total: number;
  readonly truncated: boolean;
}

/** Filters of one lineage, which it reads once. */
export interface LineageFilter {
  /**
   * The targets, and every dataset that no filter hides and that shown edges still join to a target. With `asOf` the later part of
   * that is left out, and what is then loose stays: on its day nothing had been built from it yet.
   */
  shown(filters: Filters): ShownLineage;
  /** What the facets have to choose from. */
  counts(filters: Filters): FacetCounts;
}

export const createLineageFilter = (view: LineageView): LineageFilter => {
  const columns = toLineageColumns(view);
  const values = toLineageValues(columns);
  return {
    shown: (filters) => toShown(toJoining(columns, filters)),
    counts: (filters) => countFacets(toJoining(columns, filters), values),
  };
};

/** For a lineage that is filtered once. */
export const filterLineage = (view: LineageView, filters: Filters): ShownLineage =>
  createLineageFilter(view).shown(filters);

const toJoining = (columns: LineageColumns, filters: Filters): Joining => ({
  columns,
  hidden: toHiddenBits(columns, filters),
  targets: targetsOf(columns),
  anchors: filters.onlyDatasets.flatMap((id) => columns.indexOf.get(id) ?? []),
});

const toShown = (joining: Joining): ShownLineage => {
  const { view, nodes, edges } = joining.columns;
  const seen = seenUnder(joining, ALL_FACETS);
  return {
    root: view.root,
    nodes: nodes.filter((_, index) => seen.nodes[index] === 1),
    edges: edges.filter((_, index) => seen.edges[index] === 1),
    total: nodes.length,
    truncated: view.truncated,
  };
};
