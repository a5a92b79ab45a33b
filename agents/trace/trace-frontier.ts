import type { DatasetCommit, FrontierEntry } from "../../schema/commit.ts";
import { isTransient } from "../../schema/errors.ts";
import type { DatasetId } from "../../schema/ids.ts";
import type { Trace, TraceState } from "../../schema/trace.ts";
import { ACCEPT_THRESHOLD } from "../../schema/status-rule.ts";
import { toNode } from "../aggregation/to-node.ts";
import type { Emit, FrontierPort } from "../ports.ts";
import { meterModel } from "./meter-model.ts";
import { reportDecisions } from "./report.ts";
import { createTally } from "./tally.ts";
import type { VisitPorts, VisitSettings } from "./visit.ts";
import { visitDataset } from "./visit-dataset.ts";
import { createVisitNotes } from "./visit-notes.ts";

export interface TracePorts extends VisitPorts {
  readonly frontier: FrontierPort;
  /** Requests sent so far, by host; absent when nobody counts them. */
  readonly requestsByHost?: () => Readonly<Record<string, number>>;
}

export interface TraceFrontierInput {
  readonly ports: TracePorts;
  readonly settings?: Partial<VisitSettings>;
  /** With its roots and budget. The same trace given again goes on from its frontier. */
  readonly trace: Trace;
  /** Whether the trace was begun before; told in `trace-start`. */
  readonly resumed?: boolean;
  /** Reads datasets again that an earlier trace has read and that have not changed. */
  readonly refresh?: boolean;
  readonly emit: Emit;
  readonly signal: AbortSignal;
}

/** Parallel readers and tracers of one dataset; the fetcher bounds what each host sees. */
const CONCURRENCY = 8;

/**
 * Traces the datasets of a trace's frontier, depth first and one at a time, until it is empty, a budget is used up or
 * the signal aborts; tells everything as events, `trace-start` first and `trace-end` last. Gives the trace as it ended.
 *
 * A dataset whose visit fails is recorded as failed, and the trace goes on. Budgets count what this call does; the depth
 * limit leaves deeper datasets in the graph as `frontier` nodes and ends nothing.
 *
 * @throws AppError when the graph or the disk is in trouble; the trace then stays as it is and can be resumed
 */
export const traceFrontier = async (input: TraceFrontierInput): Promise<Trace> => {
  const run = createRun(input);
  const { ports, trace } = input;
  try {
    const roots = await canonicalRoots(input);
    await ports.frontier.begin({ ...trace, roots });
    run.emit({ type: "trace-start", roots, resumed: input.resumed ?? false });
    const end = await walk(run);
    const ended = {
      ...trace,
      roots,
      ...end,
      endedAt: ports.clock.now().toISOString(),
      summary: run.summary(),
    };
    await ports.frontier.end(ended);
    run.emit({ type: "trace-end", state: end.state, ...reasonOf(end), summary: ended.summary });
    return ended;
  } catch (error) {
    run.emit({ type: "trace-end", state: "failed", reason: messageOf(error), summary: run.summary() });
    throw error;
  }
};

interface Run {
  readonly input: TraceFrontierInput;
  readonly ports: TracePorts;
  readonly settings: VisitSettings;
  /** Counts an event and passes it on. */
  readonly emit: Emit;
  readonly exhausted: () => string | undefined;
  /** Whether a paid question was held back: the dataset under way cannot be finished. */
  readonly isHalted: () => boolean;
  readonly summary: () => NonNullable<Trace["summary"]>;
}

const createRun = (input: TraceFrontierInput): Run => {
  const { ports, trace, settings } = input;
  const tally = createTally();
  const startedAt = ports.clock.now().getTime();
  const requestsBefore = ports.requestsByHost?.() ?? {};
  const { tokens, cost } = trace.budget;
  const paid = { ...(tokens !== undefined && { tokens }), ...(cost !== undefined && { cost }) };
  const model =
    ports.model && meterModel(ports.model, { spend: tally.spend, exhausted: () => tally.exhausted(paid) });
  return {
    input,
    ports: model === undefined ? ports : { ...ports, model },
    settings: { threshold: ACCEPT_THRESHOLD, concurrency: CONCURRENCY, ...settings },
    emit: (event) => {
      tally.count(event);
      input.emit(event);
    },
    exhausted: () => tally.exhausted(trace.budget),
    isHalted: () => model?.hasHeldBack() ?? false,
    summary: () => ({
      ...tally.summary(ports.clock.now().getTime() - startedAt),
      requestsByHost: difference(ports.requestsByHost?.() ?? {}, requestsBefore),
    }),
  };
};

interface End {
  readonly state: Exclude<TraceState, "running" | "failed">;
  readonly endReason?: string;
}

const walk = async (run: Run): Promise<End> => {
  const { input, ports } = run;
  const { trace, signal } = input;
  let tooDeep = 0;
  for (;;) {
    if (signal.aborted) return STOPPED;
    const entry = await ports.frontier.next(trace.id);
    if (entry === undefined) return toFinished(tooDeep, trace.budget.depth);
    if (trace.budget.depth !== undefined && entry.depth > trace.budget.depth) {
      tooDeep += 1;
      await leaveOut(run, entry);
      continue;
    }
    const limit = run.exhausted();
    if (limit !== undefined)
      return { state: "budget-reached", endReason: `the budget of ${limit} is used up` };
    run.emit({
      type: "dataset-start",
      dataset: entry.dataset,
      depth: entry.depth,
      waiting: (await ports.frontier.size(trace.id)) - 1,
    });
    await visitOrRecord(run, entry);
  }
};

const STOPPED: End = {
  state: "stopped",
  endReason: "it was stopped; tracing the same roots again goes on from there",
};

const toFinished = (tooDeep: number, depth: number | undefined): End =>
  tooDeep === 0
    ? { state: "finished" }
    : { state: "finished", endReason: `${tooDeep} datasets lie deeper than ${depth} levels above the roots` };

/** A visit that fails is recorded, so that it cannot fail the trace; trouble of the engine is not the dataset's fault. */
const visitOrRecord = async (run: Run, entry: FrontierEntry): Promise<void> => {
  const { ports, settings, emit, isHalted } = run;
  const { trace, signal, refresh = false } = run.input;
  const fixed = {
    traceId: trace.id,
    ports,
    settings,
    emit,
    isHalted,
    signal,
    running: new Set<Promise<unknown>>(),
  };
  const notes = createVisitNotes();
  try {
    await visitDataset({ ...fixed, entry, refresh, notes });
  } catch (error) {
    if (signal.aborted) return;
    if (isTransient(error)) throw error;
    const known = notes.hub?.id ?? entry.dataset;
    const reason = `its visit failed: ${messageOf(error)}`;
    await record(run, entry, { dataset: toNode(known, "skipped", reason), outcome: "failed", reason });
  }
};

/** A dataset beyond the depth limit leaves the frontier unread; a nearer way to it brings it back. */
const leaveOut = (run: Run, entry: FrontierEntry): Promise<void> =>
  record(run, entry, {
    dataset: toNode(entry.dataset, "frontier"),
    outcome: "skipped",
    reason: `deeper than ${run.input.trace.budget.depth} levels above the roots`,
  });

const record = async (
  { input, ports, emit }: Run,
  entry: FrontierEntry,
  ended: Pick<DatasetCommit, "dataset" | "outcome"> & { readonly reason: string },
): Promise<void> => {
  const commit: DatasetCommit = {
    traceId: input.trace.id,
    ...ended,
    documents: [],
    aliases: [],
    neighbours: [],
    models: [],
    members: [],
    edges: [],
    evidence: [],
    enqueue: [],
  };
  await ports.lineage.commit(commit);
  reportDecisions({ emit, entry, notes: createVisitNotes() }, commit);
};

/** The roots as the Hub spells them today; one that cannot be looked up now keeps the spelling that was given. */
const canonicalRoots = async ({ ports, trace, signal }: TraceFrontierInput): Promise<DatasetId[]> => {
  const roots: DatasetId[] = [];
  for (const root of trace.roots) {
    if (signal.aborted) return [...trace.roots];
    const answer = await ports.hub.dataset(root, signal);
    roots.push(answer.kind === "found" ? answer.value.id : root);
  }
  return [...new Set(roots)];
};

const reasonOf = ({ endReason }: End): { reason?: string } =>
  endReason === undefined ? {} : { reason: endReason };

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

const difference = (
  now: Readonly<Record<string, number>>,
  before: Readonly<Record<string, number>>,
): Record<string, number> =>
  Object.fromEntries(
    Object.entries(now)
      .map(([host, count]) => [host, count - (before[host] ?? 0)] as const)
      .filter(([, count]) => count > 0),
  );
