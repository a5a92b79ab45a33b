import { AppError } from "../../../schema/errors.ts";
import type { EdgeState, NameState, ReviewEvent } from "../../../schema/review.ts";
import type { Transaction } from "../../database.ts";
import * as queries from "../../queries/reviews.ts";
import {
  fromStoredReview,
  fromStoredState,
  type StoredReview,
  type StoredState,
  subjectOfName,
  toStoredReview,
  toStoredState,
} from "../../review-rows.ts";
import { toNumber, toText } from "../../rows.ts";
import { inBatches } from "../in-batches.ts";

/** An event that has no place in the log yet. */
export interface ReviewDraft extends Omit<StoredReview, "sequence"> {
  readonly states: readonly EdgeState[];
  readonly names?: readonly NameState[];
  /** Edges that it is about without changing them. */
  readonly about?: readonly string[];
  /** Of an undoing: whose word counts of each subject afterwards. Of anything else it is the event's own. */
  readonly stands?: ReadonlyMap<string, number>;
}

/** Takes the log for this transaction: others who write to it wait. Gives the last sequence. */
export const holdLog = async (transaction: Transaction, writer: string): Promise<number> => {
  await transaction.run(queries.HOLD_LOG, { writer });
  const [row] = await transaction.run(queries.LAST_SEQUENCE);
  return toNumber(row?.["sequence"]);
};

/** Writes events at the end of the log, in their order. The log must be held, and `last` its last sequence. */
export const appendReviews = async (
  transaction: Transaction,
  drafts: readonly ReviewDraft[],
  last: number,
): Promise<ReviewEvent[]> => {
  const subjects = new Set(drafts.flatMap((draft) => changesOf(draft).map(({ subject }) => subject)));
  const standing = new Map<string, number>();
  for (const [subject, links] of await readLinks(transaction, [...subjects])) {
    standing.set(subject, links.at(-1)?.stands ?? 0);
  }
  const reviews: StoredReview[] = [];
  const states: StoredState[] = [];
  for (const [index, draft] of drafts.entries()) {
    const { states: _states, names: _names, about: _about, stands: _stands, ...rest } = draft;
    const review = { ...rest, sequence: last + index + 1 };
    reviews.push(review);
    states.push(...toStoredStates(draft, review, standing));
  }
  const reviewRows = reviews.map((review) => ({ id: review.id, properties: fromStoredReview(review) }));
  const stateRows = states.map((state) => ({ id: state.id, properties: fromStoredState(state) }));
  await inBatches(reviewRows, (rows) => transaction.run(queries.CREATE_REVIEWS, { rows }));
  await inBatches(stateRows, (rows) => transaction.run(queries.CREATE_REVIEW_STATES, { rows }));
  await transaction.run(queries.SET_LAST_SEQUENCE, { sequence: last + drafts.length });
  return reviews.map((review) => toReviewEvent(review, states));
};

type Change = Pick<StoredState, "subject" | "edge" | "name">;

const changesOf = ({ states, names = [] }: Pick<ReviewDraft, "states" | "names">): readonly Change[] => [
  ...states.map((edge) => ({ subject: edge.edge, edge })),
  ...names.map((name) => ({ subject: subjectOfName(name.key), name })),
];

const toStoredStates = (
  draft: ReviewDraft,
  { id: event, sequence }: Pick<StoredReview, "id" | "sequence">,
  standing: Map<string, number>,
): readonly StoredState[] => {
  const changed = changesOf(draft).map((change) => {
    const was = standing.get(change.subject) ?? 0;
    const stands = draft.stands === undefined ? sequence : (draft.stands.get(change.subject) ?? was);
    standing.set(change.subject, stands);
    return { ...change, changed: true, was, stands };
  });
  const known = new Set(changed.map(({ subject }) => subject));
  const about = (draft.about ?? [])
    .filter((subject) => !known.has(subject))
    .map((subject) => ({ subject, changed: false, was: 0, stands: 0 }));
  return [...changed, ...about].map((state, place) => ({
    ...state,
    id: `${event} ${state.subject}`,
    event,
    sequence,
    place,
  }));
};

/** Joins an event with what it did, which may stand among what others did. */
export const toReviewEvent = (review: StoredReview, states: readonly StoredState[]): ReviewEvent => {
  const own = states.filter(({ event }) => event === review.id);
  const names = own.flatMap(({ name }) => name ?? []);
  return {
    ...review,
    states: own.flatMap(({ edge }) => edge ?? []),
    ...(names.length === 0 ? {} : { names }),
  };
};

/** Who changed a subject, in order, without what was changed. */
export type Link = Pick<StoredState, "sequence" | "was" | "stands">;

export const readLinks = async (
  reader: Pick<Transaction, "run">,
  subjects: readonly string[],
): Promise<ReadonlyMap<string, readonly Link[]>> => {
  const links = new Map<string, Link[]>();
  for (const row of await inBatches(subjects, (some) =>
    reader.run(queries.LINKS_OF_SUBJECTS, { subjects: some }),
  )) {
    const subject = toText(row["subject"]);
    const link = {
      sequence: toNumber(row["sequence"]),
      was: toNumber(row["was"]),
      stands: toNumber(row["stands"]),
    };
    links.set(subject, [...(links.get(subject) ?? []), link]);
  }
  return links;
};

/** The event of this id with what it did; undefined when the log has none. */
export const findReview = async (
  reader: Pick<Transaction, "run">,
  id: string,
): Promise<ReviewEvent | undefined> => {
  const [event] = await toEvents(reader, await reader.run(queries.REVIEWS_BY_ID, { ids: [id] }));
  return event;
};

/** Reads what the events of these rows did, and joins it with them. */
export const toEvents = async (
  reader: Pick<Transaction, "run">,
  rows: readonly Awaited<ReturnType<Transaction["run"]>>[number][],
): Promise<readonly ReviewEvent[]> => {
  const reviews = rows.map((row) => toStoredReview(row["properties"]));
  const ids = reviews.map(({ id }) => id);
  const states = new Map<string, StoredState[]>();
  for (const row of await inBatches(ids, (some) => reader.run(queries.STATES_OF_REVIEWS, { ids: some }))) {
    const state = toStoredState(row["properties"]);
    states.set(state.event, [...(states.get(state.event) ?? []), state]);
  }
  return reviews.map((review) => toReviewEvent(review, states.get(review.id) ?? []));
};

/** The last event that changed each of these edges; an edge that none changed is absent: its revision is 0. */
export const readRevisions = async (
  reader: Pick<Transaction, "run">,
  edges: readonly string[],
): Promise<ReadonlyMap<string, number>> => {
  const rows = await inBatches(edges, (subjects) => reader.run(queries.REVISIONS, { subjects }));
  return new Map(rows.map((row) => [toText(row["subject"]), toNumber(row["revision"])]));
};

/** Fails with CONFLICT, telling who decided what and when, unless the edge is at the revision that a reviewer has seen. */
export const refuseUnseen = async (
  transaction: Transaction,
  { edge, revision }: { readonly edge: string; readonly revision: number },
): Promise<void> => {
  const current = (await readRevisions(transaction, [edge])).get(edge) ?? 0;
  if (current === revision) return;
  const [state] = (await transaction.run(queries.STATES_AT, { sequences: [current] })).map((row) =>
    toStoredState(row["properties"]),
  );
  const event = state === undefined ? undefined : await findReview(transaction, state.event);
  const told = event === undefined ? `is at ${current}` : tellReview(event);
  throw new AppError(`the edge ${edge} is at revision ${current}, not ${revision}: it ${told}`, {
    code: "CONFLICT",
    context: { edge, revision: current, ...(event === undefined ? {} : { event: event.id, by: event.by }) },
  });
};

/** "was rejected by Ada at 2026-05-06T07:08:09.000Z (#12)" */
export const tellReview = ({ action, by, at, sequence }: ReviewEvent): string => {
  const done = action.kind === "decided" ? action.change.verdict : WORDS[action.kind];
  return `was ${done} by ${by} at ${at} (#${sequence})`;
};

const WORDS = {
  added: "added",
  skipped: "skipped",
  alias: "led elsewhere by a name",
  proposed: "proposed",
  undone: "put back",
  renamed: "moved with its dataset",
} as const;
