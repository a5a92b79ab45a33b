import { ReviewId } from "../../../schema/review.ts";
import type { Transaction } from "../../database.ts";
import type { Rename } from "../published/absorb-published.ts";
import { appendReviews, holdLog } from "./review-log.ts";
import { NO_CHANGE } from "./settle-states.ts";

/** Who writes what no person does. */
const PROGRAM = "stemma";

/** Writes that decisions went along with datasets that have another id now. */
export const logRenames = async (
  transaction: Transaction,
  renames: readonly Rename[],
  { now, newId }: { readonly now: Date; readonly newId: () => string },
): Promise<void> => {
  if (renames.length === 0) return;
  const last = await holdLog(transaction, PROGRAM);
  const drafts = renames.map(({ from, to, states }) => ({
    id: ReviewId.parse(newId()),
    at: now.toISOString(),
    by: PROGRAM,
    role: "program" as const,
    action: { kind: "renamed" as const, from, to },
    states,
    contamination: NO_CHANGE,
  }));
  await appendReviews(transaction, drafts, last);
};
