import type { TraceEvent } from "../../schema/events.ts";
import type { Budget, TraceState } from "../../schema/trace.ts";
import type { TracingService } from "../tracing.ts";
import { type CommandContext, EXIT, type ExitCode } from "./command-context.ts";
import type { TraceOptions } from "./commands/trace.ts";
import { createTracePrinter } from "./output/trace-printer.ts";

interface TraceCommand {
  readonly ids: readonly string[];
  readonly options: TraceOptions;
  readonly context: CommandContext;
}

/** Traces, prints every event as it comes, and stops cleanly when the command is interrupted. */
export const traceDatasets = async (
  tracing: Pick<TracingService, "start" | "follow" | "cancel" | "ended">,
  { ids, options, context }: TraceCommand,
): Promise<ExitCode> => {
  const request = { roots: [...ids], budget: toBudget(options), refresh: options.refresh ?? false };
  const { trace, afterSeq } = await tracing.start(request);
  const stop = (): void => {
    context.terminal.note("stopping; the same command goes on from here");
    tracing.cancel(trace.id).catch((error: unknown) => context.terminal.note(String(error)));
  };
  context.signal.addEventListener("abort", stop, { once: true });
  if (context.signal.aborted) stop();
  const print = createTracePrinter(context.terminal, context.json);
  const roots = new Set<string>(trace.roots);
  const untracedRoots: string[] = [];
  let state: TraceState = "failed";
  for await (const event of tracing.follow(trace.id, afterSeq, new AbortController().signal)) {
    print(event);
    if (isUntracedRoot(event, roots)) untracedRoots.push(event.dataset);
    if (event.type !== "trace-end") continue;
    state = event.state;
    break;
  }
  context.signal.removeEventListener("abort", stop);
  await tracing.ended(trace.id);
  if (untracedRoots.length > 0) context.terminal.note(`stemma: not traced: ${untracedRoots.join(", ")}`);
  return isDone(state) && untracedRoots.length === 0 ? EXIT.done : EXIT.failed;
};

const isDone = (state: TraceState): boolean => state === "finished" || state === "budget-reached";

type DatasetEnd = Extract<TraceEvent, { readonly type: "dataset-end" }>;

const isUntracedRoot = (event: TraceEvent, roots: ReadonlySet<string>): event is DatasetEnd =>
  event.type === "dataset-end" &&
  roots.has(event.dataset) &&
  event.outcome !== "traced" &&
  event.outcome !== "skipped";

const toBudget = (options: TraceOptions): Budget => ({
  ...(options.depth === undefined ? {} : { depth: options.depth }),
  ...(options.maxDatasets === undefined ? {} : { datasets: options.maxDatasets }),
  ...(options.maxDocuments === undefined ? {} : { documents: options.maxDocuments }),
  ...(options.budgetTokens === undefined ? {} : { tokens: options.budgetTokens }),
  ...(options.budgetCost === undefined ? {} : { cost: options.budgetCost }),
});
