import { assertNever } from "../../../schema/errors.ts";
import type { TraceEvent } from "../../../schema/events.ts";
import type { DatasetId, TraceId } from "../../../schema/ids.ts";
import type { TraceState, TraceSummary, VisitOutcome } from "../../../schema/trace.ts";

type EventOf<Type extends TraceEvent["type"]> = Extract<TraceEvent, { type: Type }>;

/** What a trace did with one dataset so far, in the order in which it happened. */
export interface Visit {
  readonly dataset: DatasetId;
  readonly depth: number;
  readonly outcome: VisitOutcome | "running";
  readonly reason?: string;
  readonly movedTo?: DatasetId;
  readonly documents: readonly EventOf<"document-read">[];
  readonly failures: readonly EventOf<"resource-failed">[];
  readonly edges: readonly EventOf<"edge-decided">[];
  readonly dropped: readonly EventOf<"claim-dropped">[];
}

export interface TraceCounters {
  readonly documents: number;
  readonly accepted: number;
  readonly flagged: number;
  readonly rejected: number;
  readonly dropped: number;
  readonly modelCalls: number;
  readonly tokens: number;
  readonly waiting: number;
}

export interface TraceProgress {
  readonly traceId: TraceId;
  readonly state: TraceState;
  readonly reason?: string;
  readonly startedAt?: string;
  readonly lastSeq: number;
  readonly roots: readonly DatasetId[];
  /** Keyed by dataset, in order of first visit. */
  readonly visits: ReadonlyMap<DatasetId, Visit>;
  readonly counters: TraceCounters;
  readonly summary?: TraceSummary;
}

export const startProgress = (traceId: TraceId): TraceProgress => ({
  traceId,
  state: "running",
  lastSeq: 0,
  roots: [],
  visits: new Map(),
  counters: {
    documents: 0,
    accepted: 0,
    flagged: 0,
    rejected: 0,
    dropped: 0,
    modelCalls: 0,
    tokens: 0,
    waiting: 0,
  },
});

/** Adds events in order of seq. One that was seen before, or that belongs to another trace, changes nothing. */
export const addEvents = (progress: TraceProgress, events: readonly TraceEvent[]): TraceProgress => {
  let next = progress;
  let visits: Map<DatasetId, Visit> | undefined;
  for (const event of events) {
    if (event.traceId !== progress.traceId || event.seq <= next.lastSeq) continue;
    visits ??= new Map(progress.visits);
    if ("dataset" in event) visits.set(event.dataset, addToVisit(visits.get(event.dataset), event));
    next = { ...addToTrace(next, event), visits, lastSeq: event.seq };
  }
  return next;
};

const addToTrace = (progress: TraceProgress, event: TraceEvent): TraceProgress => {
  switch (event.type) {
    case "trace-start": {
      const startedAt = progress.startedAt ?? event.at;
      return { ...progress, state: "running", roots: event.roots, startedAt };
    }
    case "trace-end":
      return {
        ...progress,
        state: event.state,
        summary: event.summary,
        counters: { ...progress.counters, waiting: 0 },
        ...(event.reason !== undefined && { reason: event.reason }),
      };
    case "dataset-start":
      return count(progress, { waiting: event.waiting - progress.counters.waiting });
    case "document-read":
      return count(progress, { documents: 1 });
    case "claim-dropped":
      return count(progress, { dropped: 1 });
    case "model-called":
      return count(progress, { modelCalls: 1, tokens: (event.inputTokens ?? 0) + (event.outputTokens ?? 0) });
    case "edge-decided":
      return count(progress, { [event.status]: 1 });
    case "resource-failed":
    case "claims-found":
    case "dataset-end":
      return progress;
    default:
      return assertNever(event);
  }
};

const count = (progress: TraceProgress, more: Partial<TraceCounters>): TraceProgress => {
  const counters = { ...progress.counters };
  for (const name of Object.keys(more) as (keyof TraceCounters)[]) {
    Object.assign(counters, { [name]: counters[name] + (more[name] ?? 0) });
  }
  return { ...progress, counters };
};

const addToVisit = (
  known: Visit | undefined,
  event: Exclude<TraceEvent, { type: "trace-start" | "trace-end" }>,
): Visit => {
  const visit = known ?? newVisit(event.dataset);
  switch (event.type) {
    case "dataset-start":
      return { ...newVisit(event.dataset), depth: event.depth };
    case "document-read":
      return { ...visit, documents: [...visit.documents, event] };
    case "resource-failed":
      return { ...visit, failures: [...visit.failures, event] };
    case "edge-decided":
      return { ...visit, edges: [...visit.edges, event] };
    case "claim-dropped":
      return { ...visit, dropped: [...visit.dropped, event] };
    case "dataset-end":
      return {
        ...visit,
        outcome: event.outcome,
        ...(event.reason !== undefined && { reason: event.reason }),
        ...(event.movedTo !== undefined && { movedTo: event.movedTo }),
      };
    case "claims-found":
    case "model-called":
      return visit;
    default:
      return assertNever(event);
  }
};

const newVisit = (dataset: DatasetId): Visit => ({
  dataset,
  depth: 0,
  outcome: "running",
  documents: [],
  failures: [],
  edges: [],
  dropped: [],
});
