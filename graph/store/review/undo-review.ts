import { AppError } from "../../../schema/errors.ts";
import type { ReviewEvent } from "../../../schema/review.ts";
import type { Database, Transaction } from "../../database.ts";
import { REVIEWS_OF_BATCH, STATES_AT, STATES_OF_REVIEWS, STATES_OF_SUBJECTS } from "../../queries/reviews.ts";
import { type StoredState, toStoredState } from "../../review-rows.ts";
import { inBatches } from "../in-batches.ts";
import { planUndoing, type Undoing } from "./plan-undoing.ts";
import { putBack } from "./put-back.ts";
import { findReview, tellReview, toEvents } from "./review-log.ts";
import { type Effect, type ReviewMarks, type ReviewSettings, writeReview } from "./write-review.ts";

export interface UndoReview extends ReviewSettings, ReviewMarks {
  /** An event's id, or that of a batch. */
  readonly undoes: ReviewEvent["id"];
  readonly note?: string | undefined;
}

/**
 * Makes an event, or all events of a batch, count no more: every edge and name gets back what it was before, and a new event says so.
 * What an undoing undid counts again when that is undone.
 *
 * Fails with NOT_FOUND when the log has no such event, and with CONFLICT when it changed nothing, does not count at present, somebody
 * decided on one of its edges later, or what was before can no longer be believed (it would close a cycle).
 */
export const undoReview = (database: Database, request: UndoReview): Promise<ReviewEvent> =>
  writeReview(database, request, {
    asked: { kind: "undone", undoes: request.undoes },
    work: (transaction) => undoWithin(transaction, request),
  });

export const undoWithin = async (
  transaction: Transaction,
  { undoes, note }: Pick<UndoReview, "undoes" | "note">,
): Promise<Effect> => {
  const events = await findEvents(transaction, undoes);
  if (events.length === 0) {
    throw new AppError(`the log has no review and no batch ${undoes}`, { code: "NOT_FOUND" });
  }
  if (events.some(({ action }) => action.kind === "renamed")) {
    throw conflict("a dataset that has another id now cannot get its former one back");
  }
  const restores = events.every(({ action }) => action.kind === "undone" && !action.restores);
  const bases = await findBases(transaction, events);
  if (bases.length === 0) throw conflict(`the review ${undoes} changed nothing that could be undone`);
  const history = await readHistory(transaction, bases);
  const plan = planUndoing({ bases, history, restores });
  switch (plan.kind) {
    case "done":
      throw conflict(`the review ${undoes} does not count any more: it was undone`);
    case "later":
      throw await blocked(transaction, plan.sequence, "decide on it anew, or undo that first");
    case "adrift":
      throw await blocked(transaction, plan.sequence, "which was undone; bring that back first");
    default: {
      const { states, names } = await putBack(transaction, plan.undoings);
      return {
        action: { kind: "undone", undoes, restores },
        note,
        states,
        names,
        stands: toStands(plan.undoings),
      };
    }
  }
};

const findEvents = async (transaction: Transaction, id: string): Promise<readonly ReviewEvent[]> => {
  const event = await findReview(transaction, id);
  if (event !== undefined) return [event];
  return toEvents(transaction, await transaction.run(REVIEWS_OF_BATCH, { batch: id }));
};

/** The words that the events gave, or took and brought back: each as it was first given. */
const findBases = async (
  transaction: Transaction,
  events: readonly ReviewEvent[],
): Promise<readonly StoredState[]> => {
  const ids = events.map(({ id }) => id);
  const rows = await inBatches(ids, (some) => transaction.run(STATES_OF_REVIEWS, { ids: some }));
  const restoring = new Map(
    events.map(({ id, action }) => [id, action.kind === "undone" && action.restores]),
  );
  const undone = new Set(events.filter(({ action }) => action.kind === "undone").map(({ id }) => id));
  const sequences = rows
    .map((row) => toStoredState(row["properties"]))
    .filter(({ changed }) => changed)
    .map(({ event, sequence, was, stands }) => {
      if (!undone.has(event)) return sequence;
      return restoring.get(event) === true ? stands : was;
    });
  const wanted = [...new Set(sequences)].filter((sequence) => sequence > 0);
  const found = await inBatches(wanted, (some) => transaction.run(STATES_AT, { sequences: some }));
  return found.map((row) => toStoredState(row["properties"]));
};

const readHistory = async (
  transaction: Transaction,
  bases: readonly StoredState[],
): Promise<ReadonlyMap<string, readonly StoredState[]>> => {
  const subjects = [...new Set(bases.map(({ subject }) => subject))];
  const history = new Map<string, StoredState[]>();
  const rows = await inBatches(subjects, (some) => transaction.run(STATES_OF_SUBJECTS, { subjects: some }));
  for (const row of rows) {
    const state = toStoredState(row["properties"]);
    history.set(state.subject, [...(history.get(state.subject) ?? []), state]);
  }
  return history;
};

const toStands = (undoings: readonly Undoing[]): ReadonlyMap<string, number> =>
  new Map(undoings.map(({ subject, stands }) => [subject, stands]));

const blocked = async (transaction: Transaction, sequence: number, remedy: string): Promise<AppError> => {
  const [row] = await transaction.run(STATES_AT, { sequences: [sequence] });
  const state = row === undefined ? undefined : toStoredState(row["properties"]);
  const event = state === undefined ? undefined : await findReview(transaction, state.event);
  if (event === undefined) return new AppError(`the log has no event #${sequence}`, { code: "INTERNAL" });
  return new AppError(`${state?.subject} ${tellReview(event)}: ${remedy}`, {
    code: "CONFLICT",
    context: { event: event.id, sequence },
  });
};

const conflict = (message: string): AppError => new AppError(message, { code: "CONFLICT" });
