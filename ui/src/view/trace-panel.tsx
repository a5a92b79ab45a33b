import type { JSX } from "preact";
import { tracesWords } from "../words/traces-words.ts";
import { vocabularyWords } from "../words/vocabulary-words.ts";
import { useApp } from "./app-context.ts";
import { Skeleton } from "./skeleton.tsx";
import { TraceCountersView } from "./trace-counters-view.tsx";
import { TraceElapsed } from "./trace-elapsed.tsx";
import { TraceFailure } from "./trace-failure.tsx";
import { TraceStop } from "./trace-stop.tsx";
import { ViewLink } from "./view-link.tsx";
import { VisitTree } from "./visit-tree.tsx";

/** The live trace beside the graph that it lets grow, with a stop; the page of traces tells more. */
export const TracePanel = (): JSX.Element => {
  const { store } = useApp();
  const words = tracesWords();
  const progress = store.live.progress.value;
  if (progress === undefined) return <Skeleton lines={6} label={words.live.loading} />;
  return (
    <article class="panel" aria-labelledby="panel-title" data-panel="trace" data-state={progress.state}>
      <p class="panel-kind">
        <span class={`trace-dot trace-${progress.state}`} aria-hidden="true" />{" "}
        {vocabularyWords().traceState[progress.state]}
      </p>
      <h2 id="panel-title" class="panel-title mono">
        {progress.roots.length > 0 ? progress.roots.join(", ") : words.live.starting}
      </h2>
      {progress.reason !== undefined && <p class="muted">{progress.reason}</p>}
      <div class="actions">
        <TraceElapsed progress={progress} />
        {progress.state === "running" && <TraceStop progress={progress} />}
        <ViewLink class="button quiet" to={{ page: "traces", trace: progress.traceId, selection: undefined }}>
          {words.title}
        </ViewLink>
      </div>
      <TraceFailure />
      {store.live.connection.value === "lost" && (
        <p class="complaint" role="status">
          {words.live.lost}
        </p>
      )}
      <TraceCountersView progress={progress} />
      <VisitTree progress={progress} />
    </article>
  );
};
