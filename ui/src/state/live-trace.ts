import { effect, signal, type ReadonlySignal } from "@preact/signals";
import type { TraceEvent } from "../../../schema/events.ts";
import type { TraceId } from "../../../schema/ids.ts";
import { followTrace, type OpenSocket } from "./event-stream.ts";
import { addEvents, startProgress, type TraceProgress } from "./trace-progress.ts";

export interface LiveTrace {
  /** Undefined while no trace is followed. */
  readonly progress: ReadonlySignal<TraceProgress | undefined>;
  readonly connection: ReadonlySignal<"connecting" | "open" | "lost">;
  follow(traceId: TraceId): void;
  close(): void;
}

export interface LiveTraceDependencies {
  readonly wanted: ReadonlySignal<TraceId | undefined>;
  readonly openSocket: OpenSocket;
  readonly after: (delayMs: number, action: () => void) => () => void;
  /** Called with each batch once it is counted. */
  readonly onEvents: (events: readonly TraceEvent[], progress: TraceProgress) => void;
}

/** Follows the trace that the view names, and goes on following it when its panel is closed. */
export const createLiveTrace = (dependencies: LiveTraceDependencies): LiveTrace => {
  const progress = signal<TraceProgress | undefined>(undefined);
  const connection = signal<"connecting" | "open" | "lost">("connecting");
  let following: { readonly close: () => void } | undefined;

  const follow = (traceId: TraceId): void => {
    if (progress.peek()?.traceId === traceId) return;
    following?.close();
    progress.value = startProgress(traceId);
    following = followTrace(traceId, {
      openSocket: dependencies.openSocket,
      after: dependencies.after,
      onConnection: (state) => {
        connection.value = state;
      },
      onEvents: (events) => {
        const before = progress.peek() ?? startProgress(traceId);
        const next = addEvents(before, events);
        progress.value = next;
        dependencies.onEvents(events, next);
      },
    });
  };

  const stopEffect = effect(() => {
    const wanted = dependencies.wanted.value;
    if (wanted !== undefined) follow(wanted);
  });
  return {
    progress,
    connection,
    follow,
    close: () => {
      stopEffect();
      following?.close();
    },
  };
};
