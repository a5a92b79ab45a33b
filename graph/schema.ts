import type { Database } from "./database.ts";
import { INDEXES, UNIQUE_CONSTRAINTS } from "./queries/constraints.ts";

/** Creates what is missing of the graph's constraints and indexes; does nothing when all are there. */
export const createSchema = async (database: Database): Promise<void> => {
  for (const statement of [...UNIQUE_CONSTRAINTS, ...INDEXES]) {
    await database.write((transaction) => transaction.run(statement));
  }
};
