import type { Transaction } from "../../database.ts";
import { CLOSING_CYCLES } from "../../queries/lineage.ts";

/** Whether an edge, once accepted, would make a dataset its own ancestor, as the graph is now. */
export const closesCycle = async (
  transaction: Transaction,
  { from, to }: { readonly from: string; readonly to: string },
): Promise<boolean> => {
  if (from === to) return true;
  const closing = await transaction.run(CLOSING_CYCLES, { id: from, sources: [to] });
  return closing.length > 0;
};
