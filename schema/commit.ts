import type { Alias, Dataset } from "./dataset.ts";
import type { Document } from "./document.ts";
import type { Edge, Evidence } from "./edge.ts";
import type { DatasetId, ModelId, TraceId } from "./ids.ts";
import type { VisitOutcome } from "./trace.ts";

/** A dataset in a trace's frontier. */
export interface FrontierEntry {
  readonly dataset: DatasetId;
  /** Levels above the root, 0 for a root. */
  readonly depth: number;
}

/** A model node as far as documents tell. */
export interface ModelNode {
  readonly id: ModelId;
  readonly owner?: string;
}

/** Everything that one dataset's visit adds to the graph; written in one transaction, or not at all. */
export interface DatasetCommit {
  readonly traceId: TraceId;
  readonly dataset: Dataset;
  readonly outcome: VisitOutcome;
  readonly reason?: string;
  /** Documents read for this dataset, already saved. */
  readonly documents: readonly Document[];
  readonly aliases: readonly Alias[];
  /** Nodes at the other end of edges; an existing node's better state and facts are kept. */
  readonly neighbours: readonly Dataset[];
  readonly models: readonly ModelNode[];
  readonly members: readonly { readonly family: DatasetId; readonly dataset: DatasetId }[];
  readonly edges: readonly Edge[];
  readonly evidence: readonly Evidence[];
  /** Sources to trace next, in the order in which they shall be visited. */
  readonly enqueue: readonly FrontierEntry[];
}
