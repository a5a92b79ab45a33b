import type { Neo4jOptions } from "../engines/neo4j/create-connection.ts";

export type TestNeo4j = Neo4jOptions;

/** The Neo4j that tests shall use, or undefined: the one place where tests read of it in the environment. */
export const readTestNeo4j = (): TestNeo4j | undefined => {
  const uri = process.env["STEMMA_TEST_NEO4J"];
  if (uri === undefined || uri === "") return undefined;
  return { uri, user: "neo4j", password: process.env["STEMMA_TEST_NEO4J_PASSWORD"] ?? "" };
};
