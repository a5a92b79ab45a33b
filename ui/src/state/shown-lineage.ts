import type { LineageView } from "../../../schema/api.ts";
import type { Derivation } from "../../../schema/edge.ts";
import type { DatasetId } from "../../../schema/ids.ts";

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
