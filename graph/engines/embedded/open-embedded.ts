import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { AppError, isTransient } from "../../../schema/errors.ts";
import type { Answer, AnswerLimits, Database, Parameters, QueryOptions, Row } from "../../database.ts";
import { createSchema } from "../../schema.ts";
import { createEngineKeeper } from "./engine-keeper.ts";
import type { EngineKeeper } from "./engine-keeper.ts";
import { runTransaction } from "./run-transaction.ts";
import type { TransactionWork } from "./run-transaction.ts";
import { refuseCancelled, supervise } from "../supervise.ts";
import { createWriteQueue } from "../write-queue.ts";

export interface EmbeddedOptions {
  /** Folder of the graph's file, made when missing. Absent: a temporary one that close() removes. */
  readonly folder?: string | undefined;
  /** Resident memory in bytes that the engine's process may take; default 2 GiB. */
  readonly memoryLimitBytes?: number;
}

export interface EmbeddedDatabase extends Database {
  /** The process that holds the file; it changes when the engine had to be restarted. */
  enginePid(): Promise<number>;
}

const FILE_NAME = "lineage.grafeo";
const DEFAULT_MEMORY_LIMIT_BYTES = 2 * 1024 ** 3;
/** A statement dies with the engine when another overruns its time. More attempts would only repeat one that kills the engine itself. */
const MAX_ATTEMPTS = 3;

/**
 * Opens the embedded engine in a process of its own, with the graph's constraints and indexes.
 * Fails with ENGINE_UNAVAILABLE when another process has the folder open.
 */
export const openEmbedded = async (options: EmbeddedOptions = {}): Promise<EmbeddedDatabase> => {
  const folder = options.folder ?? (await mkdtemp(join(tmpdir(), "stemma-")));
  await mkdir(folder, { recursive: true });
  const keeper = createEngineKeeper({
    file: join(folder, FILE_NAME),
    memoryLimitBytes: options.memoryLimitBytes ?? DEFAULT_MEMORY_LIMIT_BYTES,
  });
  const database = createDatabase(keeper, async () => {
    if (options.folder === undefined) await rm(folder, { recursive: true, force: true });
  });
  try {
    await createSchema(database);
  } catch (error) {
    await database.close();
    throw error;
  }
  return database;
};

const createDatabase = (keeper: EngineKeeper, cleanUp: () => Promise<void>): EmbeddedDatabase => {
  const queue = createWriteQueue();
  return {
    engine: "embedded",
    read: (cypher, parameters = {}, options = {}) => read(keeper, { cypher, parameters }, options),
    answer: (cypher, parameters, limits) => answer(keeper, { cypher, parameters }, limits),
    write: (work, options = {}) => queue.run(() => write(keeper, work, options)),
    enginePid: async () => (await keeper.engine()).pid,
    restarts: keeper.restarts,
    checkpoint: () =>
      queue.run(async () => void (await (await keeper.engine()).send({ kind: "checkpoint" }))),
    close: async () => {
      await queue.drained();
      await keeper.close();
      await cleanUp();
    },
  };
};

interface Statement {
  readonly cypher: string;
  readonly parameters: Parameters;
}

const read = async (
  keeper: EngineKeeper,
  statement: Statement,
  options: QueryOptions,
): Promise<readonly Row[]> => {
  const { maxRows } = options;
  for (let attempt = 1; ; attempt += 1) {
    refuseCancelled(options);
    const engine = await keeper.engine();
    const answer = engine.send({ kind: "read", ...statement, ...(maxRows === undefined ? {} : { maxRows }) });
    try {
      return await supervise(answer, options, () => engine.kill());
    } catch (error) {
      if (!isTransient(error) || attempt === MAX_ATTEMPTS) throw error;
    }
  }
};

/** A second attempt is for a statement that died with another; one that ends the engine itself gets no third. */
const ANSWER_ATTEMPTS = 2;

const answer = async (
  keeper: EngineKeeper,
  statement: Statement,
  { maxRows, maxBytes, ...options }: AnswerLimits,
): Promise<Answer> => {
  const started = performance.now();
  for (let attempt = 1; ; attempt += 1) {
    refuseCancelled(options);
    const engine = await keeper.engine();
    const sent = engine.send({ kind: "answer", ...statement, maxRows, maxBytes });
    const timeoutMs = Math.max(1, options.timeoutMs - (performance.now() - started));
    try {
      const [row] = await supervise(sent, { ...options, timeoutMs }, () => engine.kill());
      return row as unknown as Answer;
    } catch (error) {
      if (!isTransient(error)) throw error;
      if (attempt === ANSWER_ATTEMPTS) throw endedEngine(error);
    }
  }
};

const endedEngine = (cause: unknown): AppError =>
  new AppError("the engine's process ended while it ran this statement; ask for less", {
    code: "RESULT_TOO_LARGE",
    cause,
  });

const write = async <Result>(
  keeper: EngineKeeper,
  work: TransactionWork<Result>,
  options: QueryOptions,
): Promise<Result> => {
  for (let attempt = 1; ; attempt += 1) {
    refuseCancelled(options);
    const outcome = await runTransaction(await keeper.engine(), work, options);
    if (outcome.kind === "committed") return outcome.result;
    if (!outcome.repeatable || attempt === MAX_ATTEMPTS) throw outcome.error;
  }
};
