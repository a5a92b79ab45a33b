import type { JSX } from "preact";
import type { DatasetDetail } from "../../../schema/api.ts";
import { toTraceableId } from "../state/dataset-text.ts";
import { useApp } from "./app-context.ts";
import { OutsideLink } from "./outside-link.tsx";
import { TraceFailure } from "./trace-failure.tsx";

export interface DatasetActionsProps {
  readonly detail: DatasetDetail;
}

export const DatasetActions = ({ detail }: DatasetActionsProps): JSX.Element => {
  const { store } = useApp();
  const isRoot = store.view.value.root === detail.id;
  const target = toTraceableId(detail.id);
  const isTraced = detail.state === "traced";
  return (
    <div class="actions">
      {!isRoot && (
        <button
          type="button"
          class="button"
          title="Draw the lineage of this dataset (Enter)"
          onClick={() => store.navigation.navigate({ root: detail.id, selection: undefined })}
        >
          Make root
        </button>
      )}
      {target !== undefined && (
        <button
          type="button"
          class={isTraced ? "button" : "button primary"}
          disabled={store.traceActions.pending.value}
          title="Read its documents and those of its sources"
          onClick={() => void store.traceActions.start(target)}
        >
          {isTraced ? "Trace again" : "Trace"}
        </button>
      )}
      {detail.url !== undefined && <OutsideLink url={detail.url} label="live page" />}
      <TraceFailure />
    </div>
  );
};
