import type { JSX } from "preact";
import { formatElapsed } from "../state/format.ts";
import type { TraceProgress } from "../state/trace-progress.ts";
import { vocabularyWords } from "../words/vocabulary-words.ts";
import { useApp } from "./app-context.ts";
import { Icon } from "./icons.tsx";
import { Skeleton } from "./skeleton.tsx";
import { TraceCountersView } from "./trace-counters-view.tsx";
import { TraceFailure } from "./trace-failure.tsx";
import { VisitList } from "./visit-list.tsx";

/** The live trace: what is being read, found, dropped and why, with a stop. */
export const TracePanel = (): JSX.Element => {
  const { store } = useApp();
  const progress = store.live.progress.value;
  if (progress === undefined) return <Skeleton lines={6} label="Loading the trace" />;
  return (
    <article class="panel" aria-labelledby="panel-title" data-panel="trace" data-state={progress.state}>
      <p class="panel-kind">
        <span class={`trace-dot trace-${progress.state}`} aria-hidden="true" /> trace,{" "}
        {vocabularyWords().traceState[progress.state]}
      </p>
      <h2 id="panel-title" class="panel-title mono">
        {progress.roots.length > 0 ? progress.roots.join(", ") : "starting"}
      </h2>
      {progress.reason !== undefined && <p class="muted">{progress.reason}</p>}
      <div class="actions">
        <Elapsed progress={progress} />
        {progress.state === "running" && <StopButton progress={progress} />}
      </div>
      <TraceFailure />
      {store.live.connection.value === "lost" && (
        <p class="complaint" role="status">
          The connection is lost. The trace goes on; this list catches up when it is back.
        </p>
      )}
      <TraceCountersView progress={progress} />
      <VisitList progress={progress} />
    </article>
  );
};

const StopButton = ({ progress }: { readonly progress: TraceProgress }): JSX.Element => {
  const { traceActions } = useApp().store;
  return (
    <button
      type="button"
      class="button"
      title="Ends the trace; everything found so far stays"
      disabled={traceActions.pending.value}
      onClick={() => void traceActions.stop(progress.traceId)}
    >
      <Icon name="stop" /> Stop
    </button>
  );
};

const Elapsed = ({ progress }: { readonly progress: TraceProgress }): JSX.Element | null => {
  const { clock } = useApp();
  if (progress.startedAt === undefined) return null;
  const elapsed = progress.summary?.elapsedMs ?? clock.value.getTime() - Date.parse(progress.startedAt);
  return (
    <span class="tabular muted" title="Time since it started">
      {formatElapsed(elapsed)}
    </span>
  );
};
