import type { JSX } from "preact";
import type { DatasetDetail } from "../../../schema/api.ts";
import { toTraceableId } from "../state/dataset-text.ts";
import { canAddTarget, targetsOf } from "../state/lineage/targets.ts";
import { datasetWords } from "../words/dataset-words.ts";
import { useApp } from "./app-context.ts";
import { OutsideLink } from "./outside-link.tsx";
import { TraceFailure } from "./trace-failure.tsx";

export interface DatasetActionsProps {
  readonly detail: DatasetDetail;
}

export const DatasetActions = ({ detail }: DatasetActionsProps): JSX.Element => {
  const { store } = useApp();
  const view = store.view.value;
  const target = toTraceableId(detail.id);
  const isTraced = detail.state === "traced";
  const words = datasetWords();
  return (
    <div class="actions">
      {view.root !== detail.id && (
        <button
          type="button"
          class="button"
          title={words.openTitle}
          onClick={() => store.lineageActions.open(detail.id)}
        >
          {words.openAsRoot}
        </button>
      )}
      {!targetsOf(view).includes(detail.id) && canAddTarget(view) && (
        <button
          type="button"
          class="button"
          title={words.addTargetTitle}
          onClick={() => store.lineageActions.addTarget(detail.id)}
        >
          {words.addTarget}
        </button>
      )}
      {target !== undefined && (
        <button
          type="button"
          class={isTraced ? "button" : "button primary"}
          disabled={store.traceActions.pending.value}
          title={words.traceTitle}
          onClick={() => void store.traceActions.start(target)}
        >
          {isTraced ? words.traceAgain : words.trace}
        </button>
      )}
      {detail.url !== undefined && <OutsideLink url={detail.url} label={words.openOn(detail.registry)} />}
      <TraceFailure />
    </div>
  );
};
