import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { AppError, isTransient } from "../../../schema/errors.ts";
import type { Answer, AnswerLimits, Database, Parameters, QueryOptions, Row } from "../../database.ts";
import { createSchema } from "../../schema.ts";
import { type Attempts, createAttempts } from "./create-attempts.ts";
import { createEngineKeeper } from "./engine-keeper.ts";
import type { EngineKeeper } from "./engine-keeper.ts";
import type { EngineCommand } from "./protocol.ts";
import { runTransaction } from "./run-transaction.ts";
import type { TransactionWork } from "./run-transaction.ts";
import type { EngineProcess } from "./start-engine-process.ts";
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

const read = (keeper: EngineKeeper, statement: Statement, options: QueryOptions): Promise<readonly Row[]> => {
  const { maxRows } = options;
  const command = { kind: "read", ...statement, ...(maxRows === undefined ? {} : { maxRows }) } as const;
  return runCommand(keeper, command, { options, attempts: createAttempts(MAX_ATTEMPTS) });
};

/** Repeated only when the engine was ended for another statement. */
const answer = async (
  keeper: EngineKeeper,
  statement: Statement,
  { maxRows, maxBytes, ...options }: AnswerLimits,
): Promise<Answer> => {
  const command = { kind: "answer", ...statement, maxRows, maxBytes } as const;
  try {
    const [row] = await runCommand(keeper, command, { options, attempts: createAttempts(1) });
    return row as unknown as Answer;
  } catch (error) {
    throw isTransient(error) && error instanceof AppError && error.code === "ENGINE_UNAVAILABLE"
      ? endedEngine(error)
      : error;
  }
};

interface Patience {
  readonly options: QueryOptions;
  readonly attempts: Attempts;
}

/** Sends a command until it is answered; its time also runs while the engine starts again. */
const runCommand = async (
  keeper: EngineKeeper,
  command: EngineCommand,
  { options, attempts }: Patience,
): Promise<readonly Row[]> => {
  refuseCancelled(options);
  let current: EngineProcess | undefined;
  let over = false;
  const run = async (): Promise<readonly Row[]> => {
    for (;;) {
      const engine = await keeper.engine();
      if (over) return [];
      current = engine;
      try {
        return await engine.send(command);
      } catch (error) {
        if (over || !attempts.mayRepeat(error)) throw error;
      } finally {
        current = undefined;
      }
    }
  };
  return supervise(run(), options, () => {
    over = true;
    current?.kill();
  });
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
  const attempts = createAttempts(MAX_ATTEMPTS);
  for (;;) {
    refuseCancelled(options);
    const outcome = await runTransaction(await keeper.engine(), work, options);
    if (outcome.kind === "committed") return outcome.result;
    if (!outcome.repeatable || !attempts.mayRepeat(outcome.error)) throw outcome.error;
  }
};
