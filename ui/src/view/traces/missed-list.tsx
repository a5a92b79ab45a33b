import type { JSX } from "preact";
import type { DatasetId } from "../../../../schema/ids.ts";
import type { TraceProgress } from "../../state/trace-progress.ts";
import { MOST_ROOTS } from "../../state/traces/parse-roots.ts";
import { type Missed, toRetries } from "../../state/traces/to-retries.ts";
import { tracesWords } from "../../words/traces-words.ts";
import { vocabularyWords } from "../../words/vocabulary-words.ts";
import { useApp } from "../app-context.ts";

/** What could not be read, with why, and another try for one of them or for all. */
export const MissedList = ({ progress }: { readonly progress: TraceProgress }): JSX.Element | null => {
  const missed = toRetries(progress);
  if (missed.length === 0) return null;
  return (
    <section class="trace-part" aria-labelledby="missed-title">
      <h3 id="missed-title" class="side-title">
        {tracesWords().missed.title}
      </h3>
      {missed.map((group) => (
        <MissedGroup key={group.outcome} group={group} isRunning={progress.state === "running"} />
      ))}
    </section>
  );
};

interface MissedGroupProps {
  readonly group: Missed;
  readonly isRunning: boolean;
}

const MissedGroup = ({ group, isRunning }: MissedGroupProps): JSX.Element => {
  const { traceActions } = useApp().store;
  const words = tracesWords().missed;
  const { outcome, visits } = group;
  const again = (roots: readonly DatasetId[]): void =>
    void traceActions.begin({ roots: roots.slice(0, MOST_ROOTS), budget: {}, refresh: true });
  const isOff = isRunning || traceActions.pending.value;
  return (
    <details class="missed" data-missed={outcome} open={visits.length <= 5}>
      <summary>
        <span class="visit-dot" aria-hidden="true" /> {vocabularyWords().outcome[outcome]}{" "}
        <span class="muted tabular">{visits.length}</span>
      </summary>
      <p class="muted">{words.outcome[outcome]}</p>
      <ul>
        {visits.map(({ dataset, reason }) => (
          <li key={dataset}>
            <span class="mono" title={reason}>
              {dataset}
            </span>
            <button
              type="button"
              class="text-button"
              disabled={isOff}
              aria-label={words.againOne(dataset)}
              onClick={() => again([dataset])}
            >
              {words.again}
            </button>
          </li>
        ))}
      </ul>
      {visits.length > 1 && (
        <button
          type="button"
          class="button"
          disabled={isOff}
          onClick={() => again(visits.map(({ dataset }) => dataset))}
        >
          {words.againAll(Math.min(visits.length, MOST_ROOTS))}
        </button>
      )}
    </details>
  );
};
