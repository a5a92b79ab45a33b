import type { JSX } from "preact";
import type { TraceProgress } from "../state/trace-progress.ts";
import { tracesWords } from "../words/traces-words.ts";
import { useApp } from "./app-context.ts";
import { Icon } from "./icons.tsx";

export const TraceStop = ({ progress }: { readonly progress: TraceProgress }): JSX.Element => {
  const { traceActions } = useApp().store;
  const words = tracesWords().live;
  return (
    <button
      type="button"
      class="button"
      title={words.stopTitle}
      disabled={traceActions.pending.value}
      onClick={() => void traceActions.stop(progress.traceId)}
    >
      <Icon name="stop" /> {words.stop}
    </button>
  );
};
