import { connectNeo4j } from "../engines/neo4j/open-neo4j.ts";
import { requireTestNeo4j } from "./test-neo4j.ts";

/** Says once which server the tests run on; refuses to run them on another engine than the one they are asked for. */
export const setup = async (): Promise<void> => {
  const server = requireTestNeo4j();
  const database = connectNeo4j(server);
  try {
    process.stdout.write(
      `graph engine under test: Neo4j ${await database.serverVersion()} at ${server.uri}\n`,
    );
  } finally {
    await database.close();
  }
};
