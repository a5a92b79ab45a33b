import type { JSX } from "preact";
import { tracesWords } from "../words/traces-words.ts";
import { useApp } from "./app-context.ts";

/** The last start or stop that failed. */
export const TraceFailure = (): JSX.Element | null => {
  const failure = useApp().store.traceActions.failure.value;
  return failure === undefined ? null : (
    <p class="complaint" role="alert">
      {tracesWords().live.failure(failure.message)}
    </p>
  );
};
