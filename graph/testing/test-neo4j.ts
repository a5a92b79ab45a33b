import { AppError } from "../../schema/errors.ts";
import type { Neo4jOptions } from "../engines/neo4j/create-connection.ts";

/** The Neo4j that tests shall use, or undefined: the one place where tests read of it in the environment. */
export const readTestNeo4j = (): Neo4jOptions | undefined => {
  const uri = process.env["STEMMA_TEST_NEO4J"];
  if (uri === undefined || uri === "") return undefined;
  return { uri, user: "neo4j", password: process.env["STEMMA_TEST_NEO4J_PASSWORD"] ?? "" };
};

/** @throws AppError CONFIG_INVALID where tests that are about Neo4j have none */
export const requireTestNeo4j = (): Neo4jOptions => {
  const server = readTestNeo4j();
  if (server !== undefined) return server;
  throw new AppError("set STEMMA_TEST_NEO4J=bolt://host:port; the tests WIPE that server's database", {
    code: "CONFIG_INVALID",
  });
};
