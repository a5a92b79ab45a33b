import type { Direction } from "../../../schema/api.ts";
import type { DatasetId, EdgeId, EvidenceId, Sha256, TraceId } from "../../../schema/ids.ts";
import type { Relation, Status } from "../../../schema/vocabulary.ts";
import type { NodeKind } from "./node-kind.ts";

export type Selection =
  | { readonly kind: "dataset"; readonly id: DatasetId }
  | { readonly kind: "edge"; readonly id: EdgeId };

/** Everything that a link to the page restores. Absent fields are the defaults. */
export interface ViewState {
  readonly root?: DatasetId;
  readonly direction: Direction;
  /** Levels from the root, 1 to 30. */
  readonly depth: number;
  /** Statuses that the walk follows. */
  readonly statuses: readonly Status[];
  readonly hiddenRelations: readonly Relation[];
  readonly hiddenKinds: readonly NodeKind[];
  readonly showModels: boolean;
  readonly selection?: Selection;
  readonly document?: { readonly sha256: Sha256; readonly evidence?: EvidenceId };
  readonly trace?: TraceId;
  readonly showTable: boolean;
}

export const DEFAULT_VIEW: ViewState = {
  direction: "upstream",
  depth: 12,
  statuses: ["accepted", "flagged"],
  hiddenRelations: [],
  hiddenKinds: [],
  showModels: false,
  showTable: false,
};
