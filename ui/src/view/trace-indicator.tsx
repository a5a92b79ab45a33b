import type { JSX } from "preact";
import { formatCount } from "../state/format.ts";
import { frameWords } from "../words/frame-words.ts";
import { vocabularyWords } from "../words/vocabulary-words.ts";
import { useApp } from "./app-context.ts";
import { ViewLink } from "./view-link.tsx";

/** The trace that is followed, from anywhere on the page. */
export const TraceIndicator = (): JSX.Element | null => {
  const { store } = useApp();
  const progress = store.live.progress.value;
  if (progress === undefined) return null;
  const words = frameWords().trace;
  const read = words.datasets(formatCount(progress.visits.size), progress.visits.size === 1);
  return (
    <ViewLink
      to={{ page: "traces", trace: progress.traceId, document: undefined }}
      class={`trace-indicator trace-${progress.state}`}
      title={words.title(vocabularyWords().traceState[progress.state], read)}
    >
      <span class="trace-dot" aria-hidden="true" />
      <span class="trace-indicator-text">
        {progress.state === "running" ? words.running : words.other}{" "}
        <span class="muted tabular">{progress.visits.size}</span>
      </span>
    </ViewLink>
  );
};
