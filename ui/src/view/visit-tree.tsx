import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import { toVisitTree } from "../state/traces/to-visit-tree.ts";
import type { TraceProgress } from "../state/trace-progress.ts";
import { tracesWords } from "../words/traces-words.ts";
import { VisitItem } from "./visit-item.tsx";

export interface VisitTreeProps {
  readonly progress: TraceProgress;
}

const SHOWN_FIRST = 80;
const SHOWN_MORE = 400;

/** The visited datasets, each below the one that named it; what is being read now stands on top while the trace runs. */
export const VisitTree = ({ progress }: VisitTreeProps): JSX.Element => {
  const words = tracesWords().live;
  const most = useSignal(SHOWN_FIRST);
  const branches = toVisitTree(progress);
  const current = branches.filter(({ visit }) => visit.outcome === "running");
  const shown = branches.slice(0, most.value);
  return (
    <section class="visit-tree" aria-label={words.tree}>
      {progress.state === "running" && current.length > 0 && (
        <ul class="visits visits-current">
          {current.map(({ visit }) => (
            <VisitItem key={visit.dataset} visit={visit} indent={0} isPinned />
          ))}
        </ul>
      )}
      {branches.length === 0 && <p class="muted">{words.treeEmpty}</p>}
      <ol class="visits" aria-label={words.tree}>
        {shown.map(({ visit, indent }) => (
          <VisitItem key={visit.dataset} visit={visit} indent={indent} />
        ))}
      </ol>
      {shown.length < branches.length && (
        <button type="button" class="text-button" onClick={() => (most.value += SHOWN_MORE)}>
          {words.moreVisits(branches.length - shown.length)}
        </button>
      )}
    </section>
  );
};
