import type { JSX } from "preact";
import type { DatasetId } from "../../../schema/ids.ts";
import { toTraceableId } from "../state/dataset-text.ts";
import { findingWords } from "../words/finding-words.ts";
import { useApp } from "./app-context.ts";
import { TraceFailure } from "./trace-failure.tsx";

export interface NotInGraphProps {
  readonly id: DatasetId;
}

/** A dataset that the graph does not have: being traced just now, or to be traced on request. */
export const NotInGraph = ({ id }: NotInGraphProps): JSX.Element => {
  const { store } = useApp();
  const words = findingWords();
  const progress = store.live.progress.value;
  if (progress?.state === "running" && store.view.value.trace === progress.traceId) {
    return (
      <p role="status">
        <span class="spinner" aria-hidden="true" /> {words.tracing(id)}
      </p>
    );
  }
  const target = toTraceableId(id);
  return (
    <div class="not-in-graph">
      <p>
        <span class="mono">{id}</span> {words.notInGraph}
      </p>
      {target !== undefined && (
        <button
          type="button"
          class="button primary"
          disabled={store.traceActions.pending.value}
          onClick={() => void store.traceActions.start(target)}
        >
          {words.traceIt}
        </button>
      )}
      <TraceFailure />
    </div>
  );
};
