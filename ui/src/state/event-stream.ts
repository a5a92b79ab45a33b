import type { ClientMessage, TraceEvent } from "../../../schema/events.ts";
import type { TraceId } from "../../../schema/ids.ts";
import { isRecord } from "./is-record.ts";

export interface Socket {
  send(text: string): void;
  close(): void;
}

export interface SocketHandlers {
  readonly onOpen: () => void;
  readonly onMessage: (data: unknown) => void;
  readonly onClose: () => void;
}

export type OpenSocket = (handlers: SocketHandlers) => Socket;

export interface EventStreamDependencies {
  readonly openSocket: OpenSocket;
  /** Runs the action after a time; gives back how to call it off. */
  readonly after: (delayMs: number, action: () => void) => () => void;
  readonly onEvents: (events: readonly TraceEvent[]) => void;
  readonly onConnection: (state: "connecting" | "open" | "lost") => void;
}

const FIRST_RETRY_MS = 500;
const LONGEST_RETRY_MS = 15_000;
/** Events are handed over in batches of this time, so that a burst is drawn once. */
const BATCH_MS = 60;

/**
 * Follows one trace. After a lost connection it connects again and asks for what came after the last event it
 * has; a gap in the numbers makes it ask again, so that `onEvents` sees every event once and in order.
 */
export const followTrace = (traceId: TraceId, dependencies: EventStreamDependencies) => {
  const { openSocket, after, onEvents, onConnection } = dependencies;
  let socket: Socket | undefined;
  let lastSeq = 0;
  let retryMs = FIRST_RETRY_MS;
  let batch: TraceEvent[] = [];
  let cancelBatch: (() => void) | undefined;
  let cancelRetry: (() => void) | undefined;
  let closed = false;

  const subscribe = (): void => {
    const message: ClientMessage = { type: "subscribe", traceId, afterSeq: lastSeq };
    socket?.send(JSON.stringify(message));
  };
  const flush = (): void => {
    cancelBatch = undefined;
    const events = batch;
    batch = [];
    if (!closed) onEvents(events);
  };
  const receive = (data: unknown): void => {
    const event = parseEvent(data);
    if (event === undefined || event.traceId !== traceId || event.seq <= lastSeq) return;
    if (event.seq > lastSeq + 1) return subscribe();
    lastSeq = event.seq;
    batch.push(event);
    cancelBatch ??= after(BATCH_MS, flush);
  };
  const connect = (): void => {
    cancelRetry = undefined;
    onConnection("connecting");
    socket = openSocket({
      onOpen: () => {
        retryMs = FIRST_RETRY_MS;
        onConnection("open");
        subscribe();
      },
      onMessage: receive,
      onClose: () => {
        if (closed) return;
        onConnection("lost");
        cancelRetry = after(retryMs, connect);
        retryMs = Math.min(retryMs * 2, LONGEST_RETRY_MS);
      },
    });
  };
  connect();

  return {
    close: (): void => {
      closed = true;
      cancelBatch?.();
      cancelRetry?.();
      socket?.close();
    },
  };
};

const EVENT_TYPES = new Set<unknown>(
  Object.keys({
    "trace-start": true,
    "dataset-start": true,
    "document-read": true,
    "resource-failed": true,
    "claims-found": true,
    "claim-dropped": true,
    "model-called": true,
    "edge-decided": true,
    "dataset-end": true,
    "trace-end": true,
  } satisfies Record<TraceEvent["type"], true>),
);

/** A message that is not an event of ours is no reason to stop following. */
const parseEvent = (data: unknown): TraceEvent | undefined => {
  if (typeof data !== "string") return undefined;
  try {
    const message: unknown = JSON.parse(data);
    return isEvent(message) ? message : undefined;
  } catch {
    return undefined;
  }
};

/** By what every event has; the rest of it is as the service writes it, which reads its own events by their schema. */
const isEvent = (message: unknown): message is TraceEvent =>
  isRecord(message) &&
  EVENT_TYPES.has(message["type"]) &&
  typeof message["traceId"] === "string" &&
  typeof message["at"] === "string" &&
  Number.isSafeInteger(message["seq"]) &&
  Number(message["seq"]) >= 1;
