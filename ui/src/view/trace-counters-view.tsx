import type { JSX } from "preact";
import { formatCount } from "../state/format.ts";
import type { TraceProgress } from "../state/trace-progress.ts";
import { type CounterName, tracesWords } from "../words/traces-words.ts";

export interface TraceCountersViewProps {
  readonly progress: TraceProgress;
}

export const TraceCountersView = ({ progress }: TraceCountersViewProps): JSX.Element => {
  const { counters, visits } = progress;
  const words = tracesWords().live;
  const figures: readonly (readonly [CounterName, number])[] = [
    ["datasets", visits.size],
    ["waiting", counters.waiting],
    ["documents", counters.documents],
    ["accepted", counters.accepted],
    ["flagged", counters.flagged],
    ["rejected", counters.rejected + counters.dropped],
  ];
  return (
    <>
      <dl class="counters">
        {figures.map(([name, value]) => (
          <div key={name} title={words.counterTitle[name]} data-counter={name}>
            <dt>{words.counter[name]}</dt>
            <dd class="tabular">{formatCount(value)}</dd>
          </div>
        ))}
      </dl>
      {counters.modelCalls > 0 && (
        <p class="muted tabular">{words.model(counters.modelCalls, counters.tokens)}</p>
      )}
    </>
  );
};
