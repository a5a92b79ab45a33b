import { join } from "node:path";
import type { Logger } from "pino";
import type { Database } from "../graph/database.ts";
import { openEmbedded } from "../graph/engines/embedded/open-embedded.ts";
import { isTransient } from "../schema/errors.ts";
import { type Config, isUnencrypted, type Neo4jConfig } from "./config.ts";

export interface OpenGraphOptions {
  readonly log: Pick<Logger, "warn">;
  /** A service starts while its Neo4j is away, and works as soon as it is there. The embedded engine is always at hand. */
  readonly mayBeAway: boolean;
}

/**
 * Opens the graph in the engine that the configuration names.
 *
 * @throws AppError ENGINE_UNAVAILABLE when another process has the data folder open, or Neo4j is away and may not be
 */
export const openGraph = ({ neo4j, dataFolder }: Config, options: OpenGraphOptions): Promise<Database> =>
  neo4j === undefined ? openEmbedded({ folder: join(dataFolder, "graph") }) : openServer(neo4j, options);

const openServer = async (neo4j: Neo4jConfig, { log, mayBeAway }: OpenGraphOptions): Promise<Database> => {
  // The driver is a tenth of the start-up time; the embedded engine does without.
  const { connectNeo4j } = await import("../graph/engines/neo4j/open-neo4j.ts");
  if (isUnencrypted(neo4j))
    log.warn({ uri: neo4j.uri }, "the password goes to Neo4j in clear; use a +s address");
  const database = connectNeo4j(neo4j);
  try {
    await database.prepare();
  } catch (error) {
    // A wrong password or a server that is too old does not pass by itself.
    if (!mayBeAway || !isTransient(error)) {
      await database.close();
      throw error;
    }
    log.warn({ err: error }, "the service starts without its graph, and looks for it again");
  }
  return database;
};
