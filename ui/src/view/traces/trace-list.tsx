import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import type { Trace, TraceSummary } from "../../../../schema/trace.ts";
import { formatCount, formatElapsed } from "../../state/format.ts";
import { tracesWords } from "../../words/traces-words.ts";
import { vocabularyWords } from "../../words/vocabulary-words.ts";
import { useApp } from "../app-context.ts";
import { LoadableView } from "../loadable-view.tsx";
import { TimeText } from "../time-text.tsx";
import { Unknown } from "../unknown.tsx";
import { ViewLink } from "../view-link.tsx";

const COLUMNS = ["roots", "state", "datasets", "edges", "started", "took"] as const;
const SHOWN_FIRST = 50;

/** Every trace, the latest first, with how it ended and what it found. */
export const TraceList = (): JSX.Element => {
  const { store } = useApp();
  const words = tracesWords();
  return (
    <section class="trace-list" aria-labelledby="trace-list-title">
      <h2 id="trace-list-title">{words.list.title}</h2>
      <LoadableView resource={store.traces} what={words.tracesWhat}>
        {({ items }) =>
          items.length === 0 ? <p class="muted">{words.list.empty}</p> : <Rows traces={items} />
        }
      </LoadableView>
    </section>
  );
};

const Rows = ({ traces }: { readonly traces: readonly Trace[] }): JSX.Element => {
  const words = tracesWords().list;
  const shown = useSignal(SHOWN_FIRST);
  return (
    <>
      <div class="trace-table-box">
        <table class="trace-table">
          <thead>
            <tr>
              {COLUMNS.map((column) => (
                <th key={column} scope="col" class={`trace-column-${column}`}>
                  {words.column[column]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {traces.slice(0, shown.value).map((trace) => (
              <Row key={trace.id} trace={trace} />
            ))}
          </tbody>
        </table>
      </div>
      {traces.length > shown.value && (
        <button type="button" class="button" onClick={() => (shown.value += SHOWN_FIRST)}>
          {words.more(traces.length - shown.value)}
        </button>
      )}
    </>
  );
};

const Row = ({ trace }: { readonly trace: Trace }): JSX.Element => {
  const words = tracesWords().list;
  const { id, roots, state, summary, startedAt, endReason } = trace;
  return (
    <tr data-trace={id}>
      <th scope="row">
        <ViewLink to={{ trace: id }} class="mono" title={roots.join("\n")}>
          {words.roots(roots[0] ?? id, Math.max(0, roots.length - 1))}
        </ViewLink>
      </th>
      <td title={endReason}>
        <span class={`trace-dot trace-${state}`} aria-hidden="true" /> {vocabularyWords().traceState[state]}
        {endReason !== undefined && <span class="muted trace-reason">{endReason}</span>}
      </td>
      <td class="tabular">{summary === undefined ? <Unknown /> : formatCount(datasetsOf(summary))}</td>
      <td class="tabular">{summary === undefined ? <Unknown /> : formatCount(edgesOf(summary))}</td>
      <td class="trace-column-started">
        <TimeText iso={startedAt} withTime />
      </td>
      <td class="tabular trace-column-took">
        {summary === undefined ? <Unknown /> : formatElapsed(summary.elapsedMs)}
      </td>
    </tr>
  );
};

const datasetsOf = ({ datasets }: TraceSummary): number =>
  Object.values(datasets).reduce((sum, count) => sum + count, 0);

const edgesOf = ({ edges }: TraceSummary): number => edges.accepted + edges.flagged;
