import type { Database } from "../database.ts";

type PerEngine<Value> = Readonly<Record<Database["engine"], Value>>;

/*
 * All that the rest of the project knows of the engines' differences: at most five constants, each with its reason. The Cypher
 * texts differ in nothing, and what an engine lacks its adapter adds.
 */

/** The embedded engine locks its file for one process. Where several write, counts and leases have to lie in the graph. */
export const SHARED_BY_PROCESSES: PerEngine<boolean> = { embedded: false, neo4j: true };

/** What people type may be all of Cypher 5; where the embedded engine knows less, a hint says what both run. */
export const RUNS_ALL_OF_CYPHER_5: PerEngine<boolean> = { embedded: false, neo4j: true };

/** Rounds of a property test that makes whole graphs: a write costs the server a round trip and a flush of its log. */
export const PROPERTY_ROUNDS: PerEngine<number> = { embedded: 25, neo4j: 8 };
