import { AppError } from "../../../schema/errors.ts";
import type { Database, Parameters, QueryOptions, Row } from "../../database.ts";
import { createSchema } from "../../schema.ts";
import { refuseCancelled, supervise } from "../supervise.ts";
import { createWriteQueue } from "../write-queue.ts";
import { createStatementProcesses, type StatementProcesses } from "./statement-processes.ts";
import { type Connection, type Neo4jOptions, createConnection } from "./create-connection.ts";
import { type StatementChecks, createStatementChecks } from "./create-statement-checks.ts";
import { TURN_CONSTRAINT } from "./open-transaction.ts";
import { mayReadAgain, retryTransient } from "./retry-transient.ts";
import { runRead } from "./run-read.ts";
import { type TransactionWork, runTransaction } from "./run-transaction.ts";
import { readServerVersion } from "./server-version.ts";

export interface Neo4jDatabase extends Database {
  /**
   * Makes sure that the server is there, is new enough and has the constraints and indexes. Every statement does so by itself
   * when the server was away.
   *
   * @throws AppError ENGINE_UNAVAILABLE with what to do about it
   */
  prepare(): Promise<void>;
  /** As the server tells it, for example "5.26.30". */
  serverVersion(): Promise<string>;
}

/** Opens a database of a Neo4j 5 server or cluster. Fails with ENGINE_UNAVAILABLE when it is not there. */
export const openNeo4j = async (options: Neo4jOptions): Promise<Neo4jDatabase> => {
  const database = connectNeo4j(options);
  try {
    await database.prepare();
    return database;
  } catch (error) {
    await database.close();
    throw error;
  }
};

/** Like openNeo4j, for a service that shall start, and stay, while the server is away: each statement looks for it again. */
export const connectNeo4j = (options: Neo4jOptions): Neo4jDatabase => {
  const connection = createConnection(options);
  const checks = createStatementChecks();
  const plain = createPlainDatabase(connection, checks, createStatementProcesses(connection, options));
  let prepared: Promise<void> | undefined;
  let closed = false;

  const prepare = (): Promise<void> => {
    if (closed) throw closedError(options.uri);
    prepared ??= prepareServer(connection, plain).catch((error: unknown) => {
      prepared = undefined;
      throw error;
    });
    return prepared;
  };
  const whenPrepared = async <Result>(
    work: () => Promise<Result>,
    limits: QueryOptions = {},
  ): Promise<Result> => {
    refuseCancelled(limits);
    await supervise(prepare(), limits, () => undefined);
    try {
      return await work();
    } catch (error) {
      if (error instanceof AppError && error.code === "ENGINE_UNAVAILABLE") {
        // What answers next may be another server, with nothing in it.
        prepared = undefined;
        checks.forget();
      }
      throw error;
    }
  };
  return {
    ...plain,
    prepare,
    serverVersion: () => readServerVersion(connection),
    read: (cypher, parameters, options) =>
      whenPrepared(() => plain.read(cypher, parameters, options), options),
    answer: (cypher, parameters, limits) =>
      whenPrepared(() => plain.answer(cypher, parameters, limits), limits),
    write: (work, options) => whenPrepared(() => plain.write(work, options), options),
    close: async () => {
      closed = true;
      await plain.close();
    },
  };
};

/** The port without care for what the server may lack. */
const createPlainDatabase = (
  connection: Connection,
  checks: StatementChecks,
  statements: StatementProcesses,
): Database => {
  const queue = createWriteQueue();
  const read = (
    cypher: string,
    parameters: Parameters = {},
    options: QueryOptions = {},
  ): Promise<readonly Row[]> =>
    retryTransient(
      async () => {
        refuseCancelled(options);
        return runRead(connection, checks, { cypher, parameters, options });
      },
      { isRepeatable: mayReadAgain, signal: options.signal },
    );
  return {
    engine: "neo4j",
    read,
    answer: (cypher, parameters, limits) => statements.runAnswer({ cypher, parameters, limits }),
    write: (work, options = {}) => queue.run(() => write(connection, work, options)),
    // A commit is on the disk before the server says so.
    checkpoint: () => queue.drained(),
    close: async () => {
      await queue.drained();
      await statements.close();
      await connection.driver.close();
    },
  };
};

const write = <Result>(
  connection: Connection,
  work: TransactionWork<Result>,
  options: QueryOptions,
): Promise<Result> => {
  let repeatable = false;
  return retryTransient(
    async () => {
      refuseCancelled(options);
      const outcome = await runTransaction(connection, work, options);
      if (outcome.kind === "committed") return outcome.result;
      repeatable = outcome.repeatable;
      throw outcome.error;
    },
    { isRepeatable: () => repeatable, signal: options.signal },
  );
};

const prepareServer = async (connection: Connection, database: Database): Promise<void> => {
  await readServerVersion(connection);
  await database.write((transaction) => transaction.run(TURN_CONSTRAINT));
  await createSchema(database);
};

const closedError = (uri: string): AppError =>
  new AppError("the graph is closed", { code: "ENGINE_UNAVAILABLE", context: { uri } });
