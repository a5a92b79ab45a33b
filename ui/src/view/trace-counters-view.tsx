import type { JSX } from "preact";
import { formatCount } from "../state/format.ts";
import type { TraceProgress } from "../state/trace-progress.ts";

export interface TraceCountersViewProps {
  readonly progress: TraceProgress;
}

export const TraceCountersView = ({ progress }: TraceCountersViewProps): JSX.Element => {
  const { counters, visits } = progress;
  const figures: readonly (readonly [string, number, string])[] = [
    ["datasets", visits.size, "visited so far"],
    ["waiting", counters.waiting, "known and not yet visited"],
    ["documents", counters.documents, "cards, pages and papers read"],
    ["accepted", counters.accepted, "edges that the evidence carries"],
    ["flagged", counters.flagged, "edges that wait for a person"],
    ["rejected", counters.rejected + counters.dropped, "names that are no source, with the reason"],
  ];
  return (
    <>
      <dl class="counters">
        {figures.map(([name, value, meaning]) => (
          <div key={name} title={meaning} data-counter={name}>
            <dt>{name}</dt>
            <dd class="tabular">{formatCount(value)}</dd>
          </div>
        ))}
      </dl>
      {counters.modelCalls > 0 && (
        <p class="muted tabular">
          {formatCount(counters.modelCalls)} model calls, {formatCount(counters.tokens)} tokens
        </p>
      )}
    </>
  );
};
