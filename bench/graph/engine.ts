import { rm } from "node:fs/promises";
import { join } from "node:path";
import type { Database } from "../../graph/database.ts";
import { openEmbedded } from "../../graph/engines/embedded/open-embedded.ts";
import { openNeo4j } from "../../graph/engines/neo4j/open-neo4j.ts";

/** An engine to measure: its graph can be opened here, or by a service that the variables tell of it. */
export interface BenchEngine {
  readonly name: "embedded" | "neo4j";
  open(): Promise<Database>;
  /** Takes everything out of the graph. */
  empty(): Promise<void>;
  /** For a process of its own on the same graph. */
  readonly variables: Readonly<Record<string, string>>;
}

/** The data folder is the service's; the graph lies below it. */
export const embeddedEngine = (dataFolder: string): BenchEngine => {
  const folder = join(dataFolder, "graph");
  return {
    name: "embedded",
    open: () => openEmbedded({ folder }),
    empty: () => rm(folder, { recursive: true, force: true }),
    variables: { STEMMA_DATA: dataFolder },
  };
};

export const neo4jEngine = (dataFolder: string, uri: string): BenchEngine => {
  const open = (): Promise<Database> => openNeo4j({ uri, user: "neo4j", password: "" });
  return {
    name: "neo4j",
    open,
    empty: async () => {
      const database = await open();
      await deleteAll(database);
      await database.close();
    },
    variables: { STEMMA_DATA: dataFolder, NEO4J_URI: uri, NEO4J_PASSWORD: "none" },
  };
};

/** In portions: the server holds in memory what one transaction deletes. */
const DELETE_SOME = `
MATCH (n)
WITH n LIMIT 500
DETACH DELETE n
RETURN count(n) AS deleted`;

const deleteAll = async (database: Database): Promise<void> => {
  for (let deleted: unknown; deleted !== 0;) {
    const rows = await database.write((transaction) => transaction.run(DELETE_SOME), { timeoutMs: 120_000 });
    deleted = rows[0]?.["deleted"];
  }
};
