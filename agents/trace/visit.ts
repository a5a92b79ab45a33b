import type { FrontierEntry } from "../../schema/commit.ts";
import type { TraceId } from "../../schema/ids.ts";
import type {
  Clock,
  DocumentPort,
  EarlierVisitPort,
  Emit,
  HubPort,
  LanguageModelPort,
  LineagePort,
  ResourcePort,
} from "../ports.ts";
import type { TraceByRules } from "../source-tracing/trace-document.ts";
import type { VisitNotes } from "./visit-notes.ts";

/** What a visit needs from outside. */
export interface VisitPorts {
  readonly hub: HubPort;
  readonly resources: ResourcePort;
  readonly documents: DocumentPort;
  readonly lineage: LineagePort;
  readonly earlier: EarlierVisitPort;
  readonly rules: TraceByRules;
  /** Absent when no endpoint is configured. */
  readonly model?: LanguageModelPort;
  readonly clock: Clock;
}

export interface VisitSettings {
  /** Confidence from which an edge is accepted, 0 to 1. */
  readonly threshold: number;
  /** Nodes of one visit that run at once. */
  readonly concurrency: number;
  /** ISO date: a dataset that its own registry dates before it ends its lineage. Absent means no cut. */
  readonly dateCut?: string;
}

/** One dataset's visit: what is fixed for it, and its notes. */
export interface Visit {
  readonly traceId: TraceId;
  readonly entry: FrontierEntry;
  /** Reads the dataset again although an earlier trace has. */
  readonly refresh: boolean;
  readonly ports: VisitPorts;
  readonly settings: VisitSettings;
  readonly notes: VisitNotes;
  readonly emit: Emit;
  /** Whether a budget ran out in the middle, so that the visit may write nothing. */
  readonly isHalted: () => boolean;
  readonly signal: AbortSignal;
  /** Nodes that run now: a run that is aborted gives up waiting for them, its owner does not. */
  readonly running: Set<Promise<unknown>>;
}
