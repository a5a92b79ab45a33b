import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { FastifyInstance } from "fastify";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { TraceEvent, type TraceEventBody } from "../../schema/events.ts";
import { DatasetId, TraceId } from "../../schema/ids.ts";
import { createEventLog, type EventLog } from "../event-log.ts";
import type { TracingService } from "../tracing.ts";
import { aServer } from "./test-server.ts";

const traceId = TraceId.parse("trace-0001");
let folder: string;
let events: EventLog;
let app: FastifyInstance;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "stemma-socket-"));
  events = createEventLog({
    folder,
    now: () => new Date(0),
    onWriteError: (error) => {
      throw error;
    },
  });
  await events.open(traceId);
  const tracing = { follow: events.follow } as TracingService;
  app = await aServer({ tracing });
  await app.ready();
});
afterEach(async () => {
  await app.close();
  await rm(folder, { recursive: true, force: true });
});

const append = (count: number): void => {
  const body: TraceEventBody = {
    type: "dataset-start",
    dataset: DatasetId.parse("harbour/logs"),
    depth: 0,
    waiting: 0,
  };
  for (let index = 0; index < count; index += 1) events.append(traceId, body);
};

type Socket = Awaited<ReturnType<FastifyInstance["injectWS"]>>;

const connect = (): Promise<Socket> => app.injectWS("/api/events", { headers: { host: "localhost" } });

/** Resolves with the numbers of the next events. */
const receive = (socket: Socket, count: number): Promise<number[]> =>
  new Promise((resolve) => {
    const seqs: number[] = [];
    const take = (data: unknown): void => {
      seqs.push(TraceEvent.parse(JSON.parse(String(data))).seq);
      if (seqs.length < count) return;
      socket.off("message", take);
      resolve(seqs);
    };
    socket.on("message", take);
  });

const closing = (socket: Socket): Promise<number> =>
  new Promise((resolve) => socket.on("close", (code: number) => resolve(code)));

const subscribe = (socket: Socket, afterSeq: number): void =>
  socket.send(JSON.stringify({ type: "subscribe", traceId, afterSeq }));

describe("the event socket", () => {
  test("replays what was missed and then follows", async () => {
    append(3);
    const socket = await connect();
    const received = receive(socket, 4);

    subscribe(socket, 1);
    await new Promise((resolve) => setTimeout(resolve, 20));
    append(2);

    expect(await received).toEqual([2, 3, 4, 5]);
    socket.terminate();
  });

  test("goes on from the last number after a reconnect", async () => {
    append(2);
    const first = await connect();
    const before = receive(first, 2);
    subscribe(first, 0);
    expect(await before).toEqual([1, 2]);
    first.terminate();
    append(2);

    const second = await connect();
    const after = receive(second, 2);
    subscribe(second, 2);

    expect(await after).toEqual([3, 4]);
    second.terminate();
  });

  test("sends nothing more after unsubscribe", async () => {
    const socket = await connect();
    const first = receive(socket, 1);
    subscribe(socket, 0);
    append(1);
    await first;
    let later = 0;
    socket.on("message", () => (later += 1));

    socket.send(JSON.stringify({ type: "unsubscribe", traceId }));
    await new Promise((resolve) => setTimeout(resolve, 20));
    append(3);
    await new Promise((resolve) => setTimeout(resolve, 20));

    expect(later).toBe(0);
    socket.terminate();
  });

  test.each(["not json", '{"type":"delete"}', '{"type":"subscribe","traceId":"../../etc","afterSeq":0}'])(
    "closes with 1008 on %j",
    async (message) => {
      const socket = await connect();
      const code = closing(socket);

      socket.send(message);

      expect(await code).toBe(1008);
    },
  );

  test("says that the service goes away", async () => {
    const socket = await connect();
    const code = closing(socket);
    subscribe(socket, 0);

    await app.close();

    expect(await code).toBe(1001);
  });
});
