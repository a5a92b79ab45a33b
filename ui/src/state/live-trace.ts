import { effect, signal, type ReadonlySignal } from "@preact/signals";
import type { TraceEvent } from "../../../schema/events.ts";
import type { TraceId } from "../../../schema/ids.ts";
import { followTrace, type OpenSocket } from "./event-stream.ts";
import { addEvents, startProgress, type TraceProgress } from "./trace-progress.ts";

export interface LiveTrace {
  /** Undefined while no trace is followed. */
  readonly progress: ReadonlySignal<TraceProgress | undefined>;
  readonly connection: ReadonlySignal<"connecting" | "open" | "lost">;
  /** The latest events, the last one last; older ones are forgotten. */
  readonly log: ReadonlySignal<readonly TraceEvent[]>;
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

/** More than anybody reads back; a trace of a thousand datasets has tens of thousands of events. */
const KEPT_EVENTS = 500;

/** Follows the trace that the view names, and goes on following it when its panel is closed. */
export const createLiveTrace = (dependencies: LiveTraceDependencies): LiveTrace => {
  const progress = signal<TraceProgress | undefined>(undefined);
  const connection = signal<"connecting" | "open" | "lost">("connecting");
  const log = signal<readonly TraceEvent[]>([]);
  let following: { readonly close: () => void } | undefined;

  const follow = (traceId: TraceId): void => {
    if (progress.peek()?.traceId === traceId) return;
    following?.close();
    progress.value = startProgress(traceId);
    log.value = [];
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
        log.value = [...log.peek(), ...events].slice(-KEPT_EVENTS);
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
    log,
    follow,
    close: () => {
      stopEffect();
      following?.close();
    },
  };
};
