import { randomUUID } from "node:crypto";
import type { Database } from "../../graph/database.ts";
import { explainFault } from "../../graph/console/explain-fault.ts";
import { refuseHostile } from "../../graph/console/refuse-hostile.ts";
import { SAVED_QUERIES } from "../../graph/queries/saved/saved-queries.ts";
import type { LineageStore } from "../../graph/store/lineage.ts";
import { CONSOLE_LIMITS } from "../../schema/limits.ts";
import { QueryId } from "../../schema/cypher.ts";
import type { CypherAnswer, CypherRequest, SavedQuery, SavedQueryRequest } from "../../schema/cypher.ts";
import { AppError } from "../../schema/errors.ts";
import { busy, createConsoleQueue } from "./run-cypher-queue.ts";
import { toSavedParameters, withKnownIds } from "./run-cypher-saved.ts";

/** With less time left a statement is not begun: what runs out of its time may stop the engine for everybody. */
const LEAST_RUNNING_MS = 500;

/** Runs what people ask in Cypher: read-only, a few at once, each within its limits. */
export interface CypherConsole {
  run(request: CypherRequest, signal?: AbortSignal): Promise<CypherAnswer>;
  /** NOT_FOUND for an unknown name, dataset or benchmark, INPUT_INVALID when a parameter is missing, unknown or of another type. */
  runSaved(name: string, request: SavedQueryRequest, signal?: AbortSignal): Promise<CypherAnswer>;
  saved(): readonly SavedQuery[];
  /** Ends a query that waits or runs. NOT_FOUND when there is none of that id. */
  cancel(id: QueryId): void;
}

interface Statement extends Omit<CypherRequest, "format"> {
  readonly signal: AbortSignal | undefined;
}

export const createCypherConsole = (
  database: Pick<Database, "engine" | "answer">,
  store: Pick<LineageStore, "known">,
): CypherConsole => {
  const ask = createAsk(database);
  const running = new Map<QueryId, AbortController>();

  const runStatement = async ({ signal, ...statement }: Statement): Promise<CypherAnswer> => {
    refuseTooLong(statement);
    const id = statement.id ?? QueryId.parse(randomUUID());
    if (running.has(id))
      throw new AppError(`a query of the id ${id} is running`, { code: "CONFLICT", context: { id } });
    const controller = new AbortController();
    running.set(id, controller);
    try {
      const cancelled =
        signal === undefined ? controller.signal : AbortSignal.any([signal, controller.signal]);
      return await ask(statement, { id, signal: cancelled });
    } catch (error) {
      if (error instanceof AppError && error.code === "QUERY_TIMEOUT")
        throw outOfTime(statement.timeoutMs, error);
      throw explainFault(error, { cypher: statement.query, engine: database.engine });
    } finally {
      running.delete(id);
    }
  };

  return {
    run: (request, signal) => runStatement({ ...request, signal }),
    runSaved: async (name, request, signal) => {
      const saved = findSaved(name);
      const parameters = await withKnownIds(saved, toSavedParameters(saved, request.parameters), store);
      return runStatement({ ...request, query: saved.cypher, parameters, signal });
    },
    saved: () => SAVED_QUERIES,
    cancel: (id) => {
      const controller = running.get(id);
      if (controller === undefined)
        throw new AppError(`no query of the id ${id} is running`, { code: "NOT_FOUND", context: { id } });
      controller.abort(new AppError("cancelled on request", { code: "CANCELLED" }));
    },
  };
};

/** Milliseconds. Throws RATE_LIMITED when they are too few to begin. */
const timeLeft = (started: number, timeoutMs: number): number => {
  const leftMs = Math.ceil(timeoutMs - (performance.now() - started));
  if (leftMs < LEAST_RUNNING_MS) throw busy();
  return leftMs;
};

interface Asked {
  readonly id: QueryId;
  readonly signal: AbortSignal;
}

/** Asks the engine when it is the query's turn; waiting counts towards its time. */
const createAsk = (database: Pick<Database, "engine" | "answer">) => {
  const queue = createConsoleQueue();
  return async (
    { query, parameters, timeoutMs, maxRows }: Omit<Statement, "signal">,
    { id, signal }: Asked,
  ): Promise<CypherAnswer> => {
    const started = performance.now();
    const limits = { maxRows, maxBytes: CONSOLE_LIMITS.answerBytes, signal };
    refuseHostile(query, parameters);
    const { columns, rows, truncated } = await queue.run({ signal, timeoutMs }, async () =>
      database.answer(query, parameters, { ...limits, timeoutMs: timeLeft(started, timeoutMs) }),
    );
    const elapsedMs = Math.round(performance.now() - started);
    return {
      id,
      columns: [...columns],
      rows: rows.map((row) => [...row]),
      truncated,
      counters: { rows: rows.length, elapsedMs, engine: database.engine },
    };
  };
};

const outOfTime = (timeoutMs: number, cause: unknown): AppError =>
  new AppError(`the query was stopped after its ${timeoutMs} ms; ask for less, or give it more time`, {
    code: "QUERY_TIMEOUT",
    context: { timeoutMs },
    cause,
  });

const findSaved = (name: string): SavedQuery => {
  const saved = SAVED_QUERIES.find((one) => one.name === name);
  if (saved !== undefined) return saved;
  const names = SAVED_QUERIES.map((one) => one.name).join(", ");
  throw new AppError(`there is no saved query ${name}; there are: ${names}`, { code: "NOT_FOUND" });
};

/** A text is read by parsers whose work may grow faster than its length. */
const refuseTooLong = ({ query, parameters }: Omit<Statement, "signal">): void => {
  const { textCharacters, parametersCharacters } = CONSOLE_LIMITS;
  if (query.length > textCharacters) throw tooLong("the query", query.length, textCharacters);
  const size = JSON.stringify(parameters).length;
  if (size > parametersCharacters) throw tooLong("the parameters' JSON", size, parametersCharacters);
};

const tooLong = (what: string, size: number, limit: number): AppError =>
  new AppError(`${what} has ${size} characters, at most ${limit} are allowed`, { code: "TOO_LARGE" });
