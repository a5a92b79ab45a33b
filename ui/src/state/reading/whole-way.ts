import type { DatasetId } from "../../../../schema/ids.ts";
import type { LineagePath } from "../../../../schema/paths.ts";
import { withExpansion } from "../lineage/expansions.ts";
import { addTarget } from "../lineage/targets.ts";
import type { ViewPatch } from "../view-history.ts";
import type { ViewState } from "../view-state.ts";

/** Datasets of the ways that the canvas lacks, each once. */
export const missingOf = (
  paths: readonly Pick<LineagePath, "nodes">[],
  isShown: (id: DatasetId) => boolean,
): readonly DatasetId[] => [...new Set(paths.flatMap(({ nodes }) => nodes))].filter((id) => !isShown(id));

/**
 * The view that draws all of the ways: each step that leads to a dataset which the canvas lacks is expanded, from a start that is
 * there or becomes a target.
 */
export const drawWays = (
  view: ViewState,
  paths: readonly Pick<LineagePath, "nodes">[],
  isShown: (id: DatasetId) => boolean,
): ViewPatch => {
  let patch: ViewPatch = {};
  for (const { nodes } of paths) {
    const [start] = nodes;
    if (start !== undefined && !isShown(start)) {
      const { root } = view;
      const targets = { others: patch.others ?? view.others, ...(root !== undefined && { root }) };
      patch = { ...patch, ...addTarget(targets, start) };
    }
    for (const [place, id] of nodes.entries()) {
      const next = nodes[place + 1];
      if (next === undefined || isShown(next)) continue;
      const expansions = patch.expansions ?? view.expansions;
      patch = { ...patch, expansions: withExpansion(expansions, { id, direction: "upstream" }) };
    }
  }
  return patch;
};
