import type { JSX } from "preact";
import { formatElapsed } from "../state/format.ts";
import type { TraceProgress } from "../state/trace-progress.ts";
import { tracesWords } from "../words/traces-words.ts";
import { useApp } from "./app-context.ts";

export const TraceElapsed = ({ progress }: { readonly progress: TraceProgress }): JSX.Element | null => {
  const { clock } = useApp();
  if (progress.startedAt === undefined) return null;
  const isRunning = progress.state === "running";
  const elapsed =
    isRunning || progress.summary === undefined
      ? clock.value.getTime() - Date.parse(progress.startedAt)
      : progress.summary.elapsedMs;
  return (
    <span class="tabular muted" title={tracesWords().live.elapsed}>
      {formatElapsed(elapsed)}
    </span>
  );
};
