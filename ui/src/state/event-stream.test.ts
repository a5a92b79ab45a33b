import { beforeEach, describe, expect, it } from "vitest";
import type { TraceEvent } from "../../../schema/events.ts";
import { aTraceId } from "../test-data.ts";
import { followTrace, type SocketHandlers } from "./event-stream.ts";

const anEvent = (seq: number) =>
  JSON.stringify({
    type: "trace-start",
    traceId: aTraceId,
    seq,
    at: "2025-11-24T10:00:00Z",
    roots: ["a/root"],
    resumed: false,
  });

let sockets: { readonly handlers: SocketHandlers; readonly sent: unknown[]; closed: boolean }[];
let timers: (() => void)[];
let received: number[];
let states: string[];

const follow = () =>
  followTrace(aTraceId, {
    openSocket: (handlers) => {
      const socket = { handlers, sent: [] as unknown[], closed: false };
      sockets.push(socket);
      return {
        send: (text) => void socket.sent.push(JSON.parse(text)),
        close: () => {
          socket.closed = true;
        },
      };
    },
    after: (_delayMs, action) => {
      timers.push(action);
      return () => {
        timers = timers.filter((one) => one !== action);
      };
    },
    onEvents: (events: readonly TraceEvent[]) => received.push(...events.map((event) => event.seq)),
    onConnection: (state) => states.push(state),
  });
const runTimers = () => {
  const due = timers;
  timers = [];
  for (const action of due) action();
};

beforeEach(() => {
  sockets = [];
  timers = [];
  received = [];
  states = [];
});

describe("following a trace", () => {
  it("asks for everything at first", () => {
    follow();
    sockets[0]?.handlers.onOpen();

    expect(sockets[0]?.sent).toEqual([{ type: "subscribe", traceId: aTraceId, afterSeq: 0 }]);
  });

  it("asks for what came after its last event when the connection is back", () => {
    follow();
    sockets[0]?.handlers.onOpen();
    sockets[0]?.handlers.onMessage(anEvent(1));
    sockets[0]?.handlers.onMessage(anEvent(2));
    runTimers();
    sockets[0]?.handlers.onClose();
    runTimers();
    sockets[1]?.handlers.onOpen();

    expect(sockets[1]?.sent).toEqual([{ type: "subscribe", traceId: aTraceId, afterSeq: 2 }]);
    expect(states).toEqual(["connecting", "open", "lost", "connecting", "open"]);
  });

  it("hands each event over once and in order, in batches", () => {
    follow();
    for (const seq of [1, 2, 2, 1, 3]) sockets[0]?.handlers.onMessage(anEvent(seq));
    expect(received).toEqual([]);
    runTimers();

    expect(received).toEqual([1, 2, 3]);
  });

  it("asks again when an event is missing", () => {
    follow();
    sockets[0]?.handlers.onMessage(anEvent(1));
    sockets[0]?.handlers.onMessage(anEvent(3));

    expect(sockets[0]?.sent).toEqual([{ type: "subscribe", traceId: aTraceId, afterSeq: 1 }]);
  });

  it.each([
    "not json",
    "{}",
    "null",
    "[]",
    JSON.stringify({ ...JSON.parse(anEvent(1)), type: "unheard-of" }),
    JSON.stringify({ ...JSON.parse(anEvent(1)), type: "constructor" }),
    JSON.stringify({ ...JSON.parse(anEvent(1)), seq: "1" }),
    JSON.stringify({ ...JSON.parse(anEvent(1)), seq: 0 }),
    JSON.stringify({ ...JSON.parse(anEvent(1)), seq: 1.5 }),
    JSON.stringify({ ...JSON.parse(anEvent(1)), at: 7 }),
    new ArrayBuffer(3),
  ])("goes on after %s", (message) => {
    follow();
    sockets[0]?.handlers.onMessage(message);
    sockets[0]?.handlers.onMessage(anEvent(1));
    runTimers();

    expect(received).toEqual([1]);
  });

  it("does nothing any more once it is closed", () => {
    const following = follow();
    sockets[0]?.handlers.onMessage(anEvent(1));
    following.close();
    sockets[0]?.handlers.onClose();
    runTimers();

    expect(sockets).toHaveLength(1);
    expect(sockets[0]?.closed).toBe(true);
    expect(received).toEqual([]);
  });
});
