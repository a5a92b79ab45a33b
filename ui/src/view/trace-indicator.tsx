import type { JSX } from "preact";
import { formatPlural } from "../state/format.ts";
import { vocabularyWords } from "../words/vocabulary-words.ts";
import { useApp } from "./app-context.ts";
import { ViewLink } from "./view-link.tsx";

/** The trace that is followed, from anywhere on the page. */
export const TraceIndicator = (): JSX.Element | null => {
  const { store } = useApp();
  const progress = store.live.progress.value;
  if (progress === undefined) return null;
  const root = store.view.value.root ?? progress.roots[0];
  const read = formatPlural(progress.visits.size, "dataset");
  return (
    <ViewLink
      to={{ trace: progress.traceId, root }}
      class={`trace-indicator trace-${progress.state}`}
      title={`Trace ${vocabularyWords().traceState[progress.state]}, ${read}. Open its progress.`}
    >
      <span class="trace-dot" aria-hidden="true" />
      <span class="trace-indicator-text">
        {progress.state === "running" ? "Tracing" : "Trace"}{" "}
        <span class="muted tabular">{progress.visits.size}</span>
      </span>
    </ViewLink>
  );
};
