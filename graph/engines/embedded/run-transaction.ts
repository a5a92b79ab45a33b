import { AppError, isTransient } from "../../../schema/errors.ts";
import type { Parameters, QueryOptions, Row, Transaction } from "../../database.ts";
import type { EngineProcess } from "./start-engine-process.ts";
import { supervise } from "../supervise.ts";

export type TransactionWork<Result> = (transaction: Transaction) => Promise<Result>;

export type TransactionOutcome<Result> =
  | { readonly kind: "committed"; readonly result: Result }
  /** `repeatable`: nothing was kept, and the same work may succeed when it is run again. */
  | { readonly kind: "failed"; readonly error: unknown; readonly repeatable: boolean };

/** Runs the work between begin and commit, and leaves the engine without an open transaction whatever happens. */
export const runTransaction = async <Result>(
  engine: EngineProcess,
  work: TransactionWork<Result>,
  options: QueryOptions,
): Promise<TransactionOutcome<Result>> => {
  const inFlight = new Set<Promise<unknown>>();
  /** The first thing that the engine refused; what the work itself throws is not repeated. */
  let failure: unknown;
  let over = false;
  let committing = false;

  const send: EngineProcess["send"] = async (command) => {
    const sent = engine.send(command);
    inFlight.add(sent);
    try {
      return await sent;
    } catch (error) {
      failure ??= error;
      throw error;
    } finally {
      inFlight.delete(sent);
    }
  };
  const run = async (cypher: string, parameters: Parameters = {}): Promise<readonly Row[]> => {
    if (failure !== undefined) throw failure;
    if (over) throw new AppError("the transaction is over", { code: "QUERY_INVALID" });
    return send({ kind: "run", cypher, parameters });
  };
  const whole = async (): Promise<Result> => {
    await send({ kind: "begin" });
    const result = await work({ run });
    if (failure !== undefined) throw failure;
    if (over) throw new AppError("the transaction is over", { code: "CANCELLED" });
    committing = true;
    await send({ kind: "commit" });
    return result;
  };
  const stop = (): void => {
    over = true;
    if (inFlight.size > 0) engine.kill();
  };

  try {
    return { kind: "committed", result: await supervise(whole(), options, stop) };
  } catch (error) {
    over = true;
    await Promise.allSettled(inFlight);
    const isDiskInTrouble = failure instanceof AppError && failure.code === "STORAGE_FAILED";
    // What the engine holds in memory may not be what its file holds: only reading the file again tells.
    await (isDiskInTrouble ? endEngine(engine) : rollBack(engine));
    const lost = committing && !engine.isRunning();
    return { kind: "failed", error, repeatable: isTransient(failure) && isTransient(error) && !lost };
  }
};

const endEngine = async (engine: EngineProcess): Promise<void> => {
  engine.kill();
  await engine.ended;
};

const rollBack = async (engine: EngineProcess): Promise<void> => {
  if (!engine.isRunning()) return;
  await engine.send({ kind: "rollback" }).catch(() => engine.kill());
};
