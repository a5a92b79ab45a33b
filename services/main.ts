import { randomUUID } from "node:crypto";
import { join } from "node:path";
import { type Logger, pino } from "pino";
import type { BenchmarkList } from "../graph/contamination/create-benchmark-list.ts";
import { createDocumentStore, type DocumentStore } from "../graph/store/documents.ts";
import type { Fault } from "../graph/store/check/find-faults.ts";
import { createLineageStore } from "../graph/store/lineage.ts";
import type { LineageStore } from "../graph/store/lineage.ts";
import { adoptDecisions } from "../graph/store/review/adopt-decisions.ts";
import { createSavedViewStore } from "../graph/store/saved-views.ts";
import { createTraceStore } from "../graph/store/traces.ts";
import { trackVersion } from "../graph/track-version.ts";
import { createGraphPictures } from "../graph/whole/create-graph-pictures.ts";
import { TraceId } from "../schema/ids.ts";
import { ACCEPT_THRESHOLD } from "../schema/status-rule.ts";
import { type Access, createAccess } from "./auth/create-access.ts";
import { createReviewLearning, type ReviewLearning } from "./calibrations.ts";
import type { Config } from "./config.ts";
import { createExchange, type Exchange } from "./create-exchange.ts";
import { createFigures } from "./create-figures.ts";
import { createLineageReader } from "./create-lineage-reader.ts";
import type { TraceRunner, TraceRunnerDependencies } from "./create-trace-runner.ts";
import { createEventLog } from "./event-log.ts";
import type { MetricSources } from "./http/metrics.ts";
import { openLeases } from "./leases.ts";
import { createMirror } from "./mirror/create-mirror.ts";
import { observeDatabase } from "./observe-database.ts";
import { openGraph, type OpenGraphOptions } from "./open-graph.ts";
import { makeDataFolder } from "./make-data-folder.ts";
import { loadBenchmarks } from "./load-benchmarks.ts";
import type { HealthReader, LineageReader, SnapshotSource } from "./ports.ts";
import { readHealth } from "./read-health.ts";
import { recoverTraces } from "./recover-traces.ts";
import type { SourcesDeps } from "./sources/create-sources.ts";
import { type ContaminationReader, createContaminationReader } from "./contamination.ts";
import { createEdgeDecisions, type EdgeDecisions } from "./decisions.ts";
import { createPublishedLineages, type PublishedLineages } from "./published.ts";
import { openReviewQueue } from "./queue/open-review-queue.ts";
import type { ReviewQueue } from "./queue/review-queue.ts";
import { createReviews, type Reviews } from "./reviews.ts";
import { createSavedViews, type SavedViews } from "./saved-views.ts";
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
  readonly contamination: ContaminationReader;
  readonly decisions: EdgeDecisions;
  readonly reviews: Reviews;
  readonly reviewQueue: ReviewQueue;
  readonly learning: ReviewLearning;
  readonly published: PublishedLineages;
  readonly exchange: Exchange;
  readonly snapshots: SnapshotSource;
  readonly views: SavedViews;
  readonly figures: MetricSources;
  readonly log: Logger;
  /** Looks for edges and nodes that break the graph's own rules. */
  check(): Promise<readonly Fault[]>;
  /** Stops the traces, then closes everything in reverse order of opening. */
  close(): Promise<void>;
}

/** What a command or a test wants otherwise. */
export interface StemmaOverrides {
  /** A service starts, and stays, while its Neo4j is away; anything else fails at once. Default false. */
  readonly graphMayBeAway?: boolean;
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
 * @throws AppError ENGINE_UNAVAILABLE when another process has the data folder open or Neo4j does not answer, INPUT_INVALID when
 *   the mirror is none
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
  await makeDataFolder(config.dataFolder);
  const mirror = await openMirror(config, log);
  if (mirror !== undefined) closers.push(mirror.close);
  const mayBeAway = overrides.graphMayBeAway ?? false;
  const { database, aside, leases, savedViews, close } = await openEngine(config, { log, mayBeAway });
  closers.push(close);
  const documents = createDocumentStore({ folder: join(config.dataFolder, "documents") });
  const benchmarks = await loadBenchmarks(config);
  const store = createLineageStore(database, { benchmarks, now });
  const traces = createTraceStore(database);
  const clock = overrides.sources?.clock ?? { ...createSystemClock(), now };
  const sources = { ...overrides.sources, clock };
  const stores = { store, traces, documents, leases };
  const runner = onFirstUse({ config, log, ...stores, mirrorOrigin: mirror?.origin, sources });
  closers.push(runner.close);
  const tracing = createTracingService({
    runTrace: async (run) => (await runner.get()).runTrace(run),
    traces,
    aliases: store.aliases,
    events: openEvents(config, now, log),
    now,
    log,
    leases,
    newTraceId: overrides.newTraceId ?? (() => TraceId.parse(randomUUID())),
  });
  closers.push(() => tracing.close());
  const adopt = (): Promise<number> => adoptDecisions(database, { now: now(), newId: randomUUID });
  const recovery = await recoverTraces(whenGraphIsRight(store, adopt, tracing), { log, mayBeAway });
  closers.push(recovery.close);
  return {
    config,
    lineage: createLineageReader({ store, documents }),
    tracing,
    cypher: createCypherConsole(database, store),
    snapshots: createGraphPictures(database),
    views: createSavedViews({ store: savedViews, now, newId: randomUUID }),
    figures: createFigures(database, tracing),
    access: createAccess({ config, now, log }),
    ...openReviewing({ config, database, aside, store, documents, benchmarks, now }),
    contamination: createContaminationReader({
      database,
      store,
      list: benchmarks,
      version: database.version,
    }),
    published: createPublishedLineages({ database, store, now }),
    exchange: createExchange({ database, documents, store, now }),
    log,
    check: () => store.faults(documents),
    health: () => readHealth({ config, database, tracing, hosts: runner }),
    close: closeAll,
  };
};

interface Reviewing {
  readonly config: Config;
  readonly database: Awaited<ReturnType<typeof openEngine>>["database"];
  readonly aside: Awaited<ReturnType<typeof openEngine>>["aside"];
  readonly store: LineageStore;
  readonly documents: DocumentStore;
  readonly benchmarks: BenchmarkList;
  readonly now: () => Date;
}

/** What people do to edges, what waits for them, and what is learnt from it. */
const openReviewing = ({ config, database, aside, store, documents, benchmarks, now }: Reviewing) => {
  const newId = randomUUID;
  const reviews = createReviews({ database, store, documents, list: benchmarks, now, newId });
  const threshold = config.threshold ?? ACCEPT_THRESHOLD;
  return {
    reviews,
    decisions: createEdgeDecisions({ reviews, store }),
    reviewQueue: openReviewQueue({ database, aside, store, now, newId }),
    learning: createReviewLearning({ database, version: database.version, threshold, now, newId }),
  };
};

const openEngine = async (config: Config, options: OpenGraphOptions & { readonly log: Logger }) => {
  const engine = await openGraph(config, options);
  // Who holds what is no part of the graph's version, and neither are people's saved views.
  const leases = openLeases(engine, options.log);
  const aside = observeDatabase(engine);
  const savedViews = createSavedViewStore(aside);
  const close = async (): Promise<void> => {
    await leases.close();
    await engine.close();
  };
  return { database: observeDatabase(trackVersion(engine)), aside, leases, savedViews, close };
};

const openEvents = ({ dataFolder }: Config, now: () => Date, log: Logger) =>
  createEventLog({
    folder: join(dataFolder, "events"),
    now,
    onWriteError: (error) => log.error({ err: error }, "events of a trace could not be written"),
  });

/**
 * A graph that was made with another list of benchmarks, or decided on before there was a log, is looked through before anybody reads
 * its flags or its reviews.
 */
const whenGraphIsRight = (
  store: Pick<LineageStore, "applyBenchmarks">,
  adopt: () => Promise<unknown>,
  tracing: Pick<TracingService, "recover">,
): Pick<TracingService, "recover"> => ({
  recover: async () => {
    await store.applyBenchmarks();
    await adopt();
    return tracing.recover();
  },
});

/** The agents, the clients and the model's library are half of the start-up time; commands that only read do without. */
const onFirstUse = (dependencies: TraceRunnerDependencies) => {
  let opened: Promise<TraceRunner> | undefined;
  let runner: TraceRunner | undefined;
  const open = async (): Promise<TraceRunner> => {
    const { createTraceRunner } = await import("./create-trace-runner.ts");
    runner = createTraceRunner(dependencies);
    return runner;
  };
  return {
    get: () => (opened ??= open()),
    // Nothing was asked of any host before the first trace.
    waits: () => runner?.waits() ?? [],
    hosts: () => runner?.hosts() ?? [],
    // What could not be opened has told so to whoever asked for it.
    close: async () => (await opened?.catch(() => undefined))?.close(),
  };
};

const createLog = ({ logLevel }: Config): Logger =>
  pino({ level: logLevel }, pino.destination({ dest: process.stderr.fd, sync: true }));

const openMirror = async ({ mirrorFolder: folder }: Config, log: Logger) =>
  folder === undefined ? undefined : createMirror({ folder, log });
