import { describeDatabase } from "../../database.contract.ts";
import { openTestDatabase } from "../../testing/open-test-database.ts";
import { requireTestNeo4j } from "../../testing/test-neo4j.ts";
import { openNeo4j } from "./open-neo4j.ts";

describeDatabase("Neo4j", {
  open: openTestDatabase,
  reopen: async (database) => {
    await database.close();
    return openNeo4j(requireTestNeo4j());
  },
});
