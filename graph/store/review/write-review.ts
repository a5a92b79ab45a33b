import { isDeepStrictEqual } from "node:util";
import { AppError } from "../../../schema/errors.ts";
import {
  type EdgeState,
  type NameState,
  type ReviewAction,
  type ReviewEvent,
  ReviewId,
  type ReviewRole,
} from "../../../schema/review.ts";
import type { BenchmarkList } from "../../contamination/create-benchmark-list.ts";
import type { Database, Transaction } from "../../database.ts";
import { appendReviews, findReview, holdLog, type ReviewDraft } from "./review-log.ts";
import { NO_CHANGE, settleStates } from "./settle-states.ts";

/** What a review needs beside itself, and who makes it. */
export interface ReviewSettings {
  readonly list: BenchmarkList;
  readonly now: Date;
  readonly by: string;
  readonly role: ReviewRole;
  /** A random UUID, for an event that comes without an id. */
  readonly newId: () => string;
}

/** What a review says of itself. */
export interface ReviewMarks {
  readonly event?: ReviewEvent["id"] | undefined;
  readonly seconds?: number | undefined;
  readonly batch?: ReviewEvent["batch"];
  readonly blind?: true | undefined;
  readonly imported?: ReviewEvent["imported"];
}

/** What the work of one event did. */
export interface Effect {
  readonly action: ReviewAction;
  readonly note?: string | undefined;
  readonly states: readonly EdgeState[];
  readonly names?: readonly NameState[];
  readonly about?: readonly string[];
  readonly stands?: ReadonlyMap<string, number>;
}

export interface ReviewWork {
  /** What was asked for: an event that has the id already must have done this. */
  readonly asked: Readonly<Record<string, unknown>>;
  work(transaction: Transaction): Promise<Effect>;
}

/** Larger ones take the embedded engine some seconds. */
export const REVIEW_TIMEOUT_MS = 120_000;

/**
 * Does something to edges, brings the flags up to date and writes the event, in one transaction. The same event again gives what the
 * log has of it and does nothing; CONFLICT when it was something else.
 */
export const writeReview = (
  database: Database,
  settings: ReviewSettings & ReviewMarks,
  { asked, work }: ReviewWork,
): Promise<ReviewEvent> =>
  database.write(
    async (transaction) => {
      const id = settings.event ?? ReviewId.parse(settings.newId());
      const last = await holdLog(transaction, id);
      const known = await findReview(transaction, id);
      if (known !== undefined) return sameReview(known, asked, settings.by);
      const effect = await work(transaction);
      const contamination =
        effect.states.length + (effect.names?.length ?? 0) === 0
          ? NO_CHANGE
          : await settleStates(transaction, effect, settings);
      const draft = { ...toDraft(effect, { ...settings, event: id }), contamination };
      const [event] = await appendReviews(transaction, [draft], last);
      if (event === undefined) throw new AppError(`the review ${id} was not written`, { code: "INTERNAL" });
      return event;
    },
    { timeoutMs: REVIEW_TIMEOUT_MS },
  );

type Identified = ReviewSettings & ReviewMarks & { readonly event: ReviewEvent["id"] };

/** An event that changes no flags, as far as is known yet. */
export const toDraft = (effect: Effect, settings: Identified): ReviewDraft => {
  const { note, names, about, stands, ...rest } = effect;
  const { event: id, now, by, role, seconds, batch, blind, imported } = settings;
  return {
    ...rest,
    id,
    at: now.toISOString(),
    by,
    role,
    ...(seconds === undefined ? {} : { seconds }),
    ...(batch === undefined ? {} : { batch }),
    ...(note === undefined ? {} : { note }),
    ...(blind === undefined ? {} : { blind }),
    ...(imported === undefined ? {} : { imported }),
    ...(names === undefined ? {} : { names }),
    ...(about === undefined ? {} : { about }),
    ...(stands === undefined ? {} : { stands }),
    contamination: NO_CHANGE,
  };
};

/** Gives an event that is asked for again. Fails with CONFLICT when it was something else: absent parts count as nothing. */
export const sameReview = (known: ReviewEvent, asked: ReviewWork["asked"], by: string): ReviewEvent => {
  const action: Readonly<Record<string, unknown>> = known.action;
  const isSame = Object.entries(asked).every(([name, value]) =>
    isDeepStrictEqual(plain(value), plain(action[name])),
  );
  if (isSame && known.by === by) return known;
  throw new AppError(`the id ${known.id} is that of another review, of ${known.by} at ${known.at}`, {
    code: "CONFLICT",
    context: { event: known.id },
  });
};

const plain = (value: unknown): unknown => (value === undefined ? value : JSON.parse(JSON.stringify(value)));
