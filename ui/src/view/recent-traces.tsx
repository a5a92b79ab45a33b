import type { JSX } from "preact";
import type { Trace } from "../../../schema/trace.ts";
import { formatPlural } from "../state/format.ts";
import { vocabularyWords } from "../words/vocabulary-words.ts";
import { useApp } from "./app-context.ts";
import { LoadableView } from "./loadable-view.tsx";
import { TimeText } from "./time-text.tsx";
import { ViewLink } from "./view-link.tsx";

const SHOWN = 8;

export const RecentTraces = (): JSX.Element => {
  const { store } = useApp();
  return (
    <section class="card" aria-labelledby="recent-traces">
      <h2 id="recent-traces">Recent traces</h2>
      <LoadableView resource={store.traces} what="the traces">
        {({ items }) =>
          items.length === 0 ? (
            <p class="muted empty">
              Traces will be listed here. Name a dataset above to start the first one.
            </p>
          ) : (
            <ul class="rows">
              {items.slice(0, SHOWN).map((trace) => (
                <TraceRow key={trace.id} trace={trace} />
              ))}
            </ul>
          )
        }
      </LoadableView>
    </section>
  );
};

const TraceRow = ({ trace }: { readonly trace: Trace }): JSX.Element => {
  const edges = trace.summary?.edges;
  return (
    <li>
      <ViewLink to={{ root: trace.roots[0], trace: trace.id }} class="row-link">
        <span class={`trace-dot trace-${trace.state}`} aria-hidden="true" />
        <span class="row-name mono">{trace.roots.join(", ")}</span>
        <span class="row-facts muted">
          {edges !== undefined && <span>{formatPlural(edges.accepted + edges.flagged, "edge")}</span>}
          <span>{vocabularyWords().traceState[trace.state]}</span>
          <TimeText iso={trace.startedAt} />
        </span>
      </ViewLink>
    </li>
  );
};
