import { appendFile, mkdir, mkdtemp, readFile, rm, rmdir, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { TraceEvent, TraceEventBody } from "../schema/events.ts";
import { DatasetId, TraceId } from "../schema/ids.ts";
import { createEventLog } from "./event-log.ts";

const traceId = TraceId.parse("trace-0001");
const NOW = new Date("2026-11-24T08:00:00.000Z");
let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "stemma-events-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const aLog = () =>
  createEventLog({
    folder,
    now: () => NOW,
    onWriteError: (error) => {
      throw error;
    },
  });

const anEvent = (depth: number): TraceEventBody => ({
  type: "dataset-start",
  dataset: DatasetId.parse("harbour/logs"),
  depth,
  waiting: 0,
});

/** Takes `count` events after `afterSeq` and stops listening. */
const take = async (log: ReturnType<typeof aLog>, afterSeq: number, count: number): Promise<TraceEvent[]> => {
  const taken: TraceEvent[] = [];
  if (count === 0) return taken;
  for await (const event of log.follow(traceId, afterSeq, AbortSignal.timeout(5_000))) {
    taken.push(event);
    if (taken.length === count) break;
  }
  return taken;
};

const seqs = (events: readonly TraceEvent[]): number[] => events.map((event) => event.seq);

describe("the event log", () => {
  test("numbers events from 1 without gaps and dates them", async () => {
    const log = aLog();
    await log.open(traceId);

    for (let depth = 0; depth < 3; depth += 1) log.append(traceId, anEvent(depth));

    const events = await take(log, 0, 3);
    expect(seqs(events)).toEqual([1, 2, 3]);
    expect(events[0]).toMatchObject({ traceId, at: NOW.toISOString(), type: "dataset-start" });
  });

  test("shows a follower what comes later", async () => {
    const log = aLog();
    await log.open(traceId);
    const following = take(log, 0, 2);

    log.append(traceId, anEvent(0));
    await new Promise((resolve) => setImmediate(resolve));
    log.append(traceId, anEvent(1));

    expect(seqs(await following)).toEqual([1, 2]);
  });

  test("resumes after the number that a client saw", async () => {
    const log = aLog();
    await log.open(traceId);
    for (let depth = 0; depth < 5; depth += 1) log.append(traceId, anEvent(depth));

    expect(seqs(await take(log, 3, 2))).toEqual([4, 5]);
  });

  test("goes on numbering, and replays from the file, after a restart", async () => {
    const before = aLog();
    await before.open(traceId);
    before.append(traceId, anEvent(0));
    before.append(traceId, anEvent(1));
    await before.close(traceId);

    const after = aLog();
    const last = await after.open(traceId);
    after.append(traceId, anEvent(2));

    expect(last).toBe(2);
    expect(seqs(await take(after, 0, 3))).toEqual([1, 2, 3]);
  });

  test("cuts off the line that a killed process was writing", async () => {
    const before = aLog();
    await before.open(traceId);
    before.append(traceId, anEvent(0));
    await before.close(traceId);
    await appendFile(join(folder, `${traceId}.ndjson`), '{"type":"dataset-st');

    const after = aLog();
    await after.open(traceId);
    after.append(traceId, anEvent(1));

    const events = await take(after, 0, 2);
    const lines = (await readFile(join(folder, `${traceId}.ndjson`), "utf8")).trimEnd().split("\n");
    expect(seqs(events)).toEqual([1, 2]);
    expect(lines).toHaveLength(2);
  });

  test("replays a trace that is not running, and follows it when it goes on", async () => {
    const before = aLog();
    await before.open(traceId);
    before.append(traceId, anEvent(0));
    await before.close(traceId);
    const log = aLog();
    const following = take(log, 0, 2);

    await log.open(traceId);
    log.append(traceId, anEvent(1));

    expect(seqs(await following)).toEqual([1, 2]);
  });

  test("shows a follower of one run what the next run of the same trace tells", async () => {
    const log = aLog();
    await log.open(traceId);
    const following = take(log, 0, 2);
    log.append(traceId, anEvent(0));
    await log.close(traceId);

    await log.open(traceId);
    log.append(traceId, anEvent(1));

    expect(seqs(await following)).toEqual([1, 2]);
  });

  test("reads from the file what has left the memory", async () => {
    const log = aLog();
    await log.open(traceId);
    const slow = log.follow(traceId, 0, AbortSignal.timeout(10_000));
    log.append(traceId, anEvent(0));
    const first = await slow.next();
    for (let depth = 1; depth < 5_000; depth += 1) {
      log.append(traceId, anEvent(depth));
      if (depth % 500 === 0) await new Promise((resolve) => setTimeout(resolve, 1));
    }

    const rest: number[] = [];
    for await (const event of slow) {
      rest.push(event.seq);
      if (event.seq === 5_000) break;
    }

    expect(first.value?.seq).toBe(1);
    expect(rest).toEqual(Array.from({ length: 4_999 }, (_, index) => index + 2));
  });

  test("ends a follower whose signal aborts while nothing comes", async () => {
    const log = aLog();
    await log.open(traceId);
    const controller = new AbortController();
    const following = log.follow(traceId, 0, controller.signal).next();

    controller.abort();

    expect((await following).done).toBe(true);
  });

  test("fails for a follower whose last events can never be written, instead of waiting for them", async () => {
    const failures: unknown[] = [];
    const log = createEventLog({ folder, now: () => NOW, onWriteError: (error) => failures.push(error) });
    await log.open(traceId);
    log.append(traceId, anEvent(0));
    const following = log.follow(traceId, 0, AbortSignal.timeout(10_000));
    const first = await following.next();
    const second = following.next();

    await rm(folder, { recursive: true });
    log.append(traceId, anEvent(1));
    await Promise.all([
      log.close(traceId),
      expect(second).rejects.toMatchObject({
        code: "STORAGE_FAILED",
        message: expect.stringContaining(`${traceId}.ndjson`),
      }),
    ]);

    expect(first.value?.seq).toBe(1);
    expect(failures).toHaveLength(2);
  });

  test("leaves neither gap nor half a line after a write that failed in its middle", async () => {
    const failures: unknown[] = [];
    const log = createEventLog({ folder, now: () => NOW, onWriteError: (error) => failures.push(error) });
    const file = join(folder, `${traceId}.ndjson`);
    await log.open(traceId);
    log.append(traceId, anEvent(0));
    await take(log, 0, 1);
    const whole = await readFile(file, "utf8");
    await rm(file);
    await mkdir(file);
    log.append(traceId, anEvent(1));
    await vi.waitFor(() => expect(failures).toHaveLength(1));
    await rmdir(file);
    await writeFile(file, `${whole}{"type":"dataset-sta`);

    log.append(traceId, anEvent(2));

    expect(seqs(await take(log, 0, 3))).toEqual([1, 2, 3]);
    const lines = (await readFile(file, "utf8")).trimEnd().split("\n");
    expect(lines.map((line) => (JSON.parse(line) as TraceEvent).seq)).toEqual([1, 2, 3]);
  });
});
