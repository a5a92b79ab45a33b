import { randomUUID } from "node:crypto";
import { join } from "node:path";
import { type Logger, pino } from "pino";
import type { Database } from "../graph/database.ts";
import { openEmbedded } from "../graph/engines/embedded/open-embedded.ts";
import { createDocumentStore } from "../graph/store/documents.ts";
import type { Fault } from "../graph/store/find-faults.ts";
import { createLineageStore } from "../graph/store/lineage.ts";
import { createTraceStore } from "../graph/store/traces.ts";
import { TraceId } from "../schema/ids.ts";
import { type Access, createAccess } from "./auth/create-access.ts";
import type { Config } from "./config.ts";
import { createLineageReader } from "./create-lineage-reader.ts";
import type { TraceRunner } from "./create-trace-runner.ts";
import { createEventLog } from "./event-log.ts";
import { createMirror } from "./mirror/create-mirror.ts";
import type { HealthReader, LineageReader } from "./ports.ts";
import { readVersion } from "./read-version.ts";
import type { SourcesDeps } from "./sources/create-sources.ts";
import { createSystemClock } from "./sources/source-clock.ts";
import { createCypherConsole, type CypherConsole } from "./use-cases/run-cypher.ts";
import { createTracingService, type TracingService } from "./tracing.ts";

/** The running program: what commands and routes work with. */
export interface Stemma extends HealthReader {
  readonly config: Config;
  readonly lineage: LineageReader;
  readonly tracing: TracingService;
  readonly cypher: CypherConsole;
  readonly access: Access;
  readonly log: Logger;
  /** Looks for edges and nodes that break the graph's own rules. */
  check(): Promise<readonly Fault[]>;
  /** Stops the traces, then closes everything in reverse order of opening. */
  close(): Promise<void>;
}

/** What tests replace. */
export interface StemmaOverrides {
  readonly now?: () => Date;
  readonly newTraceId?: () => TraceId;
  readonly log?: Logger;
  readonly sources?: SourceOverrides;
}

/** How the sources wait, resolve names and connect, and how long they are patient. */
export type SourceOverrides = Partial<Pick<SourcesDeps, "clock" | "network" | "textReader" | "limits">>;

/**
 * The composition root: the only place that builds things.
 *
 * @throws AppError ENGINE_UNAVAILABLE when another process has the data folder open, INPUT_INVALID when the mirror is none
 */
export const createStemma = async (config: Config, overrides: StemmaOverrides = {}): Promise<Stemma> => {
  const closers: (() => Promise<void>)[] = [];
  const closeAll = async (): Promise<void> => {
    const failures: unknown[] = [];
    // One that fails must not keep the others open: an engine that is left running keeps the process alive.
    for (const close of closers.splice(0).toReversed()) {
      await close().catch((error: unknown) => failures.push(error));
    }
    if (failures.length > 0) throw failures[0];
  };
  try {
    return await assemble(config, overrides, { closers, closeAll });
  } catch (error) {
    await closeAll();
    throw error;
  }
};

interface Lifetime {
  readonly closers: (() => Promise<void>)[];
  readonly closeAll: () => Promise<void>;
}

const assemble = async (
  config: Config,
  overrides: StemmaOverrides,
  { closers, closeAll }: Lifetime,
): Promise<Stemma> => {
  const now = overrides.now ?? (() => new Date());
  const log = overrides.log ?? createLog(config);
  const mirror = await openMirror(config, log);
  if (mirror !== undefined) closers.push(mirror.close);
  const database = await openEmbedded({ folder: join(config.dataFolder, "graph") });
  closers.push(() => database.close());
  const documents = createDocumentStore({ folder: join(config.dataFolder, "documents") });
  const store = createLineageStore(database);
  const traces = createTraceStore(database);
  const clock = overrides.sources?.clock ?? { ...createSystemClock(), now };
  const runner = onFirstUse(async () => {
    // The agents, the clients and the model's library are half of the start-up time; commands that only read do without.
    const { createTraceRunner } = await import("./create-trace-runner.ts");
    return createTraceRunner({
      config,
      store,
      traces,
      documents,
      log,
      mirrorOrigin: mirror?.origin,
      sources: { ...overrides.sources, clock },
    });
  });
  closers.push(runner.close);
  const tracing = createTracingService({
    runTrace: async (run) => (await runner.get()).runTrace(run),
    traces,
    aliases: store.aliases,
    events: createEventLog({
      folder: join(config.dataFolder, "events"),
      now,
      onWriteError: (error) => log.error({ err: error }, "events of a trace could not be written"),
    }),
    now,
    log,
    newTraceId: overrides.newTraceId ?? (() => TraceId.parse(randomUUID())),
  });
  closers.push(() => tracing.close());
  await tracing.recover();
  return {
    config,
    lineage: createLineageReader({ store, documents }),
    tracing,
    cypher: createCypherConsole(database),
    access: createAccess({ config, now, log }),
    log,
    check: () => store.faults(documents),
    health: () => health(config, database),
    close: closeAll,
  };
};

/** Opens a thing when it is first asked for; closes it if it ever was. */
const onFirstUse = (open: () => Promise<TraceRunner>) => {
  let opened: Promise<TraceRunner> | undefined;
  return {
    get: () => (opened ??= open()),
    // What could not be opened has told so to whoever asked for it.
    close: async () => (await opened?.catch(() => undefined))?.close(),
  };
};

const createLog = ({ logLevel }: Config): Logger =>
  pino({ level: logLevel }, pino.destination({ dest: process.stderr.fd, sync: true }));

const openMirror = async ({ mirrorFolder: folder }: Config, log: Logger) =>
  folder === undefined ? undefined : createMirror({ folder, log });

const health = async (config: Config, database: Database) => {
  const ready = await isReady(database);
  return {
    status: ready ? ("ok" as const) : ("degraded" as const),
    engine: { name: database.engine, ready },
    version: readVersion(),
    mirror: config.mirrorFolder !== undefined,
    ...(config.languageModel === undefined ? {} : { languageModel: config.languageModel.name }),
  };
};

const isReady = async (database: Database): Promise<boolean> => {
  try {
    await database.read("RETURN 1 AS one");
    return true;
  } catch {
    // The answer is the report: a monitor reads "degraded", the log of the failing request says why.
    return false;
  }
};
