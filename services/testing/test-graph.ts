import { join } from "node:path";
import type { Database } from "../../graph/database.ts";
import { openEmbedded } from "../../graph/engines/embedded/open-embedded.ts";
import { openNeo4j } from "../../graph/engines/neo4j/open-neo4j.ts";
import { openTestDatabase } from "../../graph/testing/open-test-database.ts";
import { readTestNeo4j } from "../../graph/testing/test-neo4j.ts";

/** What tells the program to use the engine under test: nothing for the embedded one. */
export const testGraphEnvironment = (): Readonly<Record<string, string>> => {
  const server = readTestNeo4j();
  if (server === undefined) return {};
  // A server without authentication takes any password, and the configuration asks for one.
  return { NEO4J_URI: server.uri, NEO4J_USER: server.user, NEO4J_PASSWORD: server.password || "any" };
};

/** Opens what the program left in the engine under test, and that no process has open. */
export const openTestGraph = (data: string): Promise<Database> => {
  const server = readTestNeo4j();
  return server === undefined ? openEmbedded({ folder: join(data, "graph") }) : openNeo4j(server);
};

/** A data folder of a test begins without a graph; a server has that of the test before. */
export const wipeTestGraph = async (): Promise<void> => {
  if (readTestNeo4j() !== undefined) await (await openTestDatabase()).close();
};
