import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import { toTraceableId } from "../state/dataset-text.ts";
import { tracesWords } from "../words/traces-words.ts";
import { useApp } from "./app-context.ts";
import { TraceFailure } from "./trace-failure.tsx";
import { ViewLink } from "./view-link.tsx";

/** Names a dataset and traces it. */
export const StartTrace = (): JSX.Element => {
  const { traceActions } = useApp().store;
  const words = tracesWords().home;
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
      <label for="start-trace">{words.label}</label>
      <div class="start-trace-row">
        <input
          id="start-trace"
          class="mono"
          type="text"
          placeholder={words.placeholder}
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
          {traceActions.pending.value ? tracesWords().start.beginning : words.button}
        </button>
      </div>
      <p id="start-trace-help" class={complaint.value ? "complaint" : "muted"}>
        {complaint.value ? words.complaint : words.help}{" "}
        <ViewLink to={{ page: "traces", trace: undefined }}>{words.more}</ViewLink>
      </p>
      <TraceFailure />
    </form>
  );
};
