import { type ServerInspection, inspectServer } from "../../graph/engines/neo4j/inspect-server.ts";
import { isUnencrypted, type Neo4jConfig } from "../config.ts";
import type { Finding } from "./finding.ts";

const ENGINE = "graph engine";
const SAFETY = "neo4j safety";

/** Looks whether a Neo4j can be used, and at what in its settings would let the console do more than read the graph. */
export async function* diagnoseNeo4j(neo4j: Neo4jConfig): AsyncGenerator<Finding, void> {
  let server: ServerInspection;
  try {
    server = await inspectServer(neo4j);
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    const remedy = "start it (docker compose up -d neo4j), or unset NEO4J_URI for the embedded engine";
    yield { subject: ENGINE, verdict: "missing", detail, remedy };
    return;
  }
  yield { subject: ENGINE, verdict: "good", detail: `Neo4j ${server.version} at ${neo4j.uri}` };
  yield checkConstraints(server);
  if (isUnencrypted(neo4j)) yield UNENCRYPTED;
  yield* checkSafety(server);
}

const checkConstraints = ({ missingConstraints }: ServerInspection): Finding => {
  const subject = "neo4j schema";
  if (missingConstraints.length === 0)
    return { subject, verdict: "good", detail: "all constraints are there" };
  const detail = `not there yet: ${missingConstraints.join(", ")}`;
  return { subject, verdict: "optional", detail, remedy: "the next command that opens the graph makes them" };
};

const UNENCRYPTED: Finding = {
  subject: SAFETY,
  verdict: "optional",
  detail: "the password crosses the network in clear",
  remedy:
    "give the server a certificate and use bolt+s:// or neo4j+s://, or keep both in one private network",
};

function* checkSafety({ settings, pluginNames }: ServerInspection): Generator<Finding, void> {
  const subject = SAFETY;
  const faults = [
    ...(settings.get("dbms.security.auth_enabled") === "false" ? [NO_PASSWORD] : []),
    ...(settings.get("dbms.security.allow_csv_import_from_file_urls") === "true" ? [FILES] : []),
    ...(settings.get("db.memory.transaction.max") === "0B" ? [NO_MEMORY_LIMIT] : []),
  ];
  for (const fault of faults) yield { subject, verdict: "optional", ...fault };
  if (pluginNames.length > 0) {
    const detail = `plugins bring ${pluginNames.length} procedures and functions, ${pluginNames[0]} among them`;
    const remedy = "the console refuses all of them; remove plugins such as APOC that nothing else needs";
    yield { subject, verdict: "optional", detail, remedy };
  } else if (faults.length === 0) {
    yield { subject, verdict: "good", detail: "password, no reading of files, memory limit, no plugins" };
  }
}

const NO_PASSWORD = {
  detail: "it asks for no password",
  remedy: "set dbms.security.auth_enabled=true unless it listens on a loopback address alone",
};
const FILES = {
  detail: "LOAD CSV may read the server's files; the console refuses it, other clients may not",
  remedy:
    "set dbms.security.allow_csv_import_from_file_urls=false, and internal.dbms.cypher_ip_blocklist=0.0.0.0/0,::/0 against URLs",
};
const NO_MEMORY_LIMIT = {
  detail: "one query may take all memory that queries may have",
  remedy: "set db.memory.transaction.max, for example to a quarter of the heap",
};
