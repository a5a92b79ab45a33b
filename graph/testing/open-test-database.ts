import type { Database } from "../database.ts";
import { openEmbedded } from "../engines/embedded/open-embedded.ts";
import { openNeo4j } from "../engines/neo4j/open-neo4j.ts";
import type { Neo4jOptions } from "../engines/neo4j/create-connection.ts";
import { readTestNeo4j } from "./test-neo4j.ts";

/**
 * An empty database with the constraints and indexes, of the engine that the environment names: STEMMA_TEST_NEO4J is the
 * address of a Neo4j, whose one database is wiped here; without it the embedded engine in a temporary folder. So a test
 * has one of them open at a time.
 */
export const openTestDatabase = async (): Promise<Database> => {
  const server = readTestNeo4j();
  return server === undefined ? openEmbedded() : openWiped(server);
};

const openWiped = async (server: Neo4jOptions): Promise<Database> => {
  const database = await openNeo4j(server);
  await wipe(database);
  return database;
};

const wipe = async (database: Database): Promise<void> => {
  for (let left = true; left;) {
    const [row] = await database.write((transaction) => transaction.run(DELETE_SOME));
    left = row?.["deleted"] !== 0;
  }
};

/** In portions, because the server holds all that one transaction deletes in memory. */
const DELETE_SOME = "MATCH (n) WITH n LIMIT 10000 DETACH DELETE n RETURN count(n) AS deleted";
