import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { Database } from "../graph/database.ts";
import { openTestDatabase } from "../graph/testing/open-test-database.ts";
import { createLeaseStore } from "../graph/store/leases.ts";
import { parseConfig } from "./config.ts";
import { createStemma, type Stemma } from "./main.ts";
import { projectFolder } from "./project-folder.ts";
import { testGraphEnvironment } from "./testing/test-graph.ts";

const MIRROR = join(projectFolder(), "examples", "mirror");
const PATIENCE_MS = 120_000;
const LONG_MS = 600_000;
const OTHER_HOST = "another-host 1 0000";
const request = { roots: ["brackwater-lab/shoal-math"], budget: {}, refresh: false };
let folder: string;
let database: Database;
let stemma: Stemma;

const open = (): Promise<Stemma> => {
  const environment = { ...testGraphEnvironment(), STEMMA_LOG_LEVEL: "silent" };
  return createStemma(parseConfig(environment, { data: folder, mirror: MIRROR }));
};

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "stemma-two-"));
  database = await openTestDatabase();
  stemma = await open();
});
afterEach(async () => {
  await stemma.close();
  await database.close();
  await rm(folder, { recursive: true, force: true });
});

test(
  "leaves a trace alone that another process is running, and takes it over when that one is gone",
  async () => {
    const leases = createLeaseStore(database, LONG_MS);
    const { trace } = await stemma.tracing.start(request);
    await stemma.tracing.cancel(trace.id);
    const lease = { id: `trace:${trace.id}`, owner: OTHER_HOST };
    await leases.take(lease, []);
    await database.write((transaction) =>
      transaction.run("MATCH (t:Trace {id: $id}) SET t.state = 'running'", { id: trace.id }),
    );

    await stemma.tracing.recover();
    const whileItRuns = await stemma.tracing.find(trace.id);

    expect(whileItRuns.state).toBe("running");
    await expect(stemma.tracing.start(request)).rejects.toMatchObject({ code: "CONFLICT" });
    await leases.release(lease);
    await stemma.tracing.recover();
    expect((await stemma.tracing.find(trace.id)).state).toBe("stopped");
    const resumed = await stemma.tracing.start(request);
    expect(resumed.trace.id).toBe(trace.id);
    expect((await stemma.tracing.ended(trace.id)).state).toBe("finished");
    expect(await leases.live()).toEqual([]);
  },
  PATIENCE_MS,
);

test(
  "waits for a dataset that another process is tracing",
  async () => {
    const leases = createLeaseStore(database, LONG_MS);
    const lease = { id: "dataset:brackwater-lab/shoal-math", owner: OTHER_HOST };
    await leases.take(lease, []);
    const { trace } = await stemma.tracing.start(request);
    for await (const event of stemma.tracing.follow(trace.id, 0, AbortSignal.timeout(PATIENCE_MS))) {
      if (event.type === "trace-start") break;
    }
    const visits = async (): Promise<unknown> =>
      (await database.read("MATCH (:Trace)-[v:VISITED]->() RETURN count(v) AS n"))[0]?.["n"];
    expect(await visits()).toBe(0);

    await leases.release(lease);

    expect((await stemma.tracing.ended(trace.id)).state).toBe("finished");
    expect(await visits()).toBeGreaterThan(0);
  },
  PATIENCE_MS,
);
