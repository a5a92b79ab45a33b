import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import { toTraceableId } from "../state/dataset-text.ts";
import { useApp } from "./app-context.ts";
import { TraceFailure } from "./trace-failure.tsx";

/** Names a dataset and traces it. */
export const StartTrace = (): JSX.Element => {
  const { traceActions } = useApp().store;
  const text = useSignal("");
  const complaint = useSignal(false);
  const start = (event: SubmitEvent): void => {
    event.preventDefault();
    const id = toTraceableId(text.value);
    complaint.value = id === undefined;
    if (id !== undefined) void traceActions.start(id);
  };
  return (
    <form class="start-trace" onSubmit={start}>
      <label for="start-trace">Dataset to trace</label>
      <div class="start-trace-row">
        <input
          id="start-trace"
          class="mono"
          type="text"
          placeholder="owner/name or its Hub address"
          spellcheck={false}
          autocapitalize="off"
          autocomplete="off"
          value={text.value}
          aria-invalid={complaint.value}
          aria-describedby="start-trace-help"
          onInput={(event) => {
            text.value = event.currentTarget.value;
            complaint.value = false;
          }}
        />
        <button type="submit" class="button primary" disabled={traceActions.pending.value}>
          {traceActions.pending.value ? "Starting" : "Trace"}
        </button>
      </div>
      <p id="start-trace-help" class={complaint.value ? "complaint" : "muted"}>
        {complaint.value
          ? "This is not a dataset id. An id has an owner and a name, as in owner/name."
          : "Reads public documents only. You can stop it at any time and keep what was found."}
      </p>
      <TraceFailure />
    </form>
  );
};
