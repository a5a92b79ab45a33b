import { join } from "node:path";
import type { Logger } from "pino";
import { traceFrontier } from "../agents/trace/trace-frontier.ts";
import { traceByRules } from "../agents/source-tracing/rules/trace-by-rules.ts";
import type { DocumentStore } from "../graph/store/documents.ts";
import type { LineageStore } from "../graph/store/lineage.ts";
import type { TraceStore } from "../graph/store/traces.ts";
import type { Trace } from "../schema/trace.ts";
import type { Config } from "./config.ts";
import { createEarlierVisits } from "./create-earlier-visits.ts";
import { leaseDatasets } from "./lease-datasets.ts";
import type { Leases } from "./leases.ts";
import { createLanguageModel } from "./model/create-language-model.ts";
import { forkAnswerKeeper } from "./model/fork-answer-keeper.ts";
import type { TraceRun } from "./run-trace-to-end.ts";
import type { HostWait } from "./sources/host-gates.ts";
import type { HostFigures } from "./sources/host-record.ts";
import { createSources, type Sources, type SourcesDeps } from "./sources/create-sources.ts";

export interface TraceRunnerDependencies {
  readonly config: Config;
  readonly store: LineageStore;
  readonly traces: TraceStore;
  readonly documents: DocumentStore;
  readonly sources: Pick<SourcesDeps, "clock"> & Partial<SourcesDeps>;
  readonly log: Logger;
  readonly leases: Leases;
  /** Address of the mirror server that stands in for everything outside. */
  readonly mirrorOrigin: string | undefined;
}

export interface TraceRunner {
  runTrace(run: TraceRun): Promise<Trace>;
  /** How it went with each host so far. */
  hosts(): readonly HostFigures[];
  /** Hosts that asked to be left alone for a while. */
  waits(): readonly HostWait[];
  close(): Promise<void>;
}

/** Hands the agents what they need: clients for everything outside, stores, rules, and the language model when there is one. */
export const createTraceRunner = (dependencies: TraceRunnerDependencies): TraceRunner => {
  const { config, store, traces, documents } = dependencies;
  const { clock } = dependencies.sources;
  const model = openModel(config);
  const opened: Partial<Record<"usual" | "refreshing", Sources>> = {};
  const sourcesFor = (refresh: boolean): Sources =>
    (opened[refresh ? "refreshing" : "usual"] ??= openSources(dependencies, refresh));
  return {
    runTrace: ({ trace, resumed, refresh, emit, signal }) => {
      const sources = sourcesFor(refresh);
      const leased = leaseDatasets(traces, dependencies.leases, signal);
      return traceFrontier({
        ports: {
          hub: sources.hub,
          resources: sources.resources,
          requestsByHost: () => Object.fromEntries(sources.requestsByHost()),
          documents,
          lineage: store,
          earlier: createEarlierVisits(store),
          frontier: leased.frontier,
          rules: traceByRules,
          clock,
          ...(model === undefined ? {} : { model: model.port }),
        },
        ...(config.threshold === undefined ? {} : { settings: { threshold: config.threshold } }),
        trace,
        resumed,
        refresh,
        emit,
        signal,
      }).finally(leased.release);
    },
    hosts: () => Object.values(opened).flatMap((sources) => sources.hosts()),
    waits: () => Object.values(opened).flatMap((sources) => sources.waits()),
    close: async () => {
      model?.close();
      await Promise.all(Object.values(opened).map((sources) => sources.close()));
    },
  };
};

/** Undefined when no endpoint is configured. */
const openModel = ({ languageModel, dataFolder }: Config) => {
  if (languageModel === undefined) return undefined;
  const options = { ...languageModel, answersFolder: join(dataFolder, "answers") };
  const keeper = forkAnswerKeeper(options);
  return { port: createLanguageModel(options, keeper), close: keeper.close };
};

const openSources = (
  { config, sources, log, mirrorOrigin }: TraceRunnerDependencies,
  refresh: boolean,
): Sources =>
  createSources({
    config: {
      ...config.endpoints,
      refresh,
      ...(mirrorOrigin === undefined ? {} : { mirror: mirrorOrigin }),
      ...(config.hubToken === undefined ? {} : { hubToken: config.hubToken }),
      ...(config.githubToken === undefined ? {} : { githubToken: config.githubToken }),
    },
    cacheFolder: join(config.dataFolder, "cache"),
    log,
    ...sources,
  });
