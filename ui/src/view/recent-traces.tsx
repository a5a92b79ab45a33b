import type { JSX } from "preact";
import type { Trace } from "../../../schema/trace.ts";
import { openTarget } from "../state/lineage/targets.ts";
import { homeWords } from "../words/home-words.ts";
import type { ViewPatch } from "../state/navigation.ts";
import { vocabularyWords } from "../words/vocabulary-words.ts";
import { useApp } from "./app-context.ts";
import { LoadableView } from "./loadable-view.tsx";
import { TimeText } from "./time-text.tsx";
import { ViewLink } from "./view-link.tsx";

const SHOWN = 8;

export const RecentTraces = (): JSX.Element => {
  const { store } = useApp();
  const words = homeWords();
  return (
    <section class="card" aria-labelledby="recent-traces">
      <h2 id="recent-traces">{words.recentTraces}</h2>
      <LoadableView resource={store.traces} what={words.theTraces}>
        {({ items }) =>
          items.length === 0 ? (
            <p class="muted empty">{words.noTraces}</p>
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
      <ViewLink to={viewOf(trace)} class="row-link">
        <span class={`trace-dot trace-${trace.state}`} aria-hidden="true" />
        <span class="row-name mono">{trace.roots.join(", ")}</span>
        <span class="row-facts muted">
          {edges !== undefined && <span>{homeWords().edges(edges.accepted + edges.flagged)}</span>}
          <span>{vocabularyWords().traceState[trace.state]}</span>
          <TimeText iso={trace.startedAt} />
        </span>
      </ViewLink>
    </li>
  );
};

const viewOf = ({ id, roots: [root] }: Trace): ViewPatch => ({
  ...(root === undefined ? {} : openTarget(root)),
  trace: id,
});
