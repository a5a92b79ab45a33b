import type { TraceRequest } from "../schema/api.ts";
import type { Emit } from "../agents/ports.ts";
import { AppError } from "../schema/errors.ts";
import type { DatasetId, TraceId } from "../schema/ids.ts";
import type { Trace, TraceSummary } from "../schema/trace.ts";
import type { EventLog } from "./event-log.ts";
import { parseDatasetId } from "./parse-dataset-id.ts";

/** What one run of the agents over a trace's frontier is given. */
export interface TraceRun {
  readonly trace: Trace;
  readonly resumed: boolean;
  readonly refresh: boolean;
  readonly emit: Emit;
  readonly signal: AbortSignal;
}

export interface TracingDependencies {
  /** Visits the frontier until it is empty, a budget is reached or the signal aborts; tells everything, `trace-end` included. */
  readonly runTrace: (run: TraceRun) => Promise<void>;
  readonly traces: {
    /** The latest first. */
    list(limit: number): Promise<readonly Trace[]>;
    get(id: TraceId): Promise<Trace | undefined>;
    begin(trace: Trace): Promise<void>;
    /** Stores the trace's state, whichever it is. */
    end(trace: Trace): Promise<void>;
  };
  readonly events: EventLog;
  readonly now: () => Date;
  readonly newTraceId: () => TraceId;
}

export interface StartedTrace {
  readonly trace: Trace;
  /** Number of the last event of earlier runs: following from here shows this run alone. */
  readonly afterSeq: number;
}

export interface TracingService {
  /**
   * Starts a trace and answers at once. When the last trace of the same roots did not finish, that one goes on from its
   * frontier instead, under the request's budget; `refresh` always starts a new one.
   */
  start(request: TraceRequest): Promise<StartedTrace>;
  /** Resolves with the trace once nothing of it runs in this process. */
  ended(id: TraceId): Promise<Trace>;
  /** Stops a trace cleanly; resolves when it has stopped. A trace that does not run is answered as it is. */
  cancel(id: TraceId): Promise<Trace>;
  find(id: TraceId): Promise<Trace>;
  /** The latest first, at most 1,000. */
  list(): Promise<readonly Trace[]>;
  follow: EventLog["follow"];
  /** Marks what a killed process left running as stopped; returns those traces. Call once, before the first start. */
  recover(): Promise<readonly Trace[]>;
  /** Stops every trace and waits for them. */
  close(): Promise<void>;
}

const MAX_LISTED = 1_000;

interface Running {
  readonly controller: AbortController;
  readonly done: Promise<void>;
}

export const createTracingService = (dependencies: TracingDependencies): TracingService => {
  const { traces, events, now } = dependencies;
  const running = new Map<TraceId, Running>();
  /** Starts follow one another, so that two requests for the same roots become one trace. */
  let lastStart: Promise<unknown> = Promise.resolve();

  const find = async (id: TraceId): Promise<Trace> => {
    const trace = await traces.get(id);
    if (trace !== undefined) return trace;
    throw new AppError(`there is no trace ${id}`, { code: "NOT_FOUND", context: { trace: id } });
  };
  const list = (): Promise<readonly Trace[]> => traces.list(MAX_LISTED);

  const run = async (start: Omit<TraceRun, "emit" | "signal">, signal: AbortSignal): Promise<void> => {
    const { id } = start.trace;
    const startedAtMs = now().getTime();
    let hasEnded = false;
    const emit: Emit = (body) => {
      hasEnded ||= body.type === "trace-end";
      events.append(id, body);
    };
    try {
      await dependencies.runTrace({ ...start, signal, emit });
    } catch (error) {
      // A trace that runs in the background has no caller to throw to: its record and its last event say why it failed.
      const endReason = error instanceof Error ? error.message : String(error);
      const summary = { ...NOTHING_COUNTED, elapsedMs: now().getTime() - startedAtMs };
      if (!hasEnded) emit({ type: "trace-end", state: "failed", reason: endReason, summary });
      await traces.end({ ...start.trace, state: "failed", endedAt: now().toISOString(), endReason });
    } finally {
      await events.close(id);
      running.delete(id);
    }
  };

  const startNow = async (request: TraceRequest): Promise<StartedTrace> => {
    const roots = [...new Set(request.roots.map(parseDatasetId))];
    const last = request.refresh ? undefined : (await list()).find((trace) => sameRoots(trace.roots, roots));
    if (last !== undefined && running.has(last.id)) return { trace: last, afterSeq: 0 };
    const resumed = last !== undefined && last.state !== "finished";
    const trace: Trace = {
      id: resumed ? last.id : dependencies.newTraceId(),
      roots: resumed ? last.roots : roots,
      state: "running",
      budget: request.budget,
      startedAt: resumed ? last.startedAt : now().toISOString(),
    };
    const afterSeq = await events.open(trace.id);
    await (resumed ? traces.end(trace) : traces.begin(trace));
    const controller = new AbortController();
    const done = run({ trace, resumed, refresh: request.refresh }, controller.signal);
    running.set(trace.id, { controller, done });
    return { trace, afterSeq };
  };

  const ended = async (id: TraceId): Promise<Trace> => {
    await running.get(id)?.done;
    return find(id);
  };

  return {
    start: (request) => {
      const started = lastStart.then(() => startNow(request));
      lastStart = started.catch(() => undefined);
      return started;
    },
    ended,
    cancel: (id) => {
      running.get(id)?.controller.abort();
      return ended(id);
    },
    find,
    list,
    follow: events.follow,
    recover: async () => {
      const left = (await list()).filter((trace) => trace.state === "running" && !running.has(trace.id));
      for (const trace of left) await traces.end({ ...trace, ...INTERRUPTED, endedAt: now().toISOString() });
      return left;
    },
    close: async () => {
      await lastStart;
      for (const { controller } of running.values()) controller.abort();
      await Promise.all([...running.values()].map(({ done }) => done));
    },
  };
};

const INTERRUPTED = {
  state: "stopped",
  endReason: "its process ended while it ran; tracing the same roots again goes on from there",
} as const;

/** The summary of a run that broke off before it could count. */
const NOTHING_COUNTED: TraceSummary = {
  datasets: {},
  edges: { accepted: 0, flagged: 0, rejected: 0 },
  modelUses: 0,
  clearings: 0,
  rejectedByReason: {},
  documents: 0,
  requestsByHost: {},
  modelCalls: 0,
  modelAnswersReused: 0,
  inputTokens: 0,
  outputTokens: 0,
  elapsedMs: 0,
};

const sameRoots = (one: readonly DatasetId[], other: readonly DatasetId[]): boolean =>
  one.length === other.length && one.every((id) => other.includes(id));
