import type { LineageView } from "../../../../schema/api.ts";
import type { ShownLineage } from "../shown-lineage.ts";
import { countFacets, type FacetCounts } from "./facet-counts.ts";
import { toLineageValues } from "./facet-values.ts";
import { type Filters, targetsOf, toHiddenBits } from "./hidden-bits.ts";
import type { Joining } from "./joined-nodes.ts";
import { type LineageColumns, toLineageColumns } from "./lineage-columns.ts";
import { ALL_FACETS, seenUnder } from "./seen-without.ts";

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
