import type { Logger } from "pino";
import type { Emit } from "../agents/ports.ts";
import type { Trace, TraceSummary } from "../schema/trace.ts";
import type { EventLog } from "./event-log.ts";

/** What one run of the agents over a trace's frontier is given. */
export interface TraceRun {
  readonly trace: Trace;
  readonly resumed: boolean;
  readonly refresh: boolean;
  readonly emit: Emit;
  readonly signal: AbortSignal;
}

interface RunDependencies {
  /** Visits the frontier until it is empty, a budget is reached or the signal aborts; tells everything, `trace-end` included. */
  readonly runTrace: (run: TraceRun) => Promise<unknown>;
  readonly traces: {
    /** Does nothing when the trace exists. */
    begin(trace: Trace): Promise<void>;
    /** Stores the trace's state, whichever it is. */
    end(trace: Trace): Promise<void>;
  };
  readonly events: EventLog;
  readonly log: Pick<Logger, "error">;
  readonly now: () => Date;
}

/**
 * Runs a trace that nobody waits for. It never rejects: a run that breaks off has its record, its last event and the log
 * say why.
 */
export const runTraceToEnd = async (
  { runTrace, traces, events, log, now }: RunDependencies,
  start: Omit<TraceRun, "emit">,
): Promise<void> => {
  const { trace } = start;
  const startedAtMs = now().getTime();
  let hasEnded = false;
  const emit: Emit = (body) => {
    hasEnded ||= body.type === "trace-end";
    events.append(trace.id, body);
  };
  try {
    await runTrace({ ...start, emit });
  } catch (error) {
    log.error({ err: error, trace: trace.id }, "a trace broke off");
    const endReason = error instanceof Error ? error.message : String(error);
    const summary = { ...NOTHING_COUNTED, elapsedMs: now().getTime() - startedAtMs };
    if (!hasEnded) emit({ type: "trace-end", state: "failed", reason: endReason, summary });
    await recordFailure(traces, { ...trace, state: "failed", endedAt: now().toISOString(), endReason }).catch(
      // The graph itself may be what failed; then the next start finds the trace left running.
      (cause: unknown) => log.error({ err: cause, trace: trace.id }, "its end could not be recorded"),
    );
  }
  await events.close(trace.id);
};

const recordFailure = async (traces: RunDependencies["traces"], trace: Trace): Promise<void> => {
  await traces.begin(trace);
  await traces.end(trace);
};

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
