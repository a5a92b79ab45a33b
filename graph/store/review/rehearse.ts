import { AppError } from "../../../schema/errors.ts";
import type { Database, Transaction } from "../../database.ts";
import { REVIEW_TIMEOUT_MS } from "./write-review.ts";

/** Runs the work in a transaction of which nothing is kept, and gives what came of it. */
export const rehearse = async <Result>(
  database: Database,
  work: (transaction: Transaction) => Promise<Result>,
): Promise<Result> => {
  let came: { readonly result: Result } | undefined;
  const end = new AppError("a rehearsal keeps nothing", { code: "CANCELLED" });
  try {
    await database.write(
      async (transaction) => {
        came = { result: await work(transaction) };
        throw end;
      },
      { timeoutMs: REVIEW_TIMEOUT_MS },
    );
  } catch (error) {
    if (error === end && came !== undefined) return came.result;
    throw error;
  }
  throw end;
};
