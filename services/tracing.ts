import { setMaxListeners } from "node:events";
import type { Logger } from "pino";
import type { TraceRequest } from "../schema/api.ts";
import { AppError } from "../schema/errors.ts";
import type { DatasetId, TraceId } from "../schema/ids.ts";
import type { Edge } from "../schema/edge.ts";
import type { EdgeHistory } from "../schema/edge-history.ts";
import type { TraceChanges } from "../schema/trace-changes.ts";
import type { Trace } from "../schema/trace.ts";
import type { EventLog } from "./event-log.ts";
import type { Leases } from "./leases.ts";
import { parseDatasetId } from "./parse-dataset-id.ts";
import { runTraceToEnd, type TraceRun } from "./run-trace-to-end.ts";
import { readEdgeHistory } from "./edge-history.ts";
import { readTraceChanges } from "./trace-changes.ts";

export interface TracingDependencies {
  readonly runTrace: (run: TraceRun) => Promise<unknown>;
  readonly traces: {
    /** The latest first. */
    list(limit: number): Promise<readonly Trace[]>;
    /** Datasets that wait in its frontier. */
    size(id: TraceId): Promise<number>;
    get(id: TraceId): Promise<Trace | undefined>;
    announce(trace: Trace): Promise<void>;
    begin(trace: Trace): Promise<void>;
    end(trace: Trace): Promise<void>;
  };
  /** The datasets that these spellings are known to mean, by lower-cased key. */
  readonly aliases: (keys: readonly string[]) => Promise<ReadonlyMap<string, DatasetId>>;
  readonly events: EventLog;
  readonly log: Pick<Logger, "error">;
  /** Keeps a trace to one of the processes that share a graph. */
  readonly leases: Pick<Leases, "take" | "release" | "heldElsewhere">;
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
  /** What the trace found otherwise than those before it. */
  changes(id: TraceId): Promise<TraceChanges>;
  /** What traces and people did to an edge. */
  history(edge: Edge): Promise<EdgeHistory>;
  /** Traces under way in this process. */
  countRunning(): number;
  /** Datasets that wait in the frontiers of these. */
  countWaiting(): Promise<number>;
  readonly follow: EventLog["follow"];
  /** Marks what a killed process left running as stopped; returns those traces. Call once, as soon as the graph is there. */
  recover(): Promise<readonly Trace[]>;
  /** Stops every trace and waits for them. */
  close(): Promise<void>;
}

const MAX_LISTED = 1_000;
const MAX_LISTENERS = 200;

export const createTracingService = (dependencies: TracingDependencies): TracingService => {
  const { traces, events, leases } = dependencies;
  const running = new Map<TraceId, RunningTrace>();
  /** Starts follow one another, so that two requests for the same roots become one trace. */
  let lastStart: Promise<unknown> = Promise.resolve();

  const find = async (id: TraceId): Promise<Trace> => {
    const trace = await traces.get(id);
    if (trace !== undefined) return trace;
    throw new AppError(`there is no trace ${id}`, { code: "NOT_FOUND", context: { trace: id } });
  };
  const list = (): Promise<readonly Trace[]> => traces.list(MAX_LISTED);
  const ended = async (id: TraceId): Promise<Trace> => {
    await running.get(id)?.done;
    return find(id);
  };
  const startNow = async (request: TraceRequest): Promise<StartedTrace> => {
    const plan = await planTrace(dependencies, { request, traces: await list() });
    const active = running.get(plan.trace.id);
    if (active !== undefined) return { trace: active.trace, afterSeq: 0 };
    await takeTrace(leases, plan.trace);
    const afterSeq = await announce(dependencies, plan);
    const controller = new AbortController();
    const { signal } = controller;
    // Everything that a trace has under way listens: one dataset's readers, and each of their requests.
    setMaxListeners(MAX_LISTENERS, signal);
    const done = runTraceToEnd(dependencies, { ...plan, refresh: request.refresh, signal }).finally(
      async () => {
        running.delete(plan.trace.id);
        await leases.release(leaseOf(plan.trace.id)).catch(dependencies.log.error);
      },
    );
    running.set(plan.trace.id, { trace: plan.trace, controller, done });
    return { trace: plan.trace, afterSeq };
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
    changes: async (id) => {
      const trace = await find(id);
      return readTraceChanges({ events, traces: await list() }, trace);
    },
    history: async (edge) => readEdgeHistory({ events, traces: await list() }, edge),
    countRunning: () => running.size,
    countWaiting: () => countWaiting(traces, [...running.keys()]),
    follow: events.follow,
    recover: () => markInterrupted(dependencies, new Set(running.keys())),
    close: async () => {
      await lastStart;
      await stopAll([...running.values()]);
    },
  };
};

const stopAll = async (running: readonly RunningTrace[]): Promise<void> => {
  for (const { controller } of running) controller.abort();
  await Promise.all(running.map(({ done }) => done));
};

const countWaiting = async (
  traces: Pick<TracingDependencies["traces"], "size">,
  ids: readonly TraceId[],
): Promise<number> => {
  const sizes = await Promise.all(ids.map((id) => traces.size(id)));
  return sizes.reduce((sum, size) => sum + size, 0);
};

/** Opens the trace's events and writes its record. Gives the number of the last event of earlier runs. */
const announce = async (
  { events, traces, leases }: TracingDependencies,
  { trace, resumed }: PlannedTrace,
): Promise<number> => {
  try {
    const afterSeq = await events.open(trace.id);
    // Whoever is told of the trace finds it again, even when this process is killed the next moment.
    await (resumed ? traces.end(trace) : traces.announce(trace));
    return afterSeq;
  } catch (error) {
    await leases.release(leaseOf(trace.id));
    throw error;
  }
};

const leaseOf = (id: TraceId): string => `trace:${id}`;

const takeTrace = async (leases: Pick<Leases, "take">, trace: Trace): Promise<void> => {
  if (await leases.take(leaseOf(trace.id))) return;
  throw new AppError(`trace ${trace.id} of these roots runs in another process on the same graph`, {
    code: "CONFLICT",
    context: { trace: trace.id },
  });
};

interface RunningTrace {
  readonly trace: Trace;
  readonly controller: AbortController;
  readonly done: Promise<void>;
}

interface PlannedTrace {
  readonly trace: Trace;
  readonly resumed: boolean;
}

interface Planning {
  readonly request: TraceRequest;
  /** All known traces, the latest first. */
  readonly traces: readonly Trace[];
}

/** The trace that a request leads to: the last one of the same roots when it did not finish, else a new one. */
const planTrace = async (
  { aliases, now, newTraceId }: TracingDependencies,
  { request, traces }: Planning,
): Promise<PlannedTrace> => {
  const roots = [...new Set(request.roots.map(parseDatasetId))];
  const known = await aliases([...roots, ...traces.flatMap((trace) => trace.roots)]);
  const keyOf = (ids: readonly DatasetId[]): string =>
    [...new Set(ids.map((id) => (known.get(id.toLowerCase()) ?? id).toLowerCase()))].sort().join(" ");
  const last = request.refresh ? undefined : traces.find((trace) => keyOf(trace.roots) === keyOf(roots));
  if (last === undefined || last.state === "finished") {
    const startedAt = now().toISOString();
    const trace: Trace = { id: newTraceId(), roots, state: "running", budget: request.budget, startedAt };
    return { trace, resumed: false };
  }
  const { id, startedAt } = last;
  const trace: Trace = { id, roots: last.roots, state: "running", budget: request.budget, startedAt };
  return { trace, resumed: true };
};

const INTERRUPTED = {
  state: "stopped",
  endReason: "its process ended while it ran; tracing the same roots again goes on from there",
} as const;

const markInterrupted = async (
  { traces, leases, now }: TracingDependencies,
  ours: ReadonlySet<TraceId>,
): Promise<readonly Trace[]> => {
  const running = (await traces.list(MAX_LISTED)).filter((trace) => trace.state === "running");
  const elsewhere = await leases.heldElsewhere();
  const left = running.filter((trace) => !ours.has(trace.id) && !elsewhere.has(leaseOf(trace.id)));
  for (const trace of left) await traces.end({ ...trace, ...INTERRUPTED, endedAt: now().toISOString() });
  return left;
};
