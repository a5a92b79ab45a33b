import { describe, it } from "vitest";
import { describeDatabase } from "../../database.contract.ts";
import { openTestDatabase } from "../../testing/open-test-database.ts";
import { readTestNeo4j } from "../../testing/test-neo4j.ts";
import { openNeo4j } from "./open-neo4j.ts";

const server = readTestNeo4j();

if (server === undefined) {
  describe("Neo4j", () => {
    it.skip("needs a server: npm run test:neo4j with STEMMA_TEST_NEO4J=bolt://host:port", () => undefined);
  });
} else {
  describeDatabase("Neo4j", {
    open: openTestDatabase,
    reopen: async (database) => {
      await database.close();
      return openNeo4j(server);
    },
  });
}
