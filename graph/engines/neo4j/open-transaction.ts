import type { Session, Transaction } from "neo4j-driver";
import type { QueryOptions } from "../../database.ts";
import { DEFAULT_TIMEOUT_MS, supervise } from "../supervise.ts";
import { endSession } from "./create-connection.ts";

/** A write transaction whose turn has come. */
export interface OpenTransaction {
  readonly transaction: Transaction;
  /** Another one instead, for commands on constraints and indexes: the server mixes them with nothing else. */
  forSchema(): Promise<Transaction>;
}

export const TURN_CONSTRAINT =
  "CREATE CONSTRAINT write_turn IF NOT EXISTS FOR (t:WriteTurn) REQUIRE t.id IS UNIQUE";

/**
 * Writers of all processes queue here: with the constraint the key is locked until the transaction ends, though no node is
 * left of it. Else two processes could read the same values, and each write on from them.
 */
const TAKE_TURN = "MERGE (t:WriteTurn {id: 1}) DELETE t";
/** How long a write waits for the writers of other processes, in milliseconds. Its own time begins after that. */
const TURN_PATIENCE_MS = 30_000;

export const openTransaction = async (session: Session, options: QueryOptions): Promise<OpenTransaction> => {
  const { signal, timeoutMs = DEFAULT_TIMEOUT_MS } = options;
  // We stop a transaction ourselves when its time is over; the server does when we are gone without a word.
  const limit = { timeout: TURN_PATIENCE_MS + timeoutMs };
  const transaction = session.beginTransaction(limit);
  const turn = { timeoutMs: TURN_PATIENCE_MS, ...(signal === undefined ? {} : { signal }) };
  await supervise(takeTurn(transaction), turn, () => void endSession(session));
  return {
    transaction,
    forSchema: async () => {
      await transaction.rollback();
      return session.beginTransaction(limit);
    },
  };
};

const takeTurn = async (transaction: Transaction): Promise<void> => {
  await transaction.run(TAKE_TURN);
};
