import type { WebSocket } from "@fastify/websocket";
import { ClientMessage } from "../../schema/events.ts";
import type { TraceId } from "../../schema/ids.ts";
import type { TracingService } from "../tracing.ts";

/** A client that takes no event for this long is cut off; it resumes with `afterSeq` when it comes back. */
const SEND_TIMEOUT_MS = 30_000;
const MAX_SUBSCRIPTIONS = 32;

/** Close codes of RFC 6455. */
const POLICY_VIOLATION = 1008;
const TRY_AGAIN_LATER = 1013;

export interface EventSocketDependencies {
  readonly tracing: Pick<TracingService, "follow">;
  /** Stops all subscriptions: the service closes. */
  readonly signal: AbortSignal;
  readonly onError: (error: unknown) => void;
  readonly sendTimeoutMs?: number;
}

/**
 * Speaks schema/events.ts with one client: `subscribe` replays a trace's events after `afterSeq` and then follows it. Each
 * event waits until the one before it has left, so a slow reader holds back only itself.
 */
export const serveEvents = (socket: WebSocket, dependencies: EventSocketDependencies): void => {
  const subscriptions = new Map<TraceId, AbortController>();
  const stopAll = (): void => {
    for (const controller of subscriptions.values()) controller.abort();
    subscriptions.clear();
    dependencies.signal.removeEventListener("abort", stopAll);
  };
  const subscribe = (traceId: TraceId, afterSeq: number): void => {
    subscriptions.get(traceId)?.abort();
    if (!subscriptions.has(traceId) && subscriptions.size >= MAX_SUBSCRIPTIONS) {
      socket.close(POLICY_VIOLATION, `at most ${MAX_SUBSCRIPTIONS} traces at a time`);
      return;
    }
    const controller = new AbortController();
    subscriptions.set(traceId, controller);
    pump(socket, { ...dependencies, traceId, afterSeq, signal: controller.signal }).catch(
      dependencies.onError,
    );
  };
  dependencies.signal.addEventListener("abort", stopAll);
  socket.on("close", stopAll);
  socket.on("error", dependencies.onError);
  socket.on("message", (data) => {
    const message = parseMessage(String(data));
    if (message === undefined) {
      socket.close(POLICY_VIOLATION, "expected a subscribe or unsubscribe message");
    } else if (message.type === "subscribe") {
      subscribe(message.traceId, message.afterSeq);
    } else {
      subscriptions.get(message.traceId)?.abort();
      subscriptions.delete(message.traceId);
    }
  });
};

const parseMessage = (text: string): ClientMessage | undefined => {
  try {
    return ClientMessage.safeParse(JSON.parse(text)).data;
  } catch {
    // Not JSON: as malformed as a wrong shape.
    return undefined;
  }
};

interface Subscription extends EventSocketDependencies {
  readonly traceId: TraceId;
  readonly afterSeq: number;
}

const pump = async (socket: WebSocket, subscription: Subscription): Promise<void> => {
  const { tracing, traceId, afterSeq, signal, sendTimeoutMs = SEND_TIMEOUT_MS } = subscription;
  for await (const event of tracing.follow(traceId, afterSeq, signal)) {
    const sent = await send(socket, JSON.stringify(event), sendTimeoutMs);
    if (sent) continue;
    socket.close(TRY_AGAIN_LATER, "too slow: resume with afterSeq");
    socket.terminate();
    return;
  }
};

/** Whether the text left for the network within the time; false when the client stalls or has gone. */
const send = (socket: WebSocket, text: string, timeoutMs: number): Promise<boolean> =>
  new Promise((resolve) => {
    const timer = setTimeout(() => resolve(false), timeoutMs);
    socket.send(text, (error) => {
      clearTimeout(timer);
      resolve(error === undefined || error === null);
    });
  });
