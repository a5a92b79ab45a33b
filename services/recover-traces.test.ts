import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { AppError } from "../schema/errors.ts";
import { recoverTraces } from "./recover-traces.ts";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const away = new AppError("Neo4j is not available", { code: "ENGINE_UNAVAILABLE", transient: true });
const refusing = new AppError("Neo4j refuses the user", { code: "ENGINE_UNAVAILABLE" });
const broken = new AppError("no such property", { code: "QUERY_INVALID" });

/** Fails with each of these in turn, and then looks at the traces. */
const aTracing = (failures: readonly Error[]) => {
  const waiting = [...failures];
  const recover = vi.fn(async () => {
    const failure = waiting.shift();
    if (failure !== undefined) throw failure;
    return [];
  });
  const told: string[] = [];
  const log = {
    info: (text: string): unknown => told.push(text),
    error: (_: unknown, text: string): unknown => told.push(text),
  };
  return { recover, told, log: log as never };
};

test("a graph that comes back refusing for a while is looked for until it answers", async () => {
  const { recover, told, log } = aTracing([away, refusing, refusing]);

  const recovery = await recoverTraces({ recover } as never, { log, mayBeAway: true });
  await vi.advanceTimersByTimeAsync(60_000);
  await recovery.close();

  expect(recover).toHaveBeenCalledTimes(4);
  expect(told).toEqual(["the graph is back"]);
});

test("a fault that no waiting mends is told once", async () => {
  const { recover, told, log } = aTracing([away, broken]);

  const recovery = await recoverTraces({ recover } as never, { log, mayBeAway: true });
  await vi.advanceTimersByTimeAsync(60_000);
  await recovery.close();

  expect(recover).toHaveBeenCalledTimes(2);
  expect(told).toEqual(["traces that were left running could not be looked at"]);
});

test("a graph that refuses from the start is a failure", async () => {
  const { recover, log } = aTracing([refusing]);

  await expect(recoverTraces({ recover } as never, { log, mayBeAway: true })).rejects.toBe(refusing);
});
