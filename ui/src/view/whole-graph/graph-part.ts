import type { GraphStore } from "../../state/whole-graph/create-graph-store.ts";

/** What every part of the page of the whole graph is given. */
export interface GraphPart {
  readonly store: GraphStore;
}
