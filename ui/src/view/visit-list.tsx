import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import type { TraceProgress } from "../state/trace-progress.ts";
import { VisitItem } from "./visit-item.tsx";

export interface VisitListProps {
  readonly progress: TraceProgress;
}

const SHOWN_FIRST = 60;

/** The visited datasets, newest first while the trace runs, so that what happens is on top. */
export const VisitList = ({ progress }: VisitListProps): JSX.Element => {
  const showsAll = useSignal(false);
  const inOrder = [...progress.visits.values()];
  const visits = progress.state === "running" ? inOrder.toReversed() : inOrder;
  const shown = showsAll.value ? visits : visits.slice(0, SHOWN_FIRST);
  return (
    <>
      <ol class="visits" aria-label="Datasets of this trace">
        {shown.map((visit) => (
          <VisitItem key={visit.dataset} visit={visit} />
        ))}
      </ol>
      {shown.length < visits.length && (
        <button type="button" class="text-button" onClick={() => (showsAll.value = true)}>
          {visits.length - shown.length} more
        </button>
      )}
    </>
  );
};
