import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from "prom-client";
import type { GraphCounts } from "../../graph/store/read/graph-counts.ts";
import type { EngineCall, EngineLoad } from "../observe-database.ts";

/** Where the figures come from. */
export interface MetricSources {
  watchEngine(listener: (call: EngineCall) => void): void;
  engineLoad(): EngineLoad;
  /** Times the engine's process had to be started again. */
  engineRestarts(): number;
  countGraph(): Promise<GraphCounts>;
  countRunningTraces(): number;
}

export interface AnsweredRequest {
  readonly method: string;
  /** The route's pattern, never the address that was asked for. */
  readonly route: string;
  readonly status: number;
  readonly seconds: number;
}

export interface Metrics {
  readonly contentType: string;
  countRequest(request: AnsweredRequest): void;
  /** In the text format of Prometheus. */
  text(): Promise<string>;
}

/** Seconds: from an answer out of memory to one that a person gives up on. */
const BUCKETS = [0.001, 0.005, 0.02, 0.1, 0.5, 2, 10];

/** Metrics of one service in a registry of its own. Every label is one of a closed list: nothing that a user sends becomes one. */
export const createMetrics = (sources: MetricSources): Metrics => {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const requests = new Histogram({
    name: "stemma_http_request_seconds",
    help: "Answered requests by route and status",
    labelNames: ["method", "route", "status"] as const,
    buckets: BUCKETS,
    registers,
  });
  addEngineMetrics(sources, registers);
  addGraphMetrics(sources, registers);
  return {
    contentType: registry.contentType,
    countRequest: ({ method, route, status, seconds }) =>
      requests.observe({ method, route, status: String(status) }, seconds),
    text: () => registry.metrics(),
  };
};

const addEngineMetrics = (sources: MetricSources, registers: Registry[]): void => {
  const calls = new Histogram({
    name: "stemma_engine_call_seconds",
    help: "Calls of the graph engine by kind; a write's wait for its turn is in it",
    labelNames: ["kind"] as const,
    buckets: BUCKETS,
    registers,
  });
  const failures = new Counter({
    name: "stemma_engine_failures_total",
    help: "Calls of the graph engine that failed, by kind and error code",
    labelNames: ["kind", "code"] as const,
    registers,
  });
  sources.watchEngine(({ kind, outcome, seconds }) => {
    calls.observe({ kind }, seconds);
    if (outcome !== "ok") failures.inc({ kind, code: outcome });
  });
  addGauge(registers, {
    name: "stemma_engine_reads",
    help: "Reads under way",
    value: () => sources.engineLoad().reads,
  });
  addGauge(registers, {
    name: "stemma_engine_writes_waiting",
    help: "Write transactions whose turn has not come",
    value: () => sources.engineLoad().waitingWrites,
  });
  addGauge(registers, {
    name: "stemma_engine_restarts",
    help: "Times the engine's process was lost and started again",
    value: () => sources.engineRestarts(),
  });
  addGauge(registers, {
    name: "stemma_traces_running",
    help: "Traces under way in this process",
    value: () => sources.countRunningTraces(),
  });
};

const addGraphMetrics = (sources: MetricSources, registers: Registry[]): void => {
  const sizes = new Gauge({
    name: "stemma_graph_size",
    help: "Datasets, documents, accepted and flagged derivations in the graph; absent while the engine does not answer",
    labelNames: ["what"] as const,
    registers,
    collect: async () => {
      sizes.reset();
      const counts = await sources.countGraph().catch(() => undefined);
      // An engine that is away shows in its failures; the other figures are wanted then most of all.
      for (const [what, count] of Object.entries(counts ?? {})) sizes.set({ what }, count);
    },
  });
};

interface PlainGauge {
  readonly name: string;
  readonly help: string;
  readonly value: () => number;
}

const addGauge = (registers: Registry[], { name, help, value }: PlainGauge): void => {
  const gauge: Gauge = new Gauge({ name, help, registers, collect: () => gauge.set(value()) });
};
