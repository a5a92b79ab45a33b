import { setTimeout as delay } from "node:timers/promises";
import type { Transaction as BoltTransaction } from "neo4j-driver";
import { AppError, isTransient } from "../../../schema/errors.ts";
import type { Parameters, QueryOptions, Row, Transaction } from "../../database.ts";
import { isSchemaCommand, refuseFileAccess } from "../statement-text.ts";
import { supervise } from "../supervise.ts";
import { type Connection, endSession } from "./create-connection.ts";
import { type OpenTransaction, openTransaction } from "./open-transaction.ts";
import { toAppError } from "./to-app-error.ts";
import { toBoltParameters } from "./to-bolt-parameters.ts";
import { toPlainRow } from "./to-plain-value.ts";

export type TransactionWork<Result> = (transaction: Transaction) => Promise<Result>;

export type TransactionOutcome<Result> =
  | { readonly kind: "committed"; readonly result: Result }
  /** `repeatable`: nothing was kept, and the same work may succeed when it is run again. */
  | { readonly kind: "failed"; readonly error: unknown; readonly repeatable: boolean };

/** How long the end of a failed transaction is waited for; the server takes it back in any case. */
const ROLLBACK_PATIENCE_MS = 2_000;

/** Runs the work between begin and commit, and leaves no transaction open whatever happens. */
export const runTransaction = async <Result>(
  connection: Connection,
  work: TransactionWork<Result>,
  options: QueryOptions,
): Promise<TransactionOutcome<Result>> => {
  const session = connection.session("WRITE");
  let running: Running | undefined;
  const stop = (): void => {
    running?.end();
    void endSession(session);
  };
  try {
    const opened = await openTransaction(session, options);
    running = createRunning(opened, connection.uri);
    return { kind: "committed", result: await supervise(running.whole(work), options, stop) };
  } catch (cause) {
    // Once it is open, all that the engine refuses is said in the port's words already; the rest the work itself threw.
    const error = running === undefined ? toAppError(cause, connection.uri) : cause;
    running?.end();
    await Promise.race([endSession(session), delay(ROLLBACK_PATIENCE_MS, undefined, { ref: false })]);
    return { kind: "failed", error, repeatable: isTransient(error) && (running?.isRepeatable() ?? true) };
  } finally {
    void endSession(session);
  }
};

interface Running {
  whole<Result>(work: TransactionWork<Result>): Promise<Result>;
  /** Lets no further statement in. */
  end(): void;
  /** Whether the engine refused something that passes by, and certainly kept nothing. */
  isRepeatable(): boolean;
}

const createRunning = (opened: OpenTransaction, uri: string): Running => {
  let transaction: Promise<BoltTransaction> | undefined;
  /** The first thing that the engine refused; what the work itself throws is not repeated. */
  let failure: AppError | undefined;
  let over = false;
  let committing = false;

  const noteFailure = async <Answer>(work: () => Promise<Answer>): Promise<Answer> => {
    try {
      return await work();
    } catch (error) {
      failure ??= toAppError(error, uri);
      throw failure;
    }
  };
  const run = async (cypher: string, parameters: Parameters = {}): Promise<readonly Row[]> => {
    if (failure !== undefined) throw failure;
    if (over) throw new AppError("the transaction is over", { code: "QUERY_INVALID" });
    return noteFailure(async () => {
      refuseFileAccess(cypher);
      transaction ??= isSchemaCommand(cypher) ? opened.forSchema() : Promise.resolve(opened.transaction);
      const { records } = await (await transaction).run(cypher, toBoltParameters(parameters));
      return records.map(toPlainRow);
    });
  };
  const commit = async (): Promise<void> => {
    committing = true;
    await noteFailure(async () => (await (transaction ?? opened.transaction)).commit());
  };
  return {
    whole: async (work) => {
      const result = await work({ run });
      if (failure !== undefined) throw failure;
      if (over) throw new AppError("the transaction is over", { code: "CANCELLED" });
      await commit();
      return result;
    },
    end: () => {
      over = true;
    },
    // A server that answered the commit with a refusal kept nothing; one that did not answer may have kept all.
    isRepeatable: () => isTransient(failure) && !(committing && isWithoutAnswer(failure)),
  };
};

const isWithoutAnswer = (failure: AppError | undefined): boolean =>
  !String(failure?.context["reason"]).startsWith("Neo.");
