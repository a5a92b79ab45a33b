import { expect, test } from "vitest";
import type { Database } from "../../graph/database.ts";
import { AppError } from "../../schema/errors.ts";
import { observeDatabase } from "../observe-database.ts";
import { createMetrics, type MetricSources } from "./metrics.ts";
import { aServer } from "./test-server.ts";

const sources: MetricSources = {
  watchEngine: () => undefined,
  engineLoad: () => ({ reads: 1, writes: 2, waitingWrites: 3 }),
  engineRestarts: () => 4,
  countGraph: async () => ({ datasets: 5, documents: 6, accepted: 7, flagged: 8 }),
  countRunningTraces: () => 9,
};

const linesOf = async (parts: Partial<MetricSources>): Promise<readonly string[]> =>
  (await createMetrics({ ...sources, ...parts }).text()).split("\n");

test("the figures of now are read with each answer", async () => {
  const lines = await linesOf({});

  expect(lines).toEqual(
    expect.arrayContaining([
      "stemma_engine_reads 1",
      "stemma_engine_writes_waiting 3",
      "stemma_engine_restarts 4",
      "stemma_traces_running 9",
      'stemma_graph_size{what="documents"} 6',
    ]),
  );
  expect(lines.some((line) => line.startsWith("nodejs_eventloop_lag_seconds "))).toBe(true);
});

test("an engine that is away takes none of the other figures with it", async () => {
  const lines = await linesOf({ countGraph: () => Promise.reject(new Error("away")) });

  expect(lines).toContain("stemma_engine_restarts 4");
  expect(lines.some((line) => line.startsWith("stemma_graph_size{"))).toBe(false);
});

test("no label says what a user asked for", async () => {
  const metrics = createMetrics(sources);
  const app = await aServer({ metrics });

  await app.inject("/api/datasets/secret%2Fname?token=secret");
  await app.inject("/api/secret-address");
  await app.inject("/secret-page");
  const answer = await app.inject("/api/metrics");
  await app.close();

  expect(answer.headers["content-type"]).toMatch("text/plain");
  expect(answer.body).not.toContain("secret");
  expect(answer.body).toContain('route="/api/datasets/:id",status="400"');
});

test("an observed engine tells kind and outcome of each call, and what waits", async () => {
  const gate: { open?: () => void } = {};
  const turn = new Promise<void>((resolve) => (gate.open = resolve));
  const engine: Pick<Database, "read" | "write"> = {
    read: async () => {
      throw new AppError("too slow", { code: "QUERY_TIMEOUT" });
    },
    write: async (work) => {
      await turn;
      return work({ run: async () => [] });
    },
  };
  const observed = observeDatabase(engine as Database);
  const calls: string[] = [];
  observed.watch(({ kind, outcome }) => calls.push(`${kind} ${outcome}`));

  await expect(observed.read("RETURN 1")).rejects.toThrow(AppError);
  const writing = observed.write(async () => observed.load());
  const waiting = observed.load();
  gate.open?.();
  const working = await writing;

  expect(waiting).toEqual({ reads: 0, writes: 1, waitingWrites: 1 });
  expect(working).toEqual({ reads: 0, writes: 1, waitingWrites: 0 });
  expect(observed.load()).toEqual({ reads: 0, writes: 0, waitingWrites: 0 });
  expect(calls).toEqual(["read QUERY_TIMEOUT", "write ok"]);
});
