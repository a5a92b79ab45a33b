import { computed, effect, type ReadonlySignal } from "@preact/signals";
import type { TraceId } from "../../../../schema/ids.ts";
import { createResource } from "../resource.ts";
import type { TraceProgress } from "../trace-progress.ts";
import type { ViewState } from "../view-state.ts";
import type { TracesClient } from "./traces-client.ts";

export type TracesStore = ReturnType<typeof createTracesStore>;

export interface TracesStoreDependencies {
  readonly client: TracesClient;
  readonly view: ReadonlySignal<ViewState>;
  readonly progress: ReadonlySignal<TraceProgress | undefined>;
}

/** What the traces page fetches beside the events: the trace's record, and what it found otherwise once it has ended. */
export const createTracesStore = ({ client, view, progress }: TracesStoreDependencies) => {
  const wanted = computed<TraceId | undefined>(() =>
    view.value.page === "traces" ? view.value.trace : undefined,
  );
  const shown = computed(() => (progress.value?.traceId === wanted.value ? progress.value : undefined));
  const hasEnded = computed(() => shown.value !== undefined && shown.value.state !== "running");
  const record = createResource(wanted, client.trace);
  const changes = createResource(
    computed(() => (hasEnded.value ? wanted.value : undefined)),
    client.changes,
  );
  // A trace that goes on, or ends, has another record.
  const stopEffect = effect(() => {
    void hasEnded.value;
    record.reload();
  });
  return {
    wanted,
    progress: shown,
    record,
    changes,
    close: (): void => {
      stopEffect();
      record.close();
      changes.close();
    },
  };
};
