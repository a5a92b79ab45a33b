import type { Database } from "../graph/database.ts";
import type { Health } from "../schema/api.ts";
import type { Config } from "./config.ts";
import type { HostWait } from "./sources/host-gates.ts";
import { readVersion } from "./read-version.ts";

/** A monitor asks often, and must not wait as long as a person would. */
const HEALTH_TIMEOUT_MS = 5_000;

/** What the service works with, and whether its graph answers. */
export const readHealth = async (
  config: Config,
  database: Database,
  waits: readonly HostWait[],
): Promise<Health> => {
  const reason = await reasonOfSilence(database);
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
  };
};

const toWait = ({ host, untilMs }: HostWait) => ({ host, until: new Date(untilMs).toISOString() });

const reasonOfSilence = async (database: Database): Promise<string | undefined> => {
  try {
    await database.read("RETURN 1 AS one", {}, { timeoutMs: HEALTH_TIMEOUT_MS });
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
};
