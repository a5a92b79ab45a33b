import type { Database } from "../graph/database.ts";
import type { Health } from "../schema/api.ts";
import type { Config } from "./config.ts";
import { readVersion } from "./read-version.ts";
import type { HostWait } from "./sources/host-gates.ts";
import type { HostFigures } from "./sources/host-record.ts";
import type { TracingService } from "./tracing.ts";

/** A monitor asks often, and must not wait as long as a person would. */
const HEALTH_TIMEOUT_MS = 5_000;
/** Documents may name thousands of hosts. */
const MOST_SOURCES = 20;

export interface HealthDependencies {
  readonly config: Pick<Config, "mirrorFolder" | "languageModel">;
  readonly database: Pick<Database, "engine" | "read">;
  readonly tracing: Pick<TracingService, "countRunning" | "countWaiting">;
  readonly hosts: { waits(): readonly HostWait[]; hosts(): readonly HostFigures[] };
}

/** What the service works with, whether its graph answers, what waits, and how it goes with the hosts outside. */
export const readHealth = async ({
  config,
  database,
  tracing,
  hosts,
}: HealthDependencies): Promise<Health> => {
  const reason = await reasonOfSilence(database);
  const [waits, sources] = [hosts.waits(), toSources(hosts.hosts())];
  return {
    status: reason === undefined ? "ok" : "degraded",
    engine: {
      name: database.engine,
      ready: reason === undefined,
      ...(reason === undefined ? {} : { reason }),
    },
    version: readVersion(),
    mirror: config.mirrorFolder !== undefined,
    ...(config.languageModel === undefined ? {} : { languageModel: config.languageModel.name }),
    ...(waits.length === 0 ? {} : { waits: waits.map(toWait) }),
    ...(reason === undefined ? { frontier: await readFrontier(tracing) } : {}),
    ...(sources.length === 0 ? {} : { sources }),
  };
};

const readFrontier = async (tracing: HealthDependencies["tracing"]) => ({
  traces: tracing.countRunning(),
  datasets: await tracing.countWaiting(),
});

const toWait = ({ host, untilMs }: HostWait) => ({ host, until: new Date(untilMs).toISOString() });

/** A host is asked under one name by usual traces and by refreshing ones. */
const toSources = (figures: readonly HostFigures[]): NonNullable<Health["sources"]> => {
  const byHost = new Map<string, HostFigures>();
  for (const one of figures) {
    const known = byHost.get(one.host);
    byHost.set(one.host, known === undefined ? one : joined(known, one));
  }
  return [...byHost.values()]
    .sort((one, other) => other.requests - one.requests)
    .slice(0, MOST_SOURCES)
    .map(({ host, requests, lastSuccessMs }) => ({
      host,
      requests,
      ...(lastSuccessMs !== undefined && { lastSuccess: new Date(lastSuccessMs).toISOString() }),
    }));
};

const joined = (one: HostFigures, other: HostFigures): HostFigures => {
  const lastSuccessMs = Math.max(one.lastSuccessMs ?? 0, other.lastSuccessMs ?? 0);
  return {
    host: one.host,
    requests: one.requests + other.requests,
    ...(lastSuccessMs > 0 && { lastSuccessMs }),
  };
};

const reasonOfSilence = async (database: HealthDependencies["database"]): Promise<string | undefined> => {
  try {
    await database.read("RETURN 1 AS one", {}, { timeoutMs: HEALTH_TIMEOUT_MS });
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
};
