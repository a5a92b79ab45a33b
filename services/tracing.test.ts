import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pino } from "pino";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Database } from "../graph/database.ts";
import { createLineageStore } from "../graph/store/lineage.ts";
import { createTraceStore } from "../graph/store/traces.ts";
import { openTestDatabase } from "../graph/testing/open-test-database.ts";
import { AppError } from "../schema/errors.ts";
import type { TraceEvent } from "../schema/events.ts";
import { DatasetId, TraceId } from "../schema/ids.ts";
import { createEventLog } from "./event-log.ts";
import { aSummary } from "./test-data.ts";
import { NO_LEASES } from "./leases.ts";
import type { TraceRun } from "./run-trace-to-end.ts";
import { createTracingService, type TracingService } from "./tracing.ts";

const NOW = new Date("2026-11-24T08:00:00.000Z");
let folder: string;
let database: Database;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "stemma-tracing-"));
  database = await openTestDatabase();
});
afterEach(async () => {
  await database.close();
  await rm(folder, { recursive: true, force: true });
});

let traceCount = 0;
/** A service as a new process would build it, over the same graph and folder. */
const aService = (runTrace: (run: TraceRun) => Promise<void>): TracingService =>
  createTracingService({
    runTrace,
    traces: createTraceStore(database),
    aliases: createLineageStore(database).aliases,
    log: pino({ level: "silent" }),
    leases: NO_LEASES,
    events: createEventLog({
      folder,
      now: () => NOW,
      onWriteError: (error) => {
        throw error;
      },
    }),
    now: () => NOW,
    newTraceId: () => TraceId.parse(`trace-${String((traceCount += 1)).padStart(4, "0")}`),
  });

/** Ends as the agents do: stores the state, then tells it. */
const endAs =
  (state: "finished" | "stopped") =>
  async ({ trace, resumed, emit }: TraceRun): Promise<void> => {
    await createTraceStore(database).begin(trace);
    emit({ type: "trace-start", roots: trace.roots, resumed });
    await createTraceStore(database).end({ ...trace, state, endedAt: NOW.toISOString() });
    emit({ type: "trace-end", state, summary: aSummary() });
  };

/** Runs until it is cancelled. */
const endWhenCancelled = async (run: TraceRun): Promise<void> => {
  await new Promise<void>((resolve) => run.signal.addEventListener("abort", () => resolve()));
  await endAs("stopped")(run);
};

const aRequest = (...roots: string[]) => ({ roots, budget: {}, refresh: false });

const eventsOf = async (service: TracingService, id: TraceId): Promise<TraceEvent[]> => {
  const events: TraceEvent[] = [];
  for await (const event of service.follow(id, 0, AbortSignal.timeout(5_000))) {
    events.push(event);
    if (event.type === "trace-end") break;
  }
  return events;
};

describe("the tracing service", () => {
  test("answers at once and tells the rest by events", async () => {
    const service = aService(endAs("finished"));

    const { trace } = await service.start(aRequest("harbour/logs"));

    expect(trace).toMatchObject({ state: "running", roots: ["harbour/logs"] });
    expect((await eventsOf(service, trace.id)).map((event) => event.type)).toEqual([
      "trace-start",
      "trace-end",
    ]);
    expect(await service.ended(trace.id)).toMatchObject({ state: "finished" });
  });

  test("starts a new trace of roots whose last one finished", async () => {
    const service = aService(endAs("finished"));
    const first = await service.start(aRequest("harbour/logs"));
    await service.ended(first.trace.id);

    const second = await service.start(aRequest("harbour/logs"));

    expect(second.trace.id).not.toBe(first.trace.id);
    await service.close();
  });

  test("goes on with the last trace of the same roots when it did not finish", async () => {
    const before = aService(endAs("stopped"));
    const first = await before.start(aRequest("harbour/logs", "harbour/maps"));
    await before.close();
    const runs: TraceRun[] = [];
    const after = aService(async (run) => {
      runs.push(run);
      await endAs("finished")(run);
    });

    const second = await after.start(aRequest("harbour/maps", "harbour/logs"));

    await after.ended(second.trace.id);
    expect(second.trace.id).toBe(first.trace.id);
    expect(second.afterSeq).toBe(2);
    expect(runs[0]?.resumed).toBe(true);
    expect(await after.find(first.trace.id)).toMatchObject({ state: "finished" });
  });

  test("starts anew on refresh, even when the last trace did not finish", async () => {
    const service = aService(endAs("stopped"));
    const first = await service.start(aRequest("harbour/logs"));
    await service.ended(first.trace.id);

    const second = await service.start({ ...aRequest("harbour/logs"), refresh: true });

    expect(second.trace.id).not.toBe(first.trace.id);
    await service.close();
  });

  test("makes one trace of two requests for the same roots at the same time", async () => {
    const service = aService(endWhenCancelled);

    const [one, other] = await Promise.all([
      service.start(aRequest("harbour/logs")),
      service.start(aRequest("harbour/logs")),
    ]);

    expect(one.trace.id).toBe(other.trace.id);
    await service.close();
  });

  test("marks what a killed process left running as stopped", async () => {
    const store = createTraceStore(database);
    const id = TraceId.parse("trace-killed");
    const roots = [DatasetId.parse("harbour/logs")];
    await store.begin({ id, roots, state: "running", budget: {}, startedAt: NOW.toISOString() });
    const service = aService(endAs("finished"));

    const left = await service.recover();

    expect(left.map((trace) => trace.id)).toContain(id);
    expect(await service.find(id)).toMatchObject({ state: "stopped" });
    expect((await service.find(id)).endReason).toMatch(/process ended/);
  });

  test("cancels a running trace and answers it as it ended", async () => {
    const service = aService(endWhenCancelled);
    const { trace } = await service.start(aRequest("harbour/logs"));

    expect(await service.cancel(trace.id)).toMatchObject({ id: trace.id, state: "stopped" });
  });

  test("counts the datasets that wait in the frontiers of running traces", async () => {
    const begun = new EventTarget();
    const hasBegun = new Promise((resolve) => begun.addEventListener("begun", resolve));
    const service = aService(async (run) => {
      await createTraceStore(database).begin(run.trace);
      begun.dispatchEvent(new Event("begun"));
      await endWhenCancelled(run);
    });
    expect(await service.countWaiting()).toBe(0);

    await service.start(aRequest("harbour/logs", "harbour/maps"));
    await hasBegun;

    expect(await service.countWaiting()).toBe(2);
    await service.close();
    expect(await service.countWaiting()).toBe(0);
  });

  test("records why a run broke off, and says it in a last event", async () => {
    const service = aService(async () => {
      throw new AppError("the engine is gone", { code: "ENGINE_UNAVAILABLE" });
    });
    const { trace } = await service.start(aRequest("harbour/logs"));

    const events = await eventsOf(service, trace.id);

    expect(events.at(-1)).toMatchObject({ type: "trace-end", state: "failed", reason: "the engine is gone" });
    expect(await service.ended(trace.id)).toMatchObject({ state: "failed", endReason: "the engine is gone" });
  });

  test("refuses a root that is no id", async () => {
    const service = aService(endAs("finished"));

    await expect(service.start(aRequest("not an id"))).rejects.toMatchObject({ code: "INPUT_INVALID" });
  });

  test("takes the address of a dataset's page as a root", async () => {
    const service = aService(endAs("finished"));

    const { trace } = await service.start(
      aRequest("https://huggingface.co/datasets/harbour/logs/tree/main?x=1"),
    );

    expect(trace.roots).toEqual(["harbour/logs"]);
    await service.close();
  });

  test("does not know a trace that was never begun", async () => {
    const service = aService(endAs("finished"));

    await expect(service.cancel(TraceId.parse("trace-unknown"))).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});
