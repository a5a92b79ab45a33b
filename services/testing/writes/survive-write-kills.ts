import { setTimeout as delay } from "node:timers/promises";
import { loadBenchmarks } from "../../load-benchmarks.ts";
import { openTestGraph } from "../test-graph.ts";
import { findLosses } from "./find-losses.ts";
import { startServiceProcess, type ServiceProcess } from "./service-process.ts";
import { startWriters, type WriteLog } from "./write-log.ts";

/** Who dies: everything at once; the embedded engine, then everything; a server of the caller's, then everything. */
export type Victim = "service" | "engine" | "server";

export interface KillPoint {
  /** In milliseconds. */
  readonly afterMs: number;
  /** From when: the service's readiness, or its first answer to a write, however long a busy machine takes for that. */
  readonly counts: "from-ready" | "from-answer";
  readonly victim: Victim;
}

export interface KillWorld {
  readonly data: string;
  readonly mirror: string;
  readonly roots: readonly string[];
  readonly random: () => number;
  /** Grows from point to point: what was acknowledged once must stay. */
  readonly log: WriteLog;
  /** Kills the graph's server and starts it again; resolves when it is ready. */
  readonly restartServer?: () => Promise<void>;
}

/** How long writers go on after the engine alone was killed, in milliseconds. */
const AFTERMATH_MS = 1_500;

/** Lets clients write to a service, kills at the point, reopens the graph and gives what is lost or by half. */
export const surviveWriteKill = async (world: KillWorld, point: KillPoint): Promise<readonly string[]> => {
  const service = await startServiceProcess(world);
  const writers = startWriters({ ...world, origin: service.origin });
  if (point.counts === "from-answer") await firstAnswer(world.log);
  await delay(point.afterMs);
  if (point.victim !== "service") {
    await killGraph(service, world, point.victim);
    await delay(AFTERMATH_MS);
  }
  await service.kill();
  await writers.stop();
  const database = await openTestGraph(world.data);
  try {
    const benchmarks = await loadBenchmarks({ mirrorFolder: world.mirror });
    return await findLosses({ database, data: world.data, benchmarks }, world.log);
  } finally {
    await database.close();
  }
};

const LOOK_EVERY_MS = 10;
/** A service that answers nothing for so long is killed all the same. */
const PATIENCE_MS = 60_000;

const firstAnswer = async (log: WriteLog): Promise<void> => {
  const before = log.answered;
  for (let waited = 0; log.answered === before && waited < PATIENCE_MS; waited += LOOK_EVERY_MS) {
    await delay(LOOK_EVERY_MS);
  }
};

const killGraph = async (service: ServiceProcess, world: KillWorld, victim: Victim): Promise<void> => {
  if (victim === "engine") await service.killEngine();
  else await world.restartServer?.();
};
