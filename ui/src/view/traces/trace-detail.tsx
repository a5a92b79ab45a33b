import type { JSX } from "preact";
import type { TraceId } from "../../../../schema/ids.ts";
import type { TraceProgress } from "../../state/trace-progress.ts";
import { tracesWords } from "../../words/traces-words.ts";
import { vocabularyWords } from "../../words/vocabulary-words.ts";
import { useApp } from "../app-context.ts";
import { Failure } from "../failure.tsx";
import { Icon } from "../icons.tsx";
import { Skeleton } from "../skeleton.tsx";
import { TraceCountersView } from "../trace-counters-view.tsx";
import { TraceElapsed } from "../trace-elapsed.tsx";
import { TraceFailure } from "../trace-failure.tsx";
import { TraceStop } from "../trace-stop.tsx";
import { ViewLink } from "../view-link.tsx";
import { VisitTree } from "../visit-tree.tsx";
import { BudgetBars } from "./budget-bars.tsx";
import { EventLog } from "./event-log.tsx";
import { GoOnForm } from "./go-on-form.tsx";
import { MissedList } from "./missed-list.tsx";
import { TraceChangesView } from "./trace-changes-view.tsx";
import { useTraces } from "./traces-context.ts";

/** One trace as it happens, or as it ended. */
export const TraceDetail = ({ id }: { readonly id: TraceId }): JSX.Element => {
  const { progress, record } = useTraces();
  const words = tracesWords();
  const current = record.current.value;
  return (
    <div class="trace-detail">
      <ViewLink class="button quiet" to={{ trace: undefined, document: undefined }}>
        {words.list.back}
      </ViewLink>
      {current.state === "failed" && (
        <Failure error={current.error} what={words.traceWhat} onRetry={record.reload} />
      )}
      {progress.value === undefined || progress.value.lastSeq === 0 ? (
        current.state !== "failed" && <Skeleton lines={8} label={words.live.loading} />
      ) : (
        <Live key={id} progress={progress.value} />
      )}
    </div>
  );
};

interface LiveProps {
  readonly progress: TraceProgress;
}

const Live = ({ progress }: LiveProps): JSX.Element => {
  const { record } = useTraces();
  const budget = record.value.value?.budget ?? {};
  const isRunning = progress.state === "running";
  return (
    <article aria-labelledby="trace-title" data-panel="trace" data-state={progress.state}>
      <LiveHead progress={progress} />
      <div class="trace-columns">
        <div class="trace-main">
          <VisitTree progress={progress} />
        </div>
        <div class="trace-side">
          <TraceCountersView progress={progress} />
          <BudgetBars budget={budget} progress={progress} />
          {!isRunning && progress.state !== "finished" && (
            <GoOnForm key={record.value.value?.id ?? ""} progress={progress} budget={budget} />
          )}
          <MissedList progress={progress} />
          {!isRunning && <TraceChangesView />}
          <EventLog />
        </div>
      </div>
    </article>
  );
};

/** The deepest that a link can ask for. */
const MAX_DEPTH = 30;

const LiveHead = ({ progress }: LiveProps): JSX.Element => {
  const { store } = useApp();
  const words = tracesWords().live;
  const { roots, state, reason } = progress;
  return (
    <header class="trace-head">
      <p class="panel-kind" role="status">
        <span class={`trace-dot trace-${state}`} aria-hidden="true" /> {vocabularyWords().traceState[state]}{" "}
        <TraceElapsed progress={progress} />
      </p>
      <h2 id="trace-title" class="mono">
        {roots.length > 0 ? roots.join(", ") : words.starting}
      </h2>
      {reason !== undefined && <p class="muted">{reason}</p>}
      <div class="trace-actions">
        {state === "running" && <TraceStop progress={progress} />}
        {roots[0] !== undefined && (
          <ViewLink
            class="button"
            to={{
              page: "explore",
              root: roots[0],
              others: roots.slice(1, 8),
              depth: MAX_DEPTH,
              direction: "upstream",
              trace: progress.traceId,
              document: undefined,
              selection: undefined,
            }}
          >
            <Icon name="play" /> {words.watch}
          </ViewLink>
        )}
      </div>
      <TraceFailure />
      {store.live.connection.value === "lost" && (
        <p class="complaint" role="status" data-connection="lost">
          {words.lost}
        </p>
      )}
    </header>
  );
};
